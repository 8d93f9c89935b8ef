"""Which function does which act of the law. An act without one is done as a plain act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import MappingProxyType
from typing import Any, TypeVar

from casework.services import acts

Service = TypeVar("Service", bound=Callable[..., Any])

_services: dict[str, Callable[..., Any]] = {}
_ids: dict[Callable[..., Any], str] = {}


def act(act_id: str) -> Callable[[Service], Service]:
    """Declare that a function does an act; each act has one."""

    def declare(service: Service) -> Service:
        if act_id in _services:
            raise ValueError(f"{act_id}: {_services[act_id].__module__}, {service.__module__}")
        _services[act_id] = service
        _ids[service] = act_id
        return service

    return declare


@cache
def services() -> Mapping[str, Callable[..., Any]]:
    """The function of every act that has one of its own."""
    for module in walk_packages(acts.__path__, f"{acts.__name__}."):
        import_module(module.name)
    return MappingProxyType(_services)


def id_of(service: Callable[..., Any]) -> str:
    """The act that a function does. Raises KeyError when it does none."""
    return _ids[service]
