"""What the citizens' door asks, one group of questions a page."""

from __future__ import annotations

from typing import ClassVar

from flask_babel import lazy_gettext as _

from webui.core.fields import Day, Line, Pick
from webui.core.forms import TaskForm


class InTimeForm(TaskForm):
    """Two dates and the election; nothing else is asked and nothing is kept."""

    aliases: ClassVar[dict[str, str]] = {
        "tanggal_kejadian": "kejadian",
        "tanggal_diketahui": "diketahui",
    }

    class Meta:
        """It changes nothing, so it needs no token and no cookie."""

        csrf = False

    kejadian = Day(_("Kapan kejadiannya?"), hint=_("Perkiraan boleh."))
    diketahui = Day(_("Kapan Anda tahu?"), hint=_("Hari Anda melihat, mendengar, atau membacanya."))
    pemilihan = Pick(_("Pemilihan yang mana?"))


class AnnouncementsForm(TaskForm):
    """Which announcements are looked for."""

    class Meta:
        """It changes nothing, so it needs no token and no cookie."""

        csrf = False

    nomor = Line(_("Nomor"), limit=80, hint=_("Misalnya 05/Reg."))
    kantor = Pick(_("Kantor"), required=False)
