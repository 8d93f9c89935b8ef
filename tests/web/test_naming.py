"""A report on one page that names who reports says so once, and is kept when it is sent again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casework.bootstrap import App
from casework.models import Case
from tests.web.visitor import Visitor, report, words

AsRole = Callable[[str], Visitor]
SAID = "Nama, nomor, atau alamat pelapor atau saksi tertulis dalam:"


def cases(app: App) -> int:
    with app.database.read() as session:
        return session.query(Case).count()


@pytest.mark.parametrize(
    ("path", "more"),
    [
        (
            "/temuan/baru",
            {"laporan_pengawasan": "01/LHP/IX/2024", "ditemukan": "2024-09-18T10:00"},
        ),
        (
            "/informasi-awal/baru",
            {"sumber": "Media sosial", "penelusuran_dimulai": "2024-09-18T10:00"},
        ),
    ],
)
def test_witnesses_are_protected_at_the_other_doors(
    app: App, as_role: AsRole, path: str, more: dict[str, object]
) -> None:
    officer = as_role("case_officer")
    kept = {
        key: value
        for key, value in report().items()
        if not key.startswith(("pelapor", "jenis", "tanggal_diketahui"))
    }
    typed = {**kept, **more, "saksi-0-name": "Siti Aminah", "uraian": "Siti Aminah melihatnya."}
    page = officer.submit(path, typed)
    assert SAID in words(page)
    assert officer.submit(path, page=page).status_code == 303
    assert cases(app) == 1
