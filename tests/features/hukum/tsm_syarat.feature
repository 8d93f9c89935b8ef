# language: id
Fitur: Syarat laporan pelanggaran administrasi Pemilihan TSM
  Perbawaslu 9/2020 Pasal 15: syarat formal, syarat materiel, dan lampirannya. Satu saja yang kurang
  menahan register.

  Garis-Besar Skenario: Syarat yang tidak terpenuhi menahan register
    Ketika syarat "<aturan>" dinilai tidak terpenuhi menurut edisi "<edisi>"
    Maka pendaftaran tertahan dan menyebut "<pasal>"
    Dan kelompoknya "<kelompok>"

    Contoh:
      | edisi              | aturan                           | pasal                              | kelompok |
      | pemilihan-tsm-2020 | syarat/tertulis_bahasa_indonesia | Pasal 15 ayat (1)                  | formil   |
      | pemilihan-tsm-2020 | syarat/identitas_pelapor         | Pasal 15 ayat (1) huruf a, angka 1 | formil   |
      | pemilihan-tsm-2020 | syarat/identitas_terlapor        | Pasal 15 ayat (1) huruf a, angka 2 | formil   |
      | pemilihan-tsm-2020 | syarat/waktu_penyampaian         | Pasal 13 ayat (2)                  | formil   |
      | pemilihan-tsm-2020 | syarat/uraian_kejadian           | Pasal 15 ayat (1) huruf b, angka 1 | materiel |
      | pemilihan-tsm-2020 | syarat/petitum                   | Pasal 15 ayat (1) huruf b, angka 2 | materiel |
      | pemilihan-tsm-2020 | syarat/formulir_tsm              | Pasal 15 ayat (2)                  | lampiran |
      | pemilihan-tsm-2020 | syarat/fotokopi_identitas        | Pasal 15 ayat (3) huruf a          | lampiran |
      | pemilihan-tsm-2020 | syarat/bukti_lima_puluh_persen   | Pasal 15 ayat (3) huruf b          | lampiran |
      | pemilihan-tsm-2020 | syarat/tanda_tangan              | Pasal 15 ayat (4)                  | lampiran |
      | pemilihan-tsm-2020 | syarat/rangkap                   | Pasal 15 ayat (4)                  | lampiran |

  Garis-Besar Skenario: Syarat dibaca menurut bunyi pasalnya
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "confirmed" menurut "Pasal 15"
    Dan bunyinya memuat "<kutipan>"

    Contoh:
      | edisi              | aturan                         | isi                  | kutipan                                                     |
      | pemilihan-tsm-2020 | syarat/bukti_lima_puluh_persen | 50% kecamatan        | paling sedikit 50% (lima puluh persen) kabupaten/kota       |
      | pemilihan-tsm-2020 | syarat/rangkap                 | enam rangkap salinan | 6 (enam) rangkap dokumen salinan serta dalam format digital |
      | pemilihan-tsm-2020 | syarat/petitum                 | Hal yang diminta     | petitum atau hal yang diminta oleh pelapor                  |
      | pemilihan-tsm-2020 | syarat/tanda_tangan            | kuasanya             | ditandatangani oleh pelapor atau kuasanya                   |

  Garis-Besar Skenario: Pelapor menurut ketentuan umum Undang-Undang Pemilihan
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "secondary" menurut "Pasal 134 ayat (2)"

    Contoh:
      | edisi              | aturan           | isi                |
      | pemilihan-tsm-2020 | pelapor/pemilih  | hak pilih          |
      | pemilihan-tsm-2020 | pelapor/pemantau | Pemantau Pemilihan |
      | pemilihan-tsm-2020 | pelapor/peserta  | Peserta Pemilihan  |
