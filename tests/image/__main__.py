"""`make test-image`: the image built, its processes started as compose would, one letter drawn.

Needs root, PostgreSQL on 127.0.0.1:5432 that trusts `postgres`, Redis on 6379, and the ports of the
services free. Databases, containers and storage are removed at the end, whatever happened.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path
from secrets import token_bytes, token_hex

import psycopg
from lxml import html
from psycopg import sql

from scripts.postgres import LOCAL
from scripts.ready import NEEDED
from tests.authenticator import Telephone
from tests.image import compose
from tests.image.buildah import Buildah
from tests.image.container import NOBODY_ELSE, Container
from tests.image.visitor import RemoteVisitor
from tests.web.reporting import fill, send
from tests.web.visitor import words

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "docker" / "compose.yaml"
USER = "10001"
PORTS = {"web": 8000, "prefect": 4200, "worker": 9108}
HOST = "perkara.contoh.invalid"
LOGIN, PASSWORD = "penerima.bengkulu", "perahu bambu di tepi danau"
PATIENCE = 300
START = time.monotonic()


def say(text: str) -> None:
    """Print one line of progress with the time since the start."""
    print(f"[{time.monotonic() - START:4.0f} s] {text}", flush=True)


def until(what: str, holds: Callable[[], bool]) -> None:
    """Wait until something holds, at most `PATIENCE` seconds."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            sys.exit(f"test-image: {what}: not within {PATIENCE} seconds")
        time.sleep(2)
    say(what)


@contextmanager
def databases() -> Iterator[None]:
    """The two databases of compose on the local server, for as long as this runs."""
    names = [sql.Identifier(name) for name in ("casework", "prefect")]
    with psycopg.connect(LOCAL, autocommit=True) as connection:
        made: list[sql.Identifier] = []
        try:
            for name in names:
                connection.execute(sql.SQL("create role {} login").format(name))
                made.append(name)
                connection.execute(sql.SQL("create database {0} owner {0}").format(name))
            yield
        finally:
            for name in made:
                connection.execute(sql.SQL("drop database if exists {} with (force)").format(name))
                connection.execute(sql.SQL("drop role {}").format(name))


def free(port: int) -> bool:
    """Whether nobody listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def staff(web: Container) -> None:
    """The two offices and the first officer, added as an operator adds them."""
    for command, said in (
        (["office", "add", "--code", "00.00", "--name", "Bawaslu Republik Indonesia",
          "--level", "ri", "--city", "Jakarta"], ""),
        (["office", "add", "--code", "07.00", "--name", "Bawaslu Provinsi Bengkulu",
          "--level", "provinsi", "--city", "Bengkulu", "--parent", "00.00"], ""),
        (["officer", "add", "--login", LOGIN, "--name", "Petugas Penerima", "--office", "07.00",
          "--role", "intake_officer"], f"{PASSWORD}\n"),
    ):  # fmt: skip
        done = web.once("casework", *command, said=said)
        if done.returncode:
            sys.exit(f"test-image: casework {' '.join(command[:2])}: {done.stderr}")


def drive() -> int:
    """Sign in with two factors, take a report in, and download its receipt; gives the bytes."""
    visitor = RemoteVisitor(f"http://127.0.0.1:{PORTS['web']}", HOST)
    enrol = visitor.sign_in(LOGIN, PASSWORD).headers["Location"]
    page = visitor.get(enrol)
    done = visitor.submit(enrol, {"kode": Telephone(page.text).code()}, page=page)
    assert done.status_code == 303, words(done)
    say("signed in with two factors")
    today = date.today()  # noqa: DTZ011 - the product's clock is this machine's too
    base = fill(
        visitor,
        tanggal_kejadian=str(today - timedelta(days=2)),
        tanggal_diketahui=str(today - timedelta(days=1)),
    )
    received = send(visitor, base)
    assert received.status_code == 303, words(received)
    place = received.headers["Location"]
    say(f"report taken in: {place}")
    slips: list[str] = []

    def drawn() -> bool:
        page = html.fromstring(visitor.get(place).text)
        slips[:] = page.xpath("//a[contains(., 'Cetak tanda bukti')]/@href")
        return bool(slips)

    until("the worker has drawn the receipt", drawn)
    paper = visitor.get(slips[0])
    assert paper.data.startswith(b"%PDF"), paper.status
    return len(paper.data)


def judge(running: list[Container]) -> list[str]:
    """What is wrong with the processes that run and with what they wrote."""
    faults = []
    for container in running:
        name = container.service.name
        found = list(container.processes())
        say(f"{name}: {len(found)} processes")
        faults += [f"{name}: no process"] if not found else []
        for command, users, capabilities in found:
            if users != {USER} or capabilities != NOBODY_ELSE:
                faults.append(f"{name}: {command[:60]} runs as {users}, may {capabilities}")
        faults += [f"{name}: wrote {path}" for path in container.written()]
    return faults


def doctor(web: Container) -> list[str]:
    """What the doctor says of that without which nobody can work."""
    checks = json.loads(web.once("casework", "doctor", "--json").stdout)["checks"]
    bad = [one for one in checks if one["name"] in NEEDED and not one["ok"]]
    return [f"doctor: {one}" for one in bad]


def untouched(container: Container) -> list[str]:
    """What the build left of this machine's own settings in the image."""
    left = [*(container.root / "etc/xdg/pip").glob("*"), *(container.root / "run").glob("*.crt")]
    return [f"the image holds {path.relative_to(container.root)}" for path in left]


def main() -> int:
    """All of it; the exit code."""
    if os.geteuid():
        sys.exit("test-image: must be root: debootstrap and chroot isolation make other users")
    if busy := [f"{name} {port}" for name, port in PORTS.items() if not free(port)]:
        sys.exit(f"test-image: somebody listens on the port of {', '.join(busy)}")
    os.nice(5)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="casework-image")))
        folder.chmod(0o711)  # the user of the image reaches its mounts below it
        buildah = Buildah(folder)
        stack.callback(buildah.close)
        buildah.make_base()
        say("base made")
        buildah.build(ROOT)
        say("image built")
        stack.enter_context(databases())
        (folder / "data").mkdir()
        (folder / "master_key").write_bytes(token_bytes(32))
        (folder / "master_key").chmod(0o400)
        for mine in ("data", "master_key"):
            os.chown(folder / mine, int(USER), int(USER))
        variables = {
            "POSTGRES_PASSWORD": token_hex(16),
            "CASEWORK_SECRET_KEY": token_hex(32),
            "CASEWORK_PUBLIC_URL": f"https://{HOST}",
        }
        services, hosts = compose.services(COMPOSE, variables), compose.hosts(COMPOSE)
        containers = {
            name: Container(buildah, service, hosts) for name, service in services.items()
        }
        running = []
        for name in ("prefect", "migrate", "web", "worker"):
            container = containers[name]
            if not container.service.health:
                done = container.once(*container.service.command)
                say(f"{name}: {done.returncode}")
                assert done.returncode == 0, done.stderr
                continue
            container.start()
            stack.callback(container.close)
            running.append(container)
            if name == "prefect":
                until("prefect is healthy", container.healthy)
        for container in running:
            until(f"{container.service.name} is healthy", container.healthy)
        staff(containers["web"])
        say(f"receipt downloaded: {drive()} bytes")
        faults = [*judge(running), *doctor(containers["web"]), *untouched(containers["web"])]
        faults += [f"{one.service.name}: no longer healthy" for one in running if not one.healthy()]
    for fault in faults:
        say(f"FAULT {fault}")
    print(f"{0 if faults else 1} passed, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
