"""`casework doctor`: is everything this installation stands on alive and well?"""

from __future__ import annotations

import base64
import json
import os
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, inspect, make_url, select
from sqlalchemy.exc import SQLAlchemyError

from casework import checkup
from casework.adapters import fonts
from casework.adapters.database import Database
from casework.bootstrap import App, installed
from casework.commands.migrate import configuration
from casework.errors import CaseworkError, Unavailable, WrongKey
from casework.models import Heartbeat
from casework.services.core import leases
from casework.settings import Settings

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
    """Make every check that can be made.

    One that fails hides the next only where that could not but fail too: what is read from the
    database is not asked of one that is out of reach or has another schema, nor without fonts,
    without which nothing starts.
    """
    database = Database(settings.url)
    try:
        found = [_made("basis data", lambda: _database(settings, database))]
        if not found[0].complaint:
            found.append(_made("migrasi", lambda: _migrations(settings, database)))
        yield from found
        yield _made("folder data", lambda: checkup.disk(settings))
        yield _made("Prefect", lambda: _prefect(settings))
        found.append(_made("huruf", _fonts))
        yield found[-1]
        yield _made("alamat umum", lambda: _public_address(settings))
        if not any(one.complaint for one in found):
            yield _made("pekerja", lambda: _worker(settings, database))
            yield from _standing(settings)
    finally:
        database.close()


def _standing(settings: Settings) -> Iterator[Examined]:
    try:
        app = installed(settings)
    except WrongKey as refusal:
        yield Examined("kunci induk", str(refusal))
        return
    except CaseworkError as refusal:
        yield Examined("setelan", str(refusal))
        return
    with closing(app):
        for name, check in _STANDING.items():
            yield _made(name, partial(check, app))


_STANDING: Mapping[str, Callable[[App], str]] = {
    "kunci induk": checkup.key,
    "jam": checkup.clock,
    "kalender": checkup.calendar,
    "antrean": checkup.queue,
    "keutuhan": checkup.examination,
}


def _made(name: str, check: Callable[[], str]) -> Examined:
    try:
        complaint = check()
    except SQLAlchemyError as fault:
        complaint = f"basis data tidak dapat dibaca ({type(fault).__name__})"
    except CaseworkError as refusal:
        complaint = str(refusal)
    return Examined(name, " ".join(complaint.split()))


def _database(settings: Settings, database: Database) -> str:
    url = make_url(settings.url)
    file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
    if file and not file.is_file():
        # Not asked: SQLite would make an empty one.
        return (
            f"{file} tidak ada. Betulkan CASEWORK_VAR; pada instalasi baru jalankan: "
            "casework migrate"
        )
    where = file or url.set(query={}).render_as_string(hide_password=True)
    try:
        with database.read() as session:
            session.execute(select(1))
            inspect(session.connection()).get_table_names()
    except Unavailable as refusal:
        fault = str(getattr(refusal.__cause__, "orig", refusal))
        return (
            f"{where} tidak dapat dipakai ({fault}). Hidupkan servernya atau betulkan "
            "CASEWORK_DATABASE_URL; sementara itu tidak ada yang tersimpan, dan tidak ada yang "
            "hilang"
        )
    except SQLAlchemyError as fault:
        return (
            f"{where} tidak dapat dibaca ({getattr(fault, 'orig', type(fault).__name__)}). "
            "Hentikan sistem, simpan berkas itu apa adanya, dan kembalikan cadangan terakhir: "
            "casework restore"
        )
    return ""


def _migrations(settings: Settings, database: Database) -> str:
    scripts = ScriptDirectory.from_config(configuration(settings.url))
    newest, known = set(scripts.get_heads()), {one.revision for one in scripts.walk_revisions()}
    with database.engine.connect() as connection:
        present = set(MigrationContext.configure(connection).get_current_heads())
    if present == newest:
        return ""
    if present - known:
        return (
            f"skema basis data {', '.join(sorted(present))} dibuat oleh versi yang lebih baru dari "
            "ini. Jalankan versi itu lagi, atau kembalikan cadangan dari versi ini"
        )
    return (
        f"skema basis data {', '.join(sorted(present)) or 'kosong'}, seharusnya "
        f"{', '.join(sorted(newest))}. Jalankan: casework migrate"
    )


def _prefect(settings: Settings) -> str:
    local = f"http://127.0.0.1:{settings.prefect_port}/api"
    address = os.environ.get("PREFECT_API_URL", local).rstrip("/")
    if not address.startswith(("http://", "https://")):
        return f"PREFECT_API_URL bukan alamat http: {address}"
    # A health page answers without looking at the server's database; this cannot.
    question = urllib.request.Request(  # noqa: S310 - checked above
        f"{address}/flows/count", data=b"{}", headers=_prefect_headers(), method="POST"
    )
    try:
        with urllib.request.urlopen(question, timeout=PREFECT_SECONDS) as answer:  # noqa: S310 - checked above
            status = answer.status
    except urllib.error.HTTPError as refusal:
        return (
            f"server di {address} menjawab {refusal.code} saat membaca basis datanya; surat "
            "menunggu. Bila tidak pulih sendiri dalam satu menit, jalankan ulang: "
            "python -m flows.server"
        )
    except (urllib.error.URLError, TimeoutError, ConnectionError) as fault:
        reason = getattr(fault, "reason", fault)
        return (
            f"server di {address} tidak menjawab ({reason}); surat menunggu sampai ia hidup. "
            "Jalankan: python -m flows.server"
        )
    return "" if status == 200 else f"server di {address} menjawab {status}"


def _prefect_headers() -> dict[str, str]:
    """As Prefect's own clients ask, with the password where its server wants one."""
    headers = {"Content-Type": "application/json"}
    if secret := os.environ.get("PREFECT_API_AUTH_STRING"):
        headers["Authorization"] = f"Basic {base64.b64encode(secret.encode()).decode()}"
    return headers


def _worker(settings: Settings, database: Database) -> str:
    others = (Heartbeat.name == leases.SERVER) | Heartbeat.name.startswith(leases.RUN)
    served = select(Heartbeat.beat_at).where(Heartbeat.name == leases.SERVER)
    with database.read() as session:
        last = session.scalar(select(func.max(Heartbeat.beat_at)).where(~others))
        heard = session.scalar(served)
    if last is None:
        return "tidak berjalan. Jalankan: python -m flows.worker"
    # One from ahead was written before the clock went back.
    silent = abs(datetime.now(UTC) - last)
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


def _public_address(settings: Settings) -> str:
    """What is printed in the QR code of every paper must lead somewhere."""
    if settings.training or settings.public_url.startswith("https://"):
        return ""
    return (
        "CASEWORK_PUBLIC_URL bukan alamat https; kode QR pada surat tidak akan sampai ke halaman "
        "verifikasi. Isi sebelum surat pertama terbit."
    )
