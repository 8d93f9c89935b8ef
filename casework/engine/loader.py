"""From the texts of the rules folder to one `Law`, or a refusal naming file and line.

The loader is pure: whoever reads the files hands their texts over, keyed by their path inside
the folder (`pemilihan-2020/deadlines.yaml`). Form folders (`<edition>/documents/…`) are not its
business.
"""

from __future__ import annotations

from collections.abc import Mapping

from casework.engine.edition import Edition
from casework.engine.law import Law, no_overlap
from casework.engine.loading import (
    calendars,
    desk,
    editions,
    kerawanan,
    places,
    practice,
    settings,
)
from casework.engine.loading import scope as scopes
from casework.engine.loading.bases import instruments as read_instruments
from casework.engine.loading.block import Block, compose, fault
from casework.engine.loading.revising import Reviser
from casework.engine.refusals import RuleFileFault

_SHARED = (
    "calendars", "regions", "agencies", "offices", "elections", "scope", "desk", "practice",
    "kerawanan",
)  # fmt: skip


def parse(files: Mapping[str, str]) -> Law:
    """Read every file and cross-check the whole.

    Raises RuleFileFault on the first thing that is wrong: unknown file, key, fact, role, stage,
    rule, form or instrument, a key or id written twice, a missing citation or verification,
    overlapping validity.
    """
    tops = {path: compose(path, text) for path, text in sorted(files.items())}
    if "instruments.yaml" not in tops:
        raise RuleFileFault("instruments.yaml", 1, "berkas ini tidak ada, padahal wajib.")
    known = read_instruments(tops.pop("instruments.yaml"))
    shared = {name: _take(tops, name) for name in _SHARED}
    for name in ("calendars", "regions", "offices"):
        if not shared[name]:
            raise RuleFileFault(name, 1, "folder ini kosong, padahal wajib berisi.")
    regions = {}
    for top in shared["regions"]:
        regions.update(places.regions(top, known))
    offices = {}
    for top in shared["offices"]:
        offices.update(places.offices(top, known, regions))
    agencies = places.agencies(shared["agencies"], known)
    elections = {}
    for top in shared["elections"]:
        elections.update(places.elections(top, known, offices))
    for election in elections.values():
        if election.of and election.of not in elections:
            text = f'pemilihan "{election.id}" mengulang "{election.of}" yang tidak ada.'
            raise RuleFileFault("elections", 1, text)
    functions = {agency.function for agency in agencies.values()}
    drafts = _drafts(tops)
    reviser = Reviser(drafts, known, functions)
    found = {folder: reviser.edition(folder) for folder in drafts}
    no_overlap(found, reviser)
    settings.check(shared["offices"], {rule for one in found.values() for rule in one.deadlines})
    return Law(
        instruments=known,
        editions=found,
        calendar=calendars.calendar(shared["calendars"]),
        agencies=agencies,
        regions=regions,
        offices=offices,
        elections=elections,
        scope=scopes.scope(shared["scope"], known),
        reviser=reviser,
        desk=desk.desk(shared["desk"], known, tuple(found), elections),
        practice=practice.practice(shared["practice"], known, tuple(offices)),
        kerawanan=kerawanan.kerawanan(shared["kerawanan"], known, regions, _articles(found)),
    )


def _articles(editions: Mapping[str, Edition]) -> set[str]:
    return {article for one in editions.values() for article in one.articles}


def _take(tops: dict[str, Block], folder: str) -> list[Block]:
    paths = [path for path in tops if path.split("/")[0] == folder]
    return [tops.pop(path) for path in paths]


def _drafts(tops: dict[str, Block]) -> dict[str, editions.Draft]:
    folders: dict[str, dict[str, Block]] = {}
    for path, top in tops.items():
        folder, _, name = path.partition("/")
        if name != "edition.yaml" and name not in editions.LISTS:
            fault(
                top.node,
                f'berkas "{path}" tidak dikenal. Berkas sebuah edisi: edition.yaml, '
                f"{', '.join(editions.LISTS)}.",
            )
        folders.setdefault(folder, {})[name] = top
    drafts: dict[str, editions.Draft] = {}
    for folder in folders:
        _draft(folder, folders, drafts, ())
    return drafts


def _draft(
    folder: str,
    folders: Mapping[str, dict[str, Block]],
    drafts: dict[str, editions.Draft],
    waiting: tuple[str, ...],
) -> editions.Draft:
    if folder in drafts:
        return drafts[folder]
    files = dict(folders[folder])
    head = files.pop("edition.yaml", None)
    if head is None:
        raise RuleFileFault(f"{folder}/edition.yaml", 1, "berkas ini tidak ada, padahal wajib.")
    if head.text("id") != folder:
        fault(head.node_of("id"), f'id edisi harus sama dengan nama foldernya, "{folder}".')
    amended = head.maybe("amends")
    base = None
    if amended is not None:
        if amended not in folders or amended in waiting:
            fault(
                head.node_of("amends"),
                f'edisi yang diubah, "{amended}", tidak ada atau saling mengubah.',
            )
        base = _draft(amended, folders, drafts, (*waiting, folder))
    drafts[folder] = editions.draft(head, files, base)
    return drafts[folder]
