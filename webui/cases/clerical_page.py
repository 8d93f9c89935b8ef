"""What the pages of clerical corrections show beside their forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from flask import request

from casework.errors import NotFound, NotPermitted
from casework.models import Case, Dispatch, Document, Party
from casework.services.acts.corrections.clerical import CASE, PARTY
from casework.services.cases.record import identity
from casework.services.core.work import Work
from webui.core.region_field import RegionRow, offered

More = Callable[[Work, Case], Mapping[str, object]]


def of_case(work: Work, case: Case) -> Mapping[str, object]:
    """The case's own words as they stand, and the regions found for what was typed."""
    where = {"kode": case.event_region or "", "titik": case.event_point or ""}
    sent = request.form if request.method == "POST" else None
    row = RegionRow(formdata=sent, prefix="wilayah-", data=where)
    return {
        "now": {
            **{field: getattr(case, field) for field in (*CASE, "event_date")},
            "wilayah": where,
        },
        "region": offered(work, row, work.law.edition(case.edition, case.revision)),
        "about": "",
    }


def of_party(party_id: int, *, protected: bool) -> More:
    """A party as it stands; of a protected one only the pseudonym."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        party = work.session.get(Party, party_id)
        if party is None or party.case_id != case.id:
            raise NotFound("Pihak itu tidak ada pada perkara ini.")
        if (party.identity_id is not None) is not protected:
            raise NotFound("Pihak itu dibetulkan pada halaman yang lain.")
        if protected and not identity.may_read(work, case, party):
            raise NotPermitted("Identitas pelapor dan saksi dirahasiakan.")
        now = {} if protected else {field: getattr(party, field) for field in PARTY}
        return {"now": now, "about": party.label}

    return read


def of_dispatch(dispatch_id: int) -> More:
    """When a letter left and arrived, on the wall clock of the office."""

    def read(work: Work, case: Case) -> Mapping[str, object]:
        row = work.session.get(Dispatch, dispatch_id)
        document = work.session.get(Document, row.document_id) if row else None
        if row is None or document is None or document.case_id != case.id:
            raise NotFound("Penyampaian surat itu tidak ada pada perkara ini.")
        zone = ZoneInfo(case.office.zone)
        times = {"sent_at": row.sent_at, "received_at": row.received_at}
        now = {
            field: at.astimezone(zone).replace(tzinfo=None) if at else None
            for field, at in times.items()
        }
        return {"now": now, "about": f"{document.title} {document.number}".strip(), "exact": times}

    return read
