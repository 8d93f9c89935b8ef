"""What a lawyer gives to have a regulation read, and answers to what was found in it."""

from __future__ import annotations

from flask_babel import gettext as _t
from flask_babel import lazy_gettext as _
from wtforms import HiddenField, IntegerField
from wtforms.widgets import HiddenInput

from casework.engine.law import Law
from casework.services.cases.evidence import Upload
from webui.core.fields import Pick, Prose
from webui.core.file_fields import Attachment
from webui.core.forms import TaskForm
from webui.core.options import options


class ReadForm(TaskForm):
    """The PDF and which instrument it is."""

    peraturan = Pick(_("Peraturan"))
    naskah = Attachment(
        _("Naskah PDF"),
        hint=_("Sebaiknya salinan dengan teks, misalnya dari JDIH, bukan foto atau pindaian."),
    )
    kept: Upload | None = None

    def offer(self, law: Law, first: frozenset[str]) -> None:
        """Let the instruments be chosen; those of an edition stand first."""
        known = sorted(law.instruments.values(), key=lambda one: (one.id not in first, one.short))
        self.peraturan.choices = options([(one.id, one.short) for one in known], empty=True)

    def validate(self, *args: object, **more: object) -> bool:
        """Whether both are given."""
        fine = bool(super().validate(*args, **more))
        if self.naskah.chosen is None and not self.naskah.errors:
            self.naskah.errors = [_t("Pilih berkas PDF naskahnya.")]
            return False
        return fine


class MatchForm(TaskForm):
    """One answer to one match."""

    drafted = True

    entri = HiddenField()
    bunyi = IntegerField(widget=HiddenInput(), default=0)
    dilihat = HiddenField()
    kutipan = Prose(
        _("Bunyi pasal"), limit=4000, hint=_("Kata-kata yang menentukan saja, seperti tercetak.")
    )
    catatan = Prose(
        _("Catatan"), limit=4000, hint=_("Keraguan yang sudah terjawab naskah ini dapat dihapus.")
    )


class AmendmentForm(TaskForm):
    """The answer to one change of an amendment."""

    drafted = True

    dilihat = HiddenField()
    alasan = Prose(
        _("Alasan"),
        required=True,
        limit=1000,
        hint=_("Mengapa perubahan ini diterima atau ditolak."),
    )


class SampleForm(TaskForm):
    """The entries of a sample that agree with the pages; which ones stand in the page itself."""
