# language: id
Fitur: Batas waktu penanganan pelanggaran Pemilu
  UU 7/2017, Perbawaslu 7/2022, 8/2022, dan 3/2023. Hari kerja dan hari kalender berbeda menurut pasalnya;
  8 dan 9 Februari, 14 Februari, serta 11, 12, dan 29 Maret 2024 bukan hari kerja.

  Garis-Besar Skenario: Batas dalam hari kerja
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Maka batas itu berakhir "<berakhir>"
    Dan tandanya "<tanda>" menurut "<pasal>"
    Dan akibatnya memuat "<akibat>"

    Contoh:
      | edisi       | aturan                      | mulai      | berakhir         | tanda     | pasal                               | akibat                       |
      | pemilu-2022 | batas/penyampaian_laporan   | 2024-02-06 | 2024-02-20T23:59 | confirmed | UU 7/2017 Pasal 454 ayat (6)        | Tidak memenuhi syarat formal |
      | pemilu-2022 | batas/penyampaian_laporan   | 2024-01-24 | 2024-02-02T23:59 | confirmed | UU 7/2017 Pasal 454 ayat (6)        | Tidak memenuhi syarat formal |
      | pemilu-2022 | batas/registrasi_temuan     | 2024-03-08 | 2024-03-14T23:59 | secondary | Perbawaslu 7/2022 Pasal 5 ayat (3)  | Tidak diketahui              |
      | pemilu-2022 | batas/kajian_awal           | 2024-03-01 | 2024-03-05T23:59 | secondary | Perbawaslu 7/2022 Pasal 15 ayat (1) | Tidak diketahui              |
      | pemilu-2022 | batas/perbaikan             | 2024-02-07 | 2024-02-13T23:59 | secondary | jumlah hari perbaikan tidak terbaca | tidak diregistrasi           |
      | pemilu-2022 | batas/penanganan            | 2024-02-06 | 2024-02-20T23:59 | secondary | UU 7/2017 Pasal 454 ayat (7)        | UU 7/2017 Pasal 543          |
      | pemilu-2022 | batas/undangan_klarifikasi  | 2024-02-12 | 2024-02-07T23:59 | confirmed | Perbawaslu 7/2022 Pasal 29 ayat (2) | Tidak diketahui              |
      | pemilu-2022 | batas/putusan_administratif | 2024-02-27 | 2024-03-20T23:59 | secondary | UU 7/2017 Pasal 461 ayat (5)        | Tidak diketahui              |
      | pemilu-2022 | batas/tindak_lanjut_kpu     | 2024-03-08 | 2024-03-15T23:59 | secondary | UU 7/2017 Pasal 462                 | Tidak diketahui              |
      | pemilu-2022 | batas/tindak_lanjut_kpu     | 2024-03-26 | 2024-04-01T23:59 | secondary | UU 7/2017 Pasal 462                 | Tidak diketahui              |

  Garis-Besar Skenario: Batas dalam hari kalender
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Maka batas itu berakhir "<berakhir>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                               | mulai      | berakhir         | tanda     | pasal                        |
      | pemilu-2022 | batas/penetapan_temuan               | 2024-02-09 | 2024-02-16T23:59 | confirmed | UU 7/2017 Pasal 454 ayat (5) |
      | pemilu-2022 | batas/penyidikan                     | 2024-03-01 | 2024-03-15T23:59 | secondary | UU 7/2017 Pasal 480 ayat (1) |
      | pemilu-2022 | batas/pengembalian_berkas            | 2024-03-08 | 2024-03-11T23:59 | secondary | UU 7/2017 Pasal 480          |
      | pemilu-2022 | batas/pelengkapan_berkas             | 2024-03-09 | 2024-03-12T23:59 | secondary | UU 7/2017 Pasal 480          |
      | pemilu-2022 | batas/penuntutan                     | 2024-03-08 | 2024-03-13T23:59 | secondary | UU 7/2017 Pasal 480          |
      | pemilu-2022 | batas/putusan_pn                     | 2024-03-08 | 2024-03-15T23:59 | secondary | UU 7/2017 Pasal 482 ayat (1) |
      | pemilu-2022 | batas/banding                        | 2024-03-29 | 2024-04-01T23:59 | secondary | UU 7/2017 Pasal 482          |
      | pemilu-2022 | batas/pengiriman_banding             | 2024-03-22 | 2024-03-25T23:59 | secondary | UU 7/2017 Pasal 482          |
      | pemilu-2022 | batas/putusan_pt                     | 2024-04-05 | 2024-04-12T23:59 | secondary | UU 7/2017 Pasal 482 ayat (4) |
      | pemilu-2022 | batas/penyampaian_putusan_pidana     | 2024-04-12 | 2024-04-15T23:59 | secondary | UU 7/2017 Pasal 483 ayat (1) |
      | pemilu-2022 | batas/pelaksanaan_putusan            | 2024-04-12 | 2024-04-15T23:59 | secondary | UU 7/2017 Pasal 483 ayat (2) |
      | pemilu-2022 | batas/putusan_sebelum_hasil_nasional | 2024-03-20 | 2024-03-15T23:59 | secondary | UU 7/2017 Pasal 484 ayat (1) |
      | pemilu-2022 | batas/putusan_ma                     | 2024-04-01 | 2024-04-15T23:59 | secondary | UU 7/2017 Pasal 463          |
      | pemilu-2022 | batas/pemungutan_suara_ulang         | 2024-02-14 | 2024-02-24T23:59 | secondary | pasal pemungutan suara ulang |
      | pemilu-2022 | batas/pemungutan_suara_ulang         | 2019-04-17 | 2019-04-27T23:59 | secondary | pasal pemungutan suara ulang |

  Garis-Besar Skenario: Batas dalam jam berjalan juga pada hari libur
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Maka batas itu berakhir "<berakhir>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                        | mulai            | berakhir         | tanda      | pasal                        |
      | pemilu-2022 | batas/gakkumdu_1              | 2024-02-06T10:00 | 2024-02-07T10:00 | unverified | Perbawaslu 3/2023            |
      | pemilu-2022 | batas/penerusan_pidana        | 2024-02-10T09:30 | 2024-02-11T09:30 | confirmed  | UU 7/2017 Pasal 476 ayat (1) |
      | pemilu-2022 | batas/penyerahan_penyelidikan | 2024-03-11T08:15 | 2024-03-12T08:15 | secondary  | UU 7/2017 Pasal 479          |

  Garis-Besar Skenario: Keterangan tambahan: empat belas hari kerja seluruhnya, dari awal yang sama
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Dan diperpanjang
    Maka batas itu berakhir "<berakhir>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan           | mulai      | berakhir         | tanda     | pasal                        |
      | pemilu-2022 | batas/penanganan | 2024-02-06 | 2024-02-29T23:59 | confirmed | UU 7/2017 Pasal 454 ayat (8) |
      | pemilu-2022 | batas/penanganan | 2023-12-20 | 2024-01-12T23:59 | confirmed | UU 7/2017 Pasal 454 ayat (8) |

  Garis-Besar Skenario: Yang tidak terbaca ditolak dengan alasannya
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Maka perhitungannya ditolak karena "<alasan>"
    Dan belum diketahui karena "<alasan>"
    Dan tandanya "unverified" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                        | mulai      | alasan                                        | pasal                               |
      | pemilu-2022 | batas/penyampaian_laporan_tsm | 2024-02-05 | jendela dari penetapan daftar calon tetap     | Perbawaslu 7/2022 Pasal 8 ayat (4)  |
      | pemilu-2022 | batas/registrasi_laporan      | 2024-02-05 | registrasi laporan tidak terbaca              | Perbawaslu 7/2022 Pasal 16 ayat (1) |
      | pemilu-2022 | batas/penelusuran             | 2024-02-05 | lama penelusuran pada Pemilu tidak terbaca    | Perbawaslu 7/2022                   |
      | pemilu-2022 | batas/pemberitahuan_status    | 2024-02-05 | tidak terbaca pada 7/2022                     | Perbawaslu 7/2022                   |
      | pemilu-2022 | batas/gakkumdu_2              | 2024-02-05 | hanya Pasal 27 yang dibaca                    | pembahasan kedua                    |
      | pemilu-2022 | batas/gakkumdu_3              | 2024-02-05 | hanya Pasal 27 yang dibaca                    | pembahasan ketiga                   |
      | pemilu-2022 | batas/gakkumdu_4              | 2024-02-05 | hanya Pasal 27 yang dibaca                    | pembahasan keempat                  |
      | pemilu-2022 | batas/permohonan_ma           | 2024-02-05 | tiga hari kerja hanya terbaca untuk Pemilihan | UU 7/2017 Pasal 463                 |
      | pemilu-2022 | batas/panggilan_sidang        | 2024-02-05 | Jarak panggilan sidang tidak terbaca          | Perbawaslu 8/2022                   |
      | pemilu-2022 | batas/pengajuan_koreksi       | 2024-02-05 | jumlah harinya tidak                          | Perbawaslu 8/2022 Pasal 45 ayat (1) |
      | pemilu-2022 | batas/putusan_koreksi         | 2024-02-05 | Lamanya tidak terbaca                         | Perbawaslu 8/2022 Pasal 45          |
      | pemilu-2022 | batas/acara_cepat             | 2024-02-05 | tidak bersumber                               | Perbawaslu 8/2018                   |

  @edisi:pemilu-2022 @aturan:batas/kajian_awal
  Skenario: Hari dihitung di zona kantor, juga di WITA
    Ketika batas "kajian_awal" dihitung sejak "2024-02-04T23:30:00+07:00" menurut edisi "pemilu-2022"
    Dan di zona "Asia/Makassar"
    Maka batas itu berakhir "2024-02-07T23:59"
