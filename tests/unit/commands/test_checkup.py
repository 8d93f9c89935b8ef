"""What the doctor reads in a standing installation: calendar, queue, key, disk."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from casework import checkup
from casework.bootstrap import App
from casework.engine.basis import Mark
from casework.models import ClockState, Office, Outbox
from casework.services.acts.amendments import decrees
from casework.services.acts.amendments.decrees import Day, NewDecree
from casework.services.acts.amendments.revisions import Ground
from casework.services.core import outbox
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.upkeep import effects
from scripts import ready
from tests import desk
from tests.conftest import SettableClock
from tests.unit.commands.consulting import doctor

ROOT = Path(__file__).parents[3]


@pytest.mark.usefixtures("prefect", "worker")
def test_the_calendar_is_asked_about_the_day_at_the_office(
    app: App, clock: SettableClock, capsys: pytest.CaptureFixture[str]
) -> None:
    edge = app.law.calendar.covers_until - checkup.CALENDAR_AHEAD
    clock.set(f"{edge}T23:30:00+09:00")
    assert doctor(capsys) == (0, {})
    # The next day has begun in Jayapura, and in no other zone yet.
    clock.set(f"{edge + timedelta(days=1)}T00:30:00+09:00")
    assert doctor(capsys) == (0, {})
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        work.session.add(
            Office(
                code="33.00", name="Uji", level="provinsi", zone="Asia/Jayapura", region_code="91",
                city="Jayapura",
            )
        )  # fmt: skip
    code, wrong = doctor(capsys)
    assert (code, list(wrong)) == (1, ["kalender"])


@pytest.mark.usefixtures("prefect", "worker")
def test_a_year_settled_by_a_decree_entered_on_screen_counts(
    app: App, clock: SettableClock, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.furnish(app)
    last = app.law.calendar.covers_until.year
    clock.set(f"{last}-12-20T09:00:00+07:00")
    assert list(doctor(capsys)[1]) == ["kalender"]
    with app.unit_of_work(desk.officer(app, "admin.bengkulu")) as work:
        newyear = Day(date(last + 1, 1, 1), "Tahun Baru", "nasional")
        new = NewDecree("Keputusan Presiden", "40 Tahun 2024", date(2024, 9, 18), "",
                        Mark.SECONDARY, (newyear,), settles=True)  # fmt: skip
        ground = Ground("Diumumkan hari ini.", "https://setkab.contoh.invalid/keppres")
        decrees.enter(work, decrees.seen(work), new, ground)
    assert doctor(capsys) == (0, {})


@pytest.mark.usefixtures("prefect", "worker")
def test_work_that_was_given_up_or_waits_too_long_is_named(
    app: App, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.furnish(app)
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        outbox.put(work, key="uji", kind="mail", flow="delivery", case_id=None,
                   payload={"notice_id": 1},
                   not_before=work.now - timedelta(minutes=4))  # fmt: skip
    assert doctor(capsys) == (0, {})
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        late = work.now - timedelta(minutes=7)
        work.session.execute(update(Outbox).values(not_before=late, last_error="DeliveryFailed"))
    code, wrong = doctor(capsys)
    assert (code, list(wrong)) == (1, ["antrean"])
    assert "7 menit (mail: DeliveryFailed)" in wrong["antrean"]
    assert "CASEWORK_SMTP_HOST" in wrong["antrean"]
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        work.session.execute(update(Outbox).values(state="dead"))
    code, wrong = doctor(capsys)
    assert "mail 1" in wrong["antrean"]
    assert "casework retry" in wrong["antrean"]


@pytest.mark.usefixtures("prefect", "worker")
def test_a_limit_that_nobody_records_is_named(
    app: App, clock: SettableClock, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.furnish(app)
    desk.receive(app)
    effects.drain(app)
    clock.set("2024-09-22T10:00:00+07:00")
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        work.session.execute(update(Outbox).values(state="done"))
    code, wrong = doctor(capsys)
    assert (code, list(wrong)) == (1, ["antrean"])
    assert "batas waktu yang habis belum dicatat" in wrong["antrean"]


@pytest.mark.usefixtures("prefect", "worker")
def test_a_master_key_that_is_gone_or_another_one_is_named(
    app: App, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.furnish(app)
    desk.receive(app)
    key = app.settings.master_key
    key.rename(key.with_suffix(".pindah"))
    wrong = doctor(capsys)[1]
    assert list(wrong) == ["setelan"]
    assert f"Kunci induk {key} tidak ada" in wrong["setelan"]
    key.write_bytes(bytes(32))
    wrong = doctor(capsys)[1]
    assert list(wrong) == ["kunci induk"]
    assert "bukan kunci yang menyegel" in wrong["kunci induk"]


@pytest.mark.parametrize(
    ("then", "named"),
    [("mount -o remount,ro", "tidak dapat ditulisi"), ("true", "tinggal")],
)
def test_a_disk_that_is_full_or_not_to_be_written_is_named(
    small: Path, then: str, named: str
) -> None:
    script = (
        f'mount -t tmpfs -o size=8m tmpfs "$1" && {then} "$1" && exec "$2" -c "'
        "from casework.checkup import disk; from casework.settings import Settings; "
        'print(disk(Settings()))"'
    )
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh", str(small),
         sys.executable],
        cwd=ROOT, env={**os.environ, "CASEWORK_VAR": str(small)}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert named in done.stdout


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Where a small file system goes; skipped where the machine forbids one."""
    command = [
        "unshare",
        "--map-root-user",
        "--mount",
        "mount",
        "-t",
        "tmpfs",
        "tmpfs",
        str(tmp_path),
    ]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"no file system of one's own on this machine: {tried.stderr.strip()}")
    return tmp_path


@pytest.mark.usefixtures("prefect", "worker")
def test_a_doubted_clock_keeps_nobody_from_starting_the_system(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        work.session.add(
            ClockState(id=1, max_seen=work.now, boot="", uptime=0.0, suspect_since=work.now,
                       reason="Jam sistem mundur 90 detik.", kind="mundur")
        )  # fmt: skip
    needed, later = ready.doctor()
    assert needed == ""
    assert later.startswith("jam: Jam sistem mundur")
    app.settings.master_key.rename(app.settings.var / "pindah.key")
    desk.furnish(app)
    assert "setelan: Kunci induk" in ready.doctor()[0]
