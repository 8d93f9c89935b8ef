"""regions/, agencies/, offices/ and elections/: the world the law is applied in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import partial

from casework.engine.agency import Agency
from casework.engine.election import BASE, ELECTIONS, DatedFact, Election
from casework.engine.loading import settings
from casework.engine.loading.bases import Instruments, basis, period
from casework.engine.loading.block import Block, by_id, compose, fault, known
from casework.engine.office import Level, OfficeEntry
from casework.engine.region import Region, code_known
from casework.engine.revision import Overlay, of_edition
from casework.engine.zones import not_indonesian

_AGENCY_FIELDS = frozenset({"region", "place", "head", "province"})
_ELECTION_KINDS = ("PG", "PB", "PW", "PL", "PP")


def regions(top: Block, instruments: Instruments) -> dict[str, Region]:
    """The regions of one province file."""
    province = top.text("province")
    found = by_id(top.nodes("regions"), "wilayah", partial(_region, province, instruments))
    top.close()
    return found


def agencies(files: Iterable[Block], instruments: Instruments) -> dict[str, Agency]:
    """Every agency; two of one function may not be in force on the same day."""
    found: dict[str, Agency] = {}
    for top in files:
        for agency_id, agency in by_id(
            top.nodes("agencies"), "lembaga", partial(_agency, instruments)
        ).items():
            for other in found.values():
                if agency_id == other.id:
                    fault(top.node, f'lembaga "{agency_id}" tertulis pada dua berkas.')
                if agency.function == other.function and agency.in_force.overlaps(other.in_force):
                    fault(
                        top.node,
                        f'lembaga "{agency_id}" dan "{other.id}" sama-sama berlaku '
                        f"untuk fungsi {agency.function} pada waktu yang sama.",
                    )
            found[agency_id] = agency
        top.close()
    return found


def offices(
    top: Block, instruments: Instruments, places: Mapping[str, Region]
) -> dict[str, OfficeEntry]:
    """The offices of one file; a parent must be listed too."""
    found = by_id(top.nodes("offices"), "kantor", partial(_office, instruments, places))
    for office in found.values():
        if office.parent is not None and office.parent not in found:
            fault(
                top.node, f'kantor "{office.code}" menyebut induk "{office.parent}" yang tidak ada.'
            )
    top.close()
    return found


def elections(
    top: Block, instruments: Instruments, known_offices: Mapping[str, OfficeEntry]
) -> dict[str, Election]:
    """The elections of one file."""
    found = by_id(top.nodes("elections"), "pemilihan", partial(_election, instruments))
    for election in found.values():
        for code in election.offices:
            if code not in known_offices:
                fault(
                    top.node, f'pemilihan "{election.id}" menyebut kantor "{code}" yang tidak ada.'
                )
        if election.of == election.id:
            fault(top.node, f'pemilihan "{election.id}" tidak dapat mengulang dirinya sendiri.')
        for code in election.regions:
            if not code_known(code):
                fault(
                    top.node, f'pemilihan "{election.id}": "{code}" bukan kode wilayah Kemendagri.'
                )
    top.close()
    return found


def elections_upon(
    files: Mapping[str, Election],
    overlays: Iterable[Overlay],
    instruments: Instruments,
    known_offices: Mapping[str, OfficeEntry],
) -> dict[str, Election]:
    """The elections of the files with those that were imported upon them, the newest of each."""
    found = dict(files)
    for overlay in of_edition(overlays, ELECTIONS, BASE):
        text = json.dumps({"elections": list(overlay.changes.values())})
        top = compose(f"{ELECTIONS}@{overlay.revision}", text)
        found |= elections(top, instruments, known_offices)
    return found


def _region(province: str, instruments: Instruments, block: Block) -> Region:
    kind = known(
        block, "kind", block.text("kind"), ("provinsi", "kabupaten", "kota"), "jenis wilayah"
    )
    return Region(
        block.text("id"),
        block.text("name"),
        kind,
        block.text("code"),
        province,
        block.flag("training"),
        basis(block, instruments),
        block.text("kemendagri", ""),
    )


def _agency(instruments: Instruments, block: Block) -> Agency:
    name, address = block.text("name"), block.text("address_to")
    for key, text in (("name", name), ("address_to", address)):
        strange = set(re.findall(r"{([^}]*)}", text)) - _AGENCY_FIELDS
        if strange:
            fault(block.node_of(key), f"isian {sorted(strange)} pada {block.what} tidak dikenal.")
    return Agency(
        block.text("id"),
        block.text("function"),
        name,
        address,
        period(block, instruments),
        basis(block, instruments),
        block.flag("local", False),
        block.text("city", ""),
    )


def _office(instruments: Instruments, places: Mapping[str, Region], block: Block) -> OfficeEntry:
    zone = block.text("zone")
    if wrong := not_indonesian(zone):
        fault(block.node_of("zone"), wrong)
    region = block.maybe("region")
    if region is not None:
        known(block, "region", region, places, "wilayah")
    return OfficeEntry(
        block.text("id"),
        block.text("name"),
        block.choice("level", Level),
        block.maybe("parent"),
        zone,
        block.text("region_code"),
        region,
        block.text("city"),
        block.flag("training"),
        basis(block, instruments),
        settings.closures(block, instruments),
        settings.parameters(block, instruments),
    )


def _election(instruments: Instruments, block: Block) -> Election:
    before, after = "", ""
    if "unread" in block:
        unread = block.block("unread")
        before, after = unread.maybe("before") or "", unread.maybe("after") or ""
        unread.close()
    return Election(
        block.text("id"),
        block.text("title"),
        known(block, "kind", block.text("kind"), _ELECTION_KINDS, "jenis pemilihan"),
        block.text("regime"),
        block.texts("offices", required=True),
        by_id(block.nodes("facts"), "fakta bertanggal", partial(_dated, instruments)),
        basis(block, instruments),
        before,
        after,
        block.text("of", ""),
        block.texts("regions"),
    )


def _dated(instruments: Instruments, block: Block) -> DatedFact:
    return DatedFact(
        block.text("id"), block.text("title"), block.day("on"), basis(block, instruments)
    )
