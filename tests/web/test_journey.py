"""The real case through the pages, one officer a role, from the desk to the end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from casework.bootstrap import App
from casework.services.upkeep.effects import drain
from tests.conftest import SettableClock
from tests.web.reporting import hand_in
from tests.web.steps import AWAY, HEARD, act, all_met
from tests.web.visitor import Visitor, report, upload, words

AsRole = Callable[[str], Visitor]


def done(page: object) -> None:
    """The act was accepted."""
    assert page.status_code == 303, words(page)[:1500]  # type: ignore[attr-defined, arg-type]  # a page


def test_a_report_from_the_desk_to_the_end(app: App, as_role: AsRole, clock: SettableClock) -> None:
    intake, officer, chair = as_role("intake_officer"), as_role("case_officer"), as_role("chair")
    secretariat, coordinator = as_role("secretariat"), as_role("coordinator")

    done(hand_in(intake, report()))
    drain(app)
    assert "01/LP/PG/Prov/07.00/IX/2024" in words(intake.get("/perkara/1"))

    met = all_met(app)
    lacking = {**met, "syarat-bukti": "tidak", "alasan-bukti": "Foto tidak terbaca."}
    done(officer.submit("/perkara/1/syarat", lacking))
    done(officer.submit("/perkara/1/minta-kelengkapan"))
    drain(app)
    done(chair.submit("/perkara/1/surat/terbitkan"))
    drain(app)
    clock.set("2024-09-21T15:00:00+07:00")
    done(
        secretariat.submit(
            "/perkara/1/surat/penyampaian",
            {
                "dokumen": secretariat.fields(secretariat.get("/perkara/1/surat/penyampaian"))[
                    "dokumen"
                ],
                "saluran": "langsung",
                "alasan_belum_ttd": "Di atas kertas",
                "dikirim": "2024-09-21T09:00",
                "diterima": "2024-09-21T10:00",
                "catatan": "Diterima sendiri",
                "bukti": upload(b"resi", "resi.jpg"),
            },
        )
    )
    shown = words(officer.get("/perkara/1"))
    assert "Senin, 23 September 2024, 24.00 WIB" in shown
    assert "Minggu, 22 September 2024 · hari ke-1 dari 2 hari kalender" in shown

    clock.set("2024-09-23T14:00:00+07:00")
    done(
        intake.submit(
            "/perkara/1/kelengkapan",
            {
                "uraian": "Foto yang terbaca",
                "bukti-0-berkas": upload(b"\xff\xd8 foto baru", "baru.jpg"),
                "bukti-0-keterangan": "Foto",
            },
        )
    )
    done(officer.submit("/perkara/1/syarat", met))
    done(officer.submit("/perkara/1/ajukan-registrasi"))
    clock.set("2024-09-24T09:00:00+07:00")
    act(chair, "/perkara/1/pleno/registrasi")
    assert "01/Reg/LP/PG/Prov/07.00/IX/2024" in words(officer.get("/perkara/1"))

    page = officer.get("/perkara/1/klarifikasi/undang")
    done(
        officer.submit(
            "/perkara/1/klarifikasi/undang",
            {"pihak": ["1", "2"], "waktu": "2024-09-25T09:00", "tempat": "Kantor Bawaslu"},
            page=page,
        )
    )
    drain(app)
    done(chair.submit("/perkara/1/surat/terbitkan"))
    clock.set("2024-09-25T10:00:00+07:00")
    done(
        officer.submit(
            "/perkara/1/klarifikasi/1/berita-acara",
            {
                "waktu": "2024-09-25T09:05",
                **HEARD,
                "tanya_jawab-0-tanya": "Apa yang Saudara lihat?",
                "tanya_jawab-0-jawab": "Pernyataan dukungan.",
            },
        )
    )
    done(officer.submit("/perkara/1/klarifikasi/2/tidak-hadir", AWAY))
    done(coordinator.submit("/perkara/1/perpanjang", {"alasan": "Saksi belum datang"}))
    done(officer.submit("/perkara/1/klarifikasi/tutup"))

    held = app.law.editions["pemilihan-2020"].violations.on(date(2024, 9, 15))
    article = next(one.id for one in held if one.kind == "hukum_lain")
    done(
        officer.submit(
            "/perkara/1/kajian",
            {
                "fakta": "Pertemuan terjadi.",
                "analisis": "Kepala desa berpihak.",
                "kesimpulan": "Terbukti.",
                "hasil-2": "hukum_lainnya",
                "pasal-2": article,
            },
        )
    )
    done(coordinator.submit("/perkara/1/ajukan-pleno"))
    clock.set("2024-09-26T09:00:00+07:00")
    act(as_role("commissioner"), "/perkara/1/pleno/putusan")
    done(officer.submit("/perkara/1/penerusan"))
    done(secretariat.submit("/perkara/1/pemberitahuan-status"))
    drain(app)
    done(chair.submit("/perkara/1/surat/terbitkan"))
    drain(app)
    clock.set("2024-09-27T16:00:00+07:00")
    path = "/perkara/1/surat/penyampaian"
    while letter := secretariat.fields(secretariat.get(path)).get("dokumen"):
        done(
            secretariat.submit(
                path,
                {
                    "dokumen": letter,
                    "saluran": "pos",
                    "alasan_belum_ttd": "Di atas kertas",
                    "dikirim": "2024-09-27T09:00",
                    "diterima": "2024-09-27T10:00",
                },
            )
        )
    done(secretariat.submit("/perkara/1/teruskan"))
    clock.set("2024-10-10T09:00:00+07:00")
    board = officer.get("/perkara/1/tindak-lanjut")
    items = _choices(board)
    done(
        officer.submit(
            "/perkara/1/tindak-lanjut",
            {
                "terlapor": items,
                "status": "followed_up",
                "catatan": "Dibina",
                "dijawab": "2024-10-09T10:00",
            },
            page=board,
        )
    )
    asked = words(coordinator.get("/perkara/1/selesaikan"))
    assert "Kepala Desa Satu: Pelanggaran hukum lainnya" in asked
    assert "ditindaklanjuti (1)" in asked
    assert "Perkara berpindah ke tahap Selesai" in asked
    assert "Dokumen disiapkan: Laporan Akhir" in asked
    done(coordinator.submit("/perkara/1/selesaikan"))
    shown = words(officer.get("/perkara/1"))
    assert "Selesai" in shown
    assert "Budi Santoso" not in shown


def _choices(page: object) -> list[str]:
    from lxml import html

    return html.fromstring(page.text).xpath("//input[@name='terlapor']/@value")  # type: ignore[attr-defined, no-any-return]  # a page
