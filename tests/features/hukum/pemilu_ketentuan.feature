# language: id
Fitur: Ketentuan, formulir, dan nomor Pemilu
  Apa yang dikatakan pasalnya; yang bunyinya tidak terbaca berkata demikian.

  Garis-Besar Skenario: Ketentuan UU 7/2017 dan putusan
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                                   | isi                                                                | tanda     | pasal                                |
      | pemilu-2022 | ketentuan/siapa_melapor                  | WNI yang mempunyai hak pilih, Peserta Pemilu, atau pemantau Pemilu | secondary | UU 7/2017 Pasal 454 ayat (3)         |
      | pemilu-2022 | ketentuan/laporan_tertulis               | tertulis dan paling sedikit memuat nama dan alamat pelapor         | confirmed | UU 7/2017 Pasal 454 ayat (4)         |
      | pemilu-2022 | ketentuan/satuan_hari                    | untuk laporan (ayat (6))                                           | confirmed | UU 7/2017 Pasal 454 ayat (8)         |
      | pemilu-2022 | ketentuan/hasil_penanganan               | Kode etik diteruskan kepada DKPP                                   | secondary | UU 7/2017 Pasal 455 ayat (1) huruf a |
      | pemilu-2022 | ketentuan/hasil_diatur_perbawaslu        | menggantikan Perbawaslu 7/2018                                     | secondary | UU 7/2017 Pasal 455 ayat (2)         |
      | pemilu-2022 | ketentuan/wewenang_panwascam             | membuat rekomendasi kepada pengawas di atasnya                     | confirmed | UU 7/2017 Pasal 461 ayat (2)         |
      | pemilu-2022 | ketentuan/pemeriksaan_terbuka            | secara terbuka                                                     | secondary | UU 7/2017 Pasal 461                  |
      | pemilu-2022 | ketentuan/kewenangan_memutus             | memeriksa, mengkaji, dan memutus                                   | confirmed | UU 7/2017 Pasal 461 ayat (1)         |
      | pemilu-2022 | ketentuan/jenis_putusan_administratif    | teguran tertulis                                                   | secondary | UU 7/2017 Pasal 461 ayat (6)         |
      | pemilu-2022 | ketentuan/pembatalan_peserta             | keputusan KPU                                                      | secondary | UU 7/2017 Pasal 463                  |
      | pemilu-2022 | ketentuan/sengketa_proses                | dibaca hari kerja (12 hari)                                        | secondary | UU 7/2017 Pasal 468 ayat (2)         |
      | pemilu-2022 | ketentuan/sengketa_proses                | SIPS                                                               | secondary | Putusan MK 31/PUU-XVI/2018           |
      | pemilu-2022 | ketentuan/isi_laporan_pidana             | waktu dan tempat kejadian perkara                                  | confirmed | UU 7/2017 Pasal 476 ayat (3)         |
      | pemilu-2022 | ketentuan/dinyatakan_sesudah_koordinasi  | Kepolisian dan Kejaksaan dalam Gakkumdu                            | confirmed | UU 7/2017 Pasal 476 ayat (2)         |
      | pemilu-2022 | ketentuan/hukum_acara_pidana             | kecuali ditentukan lain                                            | confirmed | UU 8/1981                            |
      | pemilu-2022 | ketentuan/syarat_penyidik                | pelatihan khusus                                                   | confirmed | UU 7/2017 Pasal 478                  |
      | pemilu-2022 | ketentuan/penyidikan_tanpa_tersangka     | tanpa kehadiran tersangka                                          | secondary | UU 7/2017 Pasal 480 ayat (1)         |
      | pemilu-2022 | ketentuan/sidang_tanpa_terdakwa          | tanpa kehadiran terdakwa                                           | secondary | UU 7/2017 Pasal 482 ayat (2)         |
      | pemilu-2022 | ketentuan/putusan_pt_terakhir            | tidak dapat dilakukan upaya hukum lain                             | confirmed | UU 7/2017 Pasal 482 ayat (5)         |
      | pemilu-2022 | ketentuan/kpu_menindaklanjuti_pengadilan | wajib menindaklanjuti putusan pengadilan                           | confirmed | UU 7/2017 Pasal 484 ayat (2)         |
      | pemilu-2022 | ketentuan/kpu_wajib_menindaklanjuti      | tiga hari kerja sejak putusan dibacakan                            | secondary | UU 7/2017 Pasal 462                  |
      | pemilu-2022 | ketentuan/larangan_kampanye              | huruf j tentang uang atau materi lainnya                           | secondary | UU 7/2017 Pasal 280 ayat (1) huruf j |
      | pemilu-2022 | ketentuan/larangan_kepala_desa           | Pasal 282                                                          | secondary | UU 7/2017 Pasal 280 ayat (2)         |
      | pemilu-2022 | ketentuan/koreksi_bawaslu_provinsi       | pertimbangan Bawaslu                                               | secondary | UU 7/2017                            |
      | pemilu-2022 | ketentuan/sengketa_9_2022_11             | di luar penanganan pelanggaran                                     | secondary | Perbawaslu 9/2022 Pasal 11           |
      | pemilu-2022 | ketentuan/sengketa_9_2022_33             | di luar penanganan pelanggaran                                     | secondary | Perbawaslu 9/2022 Pasal 33           |
      | pemilu-2022 | ketentuan/sengketa_9_2022_66             | di luar penanganan pelanggaran                                     | secondary | Perbawaslu 9/2022 Pasal 66           |
      | pemilu-2022 | ketentuan/sengketa_9_2022_90             | di luar penanganan pelanggaran                                     | secondary | Perbawaslu 9/2022 Pasal 90           |
      | pemilu-2022 | ketentuan/pemilu_nasional_dan_daerah     | DPRD berpindah ke kelompok daerah                                  | secondary | Putusan MK 135/PUU-XXII/2024         |

  Garis-Besar Skenario: Ketentuan Perbawaslu 7/2022
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                                 | isi                                                                                   | tanda     | pasal                                       |
      | pemilu-2022 | ketentuan/syarat_temuan                | identitas penemu                                                                      | secondary | Perbawaslu 7/2022 Pasal 5 ayat (1)          |
      | pemilu-2022 | ketentuan/waktu_laporan                | sejak penetapan DCT atau pasangan calon sampai hari pemungutan dan penghitungan suara | secondary | Perbawaslu 7/2022 Pasal 8 ayat (4)          |
      | pemilu-2022 | ketentuan/sigaplapor                   | Laporan daring hanya pendahuluan                                                      | secondary | Perbawaslu 7/2022 Pasal 10 ayat (2)         |
      | pemilu-2022 | ketentuan/sigaplapor                   | SK 0207.1/PP.00.00/K1/01/2023                                                         | secondary | Perbawaslu 31/2018                          |
      | pemilu-2022 | ketentuan/jam_penerimaan               | masa tenang dan pemungutan suara: 1 x 24 jam                                          | secondary | Perbawaslu 7/2022 Pasal 11 ayat (1)         |
      | pemilu-2022 | ketentuan/bukti_rangkap                | batas tujuh hari tetap berjalan                                                       | secondary | Perbawaslu 7/2022 Pasal 13 ayat (1)         |
      | pemilu-2022 | ketentuan/bukti_tsm                    | paling sedikit 50% wilayah atau daerah pemilihan                                      | secondary | Perbawaslu 7/2022 Pasal 13 ayat (3)         |
      | pemilu-2022 | ketentuan/siapa_kajian_awal            | Panwaslu Kecamatan, atau Panwaslu LN                                                  | secondary | Perbawaslu 7/2022 Pasal 15 ayat (1)         |
      | pemilu-2022 | ketentuan/kategori_sigaplapor          | Kategori 2                                                                            | confirmed | Praktik kantor                              |
      | pemilu-2022 | ketentuan/tsm_ditangani_administratif  | laporan diregistrasi dan ditangani menurut Perbawaslu pelanggaran administratif       | confirmed | Perbawaslu 7/2022 Pasal 19                  |
      | pemilu-2022 | ketentuan/etik_pengawas_adhoc          | diambil alih dari Panwaslu Kecamatan                                                  | confirmed | Perbawaslu 7/2022 Pasal 20 ayat (3)         |
      | pemilu-2022 | ketentuan/klarifikasi_siapa            | saksi, dan/atau ahli                                                                  | confirmed | Perbawaslu 7/2022 Pasal 28 ayat (1)         |
      | pemilu-2022 | ketentuan/klarifikasi_daring           | bencana alam atau nonalam                                                             | confirmed | Perbawaslu 7/2022 Pasal 28 ayat (3)         |
      | pemilu-2022 | ketentuan/undangan_dipastikan_diterima | penerimaannya dipastikan                                                              | confirmed | Perbawaslu 7/2022 Pasal 29 ayat (3)         |
      | pemilu-2022 | ketentuan/undangan_daring              | direkam secara audio visual                                                           | confirmed | Perbawaslu 7/2022 Pasal 29 ayat (4)         |
      | pemilu-2022 | ketentuan/undangan_kedua               | undangan kedua dapat dibuat                                                           | confirmed | Perbawaslu 7/2022 Pasal 29 ayat (5)         |
      | pemilu-2022 | ketentuan/tata_cara_tatap_muka         | membacakan hasil dan meminta konfirmasi                                               | confirmed | Perbawaslu 7/2022 Pasal 30 ayat (1) huruf e |
      | pemilu-2022 | ketentuan/sumpah_sukarela              | tetap diklarifikasi tanpa sumpah                                                      | confirmed | Perbawaslu 7/2022 Pasal 30 ayat (3)         |
      | pemilu-2022 | ketentuan/juknis_penanganan            | petunjuk teknis 7/2022 dan 8/2022                                                     | confirmed | SK Bawaslu 169/PP.00.00/K1/05/2023          |
      | pemilu-2022 | ketentuan/apk_tempat_pendidikan        | direkomendasikan kepada KPU Kota                                                      | secondary | PKPU 15/2023                                |

  Garis-Besar Skenario: Ketentuan Perbawaslu 8/2022 dan 3/2023
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                              | isi                                                    | tanda     | pasal                                       |
      | pemilu-2022 | ketentuan/penerimaan_menurut_7_2022 | mengikuti Perbawaslu tentang temuan dan laporan        | secondary | Perbawaslu 8/2022 Pasal 9 ayat (2)          |
      | pemilu-2022 | ketentuan/pengawasan_ada_phpu       | kepada Mahkamah Konstitusi sebagai keterangan tertulis | confirmed | Perbawaslu 8/2022 Pasal 12 ayat (1)         |
      | pemilu-2022 | ketentuan/pengawasan_tanpa_phpu     | pengawas satu tingkat di atasnya                       | confirmed | Perbawaslu 8/2022 Pasal 12 ayat (2)         |
      | pemilu-2022 | ketentuan/laporan_ada_phpu          | dihentikan melalui kajian awal                         | confirmed | Perbawaslu 8/2022 Pasal 12 ayat (3)         |
      | pemilu-2022 | ketentuan/majelis                   | seluruh anggota dan diketuai oleh ketua                | secondary | Perbawaslu 8/2022 Pasal 13                  |
      | pemilu-2022 | ketentuan/urutan_sidang             | jawaban terlapor, pembuktian, kesimpulan               | secondary | Perbawaslu 8/2022 Pasal 17 ayat (2)         |
      | pemilu-2022 | ketentuan/koreksi_putusan           | kesalahan penerapan hukum                              | secondary | Perbawaslu 8/2022 Pasal 45 ayat (1)         |
      | pemilu-2022 | ketentuan/koreksi_pendahulu         | tiga hari kerja sejak putusan dibacakan                | secondary | Perbawaslu 8/2018 Pasal 61                  |
      | pemilu-2022 | ketentuan/kantor_menurut_tempat     | menurut tempat kejadian                                | unverified | Perbawaslu 7/2022                          |
      | pemilu-2022 | ketentuan/acara_cepat_lama          | selesai pada hari yang sama                            | secondary | Perbawaslu 8/2018                           |
      | pemilu-2022 | ketentuan/nomor_administratif       | 001/LP/ADM.PL/BWSL.KAB/30.03/II/2024                   | secondary | Praktik kantor                              |
      | pemilu-2022 | ketentuan/nomor_koreksi             | 001/KS/ADM.PL/BWSL/00.00                               | secondary | Praktik kantor                              |
      | pemilu-2022 | ketentuan/sentra_gakkumdu           | unsur Bawaslu, Kepolisian, dan Kejaksaan               | secondary | Perbawaslu 3/2023 Pasal 1                   |
      | pemilu-2022 | ketentuan/penerusan_ke_spkt         | didampingi penyidik dan jaksa                          | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (1)         |
      | pemilu-2022 | ketentuan/isi_berkas_pelanggaran    | Lima belas isi: surat pengantar                        | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf a |
      | pemilu-2022 | ketentuan/isi_berkas_pelanggaran    | administrasi penyelidikan                              | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf o |
      | pemilu-2022 | ketentuan/tanda_terima_polisi       | surat tanda bukti laporan                              | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (3) huruf b |
      | pemilu-2022 | ketentuan/pelapor_di_kepolisian     | digantikan pengawas Pemilu yang meneruskan             | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (5)         |

  Garis-Besar Skenario: Ketentuan yang bunyinya tidak terbaca
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka belum diketahui karena "<alasan>"
    Dan tandanya "unverified" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                               | alasan                                | pasal                               |
      | pemilu-2022 | ketentuan/laporan_dan_pengawasan     | Ayat (1) dan (2) tidak terbaca        | UU 7/2017 Pasal 454 ayat (1)        |
      | pemilu-2022 | ketentuan/uu-456                     | tidak terbaca                         | UU 7/2017 Pasal 456                 |
      | pemilu-2022 | ketentuan/uu-457                     | tidak terbaca                         | UU 7/2017 Pasal 457                 |
      | pemilu-2022 | ketentuan/uu-458                     | tidak terbaca                         | UU 7/2017 Pasal 458                 |
      | pemilu-2022 | ketentuan/uu-459                     | tidak terbaca                         | UU 7/2017 Pasal 459                 |
      | pemilu-2022 | ketentuan/uu-481                     | tidak terbaca                         | UU 7/2017 Pasal 481                 |
      | pemilu-2022 | ketentuan/uu-485                     | tidak terbaca                         | UU 7/2017 Pasal 485                 |
      | pemilu-2022 | ketentuan/uu-486                     | tidak terbaca                         | UU 7/2017 Pasal 486                 |
      | pemilu-2022 | ketentuan/uu-487                     | tidak terbaca                         | UU 7/2017 Pasal 487                 |
      | pemilu-2022 | ketentuan/uu-464-475                 | tidak terbaca                         | UU 7/2017 Pasal 475                 |
      | pemilu-2022 | ketentuan/salinan_putusan            | terpotong                             | UU 7/2017 Pasal 484 ayat (3)        |
      | pemilu-2022 | ketentuan/arti_hari_7_2022           | definisinya tidak terbaca             | Perbawaslu 7/2022 Pasal 1           |
      | pemilu-2022 | ketentuan/perbawaslu-7-2022-2-4      | tidak terbaca                         | Perbawaslu 7/2022 Pasal 4           |
      | pemilu-2022 | ketentuan/perbawaslu-7-2022-6-7      | tidak terbaca                         | Perbawaslu 7/2022 Pasal 7           |
      | pemilu-2022 | ketentuan/perbawaslu-7-2022-9        | tidak terbaca                         | Perbawaslu 7/2022 Pasal 9           |
      | pemilu-2022 | ketentuan/perbawaslu-7-2022-12       | tidak terbaca                         | Perbawaslu 7/2022 Pasal 12          |
      | pemilu-2022 | ketentuan/perbawaslu-7-2022-14       | tidak terbaca                         | Perbawaslu 7/2022 Pasal 14          |
      | pemilu-2022 | ketentuan/hasil_kajian_awal          | Pasal 19 dan Pasal 20                 | Perbawaslu 7/2022 Pasal 16 ayat (1) |
      | pemilu-2022 | ketentuan/perbawaslu-7-2022-17-18    | tidak terbaca                         | Perbawaslu 7/2022 Pasal 18          |
      | pemilu-2022 | ketentuan/pencabutan                 | tata cara pencabutan                  | Perbawaslu 7/2022                   |
      | pemilu-2022 | ketentuan/informasi_awal             | informasi awal pada Pemilu            | Perbawaslu 7/2022                   |
      | pemilu-2022 | ketentuan/pengumuman_status          | formulir, dan lamanya tidak terbaca   | Perbawaslu 7/2022                   |
      | pemilu-2022 | ketentuan/perbawaslu-7-2022-21-26    | tidak terbaca                         | Perbawaslu 7/2022 Pasal 26          |
      | pemilu-2022 | ketentuan/tidak_hadir_kedua          | terpotong                             | Perbawaslu 7/2022 Pasal 29 ayat (6) |
      | pemilu-2022 | ketentuan/perbawaslu-7-2022-31-akhir | tidak terbaca                         | Perbawaslu 7/2022 Pasal 31          |
      | pemilu-2022 | ketentuan/formulir_b_lain            | Judulnya tidak terbaca                | Lampiran                            |
      | pemilu-2022 | ketentuan/arti_hari_8_2022           | Definisinya tidak terbaca             | Perbawaslu 8/2022 Pasal 1           |
      | pemilu-2022 | ketentuan/perbawaslu-8-2022-2-7      | tidak terbaca                         | Perbawaslu 8/2022 Pasal 7           |
      | pemilu-2022 | ketentuan/perbawaslu-8-2022-10-11    | tidak terbaca                         | Perbawaslu 8/2022 Pasal 11          |
      | pemilu-2022 | ketentuan/laporan_tanpa_phpu         | terpotong di tengah                   | Perbawaslu 8/2022 Pasal 12 ayat (4) |
      | pemilu-2022 | ketentuan/perbawaslu-8-2022-14-16    | tidak terbaca                         | Perbawaslu 8/2022 Pasal 16          |
      | pemilu-2022 | ketentuan/perbawaslu-8-2022-18-44    | tidak terbaca                         | Perbawaslu 8/2022 Pasal 18          |
      | pemilu-2022 | ketentuan/pemeriksaan_pendahuluan    | pemeriksaan pendahuluan tidak terbaca | Perbawaslu 8/2022                   |
      | pemilu-2022 | ketentuan/pembetulan_putusan         | sesudah dibacakan tidak terbaca       | Perbawaslu 8/2022                   |
      | pemilu-2022 | ketentuan/acara_cepat                | tidak bersumber                       | Perbawaslu 8/2022                   |
      | pemilu-2022 | ketentuan/perbawaslu-3-2023-lain     | kuorum, dan formulirnya tidak terbaca | Perbawaslu 3/2023                   |
      | pemilu-2022 | ketentuan/perma_hari                 | tidak bersumber                       | Perma 1/2018                        |

  Garis-Besar Skenario: Isi berkas penerusan pidana
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                           | isi                                         | tanda     | pasal                                       |
      | pemilu-2022 | berkas/surat_pengantar           | Surat pengantar                             | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf a |
      | pemilu-2022 | berkas/surat_tugas               | Surat tugas untuk melaksanakan penyelidikan | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf b |
      | pemilu-2022 | berkas/daftar_isi                | Daftar isi                                  | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf c |
      | pemilu-2022 | berkas/formulir                  | Formulir temuan atau laporan                | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf d |
      | pemilu-2022 | berkas/hasil_kajian              | Hasil kajian                                | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf e |
      | pemilu-2022 | berkas/hasil_penyelidikan        | Laporan hasil penyelidikan                  | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf f |
      | pemilu-2022 | berkas/undangan_klarifikasi      | Surat undangan klarifikasi                  | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf g |
      | pemilu-2022 | berkas/berita_acara_klarifikasi  | Berita acara klarifikasi                    | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf h |
      | pemilu-2022 | berkas/berita_acara_sumpah       | Berita acara sumpah                         | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf i |
      | pemilu-2022 | berkas/berita_acara_pembahasan   | Berita acara pembahasan                     | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf j |
      | pemilu-2022 | berkas/daftar_saksi              | Daftar saksi dan/atau ahli                  | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf k |
      | pemilu-2022 | berkas/daftar_terlapor           | Daftar terlapor                             | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf l |
      | pemilu-2022 | berkas/daftar_barang_bukti       | Daftar barang bukti                         | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf m |
      | pemilu-2022 | berkas/barang_bukti              | Barang bukti                                | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf n |
      | pemilu-2022 | berkas/administrasi_penyelidikan | Administrasi penyelidikan                   | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf o |

  Garis-Besar Skenario: Formulir
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                               | isi                                            | tanda     | pasal                                       |
      | pemilu-2022 | formulir/formulir_laporan            | B.1                                            | secondary | Formulir Model B.1                          |
      | pemilu-2022 | formulir/undangan_klarifikasi        | B.9                                            | confirmed | Perbawaslu 7/2022 Pasal 29 ayat (1)         |
      | pemilu-2022 | formulir/keterangan_sumpah           | B.10                                           | confirmed | Perbawaslu 7/2022 Pasal 30 ayat (2)         |
      | pemilu-2022 | formulir/keterangan_sumpah_ahli      | B.11                                           | confirmed | Perbawaslu 7/2022 Pasal 30 ayat (2)         |
      | pemilu-2022 | formulir/berita_acara_klarifikasi    | B.12                                           | confirmed | Perbawaslu 7/2022 Pasal 30 ayat (1) huruf d |
      | pemilu-2022 | formulir/berita_acara_gakkumdu_1     | Berita Acara Pembahasan Pertama                | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf j |
      | pemilu-2022 | formulir/berita_acara_gakkumdu_2     | Berita Acara Pembahasan Kedua                  | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf j |
      | pemilu-2022 | formulir/surat_tugas                 | Surat Tugas                                    | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf b |
      | pemilu-2022 | formulir/daftar_isi_berkas           | Daftar Isi Berkas                              | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf c |
      | pemilu-2022 | formulir/daftar_saksi_ahli           | Daftar Saksi                                   | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf k |
      | pemilu-2022 | formulir/daftar_terlapor             | Daftar Terlapor                                | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf l |
      | pemilu-2022 | formulir/daftar_barang_bukti         | Daftar Barang Bukti                            | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf m |
      | pemilu-2022 | formulir/penerusan_pidana_kepolisian | salinan untuk Kepolisian                       | confirmed | UU 7/2017 Pasal 476 ayat (3)                |
      | pemilu-2022 | formulir/penerusan_pidana            | Penerusan Dugaan Tindak Pidana Pemilu          | confirmed | Perbawaslu 3/2023 Pasal 27 ayat (2) huruf a |
      | pemilu-2022 | formulir/keterangan_tertulis_mk      | Keterangan Tertulis kepada Mahkamah Konstitusi | confirmed | Perbawaslu 8/2022 Pasal 12 ayat (3)         |

  Garis-Besar Skenario: Formulir yang kodenya tidak terbaca
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka belum diketahui karena "<alasan>"

    Contoh:
      | edisi       | aturan                                 | alasan                          |
      | pemilu-2022 | formulir/formulir_temuan               | Judul dan kodenya               |
      | pemilu-2022 | formulir/tanda_bukti                   | Judul dan kodenya               |
      | pemilu-2022 | formulir/kajian_awal                   | Judul dan kodenya               |
      | pemilu-2022 | formulir/pemberitahuan_kelengkapan     | Judul dan kodenya               |
      | pemilu-2022 | formulir/kajian                        | Judul dan kodenya               |
      | pemilu-2022 | formulir/berita_acara_pleno            | Judul dan kodenya               |
      | pemilu-2022 | formulir/berita_acara_ralat            | tidak ditemukan                 |
      | pemilu-2022 | formulir/penerusan_kode_etik           | Judul dan kodenya               |
      | pemilu-2022 | formulir/penerusan_hukum_lainnya       | Judul dan kodenya               |
      | pemilu-2022 | formulir/pemberitahuan_status          | Judul dan kodenya               |
      | pemilu-2022 | formulir/penetapan_majelis             | Lampiran 8/2022 tidak terbaca   |
      | pemilu-2022 | formulir/panggilan_sidang              | Lampiran 8/2022 tidak terbaca   |
      | pemilu-2022 | formulir/berita_acara_sidang           | Lampiran 8/2022 tidak terbaca   |
      | pemilu-2022 | formulir/putusan_administrasi          | Lampiran 8/2022 tidak terbaca   |
      | pemilu-2022 | formulir/penerusan_administrasi        | Lampiran 8/2022 tidak terbaca   |
      | pemilu-2022 | formulir/pemberitahuan_status_terlapor | Kewajiban memberi tahu terlapor |
      | pemilu-2022 | formulir/penerusan_pidana              | kodenya tidak terbaca           |
      | pemilu-2022 | formulir/keterangan_tertulis_mk        | Bentuk dan kodenya              |

  @edisi:pemilu-2022 @aturan:nomor/perkara
  Skenario: Nomor perkara Pemilu
    Ketika "nomor/perkara" dibaca menurut edisi "pemilu-2022"
    Maka nomor penerimaan ke-2 untuk "LP" "PL" tingkat "kabupaten" wilayah "27.09" pada "2024-03-05" adalah "002/LP/PL/Kab/27.09/III/2024"
    Dan nomor penerimaan ke-5 untuk "LP" "PP" tingkat "provinsi" wilayah "05.00" pada "2024-03-05" adalah "005/LP/PP/Prov/05.00/III/2024"
    Dan nomor penerimaan ke-6 untuk "TM" "PL" tingkat "kabupaten" wilayah "27.09" pada "2024-04-01" adalah "006/TM/PL/Kab/27.09/IV/2024"
    Dan nomor penerimaan ke-21 untuk "LP" "PL" tingkat "ri" wilayah "00.00" pada "2024-03-05" adalah "021/LP/PL/RI/00.00/III/2024"
    Dan nomor registrasi ke-4 untuk "LP" "PL" tingkat "kota" wilayah "21.01" pada "2024-02-20" adalah "004/Reg/LP/PL/Kota/21.01/II/2024"
    Dan tandanya "secondary" menurut "Praktik kantor"

  @edisi:pemilu-2022 @aturan:nomor/surat
  Skenario: Nomor surat memakai pola bawaan
    Ketika "nomor/surat" dibaca menurut edisi "pemilu-2022"
    Maka nomor surat ke-12 kantor "07.05" pada "2024-02-13" adalah "12/PP.00.01/K/02/2024"
    Dan tandanya "unverified" menurut "Setelan kantor"
