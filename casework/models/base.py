"""Declarative base and the column types every table shares."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any, ClassVar, cast

from sqlalchemy import (
    JSON,
    ColumnElement,
    DateTime,
    Dialect,
    Enum,
    LargeBinary,
    MetaData,
    String,
    Table,
    literal_column,
)
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An instant, stored in UTC; naive values are refused, values read are aware."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware time into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs a zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the stored instant its zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def values(states: type[StrEnum]) -> list[str]:
    """What a column of these states may hold."""
    return [str(one) for one in states]


# A closed set of codes: text with a CHECK on both databases, read as members of its StrEnum.
_CODES = Enum(StrEnum, native_enum=False, create_constraint=True, length=64, values_callable=values)


class Base(DeclarativeBase):
    """Base of every table; names of constraints are fixed so that migrations can name them."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        StrEnum: _CODES,
        datetime: Moment,
        dict[str, Any]: JSON,
        list[Any]: JSON,
        bytes: LargeBinary,
    }


def table(entity: type[Base]) -> Table:
    """The table of an entity, for statements whose rows become no entities."""
    return cast("Table", entity.__table__)


def among(column: ColumnElement[str], *codes: str) -> ColumnElement[bool]:
    """The condition that a column holds one of these codes, which are part of the statement.

    What is handed over with a statement as a list is written into it anew each time.
    """
    if not all(code.isidentifier() for code in codes):
        raise ValueError(f"no codes: {codes}")
    return column.in_([literal_column(f"'{code}'") for code in codes])


# Of a column that came after rows were sealed: while it is empty their digest leaves it out.
LATER = {"later": True}
# Of one that holds this value for every row sealed before it came: that value is left out.
FIRST = {"first": 1}
# Of one that took the place of another: digests go on saying what the other said, under its name.
SEALED_AS_DUE_EPOCH = {"sealed_as": "due_epoch"}


def unsealed(reason: str) -> dict[str, str]:
    """Of a column that the digest of its row leaves out, and why."""
    return {"unsealed": reason}


TRIES = unsealed("counts tries of signing in, good or bad; passes by itself")

Key = Annotated[int, mapped_column(primary_key=True)]
Code = Annotated[str, mapped_column(String(64))]
Text300 = Annotated[str, mapped_column(String(300))]
