"""Where an event happened: a region that is looked for and chosen, also without a script."""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import Form, StringField, ValidationError

from casework.engine.edition import Edition
from casework.errors import LawError
from casework.services.acts.registration import opening
from casework.services.core.work import Work
from casework.services.law import regions
from casework.services.law.regions import Competence, Found
from webui.core.fields import Line, Plain
from webui.core.transaction import house, me

NOWHERE = "-"
"""What is chosen where an event lies in no region: it happened on line, or nobody knows."""


class RegionRow(Form):
    """A region by search and choice, and the point on the map where it is known."""

    cari = Line(
        _("Wilayah kejadian"),
        hint=_(
            "Ketik nama desa/kelurahan, kecamatan, atau kabupaten/kota, lalu cari dan pilih. "
            "Persempit dengan koma: “Tes, Lebong Selatan”; TPS: “TPS 3, Tes”."
        ),
    )
    kode = StringField(_("Wilayah yang dipilih"), [Plain(20)])
    titik = Line(
        _("Titik koordinat"), limit=60, hint=_("Lintang, bujur dalam derajat: -3.15012, 102.20431.")
    )

    def validate_cari(self, _field: StringField) -> None:
        """What was looked for is chosen, or taken away again."""
        if not (self.kode.data or "").strip():
            raise ValidationError(
                gettext("Pilih satu wilayah dari hasil pencarian, atau kosongkan pencariannya.")
            )

    @property
    def code(self) -> str:
        """The code of the region that was chosen; "" for none."""
        code = (self.kode.data or "").strip()
        return "" if code == NOWHERE else code


@dataclass(frozen=True)
class Offered:
    """What the page shows of a region: the choices, and the office around the chosen one."""

    chosen: str
    choices: tuple[Found, ...]
    looked: bool
    office: Competence | None

    @property
    def nothing(self) -> bool:
        """Whether something was looked for and nothing found."""
        return self.looked and not self.choices


def offered(work: Work, row: RegionRow, edition: Edition | None) -> Offered:
    """The regions found for what was typed, the chosen one first."""
    typed, code = (row.cari.data or "").strip(), row.code
    found = regions.search(work, typed, me().office_code) if typed else ()
    words = regions.words(work, code)
    first = (Found(code, words),) if code else ()
    return Offered(
        (row.kode.data or "").strip(),
        (*first, *(one for one in found if one.code != code)),
        bool(typed),
        around(work, edition, code),
    )


def around(work: Work, edition: Edition | None, code: str | None) -> Competence | None:
    """The office around a region as the officer's own office sees it."""
    return regions.competence(work.law, edition, code, me().office_code) if edition else None


def edition_now(work: Work, election: str) -> Edition | None:
    """The edition that a case about an election would have today; None where none is known."""
    try:
        regime = opening.regime_of(work.law, election)
        return work.law.edition_on(regime, house().today(me().zone))
    except LawError:
        return None
