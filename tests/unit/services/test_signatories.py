"""Who stands under a paper: the chair of the day, under the position held."""

from __future__ import annotations

from casework.models import Officer
from casework.services.acts.review import pleno
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from tests.bureau import Bureau
from tests.unit.services.built import built


def position(bureau: Bureau, role: str, held: str) -> str:
    """Give the officer with a role another position; the officer's name."""
    actor = bureau.actor(role)
    with bureau.app.unit_of_work(Actor.system(NO_OFFICE)) as work:
        officer = work.session.get_one(Officer, actor.officer_id)
        officer.position = held
        return officer.name


def test_the_chair_signs_a_finding_whoever_recorded_the_pleno(bureau: Bureau) -> None:
    bureau.find(bureau.app.now())
    bureau.act("commissioner", pleno.fix, bureau.meeting())
    chair = position(bureau, "chair", "Ketua")
    assert built(bureau, "formulir_temuan")["chair"]["name"] == chair


def test_an_acting_chair_signs_as_such(bureau: Bureau) -> None:
    name = position(bureau, "chair", "Plt. Ketua")
    bureau.receive()
    bureau.ask_to_complete()
    signed = built(bureau, "pemberitahuan_kelengkapan")["signatory"]
    assert (signed["position"], signed["name"]) == ("Plt. Ketua", name)
    position(bureau, "chair", "Koordinator Divisi Hukum")
    assert built(bureau, "pemberitahuan_kelengkapan")["signatory"]["position"] == "Ketua"
