"""A crash leaves a paper signed once or unsigned; two who sign at once do not lose each other."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from io import BytesIO

import pytest
from sqlalchemy import select, update

from casework.adapters.signing.check import examine
from casework.bootstrap import App
from casework.errors import BadInput, Conflict, NotFound
from casework.models import Blob, Document, Signature
from casework.ports import Secret, SignedPdf
from casework.services.acts.registration import kajian_awal
from casework.services.acts.review import pleno
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import signing
from casework.services.documents.signing import Prepared
from casework.services.upkeep.invariants.examine import examine as invariants
from tests.bureau import Bureau
from tests.certificates import PASSPHRASE, install
from tests.conftest import SettableClock
from tests.one_page import OnePage

CODE = """
import sys
from io import BytesIO
from casework.bootstrap import build
from casework.ports import Secret
from casework.services.documents import signing
from casework.settings import Settings
from tests import desk
app = build(Settings.from_env())
actor, key = desk.officer(app, sys.argv[1]), int(sys.argv[2])
with app.reading(actor) as work:
    prepared = signing.prepare(work, key)
made = app.signers["pades"].sign(prepared.content, prepared.order, Secret(sys.stdin.read()))
file = app.store.put(BytesIO(made.content), sealed=prepared.sealed, limit=1 << 24)
with app.unit_of_work(actor) as work:
    signing.record(work, key, "pades", prepared, made, file)
"""


@pytest.fixture
def office(app: App, clock: SettableClock) -> Bureau:
    """Minutes of a pleno, issued; chair and a member have certificates."""
    office = Bureau(app, clock)
    office.app = replace(office.app, renderer=OnePage())
    office.receive()
    office.assess()
    office.act("case_officer", kajian_awal.propose_registration)
    office.act("commissioner", pleno.register, office.meeting())
    office.acknowledge()
    for role in ("chair", "commissioner"):
        name = office.actor(role).name
        install(app.settings.certificate_folder, login(office, role), name)
    return office


def minutes(office: Bureau) -> int:
    return office.documents("berita_acara_pleno")[0].id


def login(office: Bureau, role: str) -> str:
    actor = office.actor(role)
    return office.read(lambda work: signing.names(replace(work, actor=actor))[0])


def killed(office: Bureau, place: str) -> int:
    """Sign in a process that is killed at a place; gives how it ended."""
    return subprocess.run(
        [sys.executable, "-c", CODE, login(office, "chair"), str(minutes(office))],
        input=PASSPHRASE.encode(),
        env={**os.environ, "CASEWORK_FAILPOINT": place},
        check=False,
    ).returncode


def copies(office: Bureau) -> list[Signature]:
    return office.read(lambda work: signing.of_document(work, minutes(office)))


def make(office: Bureau, role: str) -> tuple[Prepared, SignedPdf]:
    """Everything but keeping it."""
    with office.app.reading(office.actor(role)) as work:
        prepared = signing.prepare(work, minutes(office))
    signer = office.app.signers["pades"]
    return prepared, signer.sign(prepared.content, prepared.order, Secret(PASSPHRASE))


def keep(office: Bureau, role: str, prepared: Prepared, made: SignedPdf) -> Signature:
    file = office.app.store.put(BytesIO(made.content), sealed=False, limit=1 << 24)
    with office.app.unit_of_work(office.actor(role)) as work:
        return signing.record(work, minutes(office), "pades", prepared, made, file)


def test_killed_before_the_commit_it_is_unsigned_and_may_be_signed(office: Bureau) -> None:
    assert killed(office, "act.before-commit") == -signal.SIGKILL
    assert copies(office) == []
    assert killed(office, "") == 0
    assert len(copies(office)) == 1
    assert office.sound() == ()


def test_killed_after_the_commit_it_is_signed_once(office: Bureau) -> None:
    assert killed(office, "act.after-commit") == -signal.SIGKILL
    assert len(copies(office)) == 1
    assert killed(office, "") == 1
    assert len(copies(office)) == 1
    assert office.sound() == ()


def test_who_signed_upon_the_same_file_meanwhile_is_told_and_signs_again(office: Bureau) -> None:
    first, second = make(office, "chair"), make(office, "commissioner")
    keep(office, "chair", *first)
    with pytest.raises(Conflict, match="petugas lain"):
        keep(office, "commissioner", *second)
    keep(office, "commissioner", *make(office, "commissioner"))
    newest = copies(office)[-1]
    with office.app.reading(Actor.system(NO_OFFICE)) as work:
        blob = work.session.get_one(Blob, newest.blob_id)
        content = b"".join(work.store.read(blob.path, blob.wrapped_key))
    assert [one.holds for one in examine(content)] == [True, True]
    assert office.sound() == ()


def test_another_paper_than_was_sent_is_not_kept(office: Bureau) -> None:
    prepared, made = make(office, "chair")
    with pytest.raises(BadInput, match="bukan dokumen yang dikirim"):
        keep(office, "chair", prepared, replace(made, content=b"%PDF-1.7 lain"))
    assert copies(office) == []


def test_a_paper_of_another_office_does_not_exist(office: Bureau) -> None:
    other = Bureau(office.app, office.clock, "07.08")
    with office.app.reading(other.actor("chair")) as work, pytest.raises(NotFound):
        signing.prepare(work, minutes(office))


@pytest.mark.parametrize("harm", ["copy", "base", "row", "twice"])
def test_the_invariants_notice_what_is_wrong_with_a_signed_copy(office: Bureau, harm: str) -> None:
    row = keep(office, "chair", *make(office, "chair"))
    with office.app.reading(Actor.system(NO_OFFICE)) as work:
        assert [
            one.id for one in invariants(work, office.app.anchors.read()) if not one.holds
        ] == []
        path = work.session.get_one(Blob, row.blob_id).path
    if harm == "copy":
        file = office.app.settings.var / "files" / path
        file.chmod(0o640)
        file.write_bytes(file.read_bytes()[:-1] + b"x")
    else:
        other = select(Blob.id).where(Blob.id.not_in([row.blob_id, row.base_blob_id])).limit(1)
        with office.app.database.write() as session:
            if harm == "base":
                key = session.scalar(other)
                session.execute(update(Signature).values(base_blob_id=key))
            elif harm == "row":
                session.execute(update(Signature).values(signer_name="Orang Lain"))
            else:
                session.execute(
                    update(Document).where(Document.id == minutes(office)).values(data=b"x")
                )
    with office.app.reading(Actor.system(NO_OFFICE)) as work:
        broken = {one.id for one in invariants(work, office.app.anchors.read()) if not one.holds}
    assert ("I7" if harm == "row" else "I6") in broken


def test_the_signature_names_the_paper_and_counts_on(office: Bureau) -> None:
    first, made = make(office, "chair")
    paper = office.documents("berita_acara_pleno")[0]
    assert first.order.reason == (f"Nomor {paper.number}" if paper.number else paper.title)
    keep(office, "chair", first, made)
    second, made = make(office, "commissioner")
    keep(office, "commissioner", second, made)
    assert [one.ordinal for one in copies(office)] == [1, 2]
    assert (first.order.ordinal, second.order.ordinal) == (1, 2)


def test_a_paper_signed_electronically_takes_no_scan_and_keeps_its_signature(
    office: Bureau,
) -> None:
    keep(office, "chair", *make(office, "chair"))
    with office.app.reading(office.actor("secretariat")) as work:
        document = work.session.get_one(Document, minutes(office))
        with pytest.raises(BadInput, match="sudah ditandatangani secara elektronik"):
            signing.check_scan(work, document, "application/pdf")
    (copy,) = copies(office)
    with (
        pytest.raises(BadInput, match="Hanya pindaian"),
        office.app.unit_of_work(office.actor("secretariat")) as work,
    ):
        signing.take_back(work, copy.id, "Bukan dari surat ini.")
