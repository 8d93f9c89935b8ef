"""Signing in."""

from __future__ import annotations

from flask_babel import lazy_gettext as _
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from webui.forms.base import TaskForm


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
