"""The emblem of the office at work: on its papers, kept with them, and loud when it is gone."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from casework.bootstrap import App
from casework.models import Blob, Document, Notice, Office, Officer, Outbox
from casework.services.people import emblem, offices
from casework.services.upkeep.effects import EffectFailed
from tests.bureau import Bureau
from tests.conftest import SettableClock
from tests.pictures import png, share

RED = (200, 0, 0)


@pytest.fixture
def bureau(app: App, clock: SettableClock) -> Bureau:
    """An office whose papers are truly drawn."""
    bureau = Bureau(app, clock)
    bureau.app = replace(bureau.app, renderer=app.renderer)
    return bureau


def upload(bureau: Bureau, picture: bytes) -> Path:
    """Give the office an emblem; gives the file in which it is kept."""
    file = bureau.app.store.put(io.BytesIO(picture), sealed=False, limit=1 << 20)
    with bureau.app.unit_of_work(bureau.actor("administrator")) as work:
        office = work.session.scalars(select(Office).where(Office.code == bureau.code)).one()
        offices.set_emblem(work, office.id, file, emblem.media_type(picture))
    return bureau.app.settings.var / "files" / file.path


def receipt(bureau: Bureau) -> Document:
    return bureau.documents("tanda_bukti")[0]


def issued(bureau: Bureau) -> bytes:
    with bureau.app.reading(bureau.actor("coordinator")) as work:
        blob = work.session.get_one(Blob, receipt(bureau).issued_blob_id)
        return b"".join(work.store.read(blob.path, blob.wrapped_key))


def test_a_paper_bears_the_emblem_and_can_be_drawn_again_from_what_is_kept(
    bureau: Bureau,
) -> None:
    upload(bureau, png())
    bureau.receive()
    first = issued(bureau)
    assert share(first) > 0.4
    # A later emblem is for later papers.
    upload(bureau, png(RED))
    row = receipt(bureau)
    assert row.data is not None
    kept = json.loads(bureau.app.vault.open(row.data, f"document:{row.verify_code}"))
    own = emblem.of_paper(bureau.app.store, kept)
    again = bureau.app.renderer.render(row.kind, row.edition, kept, draft=False, emblem=own)
    assert again == first
    assert bureau.sound() == ()


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_without_its_file_a_paper_waits_and_those_who_can_help_are_told(
    bureau: Bureau, harm: str
) -> None:
    file = upload(bureau, png())
    file.chmod(0o640)
    file.unlink() if harm == "gone" else file.write_bytes(png(RED))
    with pytest.raises(EffectFailed, match="EmblemUnusable"):
        bureau.receive()
    bureau.case_id = bureau.read(
        lambda work: work.session.scalars(select(Document.case_id).limit(1)).one()
    )
    assert receipt(bureau).state == "numbered"
    told = bureau.read(
        lambda work: work.session.execute(
            select(Officer.login, Notice.body)
            .join(Notice, Notice.officer_id == Officer.id)
            .where(Notice.subject.contains("lambang"))
        ).all()
    )
    assert {login.partition(".")[0] for login, _ in told} >= {"koordinator", "admin"}
    assert len({login for login, _ in told}) == len(told)
    assert all("Ganti lambang" in body for _, body in told)
    upload(bureau, png(RED, 200, 100))
    with bureau.app.database.write() as session:
        session.execute(update(Outbox).values(lease_until=None))
    bureau.settle()
    assert receipt(bureau).state == "issued"
    assert share(issued(bureau), RED) > 0.4
