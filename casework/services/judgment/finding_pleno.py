"""The pleno fixes a suspected finding as one, or decides that there is none."""

from __future__ import annotations

from casework.models import Case
from casework.services.acting import acts
from casework.services.acting.acts import Step
from casework.services.judgment import pleno
from casework.services.judgment.pleno import Pleno
from casework.services.letters import papers
from casework.services.unit.text import TextChecker
from casework.services.unit.work import Work


def fix(work: Work, case_id: int, version: int, held: Pleno) -> Case:
    """Fix the finding in a pleno (`tetapkan_temuan`); it was fixed when the pleno was held.

    Raises as every act does (no quorum: ActRefused), BadInput for the meeting's own faults.
    """
    step = acts.begin(
        work, case_id, "tetapkan_temuan", version, given={"pleno_kuorum": held.quorum}
    )
    return _conclude(work, step, held, "temuan_ditetapkan", also=("formulir_temuan",))


def refuse(work: Work, case_id: int, version: int, held: Pleno) -> Case:
    """Decide that there is no suspected violation (`tolak_temuan`), with the reason in words."""
    check = TextChecker()
    check.text("alasan", "Pertimbangan", held.reason, limit=4000, required=True)
    check.done()
    step = acts.begin(work, case_id, "tolak_temuan", version, given={"pleno_kuorum": held.quorum})
    return _conclude(work, step, held, "bukan_temuan")


def _conclude(
    work: Work, step: Step, held: Pleno, decision: str, also: tuple[str, ...] = ()
) -> Case:
    pleno.check_majority(held)
    meeting = pleno.convene(work, step, held, decision)
    drawn = [
        papers.plan(
            work,
            step.case,
            kind,
            flow="registration",
            context={"meeting_id": meeting.id},
            about=f"meeting:{meeting.id}",
        )
        for kind in ("berita_acara_pleno", *also)
    ]
    acts.finish(
        work,
        step,
        at=dict.fromkeys(step.act.records, held.held_at),
        met_at=held.held_at,
        detail={"meeting": meeting.id, "majority": held.majority},
        touched=[meeting, *drawn],
    )
    return step.case
