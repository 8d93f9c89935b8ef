"""The dated facts of a case that start its clocks, and the yes/no facts of its lifecycle."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import bindparam, select

from casework.engine import observable_facts
from casework.engine.categories import ViolationClass
from casework.engine.deadline import is_late
from casework.engine.requirements import standing
from casework.models import Case, Fact
from casework.models.case import CaseKind
from casework.models.referral import ItemState
from casework.services.cases import case_rows
from casework.services.cases.case_rows import CaseRows
from casework.services.core.work import Work

BEGINNINGS = ("laporan_diterima", "penelusuran_dimulai", "ditemukan")
"""The events a case can begin with: a report, a tracing, a finding."""


def put(work: Work, case: Case, times: Mapping[str, datetime], reason: str = "") -> list[Fact]:
    """Record the time of each named fact; the rows belong into the record of the act."""
    rows = [
        Fact(
            case_id=case.id,
            name=name,
            at=at,
            recorded_at=work.now,
            recorded_by=work.actor.officer_id,
            reason=reason,
        )
        for name, at in times.items()
    ]
    work.session.add_all(rows)
    return rows


def times(work: Work, case: Case) -> dict[str, datetime]:
    """The newest time of every fact of a case."""
    rows = work.session.execute(_TIMES, {"case": case.id})
    return {row.name: row.at for row in rows}


_TIMES = select(Fact.name, Fact.at).where(Fact.case_id == bindparam("case")).order_by(Fact.id)


FINAL_ITEM_STATES = frozenset(
    {
        ItemState.ACCEPTED,
        ItemState.REROUTED,
        ItemState.FOLLOWED_UP,
        ItemState.NOT_FOLLOWED,
        ItemState.UNANSWERED,
    }
)
# Facts the officer supplies in the very form of the act; asking assumes them, doing checks them.
SUPPLIED = ("pleno_kuorum", "hasil_semua_terlapor", "musyawarah_kuorum")
# In this stage the completed report is judged, also before anything was found in it.
_SECOND_ROUND = "pemeriksaan_kelengkapan"


def facts_of(
    work: Work,
    case: Case,
    given: Mapping[str, bool] | None = None,
    rows: CaseRows | None = None,
) -> dict[str, bool]:
    """Every declared fact of a case as it stands; `given` are those supplied with the act.

    `rows` are those of the case where they have been read already.
    """
    return _facts(work, case, rows or case_rows.read(work, case)) | dict(given or {})


def of_many(
    work: Work, cases: Collection[Case], rows: Mapping[int, CaseRows] | None = None
) -> dict[int, dict[str, bool]]:
    """Every declared fact of many cases as they stand, by key of the case.

    `rows` are those of the cases where they have been read already; otherwise they are read in
    as many statements as one case takes.
    """
    rows = rows or case_rows.read_many(work, cases)
    return {case.id: _facts(work, case, rows[case.id]) for case in cases}


def _facts(work: Work, case: Case, rows: CaseRows) -> dict[str, bool]:
    facts: dict[str, bool] = dict.fromkeys((*rows.times, *SUPPLIED), True)
    # Told at intake, or found while it was handled.
    facts["ada_dugaan_pidana"] = case.suspects_crime or ViolationClass.CRIME in rows.proposed
    facts["pidana_tersendiri"] = rows.apart or not facts["ada_dugaan_pidana"]
    facts["etik_pengawas_adhoc"] = "panwascam_pkd_ptps" in rows.categories
    asked = ("surat_kelengkapan_diterima", "kelengkapan_diterima")
    facts["kelengkapan_pernah_diminta"] = any(name in rows.times for name in asked)
    facts["surat_kelengkapan_diterima"] = False
    facts["rekomendasi_kpu_diterima"] = False
    facts |= _requirements(work, case, rows)
    facts |= observable_facts.of_kind(case.kind)
    # A finding has no reporter whose papers could lack: the pleno that fixes it judges it.
    facts["syarat_terpenuhi"] |= case.kind != CaseKind.REPORT
    facts |= _limits(work, rows)
    # Of a finding that is about things alone there is nobody who could be invited.
    nobody = all(role == "matter" for role, _ in rows.parties)
    heard = bool(rows.sessions) or nobody
    facts["klarifikasi_tuntas"] = heard and "invited" not in rows.sessions
    facts["kajian_lengkap"] = rows.reviewed is not None and rows.respondents <= rows.reviewed
    facts |= _outcomes(rows)
    facts |= _letters(rows)
    settled, ruled = (rows.times.get(one) for one in ("berkas_pidana_disusun", "diputuskan"))
    facts["berkas_pidana_siap"] = not facts["ada_pidana"] or (
        settled is not None and (ruled is None or settled >= ruled)
    )
    received, reopened = (rows.times.get(one) for one in ("diterima_penyidik", "dibuka_kembali"))
    facts["penyidik_belum_menerima"] = received is None or (reopened or received) > received
    edition = work.law.edition(case.edition, case.revision)
    # The office of a case is read only where something is left to it.
    facts["jalan_sidang_dipilih"] = edition.violations.hearing is None or work.law.hears(
        edition, case.office.code
    )
    facts["pelimpahan_menunggu"] = rows.waits
    facts["tidak_sedang_dilimpahkan"] = not rows.waits
    return facts


def current_round(case: Case, rows: CaseRows) -> int:
    """Round of the requirement check: 1 at kajian awal, 2 after a completion."""
    return 2 if case.stage == _SECOND_ROUND else rows.round or 1


def _requirements(work: Work, case: Case, rows: CaseRows) -> dict[str, bool]:
    wanted = work.law.edition(case.edition, case.revision).requirements
    asked = 2 if case.stage == _SECOND_ROUND else rows.round
    return standing(wanted, rows.judged if rows.round == asked else {})


def _limits(work: Work, rows: CaseRows) -> dict[str, bool]:
    ends = {
        rule: [
            (datetime.fromisoformat(one.due), bool(one.extended))
            for one in rows.limits
            if one.rule == rule
        ]
        for rule in ("perbaikan", "penanganan")
    }
    # Of lapses declared before their hour was kept, what matters is whether the limit runs again.
    lapsed = rows.times.get("dinyatakan_gugur", work.now)
    return {
        # Unmet after the completion was waited for: it was declared to have passed.
        "gugur_mendahului_batas": any(not is_late(due, lapsed) for due, _ in ends["perbaikan"]),
        "perbaikan_lewat": any(is_late(due, work.now) for due, _ in ends["perbaikan"]),
        "penanganan_terbuka": any(
            not extended and not is_late(due, work.now) for due, extended in ends["penanganan"]
        ),
    }


def _outcomes(rows: CaseRows) -> dict[str, bool]:
    violations = [one for one in rows.outcomes if one[0] != ViolationClass.NONE]
    addressed = [one for one in violations if not one[1]]
    return {
        "ada_pidana": any(kind == ViolationClass.CRIME for kind, _ in violations),
        "ada_penerusan": bool(addressed),
        "tanpa_penerusan": not addressed,
        # Destinations are looked up when the letters are drafted; the act itself answers this.
        "tujuan_semua_jelas": True,
    }


def _letters(rows: CaseRows) -> dict[str, bool]:
    letters, sent, notices = rows.letters, rows.sent, rows.notices
    items = [state for state, _ in rows.answers]
    to_kpu = {state for state, kind in rows.answers if kind == ViolationClass.ADMINISTRATIVE}
    crimes = [one for one in letters if one.violation_class == ViolationClass.CRIME]
    return {
        "surat_pidana_terkirim": bool(crimes) and all(r.document_id in sent for r in crimes),
        "surat_penerusan_terkirim": bool(letters) and all(r.document_id in sent for r in letters),
        # Told once is told: a notice drafted after one was sent holds nothing. Where nobody
        # reported, nobody is left to be told.
        "pemberitahuan_status_terkirim": any(one in sent for one in notices)
        or not rows.has_reporter,
        "rekomendasi_kpu_ditindaklanjuti": to_kpu == {"followed_up"},
        "tindak_lanjut_tuntas": bool(items) and all(s in FINAL_ITEM_STATES for s in items),
    }
