"""One paper: signing it, keeping its scan, editing its draft, voiding it, filing it."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import IntegerField, PasswordField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import HiddenInput

from webui.forms.base import CaseForm, TaskForm
from webui.forms.fields import Line, Prose, Radio
from webui.forms.files import Attachment


class SignForm(TaskForm):
    """How to sign, and the passphrase, which is asked for each time."""

    cara = Radio(_("Cara menandatangani"))
    nik = Line(_("NIK terdaftar di BSrE"), limit=16, hint=_("Hanya untuk BSrE; tidak disimpan."))
    frasa_sandi = PasswordField(
        _("Frasa sandi sertifikat"),
        [InputRequired(_("Ketik frasa sandi sertifikat Anda.")), Length(max=200)],
        description=_("Bukan kata sandi masuk. Dipakai sekali ini saja dan tidak disimpan."),
    )
    aliases = {"sertifikat": "cara"}  # noqa: RUF012 - declared on the base


class ScanForm(TaskForm):
    """The scan of a paper signed in ink."""

    berkas = Attachment(
        _("Pindaian bertanda tangan"), hint=_("PDF atau foto (JPEG, PNG, TIFF), semua halaman.")
    )


class FoundScanForm(ScanForm):
    """A scan, and the code of the paper it is of."""

    kode = Line(
        _("Kode verifikasi dokumen"),
        limit=300,
        hint=_(
            "Pindai kode QR dengan pembaca kode atau ketik kodenya. Kosongkan bila pindaiannya PDF "
            "yang teksnya dapat dibaca."
        ),
    )


class TextForm(TaskForm):
    """The free texts of a draft; a field is added for each text of the form."""

    suntingan = IntegerField(widget=HiddenInput())


class VoidForm(CaseForm):
    """Why a letter is void."""

    alasan = Prose(_("Alasan pembatalan"), required=True, limit=500)


class DiscardForm(CaseForm):
    """Why a draft is not needed."""

    alasan = Prose(_("Mengapa konsep ini tidak diperlukan"), required=True, limit=500)


class TakeBackForm(TaskForm):
    """Why a scan does not belong to the paper."""

    alasan = Prose(_("Mengapa pindaian ini dicabut"), required=True, limit=500)


class FileForm(TaskForm):
    """Where the paper is kept."""

    arsip = Line(
        _("Kode atau tempat arsip"),
        required=True,
        limit=120,
        hint=_("Misalnya kode klasifikasi arsip, nomor boks, atau lemari."),
    )
