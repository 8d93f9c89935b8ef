"""What happened: entered by hand, proposed by registered cases, confirmed by a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select

from casework.engine.kerawanan import IndexEdition, Proposal
from casework.errors import BadInput, Conflict, NotFound
from casework.models import Case, Office, Outcome, VulnerabilityEvent
from casework.models.kerawanan import EventSource, EventState
from casework.services.cases import access
from casework.services.core.text import TextChecker
from casework.services.core.work import Work
from casework.services.kerawanan import reach

MOST_SHOWN = 500


@dataclass(frozen=True)
class NewEvent:
    """An event as it is entered; `reference` is the number of the LHP, the address, the letter."""

    indicator: str
    place: str
    happened_on: date
    level: int
    times: int
    source: str
    reference: str


@dataclass(frozen=True)
class Proposed:
    """A registered case that may be an event of an indicator, and what of it says so."""

    case: Case
    indicator: str
    why: str


def events(work: Work, region: str = "") -> list[VulnerabilityEvent]:
    """The events of the own office and of those below it, newest first; of one region if named.

    Without those of a case that keeps the actor away.
    """
    query = _seen(work)
    if region:
        query = query.where(VulnerabilityEvent.region == region)
    order = VulnerabilityEvent.happened_on.desc(), VulnerabilityEvent.id.desc()
    return list(work.session.scalars(query.order_by(*order).limit(MOST_SHOWN)))


def event(work: Work, event_id: int) -> VulnerabilityEvent:
    """An event as `events` gives it. Raises NotFound."""
    row = work.session.scalars(_seen(work).where(VulnerabilityEvent.id == event_id)).one_or_none()
    if row is None:
        raise NotFound("Kejadian itu tidak ada atau bukan wilayah kantor Anda.")
    return row


def _seen(work: Work) -> Select[VulnerabilityEvent]:
    inside = [one.id for one in reach.below(work, work.actor.office_id)]
    return select(VulnerabilityEvent).where(
        VulnerabilityEvent.office_id.in_(inside),
        *access.not_kept_away(work, VulnerabilityEvent.from_case),
    )


def enter(work: Work, edition_id: str, new: NewEvent) -> VulnerabilityEvent:
    """Enter an event in the own region; it counts once somebody who leads confirmed it.

    Raises NotPermitted, or BadInput naming each field.
    """
    reach.write(work)
    edition = work.law.kerawanan.edition(edition_id)
    check = TextChecker()
    place = check.text("tempat", "Tempat", new.place, limit=200, required=True)
    reference = check.text("rujukan", "Rujukan", new.reference, limit=300, required=True)
    if new.indicator not in edition.indicators:
        check.refuse("indikator", "Pilih indikatornya.")
    if new.level not in {one.id for one in edition.levels}:
        check.refuse("tingkat", "Pilih tingkat kejadiannya.")
    if not 1 <= new.times <= 999:
        check.refuse("jumlah", "Jumlah kejadian dari 1 sampai 999.")
    if new.source not in set(EventSource):
        check.refuse("sumber", "Pilih sumbernya.")
    if new.happened_on > reach.today(work):
        check.refuse("tanggal", "Tanggal kejadian tidak boleh di depan.")
    region = reach.own_region(work)
    if not region:
        check.refuse("", "Kantor Anda belum punya wilayah pada rules/offices.")
    check.done()
    row = VulnerabilityEvent(
        office_id=work.actor.office_id,
        edition=numbering(edition, new.indicator),
        indicator=new.indicator,
        region=region,
        place=place,
        happened_on=new.happened_on,
        level=new.level,
        times=new.times,
        source=EventSource(new.source),
        reference=reference,
        entered_at=work.now,
        entered_by=work.actor.officer_id,
    )
    work.session.add(row)
    reach.tell(work, "kejadian_rawan_dicatat", [row])
    return row


def numbering(edition: IndexEdition, indicator: str) -> str:
    """The edition whose numbering an indicator has: its own, or the one it is taken from."""
    return edition.indicators[indicator].of or edition.id


def proposals(work: Work, edition: IndexEdition, since: date | None = None) -> list[Proposed]:
    """Registered cases the actor sees that may be events and that nobody settled, newest first.

    An article that the pleno decided about, or the words of the event, say so; no article of a
    kajian that is still secret. A case that a person settled, either way, is not offered again.
    """
    if not edition.proposals:
        return []
    query = (
        select(Case)
        .where(access.visible(work), Case.registration_number != "")
        .order_by(Case.received_at.desc(), Case.id.desc())
        .limit(MOST_SHOWN)
    )
    if since is not None:
        query = query.where(Case.event_date >= since)
    cases = list(work.session.scalars(query))
    keys = [one.id for one in cases]
    settled = set(
        work.session.execute(
            select(VulnerabilityEvent.from_case, VulnerabilityEvent.indicator).where(
                VulnerabilityEvent.from_case.in_(keys)
            )
        )
    )
    decided: dict[int, set[str]] = {}
    for key, article in work.session.execute(
        select(Outcome.case_id, Outcome.article).where(Outcome.case_id.in_(keys))
    ):
        decided.setdefault(key, set()).add(article)
    return [
        Proposed(case, rule.indicator, why)
        for case in cases
        for rule in edition.proposals
        if (case.id, rule.indicator) not in settled
        for why in _why(work, case, rule, decided.get(case.id, set()))
    ]


def settle(
    work: Work, edition_id: str, case_id: int, indicator: str, level: int, *, counts: bool
) -> VulnerabilityEvent:
    """A person says whether a registered case is an event of an indicator.

    The event is of the region and the office that has the case. Raises NotPermitted, NotFound,
    Conflict when it was settled meanwhile, BadInput.
    """
    reach.lead(work)
    edition = work.law.kerawanan.edition(edition_id)
    case = access.readable(work, case_id)
    if not case.registration_number or indicator not in edition.indicators:
        raise NotFound("Usulan itu tidak ada.")
    if level not in {one.id for one in edition.levels}:
        raise BadInput.one("tingkat", "Pilih tingkat kejadiannya.")
    numbered = numbering(edition, indicator)
    if work.session.scalar(
        select(VulnerabilityEvent.id).where(
            VulnerabilityEvent.from_case == case.id,
            VulnerabilityEvent.edition == numbered,
            VulnerabilityEvent.indicator == indicator,
        )
    ):
        raise Conflict("Usulan itu sudah ditetapkan petugas lain.")
    region = reach.region_of(work, case.office)
    if not region:
        raise BadInput.one("", "Kantor perkara itu belum punya wilayah pada rules/offices.")
    row = VulnerabilityEvent(
        office_id=case.office_id,
        edition=numbered,
        indicator=indicator,
        region=region,
        # The case says where; the words of a report may name somebody, so they stay there.
        place=work.law.region(region).name,
        happened_on=case.event_date,
        level=level,
        source=EventSource.CASE,
        reference=case.registration_number,
        from_case=case.id,
        state=EventState.CONFIRMED if counts else EventState.REFUSED,
        entered_at=work.now,
        reviewed_at=work.now,
        reviewed_by=work.actor.officer_id,
    )
    work.session.add(row)
    reach.tell(work, "kejadian_rawan_ditetapkan", [row])
    return row


def review(work: Work, event_id: int, *, counts: bool, remark: str = "") -> VulnerabilityEvent:
    """Confirm an event that was entered, or say that it is none, with the reason.

    Nobody confirms what he entered himself. Raises NotPermitted, NotFound, Conflict, BadInput.
    """
    reach.lead(work)
    row = event(work, event_id)
    work.session.refresh(row, with_for_update=True)
    if row.state is not EventState.PROPOSED:
        raise Conflict("Kejadian itu sudah ditetapkan. Muat ulang halamannya.")
    if row.entered_by is not None and row.entered_by == work.actor.officer_id:
        raise BadInput.one("", "Kejadian ditetapkan oleh petugas lain dari yang mencatatnya.")
    check = TextChecker()
    text = check.text("alasan", "Alasan", remark, limit=300, required=not counts)
    check.done()
    row.state = EventState.CONFIRMED if counts else EventState.REFUSED
    row.remark, row.reviewed_at, row.reviewed_by = text, work.now, work.actor.officer_id
    reach.tell(work, "kejadian_rawan_ditetapkan", [row])
    return row


def cases_by_region(work: Work, offices: list[Office], since: date, until: date) -> dict[str, int]:
    """How many cases were registered about events of a span, by the region of their office.

    Numbers alone, of the offices of a round: who opened it need not see the cases themselves.
    """
    regions = {one.id: reach.region_of(work, one) for one in offices}
    found = dict.fromkeys((one for one in regions.values() if one), 0)
    for office_id, number in work.session.execute(
        select(Case.office_id, func.count())
        .where(
            Case.office_id.in_(regions),
            Case.registration_number != "",
            Case.event_date.between(since, until),
        )
        .group_by(Case.office_id)
    ):
        if region := regions[office_id]:
            found[region] += number
    return found


def _why(work: Work, case: Case, rule: Proposal, decided: set[str]) -> Iterator[str]:
    if named := sorted(decided & rule.articles):
        articles = work.law.edition(case.edition, case.revision).articles
        yield "; ".join(articles[one].title if one in articles else one for one in named)
        return
    said = f"{case.title} {case.event_what}".lower()
    if found := next((one for one in rule.words if one in said), ""):
        yield f"kata “{found}” pada uraian peristiwa"
