"""One way to send: what is sent twice is there once, and a file goes on where the server has it."""

from __future__ import annotations

import hashlib
import json
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from casework.bootstrap import App
from casework.models import Blob, Evidence, Submission, SubmissionConflict, UploadPart
from casework.services.core import submissions
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from tests.conftest import SettableClock
from tests.web.steps import AsRole, received
from tests.web.visitor import Visitor

PHOTO = b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20
HASH = hashlib.sha256(PHOTO).hexdigest()


class Phone:
    """A sender with a token of its session."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.client = visitor, visitor.client
        self.headers = {"X-CSRFToken": visitor.token()}

    def send(self, uuid: str, text: str = "", sha256: str = HASH) -> TestResponse:
        files = [{"size": len(PHOTO), "sha256": sha256}]
        body = json.dumps({"kind": "bukti:1", "text": text, "files": files}).encode()
        return self.client.put(f"/kiriman/{uuid}", data=body, headers=self.headers,
                               content_type="application/json")  # fmt: skip

    def piece(self, uuid: str, start: object, data: bytes, file: int = 0) -> TestResponse:
        return self.client.patch(
            f"/kiriman/{uuid}/berkas/{file}",
            data=data,
            content_type="application/offset+octet-stream",
            headers={**self.headers, "Upload-Offset": str(start)},
        )

    def offset(self, uuid: str) -> int:
        answer = self.client.head(f"/kiriman/{uuid}/berkas/0")
        return int(answer.headers["Upload-Offset"])


def count(app: App, entity: type) -> int:
    with app.database.read() as session:
        return session.scalar(select(func.count()).select_from(entity)) or 0


@pytest.fixture
def phone(as_role: AsRole) -> Phone:
    received(as_role)
    return Phone(as_role("case_officer"))


def test_what_is_sent_again_after_a_lost_answer_is_not_doubled(app: App, phone: Phone) -> None:
    uuid = str(uuid4())
    first, second = phone.send(uuid), phone.send(uuid)
    assert first.json == second.json
    assert (first.status_code, second.status_code, count(app, Submission)) == (200, 200, 1)


def test_other_content_under_one_uuid_is_a_conflict_and_both_are_kept(
    app: App, phone: Phone
) -> None:
    uuid = str(uuid4())
    sent = phone.send(uuid, "satu").get_json()
    for _again in range(2):
        other = phone.send(uuid, "dua")
        assert other.status_code == 409
        assert other.json == {**sent, "conflict": True}
    assert (count(app, Submission), count(app, SubmissionConflict)) == (1, 1)


def test_a_replaced_photo_does_not_delete_the_one_before(app: App, phone: Phone) -> None:
    uuid = str(uuid4())
    phone.send(uuid)
    phone.piece(uuid, 0, PHOTO[:1000])
    assert phone.send(uuid, sha256="0" * 64).status_code == 409
    assert (phone.offset(uuid), count(app, UploadPart)) == (1000, 1)


def test_evidence_is_joined_from_its_pieces_once(app: App, phone: Phone) -> None:
    uuid = str(uuid4())
    phone.send(uuid)
    typed = {"kiriman": uuid, "nama": "foto.jpg", "bukti_keterangan": "Foto"}
    page = "/perkara/1/bukti/baru"
    before = count(app, Evidence)
    assert phone.piece(uuid, 0, PHOTO[:1000]).headers["Upload-Offset"] == "1000"
    assert phone.piece(uuid, 0, PHOTO[:1000]).status_code == 409
    assert phone.visitor.submit(page, dict(typed)).status_code == 409
    assert phone.piece(uuid, phone.offset(uuid), PHOTO[1000:]).status_code == 204
    for _again in range(2):
        assert phone.visitor.submit(page, dict(typed)).status_code == 303
    assert count(app, Evidence) == before + 1
    assert count(app, UploadPart) == 0
    with app.database.read() as session:
        assert session.scalar(select(Blob.size).where(Blob.sha256 == HASH)) == len(PHOTO)
    assert [one for one in (app.settings.var / "files/sealed").rglob("*") if one.is_file()] == []


def test_bytes_other_than_announced_become_no_evidence(app: App, phone: Phone) -> None:
    uuid, before = str(uuid4()), count(app, Evidence)
    phone.send(uuid)
    phone.piece(uuid, 0, PHOTO[:-1] + b"!")
    typed = {"kiriman": uuid, "nama": "foto.jpg", "bukti_keterangan": "Foto"}
    answer = phone.visitor.submit("/perkara/1/bukti/baru", typed)
    assert answer.status_code == 422
    assert "Sidik jari" in answer.text
    assert count(app, Evidence) == before


def test_nobody_goes_on_with_what_another_sent(phone: Phone, as_role: AsRole) -> None:
    uuid = str(uuid4())
    phone.send(uuid)
    other = Phone(as_role("intake_officer"))
    assert other.send(uuid).status_code == 404
    assert other.piece(uuid, 0, PHOTO).status_code == 404
    assert other.client.head(f"/kiriman/{uuid}/berkas/0").status_code == 404
    assert other.client.get("/kiriman?jenis=bukti:1").json == []


@pytest.mark.parametrize("body", [
    b"", b"{", b"[]", b"\xff", b'{"kind":"a","text":1,"files":[]}',
    b'{"kind":"a","text":"","files":[{"size":0,"sha256":"x"}]}',
    b'{"kind":"a","text":"\\ud800","files":[]}', b'{"kind":"","text":"","files":[]}',
    b"[" * 60000, b'{"kind":"a","text":"' + b"x" * 5001 + b'","files":[]}',
])  # fmt: skip
def test_a_mutated_submission_is_refused_and_breaks_nothing(phone: Phone, body: bytes) -> None:
    answer = phone.client.put(f"/kiriman/{uuid4()}", data=body, headers=phone.headers)
    assert answer.status_code == 422


def test_mutated_pieces_are_refused_and_the_hash_is_exact_after(app: App, phone: Phone) -> None:
    uuid = str(uuid4())
    phone.send(uuid)
    phone.piece(uuid, 0, PHOTO[:7])
    for start, data, code in ((0, b"x", 409), (-1, b"x", 400), ("x", b"x", 400), (8, b"x", 409),
                              (7, b"", 422), (7, PHOTO, 422), ("9" * 40, b"x", 400)):  # fmt: skip
        assert phone.piece(uuid, start, data).status_code == code, start
    assert phone.piece(uuid, 7, b"x", file=9).status_code == 404
    assert phone.piece(uuid, phone.offset(uuid), PHOTO[7:]).status_code == 204
    typed = {"kiriman": uuid, "nama": "foto.jpg", "bukti_keterangan": "Foto"}
    assert phone.visitor.submit("/perkara/1/bukti/baru", typed).status_code == 303


def test_what_is_abandoned_goes_after_its_time(
    app: App, phone: Phone, clock: SettableClock
) -> None:
    uuid = str(uuid4())
    phone.send(uuid)
    phone.send(uuid, "lain")
    phone.piece(uuid, 0, PHOTO[:7])
    clock.shift(submissions.KEPT_FOR)
    with app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        assert len(submissions.sweep(work)) == 1
    assert {count(app, one) for one in (Submission, SubmissionConflict, UploadPart)} == {0}
