"""An edition's folder, from nodes to one frozen edition."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import partial

import yaml

from casework.engine.edition import Edition
from casework.engine.loading import content, deadlines, lifecycle
from casework.engine.loading.bases import Instruments, basis, period
from casework.engine.loading.block import Block, by_id, fault, identify
from casework.engine.loading.differences import Entries, merge, overlay
from casework.engine.provisions import Provision
from casework.engine.violations import Violations

# Which lists and which single mappings each file may hold.
LISTS: Mapping[str, tuple[str, ...]] = {
    "facts.yaml": ("facts",),
    "lifecycle.yaml": ("stages", "acts"),
    "requirements.yaml": ("requirements", "reporters"),
    "provisions.yaml": ("provisions",),
    "deadlines.yaml": ("ladders", "deadlines"),
    "violations.yaml": ("classes", "kinds", "articles"),
    "outcomes.yaml": ("outcomes",),
    "routing.yaml": ("routes",),
    "numbering.yaml": ("letters",),
    "forms.yaml": ("forms",),
    "criminal_file.yaml": ("file_items",),
}
SINGLES: Mapping[str, tuple[str, ...]] = {
    "deadlines.yaml": ("counting",),
    "numbering.yaml": ("numbering",),
}


@dataclass
class Draft:
    """An edition before it is read: its head, its entries by list, its single mappings."""

    head: Block
    lists: dict[str, Entries] = field(default_factory=dict)
    singles: dict[str, yaml.Node | None] = field(default_factory=dict)


def draft(head: Block, files: Mapping[str, Block], base: Draft | None) -> Draft:
    """Gather an edition's nodes, merged onto those of the edition it amends."""
    made = Draft(head)
    for name, keys in LISTS.items():
        top = files.get(name)
        for key in keys:
            nodes = top.nodes(key) if top is not None and key in top else []
            made.lists[key] = merge(base.lists[key], nodes, key) if base else _listed(nodes, key)
        for key in SINGLES.get(name, ()):
            node = top.node_of(key) if top is not None and key in top else None
            made.singles[key] = overlay(base.singles[key] if base else None, node)
        if top is not None:
            top.close()
    return made


def edition(made: Draft, instruments: Instruments, functions: Collection[str]) -> Edition:
    """Read the gathered nodes; everything that is named must exist."""
    head, lists = made.head, made.lists
    own, in_force = basis(head, instruments), period(head, instruments)
    counting = deadlines.counting(_single(made, "counting"), instruments)
    facts = by_id(
        lists["facts"].values(),
        "fakta",
        partial(lifecycle.fact, instruments=instruments, rules=lists["deadlines"]),
    )
    ladders = by_id(lists["ladders"].values(), "tangga pengingat", deadlines.ladder)
    rules = by_id(
        lists["deadlines"].values(),
        "batas waktu",
        deadlines.reader(instruments, facts, ladders, counting, in_force.bases or (own,)),
    )
    forms = by_id(
        lists["forms"].values(), "formulir", partial(content.form, instruments=instruments)
    )
    for one in forms.values():
        copy = forms.get(one.sealed_copy)
        if one.sealed_copy and (copy is None or not copy.secret or copy.letter):
            fault(
                lists["forms"][one.id],
                f'salinan tersegel "{one.sealed_copy}" harus formulir rahasia yang bukan surat.',
            )
    stages = by_id(
        lists["stages"].values(), "tahap", lambda block: lifecycle.stage(block, instruments, rules)
    )
    acts = by_id(
        lists["acts"].values(),
        "tindakan",
        lambda block: lifecycle.act(block, instruments, facts, stages, rules, forms),
    )
    provisions = by_id(
        lists["provisions"].values(),
        "ketentuan",
        partial(content.provision, instruments=instruments),
    )
    violations = _violations(made, instruments, provisions)
    routes = by_id(
        lists["routes"].values(),
        "tujuan",
        lambda block: content.route(block, instruments, violations.classes, functions, forms),
    )
    letters = by_id(
        lists["letters"].values(),
        "pola surat",
        partial(content.letter_pattern, instruments=instruments),
    )
    cited = head.texts("instruments", required=True)
    for name in cited:
        if name not in instruments:
            fault(
                head.node_of("instruments"), f'peraturan "{name}" tidak ada pada instruments.yaml.'
            )
    for found in rules.values():
        if found.within is not None and found.within not in rules:
            fault(lists["deadlines"][found.id], f'batas luar "{found.within}" tidak ada.')
    read = Edition(
        id=head.text("id"),
        title=head.text("title"),
        regime=head.text("regime"),
        revision=head.text("revision"),
        amends=head.maybe("amends"),
        in_force=in_force,
        basis=own,
        instruments={name: instruments[name] for name in cited},
        facts=facts,
        stages=stages,
        acts=acts,
        requirements=by_id(
            lists["requirements"].values(),
            "persyaratan",
            partial(content.requirement, instruments=instruments, rules=rules),
        ),
        deadlines=rules,
        violations=violations,
        routes=tuple(routes.values()),
        numbering=content.numbering(_single(made, "numbering"), instruments, letters),
        forms=forms,
        no_cases=head.text("no_cases", ""),
        notes=head.texts("notes"),
        reporters=by_id(
            lists["reporters"].values(),
            "pelapor",
            partial(content.reporter, instruments=instruments),
        ),
        provisions=provisions,
        file_items=by_id(
            lists["file_items"].values(),
            "isi berkas pidana",
            partial(content.file_item, instruments=instruments, forms=forms),
        ),
        outcomes=tuple(
            by_id(
                lists["outcomes"].values(),
                "hasil",
                lambda block: content.outcome(
                    block, instruments, violations.classes, violations.kinds
                ),
            ).values()
        ),
    )
    head.close()
    return read


def _violations(
    made: Draft, instruments: Instruments, provisions: Mapping[str, Provision]
) -> Violations:
    lists = made.lists
    classes = by_id(
        lists["classes"].values(),
        "golongan pelanggaran",
        partial(content.violation_class, instruments=instruments),
    )
    kinds = by_id(
        lists["kinds"].values(),
        "jenis ketentuan",
        partial(content.provision_kind, instruments=instruments),
    )
    articles = by_id(
        lists["articles"].values(),
        "pasal",
        lambda block: content.article(block, instruments, classes, kinds, provisions),
    )
    for one in articles.values():
        for other in articles.values():
            if (
                one.id < other.id
                and one.article == other.article
                and one.in_force.overlaps(other.in_force)
            ):
                fault(
                    lists["articles"][other.id],
                    f"pasal {one.article} berlaku ganda: "
                    f"{one.id} dan {other.id} bertumpang tindih.",
                )
    return Violations(classes, kinds, articles)


def _listed(nodes: list[yaml.Node], what: str) -> Entries:
    entries: Entries = {}
    for node in nodes:
        entry_id = identify(node, what)
        if entry_id in entries:
            fault(node, f'{what} "{entry_id}" tertulis dua kali. Hapus atau ganti salah satu id.')
        entries[entry_id] = node
    return entries


def _single(made: Draft, key: str) -> Block:
    node = made.singles[key]
    if node is None:
        fault(made.head.node, f'edisi ini tidak punya bagian "{key}".')
    return Block(node, f'bagian "{key}"')
