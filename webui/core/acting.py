"""How every page of an act works: form, one service call, redirect; or the page with refusals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from casework.errors import CaseworkError, Conflict, NotFound, NotPermitted, Unavailable
from casework.models import Case
from casework.services.cases import access, active_editors
from casework.services.core import drafts
from casework.services.core.work import Work
from webui.cases import acts_page
from webui.cases.file_head import file_head
from webui.cases.head import head_of
from webui.core import editing_mark, own_exclusion, work_templates
from webui.core.forms import CaseForm, TaskForm
from webui.core.transaction import acting, reading

Result = TypeVar("Result")
More = Callable[[Work, Case], Mapping[str, object]]


def _nothing(*_anything: object) -> Mapping[str, object]:
    return {}


class CasePage:
    """What a page about one act on one case shows beside its form."""

    def __init__(self, case_id: int, act_id: str, more: More = _nothing) -> None:
        self.case_id, self.act_id, self.more = case_id, act_id, more
        self.shown = self.read()
        line = self.shown["act"]
        if request.method == "GET" and line is not None and line.allowed:
            editing_mark.arrive(case_id, line.id)

    def read(self) -> dict[str, Any]:
        """Read the case as it is now; raises NotFound."""
        with reading() as work:
            case = access.readable(work, self.case_id)
            return {
                "head": head_of(work, case),
                "act": acts_page.line(work, case, self.act_id) if self.act_id else None,
                **self.more(work, case),
            }

    def back(self, *_result: object) -> str:
        """Where the officer goes on: the page of their next act on this case, else the case file.

        The case file too after what nobody waited for, and where the same act would come again.
        """
        with reading() as work:
            case = access.remembered(work, self.case_id)
            edition = work.law.edition(case.edition, case.revision)
            done = edition.acts.get(self.act_id)
            next_ = file_head(work, case).main if done and not done.standing else None
        if next_ is None or next_.id == self.act_id:
            return url_for("cases.show", case_id=self.case_id)
        named: dict[str, Any] = dict(next_.values)
        return url_for(next_.endpoint, case_id=self.case_id, **named)


def perform(
    form: TaskForm,
    act: Callable[[Work], Result],
    *,
    template: str,
    done: Callable[[Result], str],
    said: str | Callable[[Result], str],
    page: CasePage | None = None,
    shown: Mapping[str, object] | None = None,
    before: Callable[[], object] = _nothing,
    ask: Callable[[], Mapping[str, object]] = dict,
    rehearse: bool = False,
    templates: work_templates.Place | None = None,
) -> ResponseReturnValue:
    """Show the form, or do its act.

    ``page`` or ``shown`` is what the template shows beside the form. ``before`` runs ahead of
    the transaction, for files that must be safe on disk before their rows exist. ``ask`` gives what
    must be read before a form without fault is done, and nothing once it was; with ``rehearse`` the
    act is tried first and taken back, so that nobody reads what would be refused. 303 when done,
    422 when refused with everything typed kept, 409 when another officer was faster. Raises
    Unavailable (503) when disk or database take nothing. Whoever wrote down the own name lands on
    the desk: the case is nothing to show any more. ``templates`` says where a template of the
    office goes; a form about a case that asks a reason has one for it.
    """
    shown = page.shown if page else shown or {}
    taken = _template_taken(form, templates, page)
    if taken or request.method != "POST":
        if isinstance(form, CaseForm) and page and not taken:
            form.version.data = page.shown["head"].version
        return render_template(template, form=form, **shown)
    if form.validate():
        try:
            if asked := _asked(ask, act if rehearse else _nothing):
                return render_template(template, form=form, **{**shown, **asked}), 422
            before()
            with acting() as work:
                result = act(work)
                _put_away(work, form, page)
                told = own_exclusion.told(work, result, page.case_id if page else 0)
        except (NotFound, NotPermitted):
            raise
        except Conflict as clash:
            return _clash(form, clash, template, page, shown)
        except Unavailable:
            # Not the form's fault, and the page itself may need what is out of reach.
            raise
        except CaseworkError as refusal:
            form.refuse(refusal)
        else:
            flash(said(result) if callable(said) else said, "done")
            return redirect(_parted(told) or done(result), code=303)
    return render_template(template, form=form, **shown), 422


def _template_taken(
    form: TaskForm, place: work_templates.Place | None, page: CasePage | None
) -> bool:
    """Offer the office's templates; True when one was just put into the form."""
    if place is None and page:
        place = work_templates.of_reason(form, page.case_id, page.act_id)
    return place is not None and work_templates.offer(form, place)


class _Rehearsed(Exception):
    """Takes back what an act did that was only tried."""


def _asked(
    ask: Callable[[], Mapping[str, object]], tried: Callable[[Work], object]
) -> Mapping[str, object]:
    """What must be read first, once the act was tried and taken back."""
    asked = ask()
    if asked and tried is not _nothing:
        with suppress(_Rehearsed), acting() as work:
            tried(work)
            raise _Rehearsed
    return asked


def _parted(told: str) -> str:
    """The desk for an officer whose own act took the case away, with what is said of it; or ""."""
    if told:
        flash(told, "info")
    return url_for("desk.show") if told else ""


def _put_away(work: Work, form: TaskForm, page: CasePage | None) -> None:
    """What the act leaves behind: the draft of its page, and the mark that it was open."""
    if form.drafted:
        drafts.drop(work, request.path)
    if page:
        active_editors.clear(work, page.case_id)


def _clash(
    form: TaskForm,
    clash: Conflict,
    template: str,
    page: CasePage | None,
    shown: Mapping[str, object],
) -> ResponseReturnValue:
    if page:
        shown = page.shown = page.read()
    if isinstance(form, CaseForm) and page:
        # Sending again is then a decision taken on the case as it is now.
        form.version.raw_data = None
        form.version.data = page.shown["head"].version
    return render_template(template, form=form, clash=clash, **shown), 409


def confirm(
    case_id: int,
    act_id: str,
    act: Callable[[Work, int], object],
    *,
    said: str,
    explain: str,
    template: str = "core/confirm_act.html",
    more: More = _nothing,
) -> ResponseReturnValue:
    """An act that needs nothing but a decision: one page that says what will happen.

    ``more`` reads what else the template shows.
    """
    form = CaseForm()
    page = CasePage(case_id, act_id, lambda work, case: {"explain": explain, **more(work, case)})
    return perform(
        form,
        lambda work: act(work, form.seen),
        template=template,
        page=page,
        done=page.back,
        said=said,
    )
