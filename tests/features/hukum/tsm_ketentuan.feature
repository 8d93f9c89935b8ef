# language: id
Fitur: Ketentuan, formulir, dan nomor pelanggaran administrasi Pemilihan TSM
  Yang tidak dibaca tetap tertulis, dengan alasan mengapa belum diketahui.

  Garis-Besar Skenario: Ketentuan yang diketahui
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi              | aturan                                | isi                                            | tanda     | pasal                      |
      | pemilihan-tsm-2020 | ketentuan/mandat                      | melaksanakan UU Pemilihan Pasal 135A ayat (10) | confirmed | Pasal 135A ayat (10)       |
      | pemilihan-tsm-2020 | ketentuan/kewenangan_bawaslu_provinsi | menerima, memeriksa, dan memutus               | secondary | Pasal 135A ayat (2)        |
      | pemilihan-tsm-2020 | ketentuan/wajib_ditindaklanjuti       | KPU wajib menindaklanjuti                      | secondary | Pasal 135A ayat (4)        |
      | pemilihan-tsm-2020 | ketentuan/sanksi_pembatalan           | pembatalan pasangan calon                      | secondary | Pasal 135A ayat (5)        |
      | pemilihan-tsm-2020 | ketentuan/pemulihan                   | memulihkan pasangan calon                      | secondary | Pasal 135A ayat (8)        |
      | pemilihan-tsm-2020 | ketentuan/pembacaan_terbuka           | sidang terbuka                                 | confirmed | Pasal 45 ayat (2)          |
      | pemilihan-tsm-2020 | ketentuan/tanpa_kontra_memori         | Bawaslu tetap memeriksa keberatan              | confirmed | Pasal 57 ayat (2)          |
      | pemilihan-tsm-2020 | ketentuan/hari_kerja_pemerintah       | Senin sampai Jumat                             | confirmed | Perpres 21/2023 Pasal 3    |
      | pemilihan-tsm-2020 | ketentuan/perubahan_hari_kerja        | cuti bersama yang bersifat nasional            | secondary | Perpres 21/2023 Pasal 6    |
      | pemilihan-tsm-2020 | ketentuan/sengketa_bukan_pelanggaran  | penyelesaian sengketa                          | secondary | Perbawaslu 2/2020 Pasal 25 |

  Garis-Besar Skenario: Ketentuan yang bunyinya tidak dibaca
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka belum diketahui karena "<alasan>"
    Dan tandanya "unverified" menurut "<pasal>"

    Contoh:
      | edisi              | aturan                            | alasan                                 | pasal             |
      | pemilihan-tsm-2020 | ketentuan/definisi_hari           | bunyinya tidak dibaca                  | Pasal 1           |
      | pemilihan-tsm-2020 | ketentuan/penyampaian_laporan     | dirujuk oleh Pasal 15 ayat (1)         | Pasal 14          |
      | pemilihan-tsm-2020 | ketentuan/dokumen_15_5            | terputus sesudah kata                  | Pasal 15 ayat (5) |
      | pemilihan-tsm-2020 | ketentuan/putusan_43              | hanya dirujuk oleh Pasal 45 ayat (1)   | Pasal 43 ayat (2) |
      | pemilihan-tsm-2020 | ketentuan/memori_keberatan        | hanya dirujuk oleh Pasal 57 ayat (1)   | Pasal 56          |
      | pemilihan-tsm-2020 | ketentuan/pasal_16_sampai_44      | pemeriksaan pendahuluan                | Pasal 44          |
      | pemilihan-tsm-2020 | ketentuan/pasal_46_dan_seterusnya | waktu mengajukan dan memutus keberatan | Pasal 58          |

  Garis-Besar Skenario: Formulir dengan pasalnya
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi              | aturan                     | isi                              | tanda      | pasal             |
      | pemilihan-tsm-2020 | formulir/formulir_laporan  | TSM.GBW-1                        | confirmed  | Pasal 15 ayat (2) |
      | pemilihan-tsm-2020 | formulir/putusan           | Putusan Pelanggaran Administrasi | confirmed  | Pasal 45 ayat (1) |
      | pemilihan-tsm-2020 | formulir/memori_keberatan  | Memori Keberatan                 | unverified | Pasal 56          |
      | pemilihan-tsm-2020 | formulir/kontra_memori     | Kontra Memori                    | confirmed  | Pasal 57 ayat (1) |
      | pemilihan-tsm-2020 | formulir/penerusan_laporan | kepada Bawaslu Provinsi          | unverified | Setelan kantor    |

  Garis-Besar Skenario: Kode formulir yang belum diketahui
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka belum diketahui karena "<alasan>"

    Contoh:
      | edisi              | aturan                     | alasan                          |
      | pemilihan-tsm-2020 | formulir/putusan           | Kode formulirnya tidak dibaca   |
      | pemilihan-tsm-2020 | formulir/memori_keberatan  | Kode formulirnya tidak dibaca   |
      | pemilihan-tsm-2020 | formulir/kontra_memori     | Kode formulirnya tidak dibaca   |
      | pemilihan-tsm-2020 | formulir/penerusan_laporan | tidak ada sumber tentang bentuk |

  @edisi:pemilihan-tsm-2020 @aturan:nomor/perkara
  Skenario: Nomor register terbaca pada perkara Bandar Lampung
    Ketika "nomor/perkara" dibaca menurut edisi "pemilihan-tsm-2020"
    Maka nomor registrasi ke-2 untuk "LP" "PW" tingkat "provinsi" wilayah "08.00" pada "2020-12-14" adalah "02/REG/L/PSM-PW/08.00/XII/2020"
    Dan nomor penerimaan ke-2 untuk "LP" "PW" tingkat "provinsi" wilayah "08.00" pada "2020-12-14" adalah "02/L/PSM-PW/08.00/XII/2020"
    Dan tandanya "secondary" menurut "Praktik kantor"

  @edisi:pemilihan-tsm-2020 @aturan:nomor/surat
  Skenario: Nomor surat memakai pola bawaan sampai kantor mengisinya
    Ketika "nomor/surat" dibaca menurut edisi "pemilihan-tsm-2020"
    Maka nomor surat ke-7 kantor "07.00" pada "2024-12-03" adalah "7/PP.00.01/K/12/2024"
    Dan isinya memuat "default"
