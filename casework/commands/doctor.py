"""`casework doctor`: is everything this installation stands on alive and well?"""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import click
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from casework.adapters import fonts, rulebook
from casework.adapters.clock import Clock
from casework.adapters.database import Database
from casework.commands.migrate import configuration
from casework.errors import CaseworkError
from casework.models import ClockState, Event, Heartbeat, IntegrityCheck, Outbox
from casework.services import integrity, leases
from casework.settings import Settings

CALENDAR_AHEAD = timedelta(days=60)
CLOCK_SLACK = timedelta(seconds=5)
PREFECT_SECONDS = 5
OWN_POOL = "casework"


@dataclass(frozen=True)
class Examined:
    """What one check found: an empty complaint means all is well."""

    name: str
    complaint: str


@click.command(short_help="Check database, Prefect, worker, fonts, clock and calendar.")
@click.option("--json", "as_json", is_flag=True, help="Print every check as JSON.")
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Check everything this installation stands on; one line for each thing that is wrong.

    Exit code 0 when all is well, 1 otherwise.

    \b
    Example: casework doctor --json
    """
    found = tuple(examine(Settings.from_env()))
    wrong = [one for one in found if one.complaint]
    if as_json:
        checks = [
            {"name": one.name, "ok": not one.complaint, "text": one.complaint} for one in found
        ]
        click.echo(json.dumps({"ok": not wrong, "checks": checks}, ensure_ascii=False, indent=2))
    elif wrong:
        for one in wrong:
            click.echo(f"{one.name}: {one.complaint}")
    else:
        click.echo(f"Semua baik: {', '.join(one.name for one in found)}.")
    context.exit(1 if wrong else 0)


def examine(settings: Settings) -> Iterator[Examined]:
    """Make every check; one that fails never hides the next."""
    database = Database(settings.url)
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("basis data", lambda: _database(database)),
        ("migrasi", lambda: _migrations(settings, database)),
        ("Prefect", lambda: _prefect(settings)),
        ("pekerja", lambda: _worker(settings, database)),
        ("huruf", _fonts),
        ("jam", lambda: _clock(settings, database)),
        ("kalender", lambda: _calendar(settings)),
        ("keutuhan", lambda: _integrity(settings, database)),
        ("alamat umum", lambda: _public_address(settings)),
    )
    try:
        for name, check in checks:
            try:
                complaint = check()
            except SQLAlchemyError as fault:
                complaint = f"basis data tidak dapat dibaca ({type(fault).__name__})"
            except CaseworkError as refusal:
                complaint = str(refusal)
            yield Examined(name, " ".join(complaint.split()))
    finally:
        database.close()


def _database(database: Database) -> str:
    with database.read() as session:
        session.execute(select(1))
    return ""


def _migrations(settings: Settings, database: Database) -> str:
    newest = set(ScriptDirectory.from_config(configuration(settings.url)).get_heads())
    with database.engine.connect() as connection:
        present = set(MigrationContext.configure(connection).get_current_heads())
    if present == newest:
        return ""
    return (
        f"skema basis data {', '.join(sorted(present)) or 'kosong'}, seharusnya "
        f"{', '.join(sorted(newest))}. Jalankan: casework migrate"
    )


def _prefect(settings: Settings) -> str:
    local = f"http://127.0.0.1:{settings.prefect_port}/api"
    address = os.environ.get("PREFECT_API_URL", local).rstrip("/")
    if not address.startswith(("http://", "https://")):
        return f"PREFECT_API_URL bukan alamat http: {address}"
    try:
        # The scheme was checked above.
        with urllib.request.urlopen(f"{address}/health", timeout=PREFECT_SECONDS) as answer:  # noqa: S310 - checked above
            status = answer.status
    except (urllib.error.URLError, TimeoutError, ConnectionError) as fault:
        reason = getattr(fault, "reason", fault)
        return f"server di {address} tidak menjawab ({reason}); surat menunggu sampai ia hidup"
    return "" if status == 200 else f"server di {address} menjawab {status}"


def _worker(settings: Settings, database: Database) -> str:
    others = (Heartbeat.name == leases.SERVER) | Heartbeat.name.startswith(leases.RUN)
    served = select(Heartbeat.beat_at).where(Heartbeat.name == leases.SERVER)
    with database.read() as session:
        last = session.scalar(select(func.max(Heartbeat.beat_at)).where(~others))
        heard = session.scalar(served)
    if last is None:
        return "tidak berjalan. Jalankan: python -m flows.worker"
    silent = datetime.now(UTC) - last
    if silent <= leases.SILENT_AFTER:
        foreign = settings.pool_type != OWN_POOL
        if foreign and (heard is None or datetime.now(UTC) - heard > leases.SILENT_AFTER):
            return (
                f"kolam kerja {settings.pool} tidak dilayani. Jalankan: prefect worker start "
                f"--pool {settings.pool} --type {settings.pool_type}"
            )
        return ""
    return f"diam selama {int(silent.total_seconds())} detik. Jalankan: python -m flows.worker"


def _fonts() -> str:
    fonts.require()
    return ""


def _clock(settings: Settings, database: Database) -> str:
    """An event from the future means that the clock went back since it was written."""
    now = Clock(settings.clock, settable=settings.training).now()
    with database.read() as session:
        newest = session.scalar(select(func.max(Event.at)))
        doubted = select(ClockState.reason).where(ClockState.suspect_since.is_not(None))
        doubt = session.scalar(doubted)
    if doubt:
        return f"{doubt} Bandingkan dengan jam resmi, lalu: casework clock confirm"
    if newest is None or newest <= now + CLOCK_SLACK:
        return ""
    return f"sekarang {now:%Y-%m-%d %H:%M} UTC, tetapi catatan terakhir {newest:%Y-%m-%d %H:%M} UTC"


def _calendar(settings: Settings) -> str:
    today = Clock(settings.clock, settable=settings.training).now().date()
    until = rulebook.load().calendar.covers_until
    if until >= today + CALENDAR_AHEAD:
        return ""
    return (
        f"hari libur baru ditetapkan sampai {until.isoformat()}; batas waktu sesudahnya sementara. "
        "Tambahkan kalender tahun berikutnya pada rules/calendars/."
    )


def _integrity(settings: Settings, database: Database) -> str:
    """The examination of the night must have come to its end, and found nothing."""
    now = Clock(settings.clock, settable=settings.training).now()
    newest = select(IntegrityCheck).order_by(IntegrityCheck.id.desc()).limit(1)
    with database.read() as session:
        last = session.scalar(newest)
        asked = select(func.min(Outbox.not_before)).where(Outbox.kind == integrity.KIND)
        since = last.at if last else session.scalar(asked)
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


def _public_address(settings: Settings) -> str:
    """What is printed in the QR code of every paper must lead somewhere."""
    if settings.training or settings.public_url.startswith("https://"):
        return ""
    return (
        "CASEWORK_PUBLIC_URL bukan alamat https; kode QR pada surat tidak akan sampai ke halaman "
        "verifikasi. Isi sebelum surat pertama terbit."
    )
