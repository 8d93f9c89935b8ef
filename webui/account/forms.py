"""One's own account: codes, password, office."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length

from webui.core.fields import Pick
from webui.core.forms import TaskForm
from webui.settings.forms import key

_FILL = _l("Belum diisi. Bagian ini wajib.")
REFUSALS = (
    _l("Kata sandi tidak boleh sama dengan nama pengguna."),
    _l("Kata sandi paling panjang 1024 huruf."),
    _l("Kata sandi paling sedikit 12 huruf."),
    _l(
        "Kata sandi itu mudah ditebak: kata yang umum, nama Anda, tanggal, atau urutan. Pakai "
        "tiga kata atau lebih yang tidak berhubungan."
    ),
)
"""What a new password is refused with (`officers.check_password`), for the catalogue."""
_LONG = Length(max=1024, message=_l("Terlalu panjang."))


class CodeForm(TaskForm):
    """A code of the authenticator, or where allowed a recovery code."""

    kode = StringField(
        _l("Kode"), [InputRequired(_FILL), Length(max=64, message=_l("Terlalu panjang."))]
    )


class NewPasswordForm(TaskForm):
    """A new password, typed twice."""

    sandi = PasswordField(
        _l("Kata sandi baru"),
        [InputRequired(_FILL), _LONG],
        description=_l("Paling sedikit 12 huruf. Beberapa kata biasa mudah diingat."),
    )
    ulang = PasswordField(
        _l("Ulangi kata sandi baru"),
        [InputRequired(_FILL), EqualTo("sandi", _l("Kedua kata sandi tidak sama. Ketik ulang."))],
    )


class PasswordForm(NewPasswordForm):
    """The present password, and a new one."""

    lama = PasswordField(_l("Kata sandi sekarang"), [InputRequired(_FILL), _LONG])


class OfficeForm(TaskForm):
    """At which office to work in this session."""

    kantor = Pick(_l("Bekerja untuk kantor"), coerce=key)

    def __init__(self, offices: list[tuple[int, str]], **more: Any) -> None:
        super().__init__(**more)
        self.kantor.choices = offices


class SignInForm(TaskForm):
    """Name and password of an officer."""

    login = StringField(
        _("Nama pengguna"),
        [
            InputRequired(_("Isi nama pengguna.")),
            Length(max=64, message=_("Nama pengguna terlalu panjang.")),
        ],
    )
    password = PasswordField(
        _("Kata sandi"),
        [
            InputRequired(_("Isi kata sandi.")),
            Length(max=1024, message=_("Kata sandi terlalu panjang.")),
        ],
    )
