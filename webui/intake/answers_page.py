"""The answers of an unsent report, to be checked before it is sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from flask_babel import gettext as _

from casework.engine import nik
from casework.errors import BadInput
from casework.services.acts.registration import intake_drafts
from casework.services.acts.registration.intake_drafts import belongs
from casework.services.core import phone
from casework.services.core.drafts import Content, Kept
from casework.services.core.work import Work
from casework.services.law import regions
from webui.core import labels
from webui.core.forms import leaves
from webui.core.naming_form import naming_fields
from webui.core.template_context import day, megabytes
from webui.intake import own_name_page, step_order
from webui.intake import page as report
from webui.intake.forms import REPORTER_KINDS, SEXES, STEPS
from webui.intake.steps_form import TITLES, ReportForm

Answer = tuple[str, str]


def around(work: Work, kept: Kept, form: ReportForm) -> dict[str, Any]:
    """Everything the page of the checking shows beside its form."""
    token = intake_drafts.token_of(kept)
    term, desk = report.flags(work, kept.content)
    region = regions.words(work, form.wilayah.form.code)
    return {
        "page": report.progress(kept, "periksa"),
        "step": "periksa",
        "groups": tuple(_groups(token, form, kept.content, region)),
        "region": report.place(work, form),
        "marks": intake_drafts.marks(work, kept.content, STEPS),
        "likely": report.likely(work, kept.content),
        "named": tuple(_named(token, form)),
        "doubts": tuple(_doubts(form)),
        "sources": tuple(work.law.instruments[one] for one in nik.SOURCES),
        "phones": tuple(_phones(token, form)),
        "reporter": step_order.address(token, "pelapor", kembali="periksa"),
        "nowhere": tuple(
            one.form.name.data or "" for one in form.terlapor.entries if not one.form.region.data
        ),
        "respondents": step_order.address(token, "terlapor", kembali="periksa"),
        "own": own_name_page.told(work, form.told(token)),
        "term": term,
        "desk": desk,
        "back": step_order.before(token, "periksa"),
        "way_to": lambda field: way_to(token, field),
    }


def way_to(token: str, field: str) -> str:
    """The step a refused field stands in, with its refusals shown."""
    step = next((one for one, names in STEPS.items() if belongs(field, names)), "")
    if not step:
        return f"#{field}"
    return step_order.address(token, step, periksa="1", kembali="periksa", _anchor=field)


def check_dates(form: ReportForm) -> None:
    """Put what is wrong with the dates beside them."""
    if problems := report.date_problems(form):
        form.refuse(BadInput(*problems))


def changed(work: Work, content: Content, sent: Mapping[str, str]) -> tuple[str, ...]:
    """Titles of the steps that are no longer what the page showed."""
    now = intake_drafts.marks(work, content, STEPS)
    return tuple(str(TITLES[step]) for step in STEPS if sent.get(f"sidik-{step}") != now[step])


def _named(token: str, form: ReportForm) -> Iterator[Answer]:
    """Label and step of each answer for all to read that tells who reports or witnesses."""
    for field in naming_fields(form):
        yield _label(field), way_to(token, field.name)


def _doubts(form: ReportForm) -> Iterator[str]:
    """What speaks against the number of the reporter's card."""
    person = form.pelapor.form.person()
    woman = person.sex == "perempuan" if person.sex else None
    born = date.fromisoformat(person.birth_date) if person.birth_date else None
    texts = {
        nik.Doubt.DIGITS: _("NIK terdiri atas 16 angka."),
        nik.Doubt.PROVINCE: _("Dua angka pertama bukan kode provinsi."),
        nik.Doubt.DAY: _("Angka ke-7 sampai ke-12 bukan tanggal lahir."),
        nik.Doubt.BIRTH_DATE: _("Tanggal lahir pada nomor berbeda dari yang ditulis."),
        nik.Doubt.SEX: _("Jenis kelamin pada nomor berbeda dari yang ditulis."),
        nik.Doubt.COUNT: _("Nomor urut pada empat angka terakhir dimulai dari 0001."),
    }
    for doubt in nik.doubts(person.identity_number, born=born, woman=woman):
        yield texts[doubt]


def _phones(token: str, form: ReportForm) -> Iterator[Answer]:
    """Each telephone number that no network is known to have, and where it was typed."""
    reporter, witnesses = form.pelapor.form, [one.form for one in form.saksi.entries]
    for step, people in (("pelapor", [reporter]), ("terlapor", witnesses)):
        for one in people:
            typed = one.phone.data or ""
            if phone.doubtful(typed):
                yield typed, f"{step_order.address(token, step, kembali='periksa')}#{one.phone.id}"


def _groups(
    token: str, form: ReportForm, content: Content, region: str
) -> Iterator[tuple[str, str, str, list[list[Answer]]]]:
    """Each group of answers: its id, title, the address of its step, its blocks (one a person)."""
    blocks = {
        "pelapor": [_reporter(form)],
        "peristiwa": [[answer for name in STEPS["peristiwa"]
                       if name != "alasan_tahapan" or form[name].data
                       for answer in _event(form, name, region)]],
        "terlapor": [_respondent(row) for row in form.terlapor.entries],
        "saksi": [_person(row) for row in form.saksi.entries],
        "bukti": [
            [(one.description or _("tanpa keterangan"),
              f"{one.name} · {megabytes(one.size)} · SHA-256 {one.sha256}")]
            for one in intake_drafts.files(content)
        ],
    }  # fmt: skip
    people = {"terlapor": _("Terlapor"), "saksi": _("Saksi")}
    for group, parts in blocks.items():
        step = "terlapor" if group in people else group
        way = step_order.address(token, step, kembali="periksa", _anchor=group)
        yield group, people.get(group) or str(TITLES[step]), way, parts


def _event(form: ReportForm, name: str, region: str) -> list[Answer]:
    """The answers to one question about the event; `region` is the chosen one in words."""
    if name != "wilayah":
        return [_answer(form[name])]
    row = form.wilayah.form
    point = [(_label(row.titik), row.titik.data)] if row.titik.data else []
    return [(_label(row.cari), region), *point]


def _answer(field: Any) -> Answer:
    if field.type == "Day":
        return _label(field), _day(field)
    if field.type == "BooleanField":
        return _label(field), _("Ya") if field.data else _("Tidak")
    text = field.data or ""
    return _label(field), _words(field).get(text, "") if field.type == "Pick" else text


def _reporter(form: ReportForm) -> list[Answer]:
    kind = REPORTER_KINDS.get(form.jenis_pelapor.data or "", "")
    return [(_label(form.jenis_pelapor), str(kind)), *_person(form.pelapor)]


def _person(row: Any) -> list[Answer]:
    found = []
    for name, field in leaves(row.form):
        text = _day(field) if field.type == "Day" else str(field.data or "")
        text = str(SEXES.get(text, text)) if name.endswith("-sex") else text
        found.append((_label(field), text))
    return found


def _respondent(row: Any) -> list[Answer]:
    form = row.form
    regions = _words(form.region)
    return [
        (_label(form.name), form.name.data or ""),
        (_label(form.category), str(labels.CATEGORIES.get(form.category.data or "", ""))),
        (_label(form.position), form.position.data or ""),
        (_label(form.region), regions.get(form.region.data or "", "")),
        (_label(form.address), form.address.data or ""),
    ]


def _words(field: Any) -> dict[str, str]:
    return {str(one.value): str(one.label) for one in field.choices or () if one.value}


def _label(field: Any) -> str:
    return str(field.label.text)


def _day(field: Any) -> str:
    return day(field.data) if field.data else ""
