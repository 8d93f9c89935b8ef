"""What the letters of a case say of people and of those they reach them through."""

from __future__ import annotations

from casework.services.acts.parties import Respondent
from casework.services.acts.recommendation import referral
from casework.services.acts.review import pleno
from tests.bureau import Bureau
from tests.unit.services.built import built


def test_ethics_of_a_ppk_goes_on_to_the_kpu_through_the_bawaslu_there(bureau: Bureau) -> None:
    member = Respondent("Yanti", "ppk_pps_kpps", region="seluma")
    bureau.receive(respondents=(member,))
    bureau.register()
    bureau.invite()
    bureau.hear()
    bureau.review("kode_etik", "uu-136")
    bureau.decide("kode_etik", "uu-136")
    bureau.act("case_officer", referral.draft)
    letter = built(bureau, "penerusan_kode_etik")
    assert letter["recipient"]["name"] == "Ketua Bawaslu Kabupaten Seluma"
    assert "Pasal 33 ayat (2)" in " ".join(letter["legal"])
    assert "diteruskan kepada KPU Kabupaten/Kota" in letter["request"]


def test_a_finding_about_somebody_named_first_keeps_the_name(bureau: Bureau) -> None:
    somebody = Respondent("Yanti", "calon")
    bureau.find(bureau.app.now(), title="Yanti membagikan uang", respondents=(somebody,))
    bureau.act("chair", pleno.fix, bureau.meeting())
    assert built(bureau, "berita_acara_pleno")["matter"] == "Yanti membagikan uang"
