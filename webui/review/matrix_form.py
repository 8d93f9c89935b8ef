"""The matrix of one allegation: a row an element, a column a piece of evidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _
from wtforms import IntegerField
from wtforms.widgets import HiddenInput

from casework.engine.matrix import Cell, Element, Verdict, View
from casework.services.cases.proofs import Proof
from webui.core import labels
from webui.core.fields import Line, Pick, Radio, Ticks
from webui.core.forms import TaskForm
from webui.core.options import options

MOST_OWN = 12


class MatrixForm(TaskForm):
    """Built by ``matrix_form``: fields ``bukti-<row>-<column>``, ``catatan-…``, ``hasil-<row>``."""

    fixed: ClassVar[tuple[str, ...]] = ()
    proofs: ClassVar[tuple[Proof, ...]] = ()
    size: ClassVar[int] = 0

    konsep = IntegerField(widget=HiddenInput())
    salin = Ticks(_("Salin matriks ini ke terlapor lain"), choices=[])

    def elements(self) -> tuple[Element, ...]:
        """The rows as marked; own rows left empty are left out."""
        found = (self._element(row) for row in range(self.size))
        return tuple(one for one in found if one.text)

    def text(self, row: int) -> str:
        """What an element says: the article's own words, or the officer's."""
        own: str = "" if row < len(self.fixed) else (self[f"unsur-{row}"].data or "")
        return self.fixed[row] if row < len(self.fixed) else own

    def _element(self, row: int) -> Element:
        cells = []
        for column, proof in enumerate(self.proofs):
            view = self[f"bukti-{row}-{column}"].data
            if view:
                note = self[f"catatan-{row}-{column}"].data or ""
                cells.append(Cell(proof.label, View(view), note))
        return Element(self.text(row), tuple(cells), Verdict(self[f"hasil-{row}"].data or ""))


def matrix_form(
    fixed: Sequence[str], rows: Sequence[Element], proofs: Sequence[Proof], own: int
) -> MatrixForm:
    """A form for the article's elements, the officer's own, and ``own`` empty rows."""
    size = min(max(len(rows), len(fixed)) + own, len(fixed) + MOST_OWN)
    fields: dict[str, Any] = {"fixed": tuple(fixed), "proofs": tuple(proofs), "size": size}
    data: dict[str, str] = {}
    order = ("mendukung", "netral", "membantah")
    views = options({**{one: labels.VIEWS[one] for one in order}, "": _("belum dinilai")})
    verdicts = options({"": _("menurut bukti"), **labels.VERDICTS})
    for row in range(size):
        if row >= len(fixed):
            fields[f"unsur-{row}"] = Line(_("Unsur"), limit=1000)
        fields[f"hasil-{row}"] = Pick(_("Hasil"), choices=verdicts, required=False)
        for column, _proof in enumerate(proofs):
            fields[f"bukti-{row}-{column}"] = Radio(_("Bukti"), choices=views, required=False)
            fields[f"catatan-{row}-{column}"] = Line(_("Catatan"), limit=500)
    for row, element in enumerate(rows[:size]):
        data |= _filled(row, element, proofs)
    form: MatrixForm = type("CaseMatrixForm", (MatrixForm,), fields)(data=data)
    return form


def _filled(row: int, element: Element, proofs: Sequence[Proof]) -> dict[str, str]:
    columns = {proof.label: column for column, proof in enumerate(proofs)}
    data = {f"unsur-{row}": element.text, f"hasil-{row}": element.verdict.value}
    for cell in element.cells:
        if cell.evidence in columns:
            data[f"bukti-{row}-{columns[cell.evidence]}"] = cell.view.value
            data[f"catatan-{row}-{columns[cell.evidence]}"] = cell.note
    return data
