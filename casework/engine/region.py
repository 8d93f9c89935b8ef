"""The regions of a province, as the Ministry of Home Affairs names them."""

from __future__ import annotations

from dataclasses import dataclass

from casework.engine.basis import Basis


@dataclass(frozen=True)
class Region:
    """A province, kabupaten or kota. `training` is true where `code` was never published."""

    id: str
    name: str
    kind: str
    code: str
    province: str
    training: bool
    basis: Basis

    @property
    def place(self) -> str:
        """The bare name, without "Kabupaten", "Kota" or "Provinsi"."""
        return self.name.split(" ", 1)[1]

    @property
    def head(self) -> str:
        """The title of the head of the region."""
        return {"provinsi": "Gubernur", "kota": "Wali Kota"}.get(self.kind, "Bupati")
