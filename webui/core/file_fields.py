"""Files an officer attaches: checked for size here, stored before the act begins."""

from __future__ import annotations

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, MultipleFileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, Field, Form
from wtforms.validators import StopValidation

from casework.errors import BadInput
from casework.services.cases import file_kind
from webui.core.fields import Line
from webui.core.language import refused
from webui.core.uploads import is_empty, limit_in_megabytes, too_large


class WholeFile:
    """Refuses an empty file and one over the limit, beside the field.

    With ``known`` also one whose content is no kind of evidence, or another than its name says.
    """

    def __init__(self, *, known: bool = False) -> None:
        self.known = known

    def __call__(self, form: object, field: Field) -> None:
        """Check what was uploaded, if anything was."""
        files = field.data if isinstance(field.data, list) else [field.data]
        for file in files:
            if isinstance(file, FileStorage) and file.filename:
                try:
                    self._check(file)
                except StopValidation as refusal:
                    if len(files) == 1:
                        raise
                    raise StopValidation(f"{file.filename}: {refusal}") from refusal

    def _check(self, file: FileStorage) -> None:
        if too_large(file):
            raise StopValidation(
                _(
                    "Berkas lebih besar dari %(n)s MB sehingga tidak diterima. "
                    "Kecilkan atau pecah berkas itu, lalu pilih kembali.",
                    n=limit_in_megabytes(),
                )
            )
        if is_empty(file):
            raise StopValidation(
                _("Berkas kosong (0 byte). Periksa berkas di perangkat Anda, lalu pilih kembali.")
            )
        if self.known:
            try:
                file_kind.check(file.filename or "", head_of(file))
            except BadInput as refusal:
                raise StopValidation(refused(refusal)) from refusal


def head_of(file: FileStorage) -> bytes:
    """The first bytes of a file, which stays at its beginning."""
    file.stream.seek(0)
    head: bytes = file.stream.read(file_kind.LONGEST)
    file.stream.seek(0)
    return head


class Attachment(FileField):  # type: ignore[misc]  # Flask-WTF ships no types
    """One optional file."""

    def __init__(
        self, label: object, *, hint: object = "", known: bool = False, **more: object
    ) -> None:
        super().__init__(label, [WholeFile(known=known)], description=hint, **more)

    @property
    def chosen(self) -> FileStorage | None:
        """The file, if one was chosen."""
        file = self.data
        return file if isinstance(file, FileStorage) and file.filename else None


class Attachments(MultipleFileField):  # type: ignore[misc]  # Flask-WTF ships no types
    """Any number of files."""

    def __init__(
        self, label: object, *, hint: object = "", known: bool = False, **more: object
    ) -> None:
        super().__init__(label, [WholeFile(known=known)], description=hint, **more)

    @property
    def chosen(self) -> list[FileStorage]:
        """The files that were chosen."""
        return [one for one in self.data or () if isinstance(one, FileStorage) and one.filename]


SECRET = _l("Memuat identitas pelapor atau saksi, mis. fotokopi KTP (disimpan terenkripsi)")


class EvidenceRow(Form):
    """One piece of evidence: the file and what it shows."""

    berkas = Attachment(_l("Berkas"), known=True)
    keterangan = Line(_l("Keterangan bukti"), hint=_l("Apa yang terlihat, di mana, kapan."))
    rahasia = BooleanField(SECRET)
