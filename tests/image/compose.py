"""`docker/compose.yaml` read as data: commands, environment, mounts and health of its services."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_VARIABLE = re.compile(r"\$\{(\w+)(?::-([^}]*))?\}")


@dataclass(frozen=True)
class Service:
    """What one service of ours runs, and with what."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    mounts: Mapping[str, str]
    """Name of a volume or a secret, to its place inside."""
    health: tuple[str, ...]


def services(file: Path, variables: Mapping[str, str]) -> dict[str, Service]:
    """The services that run our image, as compose would start them with these variables."""
    content = yaml.safe_load(file.read_text())
    return {
        name: _service(name, entry, variables)
        for name, entry in content["services"].items()
        if "build" in entry
    }


def hosts(file: Path) -> list[str]:
    """Names by which the services reach one another."""
    return list(yaml.safe_load(file.read_text())["services"])


def _service(name: str, entry: dict[str, Any], variables: Mapping[str, str]) -> Service:
    def fill(text: object) -> str:
        return _VARIABLE.sub(lambda found: variables.get(found[1], found[2] or ""), str(text))

    mounts = dict(volume.split(":")[:2] for volume in entry.get("volumes", []))
    mounts |= {secret: f"/run/secrets/{secret}" for secret in entry.get("secrets", [])}
    health = entry.get("healthcheck", {}).get("test", [])
    return Service(
        name=name,
        command=tuple(fill(word) for word in entry["command"]),
        environment={
            key: fill(value) for key, value in entry["environment"].items() if value is not None
        },
        mounts=mounts,
        health=tuple(fill(word) for word in health[1:]),  # the first word is CMD
    )
