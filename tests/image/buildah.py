"""Buildah as far as any machine can: chroot isolation, the machine's network, its own storage."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

SUITE = "trixie"
BASE, IMAGE = "localhost/casework-base", "localhost/casework"
_PIP = "/etc/xdg/pip"
_LIMITS = {"nofile": resource.RLIMIT_NOFILE, "nproc": resource.RLIMIT_NPROC}


class Buildah:
    """One storage in `folder`; `close` removes the containers and images in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # What it sets without being asked may be more than this machine allows.
        hard = {name: resource.getrlimit(which)[1] for name, which in _LIMITS.items()}
        limits = ", ".join(f'"{name}={top}:{top}"' for name, top in hard.items() if top > 0)
        config = folder / "containers.conf"
        config.write_text(f'[containers]\nnetns = "host"\ndefault_ulimits = [{limits}]\n')
        self.environment = {**os.environ, "CONTAINERS_CONF": str(config)}

    def command(self, *words: str | Path) -> list[str]:
        """The words of one call."""
        storage = ["--root", self.folder / "storage", "--runroot", self.folder / "run"]
        return ["nice", "buildah", *map(str, (*storage, *words))]

    def ask(self, *words: str | Path) -> str:
        """Run it and give what it printed; its own words go to ours. Raises CalledProcessError."""
        done = subprocess.run(
            self.command(*words),
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    def start(self, log: Path, *words: str | Path) -> subprocess.Popen[bytes]:
        """Start it and go on; what it prints goes into `log`."""
        with log.open("wb") as out:
            return subprocess.Popen(
                self.command(*words), env=self.environment, stdout=out, stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip

    def make_base(self) -> None:
        """A root file system of Debian, as an image."""
        root = self.folder / "base"
        log = self.folder / "debootstrap.log"
        with log.open("wb") as out:
            subprocess.run(
                ["nice", "debootstrap", "--variant=minbase", SUITE, root, _site()],
                stdout=out, stderr=subprocess.STDOUT, check=True,
            )  # fmt: skip
        container = self.ask("from", "scratch")
        self.ask("add", "--quiet", container, root, "/")
        self.ask("commit", "--quiet", container, BASE)
        self.ask("rm", container)
        shutil.rmtree(root)

    def build(self, tree: Path) -> None:
        """The image of `docker/Dockerfile`; packages come as this machine gets them."""
        mounts = {self._apt(): "/etc/apt", self._pip(): _PIP}
        words = [word for here, there in mounts.items() for word in ("-v", f"{here}:{there}:ro")]
        self.ask(
            "bud", "--isolation", "chroot", "--network", "host", "--pull-never", "--quiet",
            "--build-arg", f"BASE={BASE}", *words,
            "-f", tree / "docker" / "Dockerfile", "-t", IMAGE, tree,
        )  # fmt: skip

    def close(self) -> None:
        """Remove containers and images, so that nothing is mounted any more."""
        self.ask("rm", "--all")
        self.ask("rmi", "--all", "--force")

    def _apt(self) -> Path:
        """The apt settings of this machine without its local folders and the pins of its own."""
        copy = self.folder / "apt"
        shutil.copytree("/etc/apt", copy, symlinks=True)
        shutil.rmtree(copy / "preferences.d", ignore_errors=True)
        (copy / "preferences.d").mkdir()
        for source in (copy / "sources.list.d").glob("*"):
            if re.search(r"^(URIs:|deb).*\bfile:", source.read_text(), re.MULTILINE):
                source.unlink()
        return copy

    def _pip(self) -> Path:
        """The pip settings of this machine, but for files that are not inside."""
        said = subprocess.run(
            [sys.executable, "-m", "pip", "config", "list"],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        found = dict(re.findall(r"^(?:global|:env:)\.([\w-]+)='(.*)'$", said, re.MULTILINE))
        folder = self.folder / "pip"
        folder.mkdir()
        lines = [f"{name} = {value}" for name, value in found.items() if value[:1] != "/"]
        if "cert" in found:
            shutil.copy(found["cert"], folder / "certificates.crt")
            lines.append(f"cert = {_PIP}/certificates.crt")
        (folder / "pip.conf").write_text("\n".join(["[global]", *lines, ""]))
        return folder


def _site() -> str:
    """Where this machine's apt gets the suite from."""
    said = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(RELEASE) $(SITE)", "Created-By: Packages"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    sites = [line.split()[1] for line in said.splitlines() if line.split()[0] == SUITE]
    if not sites:
        sys.exit(f"test-image: apt of this machine has no suite {SUITE}")
    return sites[0]
