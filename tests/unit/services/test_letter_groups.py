"""Letters group outcomes by destination and class: at no addressee is one lost or doubled."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from casework.engine.basis import Basis, Mark
from casework.engine.routing import Destination
from casework.models import Outcome, Party
from casework.services.acts.recommendation import referral
from casework.services.law import destinations
from casework.services.law.destinations import Planned

BASIS = Basis("Uji", "", Mark.CONFIRMED, "")
AGENCIES = [
    Destination(agency, agency.upper(), "", region, BASIS, BASIS.mark)
    for agency in ("bkn", "penyidik", "kepala_daerah")
    for region in ("", "kaur", "seluma")
]
CLASSES = ("administrasi", "kode_etik", "pidana", "hukum_lainnya")

allegation = st.tuples(
    st.sampled_from(CLASSES), st.lists(st.sampled_from(AGENCIES), max_size=4, unique=True)
)
respondents = st.lists(st.lists(allegation, min_size=1, max_size=4), min_size=1, max_size=8)


def planned(people: list[list[tuple[str, list[Destination]]]]) -> list[Planned]:
    """The ways out of every outcome, each with a key of its own."""
    found = []
    for party_id, ones in enumerate(people, start=1):
        party = Party(id=party_id, label=f"Terlapor {party_id}")
        for number, (kind, to) in enumerate(ones, start=1):
            outcome = Outcome(
                id=party_id * 100 + number, party_id=party_id, number=number, violation_class=kind
            )
            found.append(Planned(outcome, party, tuple(to), f"penerusan_{kind}", "", "", "", ""))
    return found


@given(respondents)
def test_every_outcome_reaches_each_of_its_addressees_once(
    people: list[list[tuple[str, list[Destination]]]],
) -> None:
    ones = planned(people)
    wanted = Counter(
        (one.outcome.id, destinations.destination_key(to))
        for one in ones
        for to in one.destinations
    )
    groups = referral.groups(ones)
    found = Counter((one.outcome.id, key[0]) for key, group in groups.items() for one, _to in group)
    assert found == wanted
    assert all(count == 1 for count in found.values())


@given(respondents)
def test_a_letter_is_about_one_destination_and_one_class(
    people: list[list[tuple[str, list[Destination]]]],
) -> None:
    for (destination, kind), group in referral.groups(planned(people)).items():
        assert {destinations.destination_key(to) for _one, to in group} == {destination}
        assert {one.outcome.violation_class for one, _to in group} == {kind}
        assert {one.form for one, _to in group} == {f"penerusan_{kind}"}
