# language: id
Fitur: Syarat laporan pelanggaran Pemilihan dan siapa yang melapor
  Syarat formal dan materiel menurut pasal kajian awal Perbawaslu 8/2020; lampiran hanya dari pemberitaan.

  Garis-Besar Skenario: Satu syarat yang kurang menahan registrasi
    Ketika syarat "<aturan>" dinilai tidak terpenuhi menurut edisi "<edisi>"
    Maka pendaftaran tertahan dan menyebut "<pasal>"
    Dan kelompoknya "<kelompok>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                         | kelompok | tanda      | pasal                                      |
      | pemilihan-2020 | syarat/identitas_pelapor       | formil   | secondary  | Perbawaslu 8/2020 Pasal 9 ayat (4) huruf a |
      | pemilihan-2020 | syarat/identitas_terlapor      | formil   | secondary  | Perbawaslu 8/2020 Pasal 9 ayat (4) huruf b |
      | pemilihan-2024 | syarat/identitas_terlapor      | formil   | secondary  | Perbawaslu 9/2024                          |
      | pemilihan-2020 | syarat/waktu_penyampaian       | formil   | secondary  | Perbawaslu 8/2020 Pasal 9 ayat (4) huruf c |
      | pemilihan-2020 | syarat/kesesuaian_tanda_tangan | formil   | secondary  | Perbawaslu 8/2020 Pasal 9 ayat (4) huruf d |
      | pemilihan-2020 | syarat/waktu_tempat_kejadian   | materiel | secondary  | Perbawaslu 8/2020 Pasal 9 ayat (5) huruf a |
      | pemilihan-2020 | syarat/uraian_kejadian         | materiel | secondary  | Perbawaslu 8/2020 Pasal 9 ayat (5) huruf b |
      | pemilihan-2020 | syarat/bukti                   | materiel | secondary  | Perbawaslu 8/2020 Pasal 9 ayat (5) huruf c |
      | pemilihan-2020 | syarat/fotokopi_identitas      | lampiran | unverified | lampiran laporan                           |
      | pemilihan-2024 | syarat/fotokopi_identitas      | lampiran | secondary  | Perbawaslu 9/2024                          |
      | pemilihan-2020 | syarat/dua_alat_bukti          | lampiran | unverified | lampiran laporan                           |
      | pemilihan-2024 | syarat/dua_alat_bukti          | lampiran | secondary  | Perbawaslu 9/2024                          |

  Garis-Besar Skenario: Siapa yang boleh melapor
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan bunyinya memuat "<bunyi>"
    Dan tandanya "secondary" menurut "<pasal>"

    Contoh:
      | edisi          | aturan           | isi                               | bunyi              | pasal                                   |
      | pemilihan-2020 | pelapor/pemilih  | hak pilih pada pemilihan setempat | Pemilih            | UU Pemilihan Pasal 134 ayat (2) huruf a |
      | pemilihan-2020 | pelapor/pemantau | terakreditasi                     | pemantau Pemilihan | UU Pemilihan Pasal 134 ayat (2) huruf b |
      | pemilihan-2020 | pelapor/peserta  | dapat diwakili tim kampanye       | peserta Pemilihan  | UU Pemilihan Pasal 134 ayat (2) huruf c |
