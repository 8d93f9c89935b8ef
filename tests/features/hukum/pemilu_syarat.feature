# language: id
Fitur: Syarat laporan pelanggaran Pemilu dan siapa yang melapor
  Syarat formal dan materiel menurut UU 7/2017 Pasal 454 dan Perbawaslu 7/2022 Pasal 15.

  Garis-Besar Skenario: Satu syarat yang kurang menahan registrasi
    Ketika syarat "<aturan>" dinilai tidak terpenuhi menurut edisi "<edisi>"
    Maka pendaftaran tertahan dan menyebut "<pasal>"
    Dan kelompoknya "<kelompok>"

    Contoh:
      | edisi       | aturan                       | pasal                                       | kelompok |
      | pemilu-2022 | syarat/identitas_pelapor     | UU 7/2017 Pasal 454 ayat (4) huruf a        | formil   |
      | pemilu-2022 | syarat/identitas_terlapor    | UU 7/2017 Pasal 454 ayat (4) huruf b        | formil   |
      | pemilu-2022 | syarat/waktu_penyampaian     | Perbawaslu 7/2022 Pasal 8 ayat (3)          | formil   |
      | pemilu-2022 | syarat/waktu_tempat_kejadian | UU 7/2017 Pasal 454 ayat (4) huruf c        | materiel |
      | pemilu-2022 | syarat/uraian_kejadian       | UU 7/2017 Pasal 454 ayat (4) huruf d        | materiel |
      | pemilu-2022 | syarat/bukti                 | Perbawaslu 7/2022 Pasal 15 ayat (4)         | materiel |
      | pemilu-2022 | syarat/fotokopi_identitas    | Perbawaslu 7/2022 Pasal 11 ayat (5) huruf d | lampiran |
      | pemilu-2022 | syarat/bukti_tiga_rangkap    | Perbawaslu 7/2022 Pasal 13 ayat (1)         | lampiran |

  @edisi:pemilu-2022 @aturan:syarat/bukti_elektronik
  Skenario: Bukti elektronik hanya bila ada
    Ketika syarat "bukti_elektronik" dinilai tidak terpenuhi menurut edisi "pemilu-2022"
    Maka pendaftaran tidak tertahan
    Dan kelompoknya "lampiran"
    Dan tandanya "secondary" menurut "Perbawaslu 7/2022 Pasal 13 ayat (2)"

  Garis-Besar Skenario: Siapa yang boleh melapor
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "secondary" menurut "UU 7/2017 Pasal 454 ayat (3)"

    Contoh:
      | edisi       | aturan                  | isi                 |
      | pemilu-2022 | pelapor/wni_hak_pilih   | mempunyai hak pilih |
      | pemilu-2022 | pelapor/peserta_pemilu  | Peserta Pemilu      |
      | pemilu-2022 | pelapor/pemantau_pemilu | Pemantau Pemilu     |
