"""One paper: signing it, keeping its scan, editing its draft, voiding it, filing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from wtforms import HiddenField, IntegerField, PasswordField
from wtforms.validators import InputRequired, Length
from wtforms.widgets import HiddenInput

from casework.services.acts.recommendation.dispatches import Sending
from casework.services.core.numbers import Insertion
from webui.core import labels
from webui.core.fields import Hour, Line, Pick, Prose, Radio, Ticks
from webui.core.file_fields import Attachment
from webui.core.forms import CaseForm, TaskForm
from webui.core.options import options
from webui.core.times import aware, maybe
from webui.documents.register_page import PaperRow


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

    def offer_ways(self, ways: Sequence[str]) -> None:
        """Offer the ways of signing that are ready, the first one chosen."""
        self.cara.choices = [(name, labels.word(labels.SIGNING, name)) for name in ways]
        if self.cara.data is None and ways:
            self.cara.data = ways[0]


class SignManyForm(SignForm):
    """Several papers that are signed with one passphrase."""

    dokumen = Ticks(_("Dokumen yang ditandatangani"), coerce=int)

    def offer(self, papers: Sequence[tuple[int, str]], ways: Sequence[str]) -> None:
        """Offer the papers that wait, and the ways of signing."""
        self.dokumen.choices = options(papers)
        self.offer_ways(ways)


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

    drafted = True

    suntingan = IntegerField(widget=HiddenInput())


class VoidForm(CaseForm):
    """Why a letter is void."""

    alasan = Prose(_("Alasan pembatalan"), required=True, limit=500)


class DiscardForm(CaseForm):
    """Why a draft is not needed."""

    alasan = Prose(_("Mengapa konsep ini tidak diperlukan"), required=True, limit=500)


class TakeBackForm(TaskForm):
    """Why a scan does not belong to the paper."""

    drafted = True

    alasan = Prose(_("Mengapa pindaian ini dicabut"), required=True, limit=500)


class EndSigningForm(TaskForm):
    """Why a paper will not be signed."""

    drafted = True

    alasan = Prose(_("Mengapa dokumen ini tidak akan ditandatangani"), required=True, limit=500)
    aliases = {"berkas": "alasan"}  # noqa: RUF012 - declared on the base


class FileForm(TaskForm):
    """Where the paper is kept."""

    arsip = Line(
        _("Kode atau tempat arsip"),
        required=True,
        limit=120,
        hint=_("Misalnya kode klasifikasi arsip, nomor boks, atau lemari."),
    )


class IssueForm(CaseForm):
    """Which drafts get their number today."""

    dokumen = Ticks(_("Surat yang diterbitkan"), coerce=int)
    sisipan = Line(
        _("Sisipkan sesudah nomor urut"),
        limit=6,
        hint=_(
            "Hanya untuk satu surat. Isi 207 untuk mendapat 207.1; kosongkan untuk nomor biasa."
        ),
    )
    alasan_sisipan = Line(_("Alasan nomor sisipan"), limit=500)

    def between(self) -> Insertion | None:
        """Between which numbers the letter belongs; None for the next number."""
        text = (self.sisipan.data or "").strip()
        if not text:
            return None
        after = int(text) if text.isdigit() else 0
        return Insertion(after, self.alasan_sisipan.data or "")


class DispatchForm(CaseForm):
    """How letters left, and when they arrived; its fields by letter are those of ``dispatch_form``.

    What is told of one letter goes before what is told of all.
    """

    letters: ClassVar[tuple[int, ...]] = ()

    dokumen = Ticks(_("Surat yang disampaikan"), coerce=int)
    saluran = Pick(_("Cara penyampaian"), choices=options(labels.CHANNELS, empty=True))
    dikirim = Hour(_("Dikirim pada"))
    diterima = Hour(
        _("Diterima pada"),
        required=False,
        hint=_("Jam terima menentukan batas waktu. Kosongkan bila belum diterima."),
    )
    catatan = Line(
        _("Penerima dan bukti terima"),
        limit=500,
        hint=_("Siapa yang menerima, nomor resi, dan sebagainya."),
    )
    bukti = Attachment(_("Foto atau pindaian bukti terima"))
    nyatakan = HiddenField()
    alasan_belum_ttd = Line(
        _("Alasan belum bertanda tangan"),
        limit=500,
        hint=_(
            "Hanya bila tanda tangannya belum tercatat di sini, misalnya: ditandatangani di atas "
            "kertas, pindaiannya menyusul."
        ),
    )

    def sendings(self, proof_id: int | None) -> dict[int, Sending]:
        """The dispatches as the service wants them, by key of the letter."""
        return {key: self._sending(key, proof_id) for key in self.dokumen.data or []}

    def _sending(self, letter: int, proof_id: int | None) -> Sending:
        own = len(self.letters) > 1
        received = (self[f"diterima-{letter}"].data if own else None) or self.diterima.data
        note = (self[f"catatan-{letter}"].data if own else "") or self.catatan.data
        return Sending(
            channel=self.saluran.data or "",
            sent_at=aware(self.dikirim.data),
            received_at=maybe(received),
            receiver_note=note or "",
            proof_evidence_id=proof_id,
            unsigned_reason=self.alasan_belum_ttd.data or "",
        )


class ManyForm(TaskForm):
    """Documents of several cases that one thing is done with."""

    dokumen = Ticks(_("Dokumen yang dipilih"), coerce=int)

    def offer(self, rows: Sequence[PaperRow], ticked: Sequence[int], *, anew: bool = False) -> None:
        """Offer the rows, those of `ticked` chosen until somebody said otherwise, or `anew`."""
        self.dokumen.choices = options([(one.id, one.title) for one in rows])
        if anew or not self.is_submitted():
            self.dokumen.data = list(ticked)


class DispatchManyForm(ManyForm):
    """How several letters left, and when they arrived; the same for all of them."""

    saluran = Pick(_("Cara penyampaian"), choices=options(labels.CHANNELS, empty=True))
    dikirim = Hour(_("Dikirim pada"))
    diterima = Hour(
        _("Diterima pada"),
        required=False,
        hint=_("Jam terima menentukan batas waktu. Kosongkan bila belum diterima."),
    )
    catatan = Line(
        _("Penerima dan bukti terima"),
        limit=500,
        hint=_("Siapa yang menerima, nomor resi, dan sebagainya."),
    )
    alasan_belum_ttd = Line(
        _("Alasan belum bertanda tangan"),
        limit=500,
        hint=_(
            "Hanya bila tanda tangannya belum tercatat di sini, misalnya: ditandatangani di atas "
            "kertas, pindaiannya menyusul."
        ),
    )

    def sending(self) -> Sending:
        """The dispatch as the service wants it, without a file of proof."""
        return Sending(
            channel=self.saluran.data or "",
            sent_at=aware(self.dikirim.data),
            received_at=maybe(self.diterima.data),
            receiver_note=self.catatan.data or "",
            unsigned_reason=self.alasan_belum_ttd.data or "",
        )


def dispatch_form(letters: Sequence[tuple[int, str]], begun: Mapping[str, object]) -> DispatchForm:
    """The form about these letters, begun with what is known of them.

    Of several, each has its own hour of receipt and receiver.
    """
    fields: dict[str, object] = {"letters": tuple(key for key, _name in letters)}
    for key, name in letters if len(letters) > 1 else ():
        fields[f"diterima-{key}"] = Hour(f"{_('Diterima pada')} · {name}", required=False)
        fields[f"catatan-{key}"] = Line(f"{_('Penerima dan bukti terima')} · {name}", limit=500)
    form: DispatchForm = type("LettersDispatchForm", (DispatchForm,), fields)(data=begun)
    form.dokumen.choices = options(letters)
    return form


class BundleForm(TaskForm):
    """The papers, in the order of their numbers."""

    dokumen = Ticks(_("Dokumen yang dicetak bersama"), coerce=int)


class CodeForm(TaskForm):
    """The code printed below the QR code, or its whole address."""

    class Meta:
        """A question, not an act: it needs no token, and its answer may be bookmarked."""

        csrf = False

    kode = Line(
        _("Kode verifikasi"),
        limit=300,
        required=True,
        hint=_("Tercetak di bawah kode QR. Seluruh alamatnya juga boleh."),
    )


class CompareForm(TaskForm):
    """A file to compare with what was issued."""

    berkas = FileField(
        _("Berkas yang ingin Anda periksa"),
        [InputRequired(_("Pilih berkas dahulu."))],
        description=_("Berkas dibandingkan lalu dibuang; tidak disimpan di sini."),
    )
