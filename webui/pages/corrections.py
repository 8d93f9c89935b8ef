"""How one recorded act can be put right: by an act of the law, or by a recorded correction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from casework.models import Case, Event, Officer
from casework.services import remark
from casework.services.work import Work
from webui.pages import acts
from webui.pages.acts import ActLine
from webui.pages.history import line_of

FACTS, PARTIES = "koreksi_fakta", "koreksi_terlapor"
ABOUT_PARTIES = frozenset({"terima_laporan", "catat_temuan", "jadikan_temuan", PARTIES})
AGAIN = frozenset({"nilai_syarat", "simpan_kajian", "catat_tindak_lanjut", "undang_klarifikasi"})
"""Acts that may be done again; the newest counts and the older one stays."""


@dataclass(frozen=True)
class Way:
    """One act that puts something right, and what it does."""

    act: ActLine
    words: str


def correctable(event_id: int) -> Callable[[Work, Case], Mapping[str, object]]:
    """What the page of a correction shows: the act as recorded, and the ways."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        event = remark.link(work, case, event_id)
        officer = work.session.scalar(select(Officer.name).where(Officer.id == event.actor_id))
        return {
            "event": line_of(work, case, event, officer),
            "ways": tuple(_ways(work, case, event)),
        }

    return read


def _ways(work: Work, case: Case, event: Event) -> Iterator[Way]:
    edition = work.law.edition(case.edition, case.revision)
    act = edition.acts.get(event.action)
    wanted = {}
    if event.action == "terima_laporan" or (act is not None and act.records):
        wanted[FACTS] = _(
            "Betulkan tanggal atau jamnya; setiap batas yang bergantung padanya dihitung ulang."
        )
    if event.action in ABOUT_PARTIES:
        wanted[PARTIES] = _(
            "Betulkan kategori atau wilayah terlapor; surat yang belum keluar mengikuti."
        )
    if event.action in AGAIN:
        wanted[event.action] = _("Lakukan lagi dengan isian yang benar; yang lama tetap tersimpan.")
    for name, words in wanted.items():
        if name in edition.acts and (line := acts.line(work, case, name)).allowed:
            yield Way(line, words)
