"""An address that refuses mail for good: told at once to those who can have it put right."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from casework.models import Case, Notice, Office, Officer
from casework.services.messaging import messages
from casework.services.staff import officers
from casework.services.unit.work import Work

STATE = "undeliverable"
"""How a try is kept after which none follows."""
TOLD = ("coordinator", "administrator")


def tell(work: Work, notice_id: int, answer: str) -> None:
    """Tell the officer's offices, once a day however many messages were refused.

    On the desk, with the officer's login and the server's `answer`, never the address itself.
    """
    notice = work.session.get_one(Notice, notice_id)
    officer = work.session.get_one(Officer, notice.officer_id)
    for office in _offices(work, notice, officer):
        today = work.now.astimezone(ZoneInfo(office.zone)).date()
        for helper in officers.holders(work.session, office.id, TOLD, today):
            messages.write(
                work,
                helper,
                key=f"undeliverable:{officer.id}:{today.isoformat()}:officer-{helper.id}",
                subject=f"Surel untuk {officer.login} tidak dapat disampaikan",
                body=(
                    f"Server surel menolak alamat surel {officer.login} untuk seterusnya "
                    f"({answer}), jadi pesan “{notice.subject}” tidak dikirim ulang ke alamat itu. "
                    "Pesannya ada di meja kerja petugas itu, dan kanal lain yang dipilihnya tetap "
                    "berjalan. Administrator membetulkan alamatnya pada Pengaturan, Petugas dan "
                    "peran; sampai itu pastikan ia membuka meja kerjanya."
                ),
                zone=office.zone,
            )


def _offices(work: Work, notice: Notice, officer: Officer) -> list[Office]:
    """Where the officer works today; for one without a role the office of the case."""
    found = officers.offices_of(work.session, officer, officers.today(work.now))
    case = work.session.get(Case, notice.case_id) if notice.case_id else None
    return found or ([case.office] if case else [])
