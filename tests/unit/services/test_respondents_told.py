"""A paper to a respondent is held back for what it would tell, not for what is known anyway."""

from __future__ import annotations

from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import referral
from casework.services.cases.record.identity import Person
from tests.bureau import Bureau
from tests.unit.services.built import built


def test_a_respondent_is_told_though_a_witness_lives_in_the_same_village(bureau: Bureau) -> None:
    village = "Desa Uji Makmur"
    bureau.receive(
        witnesses=(Person(name="Joko Uji", address=village),),
        respondents=(Respondent("Siti Uji", "kepala_desa", f"Kepala {village}", region="seluma"),),
    )
    bureau.register()
    bureau.invite()
    bureau.hear()
    bureau.review()
    bureau.decide()
    bureau.forward()
    ids = [one.id for one in bureau.parties()]
    bureau.act("secretariat", referral.draft_notices, ids)
    notice = built(bureau, "pemberitahuan_status_terlapor")
    assert notice["recipient"]["capacity"] == f"Kepala {village}"
    assert "Joko Uji" not in str(notice)
