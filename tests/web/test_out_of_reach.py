"""What a page says while the database is out of reach: nothing about where it is."""

from __future__ import annotations

from dataclasses import replace

from casework.adapters.database import Database
from casework.bootstrap import App
from tests.staff import settle
from tests.web.visitor import words
from webui.app import create_app


def test_strangers_are_not_told_where_the_database_is(app: App) -> None:
    settle(app)
    gone = Database("postgresql://akun_rahasia@127.0.0.1:1/basis_rahasia")
    try:
        client = create_app(replace(app, database=gone)).test_client()
        assert client.get("/health/ready").status_code == 503
        page = client.get("/verifikasi/ABCD-EFGH")
        assert page.status_code == 503
        for word in ("127.0.0.1", "rahasia", "refused"):
            assert word not in page.text
        assert "Basis data tidak dapat dipakai saat ini." in words(page)
    finally:
        gone.close()
