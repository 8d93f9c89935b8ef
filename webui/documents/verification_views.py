"""Anyone may check a paper by the code printed on it; the answer names no person."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from casework.services.documents import verification
from casework.services.documents.verification import Verdict
from webui.core.access import public, with_files
from webui.core.throttle import limiter
from webui.core.transaction import house
from webui.core.uploads import Fingerprint
from webui.documents.forms import CodeForm, CompareForm

bp = Blueprint("verification", __name__, url_prefix="/verifikasi")
STRANGER = Actor(None, "Umum", NO_OFFICE, frozenset())


@bp.get("")
@public
@limiter.limit("60/minute")
def ask() -> ResponseReturnValue:
    """Where the code is typed when a camera does not help."""
    form = CodeForm(request.args if "kode" in request.args else None)
    if form.kode.raw_data is None or not form.validate():
        return _private("documents/verification_ask.html", form=form)
    code = verification.code_in(form.kode.data or "")
    if not code:
        form.kode.errors = [_("Itu bukan kode verifikasi. Periksa lagi huruf besar dan kecilnya.")]
        return _private("documents/verification_ask.html", 422, form=form)
    return redirect(url_for(".show", code=code), code=303)


@bp.get("/<code>")
@public
@limiter.limit("60/minute")
def show(code: str) -> ResponseReturnValue:
    """What is known about the paper with this code."""
    return _answer(code, CompareForm(), "")


@bp.post("/<code>")
@public
@with_files
@limiter.limit("20/minute")
def compare(code: str) -> ResponseReturnValue:
    """Whether a file is the paper with this code; only its hash is looked at."""
    form = CompareForm()
    if not form.validate():
        return _answer(code, form, "", 422)
    file = form.berkas.data.stream
    sha256 = file.sha256 if isinstance(file, Fingerprint) else ""
    return _answer(code, form, sha256)


def _answer(code: str, form: CompareForm, sha256: str, status: int = 200) -> Response:
    verdict = _verdict(code)
    if verdict is None:
        return _private("documents/verification_show.html", 404, form=form, verdict=None)
    same = verdict.of_file(sha256) if sha256 else ""
    return _private(
        "documents/verification_show.html",
        status,
        form=form,
        verdict=verdict,
        same=same,
        sha256=sha256,
    )


def _verdict(code: str) -> Verdict | None:
    with house().reading(STRANGER) as work:
        return verification.find(work, code)


def _private(template: str, status: int = 200, **shown: object) -> Response:
    response = make_response(render_template(template, **shown), status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
