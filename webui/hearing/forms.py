"""Who sits, each session, and what the panel resolves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar, TypeVar

from flask_babel import lazy_gettext as _

from casework.engine.categories import ViolationClass
from casework.models.hearing import Agenda
from casework.services.acts.hearing.panel import FACT, Appointed
from casework.services.acts.hearing.rulings import Resolution
from casework.services.acts.hearing.sessions import Fixed, Held
from casework.services.acts.review.pleno import Pleno
from casework.services.cases.hearings import DONE
from webui.cases.people_page import PartyLine
from webui.core import labels
from webui.core.fields import Hour, Line, Pick, Prose, Radio, Ticks
from webui.core.forms import CaseForm
from webui.core.options import options
from webui.core.times import aware, wall_now
from webui.hearing.page import Person
from webui.pleno.forms import Decided, Member, SeatsForm, seats
from webui.review.allegation_slots import Fields, slots
from webui.review.article_choices import Articles
from webui.review.respondents_form import result_fields

_ONE_EACH = _("Satu butir satu baris.")
Session = TypeVar("Session", bound="SessionForm")


class PanelForm(CaseForm):
    """The panel of a case; built by ``panel_form``."""

    aliases: ClassVar[dict[str, str]] = {FACT: "waktu"}

    waktu = Hour(_("Ditetapkan pada"))
    anggota = Ticks(_("Anggota majelis"), coerce=int)
    pimpinan = Pick(_("Ketua majelis"))
    sekretaris = Pick(_("Sekretaris majelis"))
    alasan = Prose(
        _("Alasan"),
        limit=1000,
        hint=_("Hanya bila tidak semua anggota duduk, atau bukan ketua yang memimpin."),
    )

    def appointed(self) -> Appointed:
        """The panel as the service wants it; only after validation."""
        return Appointed(
            aware(self.waktu.data),
            tuple(self.anggota.data or ()),
            int(self.pimpinan.data),
            int(self.sekretaris.data),
            self.alasan.data or "",
        )


def panel_form(able: Sequence[Person], secretaries: Sequence[Person]) -> PanelForm:
    """The form with everybody who can sit; nobody is chosen beforehand."""
    form = PanelForm(data={"waktu": wall_now()})
    form.anggota.choices = options([(one.id, one.name) for one in able])
    form.pimpinan.choices = _names(able)
    form.sekretaris.choices = _names(secretaries)
    return form


class FixForm(CaseForm):
    """A session to come, and who is summoned to it."""

    acara = Ticks(_("Acara sidang"))
    waktu = Hour(_("Waktu sidang"))
    tempat = Line(_("Tempat sidang"), required=True, limit=300)
    pihak = Ticks(_("Pihak yang dipanggil"), coerce=int)

    def fixed(self) -> Fixed:
        """The session as the service wants it; only after validation."""
        return Fixed(
            aware(self.waktu.data),
            self.tempat.data or "",
            tuple(self.acara.data or ()),
            tuple(self.pihak.data or ()),
        )


def fix_form(agenda: Sequence[Agenda], parties: Sequence[Person], place: str) -> FixForm:
    """The form for what can be on the agenda now."""
    form = FixForm(data={"tempat": place})
    form.acara.choices = options([(str(one), labels.AGENDAS[one]) for one in agenda])
    form.pihak.choices = options([(one.id, one.name) for one in parties])
    return form


class SessionForm(CaseForm):
    """Who was there in a session; with a field for each party's counsel."""

    waktu = Hour(_("Sidang dibuka"))
    selesai = Hour(_("Sidang ditutup"))
    majelis = Ticks(_("Anggota majelis yang hadir"), coerce=int)
    hadir = Ticks(_("Pihak yang hadir"), coerce=int)
    catatan = Prose(
        _("Catatan"),
        limit=4000,
        hint=_("Keterangan ketidakhadiran, kesepakatan, atau jadwal berikutnya."),
    )

    def held(self) -> Held:
        """The session as the service wants it; only after validation."""
        came = tuple(self.hadir.data or ())
        return Held(
            at=aware(self.waktu.data),
            closed_at=aware(self.selesai.data),
            panel=tuple(self.majelis.data or ()),
            attended={one: self[f"kuasa-{one}"].data or "" for one in came},
            note=self.catatan.data or "",
        )


class HeldForm(SessionForm):
    """A session of the examination as it was held; built by ``held_form``."""

    terbuka = Radio(
        _("Sifat sidang"),
        choices=options([("ya", _("Terbuka untuk umum")), ("tidak", _("Tertutup untuk umum"))]),
    )
    acara = Ticks(
        _("Acara yang selesai"),
        description=_("Yang belum selesai dilanjutkan dalam sidang berikutnya."),
    )
    bukti = Ticks(_("Bukti yang diperiksa"), coerce=int)
    jalannya = Prose(
        _("Jalannya sidang"),
        required=True,
        hint=_("Sebut pelapor dan saksi dengan samarannya, misalnya Pelapor atau Saksi 1."),
    )

    def held(self) -> Held:
        """The session as the service wants it; only after validation."""
        return replace(
            super().held(),
            agenda=tuple(self.acara.data or ()),
            course=self.jalannya.data or "",
            evidence=tuple(self.bukti.data or ()),
            open_to_public=self.terbuka.data == "ya",
        )


class ReadingForm(SessionForm):
    """The session in which the ruling is read out; it is open to the public."""

    tempat = Line(_("Tempat sidang"), required=True, limit=300)


def held_form(
    panel: Sequence[Person],
    parties: Sequence[Person],
    agenda: Sequence[str],
    evidence: Sequence[Person],
    given: Mapping[str, object],
) -> HeldForm:
    """The form for a session; who came is left to the officer. `given` are first values."""
    form = _session_form(HeldForm, panel, parties, given)
    form.acara.choices = options(
        [(one, labels.AGENDAS[Agenda(one)]) for one in agenda if Agenda(one) in DONE]
    )
    form.bukti.choices = options([(one.id, one.name) for one in evidence])
    return form


def reading_form(
    panel: Sequence[Person], parties: Sequence[Person], given: Mapping[str, object]
) -> ReadingForm:
    """The form for the reading of the ruling."""
    return _session_form(ReadingForm, panel, parties, given)


def _session_form(
    kind: type[Session],
    panel: Sequence[Person],
    parties: Sequence[Person],
    given: Mapping[str, object],
) -> Session:
    fields = {f"kuasa-{one.id}": Line(_("Kuasa atau pendamping")) for one in parties}
    form: Session = type(f"Case{kind.__name__}", (kind,), fields)(data=dict(given))
    form.majelis.choices = options([(one.id, one.name) for one in panel])
    form.hadir.choices = options([(one.id, one.name) for one in parties])
    return form


class PostponeForm(CaseForm):
    """Why a session is postponed."""

    alasan = Prose(_("Alasan penundaan"), required=True, limit=1000)


class ResolutionForm(Decided, SeatsForm):
    """The deliberation: seats, results, considerations and the dictum."""

    waktu = Hour(_("Waktu musyawarah"))
    alasan = Prose(
        _("Catatan musyawarah"),
        limit=4000,
        hint=_("Perlu bila yang setuju tidak lebih banyak daripada yang tidak setuju."),
    )
    pertimbangan = Prose(_("Pertimbangan hukum"), required=True)
    amar = Prose(_("Amar putusan"), required=True, hint=_ONE_EACH)

    def met(self) -> Pleno:
        """The deliberation as the service wants it."""
        return Pleno(
            held_at=aware(self.waktu.data),
            seats=self.seated(),
            reason=self.alasan.data or "",
            acknowledged=bool(self.mayoritas.data),
        )

    def resolution(self) -> Resolution:
        """Everything of it as the service wants it; only after validation."""
        return Resolution(
            self.met(),
            self.decisions(),
            self.pertimbangan.data or "",
            (self.amar.data or "").splitlines(),
        )


def resolution_form(
    panel: Sequence[Person],
    parties: Sequence[PartyLine],
    articles: Articles,
    before: Mapping[str, str],
    fields: Fields | None = None,
) -> ResolutionForm:
    """The deliberation of one case; with ``fields`` filled with them instead of what was sent.

    `before` is what was drawn up last. A panel finds a breach of administration, or none.
    """
    places = slots(parties, before, fields)
    parts = {
        **seats([Member(one.id, one.name) for one in panel]),
        **result_fields(parties, places, articles, before, fields),
        "asked": {party.id: 1 for party in parties},
    }
    form_class = type("CaseResolutionForm", (ResolutionForm,), parts)
    given: dict[str, Any] = {} if fields is None else {"formdata": fields}
    form: ResolutionForm = form_class(data={**before, "waktu": wall_now()}, **given)
    kinds = (ViolationClass.ADMINISTRATIVE, ViolationClass.NONE)
    found = options([(str(one), labels.CLASSES[one]) for one in kinds], empty=True)
    for name in ("semua_hasil", *(f"hasil-{one.key}" for one in places)):
        form[name].choices = found
    return form


def _names(people: Sequence[Person]) -> list[Any]:
    return options([(str(one.id), one.name) for one in people], empty=True)
