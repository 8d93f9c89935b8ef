"""Forwarding per respondent, the status notice, and the board until everyone answered."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from casework.services.acts.recommendation import followup, referral
from casework.services.acts.recommendation import redraft as redrafting
from casework.services.acts.registry import id_of
from casework.services.cases.evidence import Upload
from webui.cases.closing_page import ending
from webui.core.access import act_page, requires_act, with_files
from webui.core.acting import CasePage, confirm, perform
from webui.core.options import options
from webui.core.storing import store
from webui.core.times import maybe
from webui.referral.forms import FollowUpForm, RespondentNoticeForm, redraft_form, referral_form
from webui.referral.page import board_page, told_respondents, ways_out, ways_out_again

bp = Blueprint("referral", __name__, url_prefix="/perkara/<int:case_id>")


@bp.route("/penerusan", methods=["GET", "POST"])
@act_page("susun_penerusan")
def draft(case_id: int) -> ResponseReturnValue:
    """Where each respondent goes today; one grouped letter a destination."""
    page = CasePage(case_id, "susun_penerusan", ways_out)
    form = referral_form(page.shown["lost"])
    return perform(
        form,
        lambda work: referral.draft(work, case_id, form.seen, form.without()),
        template="referral/referral.html",
        page=page,
        done=page.back,
        said=lambda letters: ngettext(
            "%(num)d surat penerusan disiapkan sebagai konsep untuk ketua.",
            "%(num)d surat penerusan disiapkan sebagai konsep untuk ketua.",
            len(letters),
        ),
    )


@bp.route("/penerusan/ulang", methods=["GET", "POST"])
@act_page("susun_ulang_penerusan")
def redraft(case_id: int) -> ResponseReturnValue:
    """Void the letters that no longer go to the right agency, and draft them anew."""
    page = CasePage(case_id, "susun_ulang_penerusan", ways_out_again)
    form = redraft_form(page.shown["lost"])
    return perform(
        form,
        lambda work: redrafting.redraft(
            work, case_id, form.seen, form.alasan.data or "", form.without()
        ),
        template="referral/redraft.html",
        page=page,
        done=page.back,
        said=lambda done: _(
            "%(void)s surat dibatalkan dan %(fresh)s surat baru disiapkan sebagai konsep untuk "
            "ketua.",
            void=len(done.void),
            fresh=len(done.fresh),
        ),
    )


@bp.route("/pemberitahuan-status", methods=["GET", "POST"])
@act_page("beritahukan_status")
def notify(case_id: int) -> ResponseReturnValue:
    """Draft the notice of the status to the reporter."""
    return confirm(
        case_id,
        "beritahukan_status",
        lambda work, seen: referral.status_notice(work, case_id, seen),
        said=_("Pemberitahuan status disiapkan sebagai konsep untuk ketua."),
        explain=_(
            "Surat kepada pelapor tentang status laporan disiapkan sebagai konsep. Ketua "
            "menerbitkannya, lalu Anda mencatat penyampaiannya."
        ),
        template="referral/notify.html",
    )


@bp.route("/pemberitahuan-terlapor", methods=["GET", "POST"])
@requires_act("beritahukan_status")
def notify_respondents(case_id: int) -> ResponseReturnValue:
    """Draft letters to respondents, each from that respondent's own data."""
    page = CasePage(case_id, "beritahukan_status", told_respondents)
    form = RespondentNoticeForm()
    form.terlapor.choices = page.shown["respondents"]
    return perform(
        form,
        lambda work: referral.draft_notices(
            work, case_id, form.seen, form.terlapor.data or (), excerpt=form.kutipan.data
        ),
        template="referral/notify_respondents.html",
        page=page,
        done=page.back,
        said=lambda letters: ngettext(
            "%(num)d surat untuk terlapor disiapkan sebagai konsep untuk ketua.",
            "%(num)d surat untuk terlapor disiapkan sebagai konsep untuk ketua.",
            len(letters),
        ),
    )


@bp.route("/teruskan", methods=["GET", "POST"])
@act_page("teruskan")
def forward(case_id: int) -> ResponseReturnValue:
    """Close the forwarding once every letter has left."""
    return confirm(
        case_id,
        "teruskan",
        lambda work, seen: referral.forward(work, case_id, seen),
        said=_("Perkara sudah diteruskan; tindak lanjut berjalan."),
        explain=_("Semua surat penerusan sudah dikirim. Perkara masuk ke tindak lanjut."),
    )


@bp.route("/hentikan", methods=["GET", "POST"])
@act_page("hentikan")
def stop(case_id: int) -> ResponseReturnValue:
    """End a case that goes nowhere."""
    return confirm(
        case_id,
        "hentikan",
        lambda work, seen: referral.stop(work, case_id, seen),
        said=_("Perkara dihentikan."),
        explain=_("Tidak ada yang diteruskan dan pelapor sudah diberi tahu. Perkara selesai."),
        template="referral/end.html",
        more=ending(id_of(referral.stop)),
    )


@bp.route("/tindak-lanjut", methods=["GET", "POST"])
@act_page("catat_tindak_lanjut")
@with_files
def board(case_id: int) -> ResponseReturnValue:
    """What each addressee did about each respondent."""
    state, addressee = (request.args.get(name, "")[:300] for name in ("keadaan", "tujuan"))
    form = FollowUpForm()
    page = CasePage(case_id, "catat_tindak_lanjut", board_page(state, addressee))
    form.terlapor.choices = options((row.id, row.party) for row in page.shown["board"])
    reply: list[Upload] = []
    return perform(
        form,
        lambda work: followup.record(
            work,
            case_id,
            form.seen,
            form.terlapor.data or [],
            form.status.data or "",
            form.catatan.data or "",
            form.perkiraan.data,
            answered_at=maybe(form.dijawab.data),
            reply=reply[0] if reply else None,
        ),
        template="referral/board.html",
        page=page,
        done=page.back,
        said=_("Tindak lanjut dicatat."),
        before=lambda: reply.extend(
            [store(form.balasan.chosen, _("Surat jawaban instansi"))] if form.balasan.chosen else []
        ),
    )


@bp.route("/selesaikan", methods=["GET", "POST"])
@act_page("selesaikan")
def finish(case_id: int) -> ResponseReturnValue:
    """End a case whose every referral is answered."""
    return confirm(
        case_id,
        "selesaikan",
        lambda work, seen: followup.finish(work, case_id, seen),
        said=_("Perkara selesai."),
        explain=_("Setiap penerusan sudah dijawab dan pelapor sudah diberi tahu."),
        template="referral/end.html",
        more=ending(id_of(followup.finish)),
    )
