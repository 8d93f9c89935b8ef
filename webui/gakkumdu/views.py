"""The discussions of an election crime, the assignment letter, and the file for the police."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.models import Discussion
from casework.services.acts.clarification import assignment
from casework.services.acts.recommendation import crime_file
from casework.services.acts.review import discussions
from casework.services.acts.review.discussions import Told
from casework.services.core.work import Work
from webui.core.access import act_page
from webui.core.acting import CasePage, perform
from webui.gakkumdu.forms import AssignmentForm, crime_file_form, discussion_form
from webui.gakkumdu.page import discussing, index

bp = Blueprint("gakkumdu", __name__, url_prefix="/perkara/<int:case_id>/gakkumdu")


@bp.route("/pembahasan-pertama", methods=["GET", "POST"])
@act_page("catat_gakkumdu_1")
def first(case_id: int) -> ResponseReturnValue:
    """The discussion after registration."""
    return _discussion(case_id, "catat_gakkumdu_1", discussions.first)


@bp.route("/pembahasan-kedua", methods=["GET", "POST"])
@act_page("catat_gakkumdu_2")
def second(case_id: int) -> ResponseReturnValue:
    """The discussion between the kajian and the pleno."""
    return _discussion(case_id, "catat_gakkumdu_2", discussions.second)


@bp.route("/surat-tugas", methods=["GET", "POST"])
@act_page("tugaskan")
def assign(case_id: int) -> ResponseReturnValue:
    """Draft an assignment letter."""
    page = CasePage(case_id, "tugaskan")
    form = AssignmentForm()
    return perform(
        form,
        lambda work: assignment.assign(
            work, case_id, form.seen, form.people(), form.tugas.data or ""
        ),
        template="gakkumdu/assign.html",
        page=page,
        done=page.back,
        said=_("Surat tugas disiapkan sebagai konsep untuk ketua."),
    )


@bp.route("/berkas", methods=["GET", "POST"])
@act_page("susun_berkas_pidana")
def settle(case_id: int) -> ResponseReturnValue:
    """What is in the file for the police, what is missing and why."""
    page = CasePage(case_id, "susun_berkas_pidana", index)
    form = crime_file_form(page.shown["asked"], page.shown["evidence"])
    return perform(
        form,
        lambda work: crime_file.settle(
            work, case_id, form.seen, form.filled(), nevertheless=bool(form.tetap.data)
        ),
        template="gakkumdu/file.html",
        page=page,
        done=page.back,
        said=_("Berkas pidana ditetapkan; daftar isi dan daftar lainnya disiapkan."),
    )


def _discussion(
    case_id: int, act_id: str, record: Callable[[Work, int, int, Told], Discussion]
) -> ResponseReturnValue:
    page = CasePage(case_id, act_id, discussing(act_id))
    form = discussion_form(
        _("Sentra Gakkumdu, kantor %(office)s", office=page.shown["head"].office)
    )
    return perform(
        form,
        lambda work: record(work, case_id, form.seen, form.told()),
        template="gakkumdu/discussion.html",
        page=page,
        done=page.back,
        said=_("Pembahasan dicatat; berita acaranya disiapkan untuk ditandatangani ketiga unsur."),
    )
