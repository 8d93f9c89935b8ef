"""How an officer wants to be told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import TimeField
from wtforms.validators import Optional

from casework.services.people.preferences import Wishes
from webui.core import labels
from webui.core.fields import Line, Ticks
from webui.core.forms import TaskForm
from webui.core.options import options


class WallTime(TimeField):
    """An hour of the day on the office's wall clock; may stay empty."""

    def __init__(self, label: Any = "", *, hint: Any = "", **more: Any) -> None:
        super().__init__(
            label, [Optional()], description=hint, format=["%H:%M", "%H:%M:%S"], **more
        )

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Read the hour; says in Indonesian what it looks like."""
        if not valuelist or not valuelist[0].strip():
            self.data = None
            return
        try:
            super().process_formdata(list(valuelist))
        except ValueError as fault:
            raise ValueError(_("Bukan jam yang sah. Contoh: 21:30.")) from fault


class PreferencesForm(TaskForm):
    """Channels, the addresses they need, and quiet hours."""

    kanal = Ticks(
        _l("Kirim pemberitahuan juga lewat"),
        description=_l("Pemberitahuan di meja kerja selalu ada, apa pun yang dipilih di sini."),
    )
    telegram = Line(
        _l("ID percakapan Telegram"), limit=40, hint=_l("Angka saja, contoh 123456789.")
    )
    whatsapp = Line(
        _l("Nomor WhatsApp"), limit=40, hint=_l("Dengan kode negara, contoh +6281200000000.")
    )
    tenang_dari = WallTime(
        _l("Jam tenang mulai"),
        hint=_l("Menurut jam kantor. Pesan menunggu sampai jam tenang berakhir."),
    )
    tenang_sampai = WallTime(_l("Jam tenang berakhir"))


def preferences_form(kept: Wishes, offered: Collection[str]) -> PreferencesForm:
    """The form as the officer left it, with the channels this installation can use."""
    form = PreferencesForm(
        data={
            "kanal": list(kept.channels),
            "telegram": kept.addresses.get("telegram", ""),
            "whatsapp": kept.addresses.get("whatsapp", ""),
            "tenang_dari": kept.quiet.since if kept.quiet else None,
            "tenang_sampai": kept.quiet.until if kept.quiet else None,
        }
    )
    form.kanal.choices = options(
        [(name, words) for name, words in labels.NOTICE_CHANNELS.items() if name in offered]
    )
    return form
