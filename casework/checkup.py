"""What a standing installation says of itself: disk, key, clock, calendar, queue, last examination.

Each check gives a complaint that names what is wrong and what to do, or "".
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from casework.bootstrap import App
from casework.errors import IntegrityFault
from casework.models import Event, Identity, IntegrityCheck, Office, Outbox
from casework.models.outbox import OutboxState
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor, Work
from casework.services.deadlines import clock_watch
from casework.services.upkeep import integrity
from casework.services.upkeep.figures import figures
from casework.settings import Settings

NOBODY = Actor.system(NO_OFFICE)
CALENDAR_AHEAD = timedelta(days=60)
CLOCK_SLACK = timedelta(seconds=5)
LONGEST_WAIT, LONGEST_LAG = timedelta(minutes=5), timedelta(minutes=2)
"""How long work may wait, and a limit that ran out stay unrecorded, before somebody must look."""
LEAST_ROOM = 500 << 20
_SEAT = "Asia/Jakarta"


def disk(settings: Settings) -> str:
    """The data folder can be written, and there is room for more."""
    folder = settings.var.resolve()
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
            file.flush()
        room = shutil.disk_usage(folder).free
    except OSError as fault:
        return (
            f"{folder} tidak dapat ditulisi ({fault.strerror}). Periksa CASEWORK_VAR, pemilik "
            "folder, ruang, dan apakah disknya terpasang untuk ditulisi"
        )
    if room >= LEAST_ROOM:
        return ""
    return (
        f"tinggal {room >> 20} MB di disk {folder}. Kosongkan atau tambah ruang; bila habis, "
        "tindakan ditolak sampai ada ruang lagi"
    )


def key(app: App) -> str:
    """What was sealed last opens with the master key of today."""
    with app.reading(NOBODY) as work:
        last = work.session.scalar(select(Identity).order_by(Identity.id.desc()).limit(1))
    if last is None:
        return ""
    try:
        app.vault.open(last.sealed, f"identity:{last.handle}")
    except IntegrityFault:
        return (
            f"{app.settings.master_key} bukan kunci yang menyegel data ini. Hentikan sistem dan "
            "letakkan kunci yang benar; yang disegel sementara itu hanya terbaca dengan kunci ini"
        )
    return ""


def clock(app: App) -> str:
    """An event from the future means that the clock went back since it was written."""
    with app.reading(NOBODY) as work:
        newest = work.session.scalar(select(func.max(Event.at)))
        doubt = clock_watch.suspect(work)
    if doubt:
        return f"{doubt.reason} Bandingkan dengan jam resmi, lalu: casework clock confirm"
    now = app.now()
    if newest is None or newest <= now + CLOCK_SLACK:
        return ""
    return (
        f"sekarang {now:%Y-%m-%d %H:%M} UTC, tetapi catatan terakhir {newest:%Y-%m-%d %H:%M} UTC. "
        "Betulkan jam mesin (NTP)"
    )


def calendar(app: App) -> str:
    """Holidays are settled for a while to come, in the files or by what was entered on screen."""
    with app.reading(NOBODY) as work:
        until = work.law.calendar.covers_until
        today = _latest_day(work, work.session.scalars(select(Office.zone).distinct()))
    if until >= today + CALENDAR_AHEAD:
        return ""
    return (
        f"hari libur baru ditetapkan sampai {until.isoformat()}; batas waktu sesudahnya sementara. "
        "Catat keputusan tahun berikutnya pada Pengaturan, Kalender, atau tambahkan berkasnya pada "
        "rules/calendars/"
    )


def _latest_day(work: Work, zones: Iterable[str]) -> date:
    """The day at the office where it begins first: the day of UTC is nobody's."""
    return max(work.now.astimezone(ZoneInfo(zone)).date() for zone in [*zones, _SEAT])


def queue(app: App) -> str:
    """Letters and messages go out, and limits that ran out are recorded."""
    with app.reading(NOBODY) as work:
        found = figures(work)
        doubted = clock_watch.suspect(work) is not None
        oldest = work.session.execute(
            select(Outbox.kind, Outbox.last_error)
            .where(Outbox.state == OutboxState.WAITING, Outbox.not_before <= work.now)
            .where(Outbox.kind.not_in(("reminder", integrity.KIND)))
            .order_by(Outbox.not_before)
            .limit(1)
        ).first()
    dead = {
        kind: count for (kind, state), count in found.outbox.items() if state == OutboxState.DEAD
    }
    if dead:
        each = ", ".join(f"{kind} {count}" for kind, count in sorted(dead.items()))
        return (
            f"{sum(dead.values())} pekerjaan tidak dicoba lagi ({each}). Cari sebabnya di log "
            "pekerja, perbaiki, lalu: casework retry"
        )
    if found.outbox_age > LONGEST_WAIT.total_seconds() and oldest is not None:
        why = f"{oldest.kind}: {oldest.last_error}" if oldest.last_error else oldest.kind
        cure = (
            "Periksa server surel, CASEWORK_SMTP_HOST dan CASEWORK_SMTP_SECURITY"
            if oldest.kind == "mail"
            else "Periksa log pekerja"
        )
        return f"pekerjaan tertua menunggu {int(found.outbox_age // 60)} menit ({why}). {cure}"
    if found.deadline_lag > LONGEST_LAG.total_seconds() and not doubted:
        return (
            f"batas waktu yang habis belum dicatat selama {int(found.deadline_lag // 60)} menit. "
            "Periksa pekerja dan Prefect"
        )
    return ""


def examination(app: App) -> str:
    """The examination of the night must have come to its end, and found nothing."""
    newest = select(IntegrityCheck).order_by(IntegrityCheck.id.desc()).limit(1)
    with app.reading(NOBODY) as work:
        now, last = work.now, work.session.scalar(newest)
        asked = select(func.min(Outbox.not_before)).where(Outbox.kind == integrity.KIND)
        since = last.at if last else work.session.scalar(asked)
    if last is not None and last.faults:
        return (
            f"pemeriksaan {last.at:%Y-%m-%d %H:%M} UTC menemukan {last.faults} ketidakcocokan "
            f"({', '.join(sorted(last.found))}). Jangan ubah apa pun; jalankan: "
            "casework audit verify"
        )
    if since is None or now - since <= integrity.STALE_AFTER:
        return ""
    last_words = "terakhir" if last else "belum pernah selesai; yang pertama diminta"
    return (
        f"pemeriksaan {last_words} {since:%Y-%m-%d %H:%M} UTC. Periksa pekerja, atau jalankan: "
        "casework audit nightly"
    )
