"""Citation, quote, mark and source of an entry. An entry without them does not load."""

from __future__ import annotations

from collections.abc import Mapping

from casework.engine.basis import Basis, Cite, Mark
from casework.engine.edition import Amendment, Instrument
from casework.engine.loading.block import Block, fault
from casework.engine.period import Period

Instruments = Mapping[str, Instrument]


def basis(block: Block, instruments: Instruments) -> Basis:
    """The basis written among the keys of `block`."""
    for key in ("citation", "verification"):
        if key not in block:
            fault(
                block.node,
                f'{block.what} tidak punya "{key}". Setiap entri menyebut pasalnya (citation) '
                "dan tanda verifikasinya (confirmed, secondary, atau unverified).",
            )
    mark = block.choice("verification", Mark)
    quote = block.text("quote", "")
    source = block.text("source", "")
    if mark is Mark.CONFIRMED and not quote:
        fault(
            block.node,
            f"{block.what} bertanda confirmed tetapi tidak mengutip bunyi pasalnya (quote).",
        )
    if mark is not Mark.UNVERIFIED and not source:
        fault(block.node, f"{block.what} bertanda {mark} tetapi tidak menyebut sumbernya (source).")
    read = [cite(Block(node, "citation"), instruments) for node in block.nodes("citation")]
    citation = "; ".join(text for text, _ in read)
    cites = tuple(cite for _, cite in read)
    return Basis(citation, quote, mark, source, block.text("note", ""), cites)


def own_basis(block: Block, instruments: Instruments) -> Basis:
    """The basis of a block that holds nothing else."""
    found = basis(block, instruments)
    block.close()
    return found


def maybe_basis(block: Block, key: str, instruments: Instruments, default: Basis) -> Basis:
    """The basis under `key`, or `default` when there is none."""
    return own_basis(block.block(key), instruments) if key in block else default


def period(block: Block, instruments: Instruments, key: str = "in_force") -> Period:
    """A half-open span; each end may carry a basis of its own."""
    if key not in block:
        return Period()
    inner = block.block(key)
    since = inner.maybe_day("from")
    until = inner.maybe_day("until")
    if since and until and since >= until:
        fault(inner.node, f'{inner.what}: "until" ({until}) harus sesudah "from" ({since}).')
    found = Period(
        since,
        until,
        own_basis(inner.block("from_basis"), instruments) if "from_basis" in inner else None,
        own_basis(inner.block("until_basis"), instruments) if "until_basis" in inner else None,
        inner.flag("from_known", True),
    )
    inner.close()
    return found


def cite(part: Block, instruments: Instruments) -> tuple[str, Cite]:
    """One article, as the text people read and as data."""
    law = part.text("law")
    if law not in instruments:
        fault(part.node, f'peraturan "{law}" tidak ada pada instruments.yaml.')
    words = [instruments[law].short]
    values = {key: part.text(key, "") for key in _PARTS}
    words += [form.format(values[key]) for key, form in _PARTS.items() if values[key]]
    extra = part.maybe("part")
    part.close()
    return " ".join(words) + (f", {extra}" if extra else ""), Cite(law, **values)


_PARTS = {"article": "Pasal {}", "paragraph": "ayat ({})", "letter": "huruf {}"}


def instruments(top: Block) -> dict[str, Instrument]:
    """Read the list; an instrument is its own citation."""
    found: dict[str, Instrument] = {}
    for block in top.blocks("instruments"):
        one = _instrument(block)
        if one.id in found:
            fault(block.node, f'peraturan "{one.id}" tertulis dua kali.')
        found[one.id] = one
    top.close()
    return found


def _instrument(block: Block) -> Instrument:
    short = block.text("short")
    basis = Basis(
        short,
        block.text("quote", ""),
        block.choice("verification", Mark),
        block.text("source", ""),
        block.text("note", ""),
    )
    one = Instrument(
        block.text("id"),
        short,
        block.text("title"),
        block.text("gazette", ""),
        block.maybe_day("signed"),
        basis,
        tuple(_amendment(inner) for inner in block.blocks("amended")),
        block.text("brief", ""),
    )
    days = [amendment.since for amendment in one.amended]
    if days != sorted(days):
        fault(block.node_of("amended"), f'perubahan "{one.id}" tidak menurut tanggalnya.')
    block.close()
    return one


def _amendment(block: Block) -> Amendment:
    one = Amendment(block.day("since"), block.text("by"), block.maybe_day("until"))
    block.close()
    return one
