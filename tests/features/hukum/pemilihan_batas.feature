# language: id
Fitur: Batas waktu penanganan pelanggaran Pemilihan
  Hari adalah hari kalender untuk penanganan Bawaslu dan hari kerja untuk penyidik dan penuntut umum; pengadilan hanya "hari".

  Garis-Besar Skenario: Batas dalam hari kalender: hari kejadian tidak dihitung, Sabtu dan Minggu dihitung
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Maka batas itu berakhir "<berakhir>"
    Dan tanggal amannya "<aman>"
    Dan tandanya "<tanda>" menurut "<pasal>"
    Dan akibatnya memuat "<akibat>"

    Contoh:
      | edisi          | aturan                    | mulai      | berakhir         | aman             | tanda     | pasal                           | akibat                                          |
      | pemilihan-2020 | batas/penyampaian_laporan | 2020-06-30 | 2020-07-07T23:59 | 2020-07-06T23:59 | secondary | UU Pemilihan Pasal 134 ayat (4) | tidak diregistrasi                              |
      | pemilihan-2020 | batas/penyampaian_laporan | 2024-09-27 | 2024-10-04T23:59 | 2024-10-03T23:59 | secondary | UU Pemilihan Pasal 134 ayat (4) | Syarat formal waktu penyampaian tidak terpenuhi |
      | pemilihan-2024 | batas/penyampaian_laporan | 2024-03-22 | 2024-03-29T23:59 | 2024-03-28T23:59 | secondary | UU Pemilihan Pasal 134 ayat (4) | tidak diregistrasi                              |
      | pemilihan-2020 | batas/penetapan_temuan    | 2024-09-19 | 2024-09-26T23:59 | 2024-09-25T23:59 | secondary | Pasal 5 ayat (3) huruf b        | Bukan temuan yang sah                           |
      | pemilihan-2020 | batas/penelusuran         | 2024-10-14 | 2024-10-21T23:59 | 2024-10-20T23:59 | secondary | Praktik kantor, penelusuran     | laporan hasil pengawasan                        |
      | pemilihan-2020 | batas/kajian_awal         | 2024-09-19 | 2024-09-21T23:59 | 2024-09-20T23:59 | secondary | Perbawaslu 8/2020 Pasal 9       | Tidak diketahui                                 |
      | pemilihan-2024 | batas/kajian_awal         | 2024-10-04 | 2024-10-06T23:59 | 2024-10-05T23:59 | secondary | Perbawaslu 9/2024               | Tidak diketahui                                 |
      | pemilihan-2020 | batas/perbaikan           | 2024-09-21 | 2024-09-23T23:59 | 2024-09-22T23:59 | secondary | Perbawaslu 8/2020               | dianggap gugur                                  |
      | pemilihan-2020 | batas/perbaikan           | 2020-10-28 | 2020-10-30T23:59 | 2020-10-29T23:59 | secondary | Perbawaslu 8/2020               | dianggap gugur                                  |
      | pemilihan-2024 | batas/perbaikan           | 2024-10-04 | 2024-10-06T23:59 | 2024-10-05T23:59 | secondary | Perbawaslu 9/2024               | dianggap gugur                                  |
      | pemilihan-2020 | batas/penanganan          | 2024-09-20 | 2024-09-23T23:59 | 2024-09-22T23:59 | secondary | UU Pemilihan Pasal 134 ayat (5) | Tidak diketahui                                 |
      | pemilihan-2024 | batas/penanganan          | 2024-10-11 | 2024-10-14T23:59 | 2024-10-13T23:59 | secondary | UU Pemilihan Pasal 134 ayat (5) | Tidak diketahui                                 |
      | pemilihan-2020 | batas/tindak_lanjut_kpu   | 2020-09-25 | 2020-10-02T23:59 | 2020-10-01T23:59 | secondary | UU Pemilihan Pasal 139 ayat (2) | peringatan lisan                                |
      | pemilihan-2024 | batas/tindak_lanjut_kpu   | 2024-10-16 | 2024-10-23T23:59 | 2024-10-22T23:59 | secondary | PKPU 15/2024 Pasal 4 ayat (2)   | peringatan lisan                                |
      | pemilihan-2025 | batas/tindak_lanjut_kpu   | 2025-08-15 | 2025-08-22T23:59 | 2025-08-21T23:59 | secondary | Putusan MK 104/PUU-XXIII/2025   | peringatan lisan                                |
      | pemilihan-2020 | batas/putusan_pn          | 2024-12-02 | 2024-12-09T23:59 | 2024-12-08T23:59 | secondary | UU Pemilihan Pasal 148          | Tidak diketahui                                 |
      | pemilihan-2020 | batas/banding             | 2024-12-06 | 2024-12-09T23:59 | 2024-12-08T23:59 | secondary | UU Pemilihan Pasal 148          | Tidak diketahui                                 |
      | pemilihan-2020 | batas/putusan_pt          | 2024-12-20 | 2024-12-27T23:59 | 2024-12-26T23:59 | secondary | UU Pemilihan Pasal 148          | Tidak diketahui                                 |
      | pemilihan-2020 | batas/verifikasi_bkn      | 2024-10-16 | 2024-10-23T23:59 | 2024-10-22T23:59 | secondary | Praktik kantor, alur BKN        | Tidak diketahui                                 |

  Garis-Besar Skenario: Batas dalam hari kerja: akhir pekan, libur nasional, dan cuti bersama tidak dihitung
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Maka batas itu berakhir "<berakhir>"
    Dan tandanya "<tanda>" menurut "<pasal>"
    Dan akibatnya memuat "<akibat>"

    Contoh:
      | edisi          | aturan                      | mulai      | berakhir         | tanda     | pasal                                                    | akibat                       |
      | pemilihan-2020 | batas/penyidikan            | 2024-09-02 | 2024-09-23T23:59 | secondary | UU Pemilihan Pasal 146 ayat (3)                          | tidak dapat dilanjutkan      |
      | pemilihan-2020 | batas/penyidikan            | 2024-11-13 | 2024-12-04T23:59 | secondary | Peraturan Bersama Sentra Gakkumdu 2020 Pasal 22 ayat (4) | tidak dapat dilanjutkan      |
      | pemilihan-2020 | batas/pengembalian_berkas   | 2024-10-03 | 2024-10-08T23:59 | secondary | UU Pemilihan Pasal 146                                   | Tidak diketahui              |
      | pemilihan-2020 | batas/pelengkapan_berkas    | 2024-10-10 | 2024-10-15T23:59 | secondary | UU Pemilihan Pasal 146                                   | Tidak diketahui              |
      | pemilihan-2020 | batas/penuntutan            | 2024-12-20 | 2024-12-31T23:59 | secondary | UU Pemilihan Pasal 146                                   | perkara gugur                |
      | pemilihan-2020 | batas/telaah_netralitas_asn | 2024-10-24 | 2024-10-29T23:59 | secondary | Praktik kantor, alur BKN                                 | Tidak diketahui              |
      | pemilihan-2020 | batas/keberatan_sengketa    | 2024-09-20 | 2024-09-25T23:59 | confirmed | UU Pemilihan Pasal 154 ayat (1)                          | Tidak diketahui              |
      | pemilihan-2020 | batas/perbaikan_gugatan     | 2024-10-10 | 2024-10-15T23:59 | confirmed | UU Pemilihan Pasal 154 ayat (3)                          | gugatan tidak dapat diterima |
      | pemilihan-2020 | batas/putusan_pttun         | 2024-10-14 | 2024-11-04T23:59 | confirmed | UU Pemilihan Pasal 154 ayat (6)                          | Tidak diketahui              |
      | pemilihan-2020 | batas/kasasi_sengketa       | 2024-11-04 | 2024-11-11T23:59 | confirmed | UU Pemilihan Pasal 154 ayat (8)                          | Tidak diketahui              |

  Garis-Besar Skenario: Batas berjam berakhir tepat pada jamnya
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Maka batas itu berakhir "<berakhir>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                 | mulai            | berakhir         | tanda      | pasal                                  |
      | pemilihan-2020 | batas/gakkumdu_1       | 2024-09-24T09:00 | 2024-09-25T09:00 | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | batas/penerusan_pidana | 2024-10-14T16:20 | 2024-10-15T16:20 | secondary  | UU Pemilihan Pasal 135 ayat (2)        |

  Garis-Besar Skenario: Perpanjangan adalah jumlah lima hari dari registrasi yang sama
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Dan diperpanjang
    Maka batas itu berakhir "<berakhir>"
    Dan tandanya "secondary" menurut "UU Pemilihan Pasal 134 ayat (6)"

    Contoh:
      | edisi          | aturan           | mulai      | berakhir         |
      | pemilihan-2020 | batas/penanganan | 2024-09-22 | 2024-09-27T23:59 |
      | pemilihan-2024 | batas/penanganan | 2024-10-11 | 2024-10-16T23:59 |

  Garis-Besar Skenario: Batas yang panjangnya belum diketahui tidak dihitung, dan alasannya disebut
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Maka perhitungannya ditolak karena "<alasan>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                     | mulai      | alasan                           | tanda      | pasal                                  |
      | pemilihan-2020 | batas/gakkumdu_2           | 2024-09-25 | hanya urutannya yang diberitakan | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | batas/gakkumdu_3           | 2024-11-14 | selama proses penyidikan         | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | batas/gakkumdu_4           | 2024-12-09 | tidak bersumber untuk Pemilihan  | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | batas/undangan_klarifikasi | 2024-09-25 | jarak undangan                   | unverified | Perbawaslu 8/2020 Pasal 26             |
      | pemilihan-2024 | batas/undangan_klarifikasi | 2024-10-09 | tidak menyebut jarak undangan    | unverified | Perbawaslu 9/2024 Pasal 26             |
      | pemilihan-2020 | batas/pengiriman_banding   | 2024-12-09 | hanya terbaca untuk Pemilu       | unverified | UU Pemilihan Pasal 148                 |
      | pemilihan-2020 | batas/pelaksanaan_putusan  | 2024-12-27 | hanya terbaca untuk Pemilu       | unverified | UU Pemilihan Pasal 149                 |
      | pemilihan-2020 | batas/putusan_kasasi       | 2024-11-11 | lamanya tidak terbaca            | confirmed  | UU Pemilihan Pasal 154 ayat (9)        |

  @edisi:pemilihan-2024 @aturan:batas/kajian_awal
  Skenario: Hari berakhir pukul 24.00 di zona kantor yang menangani
    Ketika batas "batas/kajian_awal" dihitung sejak "2024-10-04T10:30" menurut edisi "pemilihan-2024"
    Dan di zona "Asia/Jayapura"
    Maka batas itu berakhir "2024-10-06T23:59:59"
