# language: id
Fitur: Ketentuan, formulir, dan nomor dalam penanganan pelanggaran Pemilihan
  Bunyi yang terbaca, tandanya, dan yang hanya diketahui keberadaannya.

  Garis-Besar Skenario: Ketentuan yang diketahui
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                                  | isi                                                           | tanda     | pasal                                           |
      | pemilihan-2020 | ketentuan/uu-135-administrasi | sesuai tingkatannya | secondary | UU Pemilihan Pasal 135 ayat (1) huruf b |
      | pemilihan-2020 | ketentuan/hukum-lainnya-umum | instansi yang berwenang | confirmed | UU Pemilihan Pasal 28 ayat (1) huruf e |
      | pemilihan-2020 | ketentuan/uu-desa-29 | huruf b, g, dan j | secondary | UU 6/2014 Pasal 29 |
      | pemilihan-2020 | ketentuan/uu-desa-51 | semula satu entri | secondary | UU 6/2014 Pasal 51 |
      | pemilihan-2020 | ketentuan/uu-69 | huruf g sampai j | secondary | UU Pemilihan Pasal 69 |
      | pemilihan-2020 | ketentuan/uu-69-a | huruf a sampai f | secondary | UU Pemilihan Pasal 69 huruf a sampai f |
      | pemilihan-2020 | ketentuan/peringatan_larangan_kampanye | peringatan tertulis | secondary | UU Pemilihan Pasal 72 ayat (2) |
      | pemilihan-2020 | ketentuan/organ_penanganan              | Panwaslu Kelurahan/Desa, dan Pengawas TPS                     | confirmed | Perbawaslu 8/2020                               |
      | pemilihan-2020 | ketentuan/kepastian_hukum               | terpadu                                                       | confirmed | Perbawaslu 8/2020                               |
      | pemilihan-2020 | ketentuan/peraturan_sebelumnya          | mencabut Perbawaslu 14/2017                                   | secondary | Perbawaslu 14/2017                              |
      | pemilihan-2020 | ketentuan/definisi_hari                 | Sabtu, Minggu, dan hari libur dihitung                        | secondary | UU 8/2015                                       |
      | pemilihan-2020 | ketentuan/mk_18_2020                    | Pasal 143 ayat (2) ditolak                                    | secondary | Putusan MK 18/PUU-XVIII/2020                    |
      | pemilihan-2020 | ketentuan/mk_48_2019                    | dibaca Bawaslu Kabupaten/Kota                                 | secondary | Putusan MK 48/PUU-XVII/2019                     |
      | pemilihan-2020 | ketentuan/penerima_laporan              | pada setiap tahapan                                           | secondary | UU Pemilihan Pasal 134 ayat (1)                 |
      | pemilihan-2020 | ketentuan/isi_laporan                   | nama dan alamat pelapor, pihak terlapor                       | secondary | UU Pemilihan Pasal 134 ayat (3) huruf a         |
      | pemilihan-2020 | ketentuan/laporan_elektronik            | SigapLapor                                                    | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/jam_penerimaan                | hari kerja pukul 08.00 sampai 16.00                           | secondary | Perbawaslu 8/2020                               |
      | pemilihan-2020 | ketentuan/jam_pemungutan_suara          | pukul 08.00 sampai 16.00                                      | secondary | Perbawaslu 8/2020                               |
      | pemilihan-2020 | ketentuan/tujuan_kajian_awal            | pelanggaran atau sengketa                                     | secondary | Perbawaslu 8/2020 Pasal 9 ayat (2)              |
      | pemilihan-2020 | ketentuan/laporan_diterima              | setelah dicatatkan dalam buku registrasi                      | secondary | Perbawaslu 8/2020 Pasal 9 ayat (7)              |
      | pemilihan-2020 | ketentuan/lapor_ulang                   | diulang dari awal                                             | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/syarat_temuan_penemu          | pengawas Pemilihan                                            | secondary | Pasal 5 ayat (3) huruf a                        |
      | pemilihan-2020 | ketentuan/syarat_temuan_pelaku          | identitas pelaku                                              | secondary | Pasal 5 ayat (3) huruf c                        |
      | pemilihan-2020 | ketentuan/syarat_temuan_uraian          | uraian kejadian                                               | secondary | Pasal 5 ayat (3) huruf d                        |
      | pemilihan-2020 | ketentuan/asal_temuan                   | PTPS melalui Panwaslu Kelurahan/Desa                          | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/klarifikasi_teknologi         | berita acara klarifikasi                                      | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/covid_klarifikasi_cara        | berbasis daring                                               | confirmed | Perbawaslu 4/2020 Pasal 44 ayat (1)             |
      | pemilihan-2020 | ketentuan/covid_klarifikasi_tatap_muka  | protokol kesehatan                                            | confirmed | Perbawaslu 4/2020 Pasal 44 ayat (2)             |
      | pemilihan-2020 | ketentuan/covid_klarifikasi_daring      | direkam audio dan visual                                      | confirmed | Perbawaslu 4/2020 Pasal 44 ayat (3)             |
      | pemilihan-2020 | ketentuan/berkas_kode_etik              | kajian, dan bukti                                             | confirmed | Perbawaslu 8/2020 Pasal 33 ayat (5)             |
      | pemilihan-2020 | ketentuan/tata_cara_etik_adhoc          | Peraturan Bawaslu tersendiri                                  | confirmed | Perbawaslu 8/2020 Pasal 33 ayat (7)             |
      | pemilihan-2020 | ketentuan/prosedur_dkpp                 | lalu bersidang                                                | secondary | Peraturan DKPP 3/2017                           |
      | pemilihan-2020 | ketentuan/sengketa                      | diselesaikan oleh Bawaslu                                     | secondary | UU Pemilihan Pasal 135 ayat (1) huruf c         |
      | pemilihan-2020 | ketentuan/aturan_pelaksana              | Peraturan Bawaslu                                             | secondary | UU Pemilihan Pasal 135 ayat (3)                 |
      | pemilihan-2020 | ketentuan/kpu_segera                    | dengan segera                                                 | secondary | UU Pemilihan Pasal 10 huruf b1                  |
      | pemilihan-2020 | ketentuan/kpu_wajib_menindaklanjuti     | menindaklanjuti rekomendasi                                   | secondary | UU Pemilihan Pasal 139 ayat (2)                 |
      | pemilihan-2020 | ketentuan/kpu_menyelesaikan             | berdasarkan rekomendasi                                       | secondary | UU Pemilihan Pasal 139 ayat (3)                 |
      | pemilihan-2020 | ketentuan/kpu_memeriksa_memutus         | memeriksa dan memutus                                         | secondary | UU Pemilihan Pasal 140 ayat (1)                 |
      | pemilihan-2020 | ketentuan/sanksi_tidak_menindaklanjuti  | peringatan lisan atau peringatan tertulis                     | secondary | UU Pemilihan Pasal 141                          |
      | pemilihan-2020 | ketentuan/surat_tindak_lanjut           | surat tindak lanjut                                           | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/penerusan_ppk                 | PPK                                                           | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/dasar_gakkumdu                | Peraturan Bersama                                             | secondary | UU Pemilihan Pasal 152 ayat (4)                 |
      | pemilihan-2020 | ketentuan/gakkumdu_2016                 | 013/JA/11/2016                                                | confirmed | Peraturan Bersama Sentra Gakkumdu 2016          |
      | pemilihan-2020 | ketentuan/urutan_gakkumdu               | pembahasan kedua, penyidikan                                  | secondary | Peraturan Bersama Sentra Gakkumdu 2020          |
      | pemilihan-2020 | ketentuan/penyelidikan_bersamaan        | berjalan bersamaan                                            | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/penyerahan_tersangka          | setelah berkas lengkap                                        | secondary | Peraturan Bersama Sentra Gakkumdu 2020 Pasal 25 |
      | pemilihan-2020 | ketentuan/jumlah_pasal_pidana           | 43 pasal                                                      | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/upaya_administratif           | setelah seluruh upaya administratif                           | confirmed | UU Pemilihan Pasal 154 ayat (2)                 |
      | pemilihan-2020 | ketentuan/gugatan_tidak_lengkap         | tidak dapat diterima                                          | confirmed | UU Pemilihan Pasal 154 ayat (4)                 |
      | pemilihan-2020 | ketentuan/hanya_kasasi                  | hanya dapat diajukan kasasi                                   | confirmed | UU Pemilihan Pasal 154 ayat (7)                 |
      | pemilihan-2020 | ketentuan/panwascam_ke_kabupaten        | dilimpahkan ke Bawaslu Kabupaten/Kota                         | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/penghentian                   | dihentikan                                                    | secondary | Pasal 32 ayat (1)                               |
      | pemilihan-2020 | ketentuan/alasan_tidak_diregistrasi     | Lewat tujuh hari                                              | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/hasil_majemuk                 | beberapa tujuan                                               | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/skb_netralitas_2020           | 10 September 2020                                             | secondary | SKB netralitas ASN 2020                         |
      | pemilihan-2020 | ketentuan/saluran_sbt                   | aplikasi SBT                                                  | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/alur_bkn                      | pejabat pembina kepegawaian                                   | secondary | Praktik kantor                                  |
      | pemilihan-2020 | ketentuan/asn_dahulu_kasn               | sekarang ke BKN                                               | secondary | SE MenPANRB 4/2024                              |
      | pemilihan-2020 | ketentuan/kades_sebelum_penetapan       | bukan pidana Pasal 71                                         | secondary | SE Bawaslu Nomor 92                             |
      | pemilihan-2020 | ketentuan/kades_hukum_lainnya           | tembusan Menteri Dalam Negeri                                 | secondary | UU 6/2014 Pasal 29 huruf b                      |
      | pemilihan-2020 | ketentuan/perangkat_desa_sanksi         | bupati atau pejabat yang berwenang                            | secondary | UU 6/2014 Pasal 51                              |
      | pemilihan-2024 | ketentuan/perubahan_9_2024              | menyempurnakan                                                | confirmed | Perbawaslu 9/2024                               |
      | pemilihan-2024 | ketentuan/mulai_berlaku_9_2024          | pada tanggal diundangkan                                      | confirmed | Perbawaslu 9/2024                               |
      | pemilihan-2024 | ketentuan/definisi                      | Panitia Pengawas Pemilihan Aceh                               | confirmed | Perbawaslu 9/2024 Pasal 1                       |
      | pemilihan-2024 | ketentuan/jam_penerimaan                | Jumat sampai 16.30                                            | secondary | Perbawaslu 9/2024                               |
      | pemilihan-2024 | ketentuan/jam_pemungutan_suara          | masa tenang dan hari pemungutan suara laporan diterima 24 jam | secondary | Perbawaslu 9/2024                               |
      | pemilihan-2024 | ketentuan/pasal_klarifikasi             | di bawah sumpah                                               | confirmed | Perbawaslu 9/2024 Pasal 26 ayat (1)             |
      | pemilihan-2024 | ketentuan/klarifikasi_daring            | media daring                                                  | confirmed | Perbawaslu 9/2024 Pasal 26 ayat (2)             |
      | pemilihan-2024 | ketentuan/klarifikasi_keadaan_tertentu  | masalah keamanan                                              | confirmed | Perbawaslu 9/2024 Pasal 26 ayat (3)             |
      | pemilihan-2024 | ketentuan/klarifikasi_kuasa_hukum       | didampingi kuasa hukum                                        | confirmed | Perbawaslu 9/2024 Pasal 26 ayat (4)             |
      | pemilihan-2024 | ketentuan/klarifikasi_berita_acara      | Formulir Model A.10                                           | confirmed | Perbawaslu 9/2024 Pasal 26 ayat (5)             |
      | pemilihan-2024 | ketentuan/klarifikasi_satu_rangkap      | satu rangkap                                                  | confirmed | Perbawaslu 9/2024 Pasal 26 ayat (6)             |
      | pemilihan-2024 | ketentuan/klarifikasi_pemberian_salinan | setelah penanganan selesai                                    | confirmed | Perbawaslu 9/2024 Pasal 26 ayat (7)             |
      | pemilihan-2024 | ketentuan/lampiran_9_2024               | hari dan tanggal diketahui                                    | confirmed | Perbawaslu 9/2024, Lampiran                     |
      | pemilihan-2024 | ketentuan/provinsi_penanganan           | penanganan pelanggaran                                        | confirmed | Perbawaslu 6/2024 Pasal 9 huruf d               |
      | pemilihan-2024 | ketentuan/supervisi_provinsi            | supervisi terhadap pelaksanaan tugas                          | confirmed | Perbawaslu 6/2024 Pasal 9 huruf e               |
      | pemilihan-2024 | ketentuan/pembinaan_provinsi            | pembinaan terhadap pelaksanaan tugas                          | confirmed | Perbawaslu 6/2024 Pasal 9 huruf f               |
      | pemilihan-2024 | ketentuan/konsultasi_provinsi           | wadah konsultasi                                              | confirmed | Perbawaslu 6/2024 Pasal 9 huruf g               |
      | pemilihan-2024 | ketentuan/pelaporan_provinsi            | pelaporan pelaksanaan Pengawasan                              | confirmed | Perbawaslu 6/2024 Pasal 9 huruf l               |
      | pemilihan-2024 | ketentuan/tugas_provinsi_lain           | publikasi                                                     | confirmed | Perbawaslu 6/2024 Pasal 9 huruf j               |
      | pemilihan-2024 | ketentuan/telaah_kpu                    | telaah hukum                                                  | secondary | PKPU 15/2024 Pasal 5                            |
      | pemilihan-2024 | ketentuan/sanksi_tidak_menindaklanjuti  | peringatan tertulis                                           | secondary | PKPU 15/2024                                    |
      | pemilihan-2025 | ketentuan/uu_139_1                      | Pasal 139 ayat (1) dibaca                                     | secondary | Putusan MK 104/PUU-XXIII/2025                   |
      | pemilihan-2025 | ketentuan/kpu_wajib_menindaklanjuti     | menindaklanjuti putusan Bawaslu                               | secondary | UU Pemilihan Pasal 139 ayat (2)                 |
      | pemilihan-2025 | ketentuan/kpu_menyelesaikan             | berdasarkan putusan Bawaslu                                   | secondary | UU Pemilihan Pasal 139 ayat (3)                 |
      | pemilihan-2025 | ketentuan/kpu_memeriksa_memutus         | KPU menindaklanjuti pelanggaran administrasi                  | secondary | UU Pemilihan Pasal 140 ayat (1)                 |
      | pemilihan-2025 | ketentuan/kpu_memeriksa_memutus         | "rekomendasi" dibaca "putusan"                                | secondary | UU Pemilihan Pasal 140 ayat (1)                 |
      | pemilihan-2025 | ketentuan/mk_104_persidangan            | melalui persidangan                                           | secondary | Putusan MK 104/PUU-XXIII/2025                   |
      | pemilihan-2025 | ketentuan/mk_104_tidak_surut            | mengikuti bunyi lama                                          | secondary | Putusan MK 104/PUU-XXIII/2025                   |
      | pemilihan-2025 | ketentuan/mk_121_2024                   | dua tahun sejak 16 Oktober 2025                               | secondary | Putusan MK 121/PUU-XXII/2024                    |

  Garis-Besar Skenario: Ketentuan yang hanya diketahui keberadaannya
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka belum diketahui karena "<alasan>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                                     | alasan                       | tanda      | pasal                               |
      | pemilihan-2020 | ketentuan/definisi                         | tidak dibaca                 | unverified | Perbawaslu 8/2020 Pasal 1           |
      | pemilihan-2020 | ketentuan/definisi_hari_perbawaslu         | Hari                         | unverified | Perbawaslu 8/2020 Pasal 1           |
      | pemilihan-2024 | ketentuan/definisi_hari_perbawaslu         | sampai angka 4               | unverified | Perbawaslu 9/2024 Pasal 1           |
      | pemilihan-2020 | ketentuan/jangka_sengketa                  | tidak dibaca                 | unverified | UU Pemilihan Pasal 143 ayat (2)     |
      | pemilihan-2020 | ketentuan/kajian_awal_ayat_1               | tidak tercetak               | unverified | Perbawaslu 8/2020 Pasal 9 ayat (1)  |
      | pemilihan-2020 | ketentuan/pasal_perbaikan                  | hanya diberitakan            | unverified | Perbawaslu 8/2020 Pasal 11          |
      | pemilihan-2020 | ketentuan/waktu_registrasi                 | jumlah harinya tidak disebut | unverified | Perbawaslu 8/2020 Pasal 9 ayat (6)  |
      | pemilihan-2020 | ketentuan/pasal_klarifikasi                | tidak dibaca                 | unverified | Perbawaslu 8/2020 Pasal 26          |
      | pemilihan-2020 | ketentuan/undangan_dipastikan_diterima     | tidak terbaca                | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | ketentuan/uu_139_1                         | tidak dibaca                 | unverified | UU Pemilihan Pasal 139 ayat (1)     |
      | pemilihan-2020 | ketentuan/pasal_tidak_dibaca               | tidak dibaca                 | unverified | UU Pemilihan Pasal 137              |
      | pemilihan-2020 | ketentuan/upaya_terakhir_pidana            | hanya terbaca untuk Pemilu   | unverified | UU Pemilihan Pasal 148              |
      | pemilihan-2020 | ketentuan/pasal_pelimpahan                 | tidak ditemukan              | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | ketentuan/kantor_menurut_tempat            | tempat kejadian tidak ditemukan | unverified | Perbawaslu 8/2020                |
      | pemilihan-2020 | ketentuan/pasal_pengambilalihan            | tidak ditemukan              | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | ketentuan/supervisi_koreksi                | tidak ditemukan              | unverified | Pasal belum diketahui               |
      | pemilihan-2020 | ketentuan/kewajiban_status                 | tidak ditemukan              | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | ketentuan/tata_naskah                      | tidak terbaca                | unverified | Perbawaslu 13/2020                  |
      | pemilihan-2024 | ketentuan/peralihan_9_2024                 | tidak terlihat               | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | ketentuan/pasal_diubah_9_2024              | Pasal 9 dan Pasal 33         | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | ketentuan/klarifikasi_menolak_tanda_tangan | terputus                     | confirmed  | Perbawaslu 9/2024 Pasal 26 ayat (8) |
      | pemilihan-2024 | ketentuan/pasal_26_lanjutan                | berakhir pada ayat (8)       | unverified | Perbawaslu 9/2024 Pasal 26          |
      | pemilihan-2025 | ketentuan/mk_104_pelaksana                 | tidak ditemukan              | unverified | Putusan MK 104/PUU-XXIII/2025       |

  Garis-Besar Skenario: Isi berkas penerusan pidana
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi | aturan | isi | tanda | pasal |
      | pemilihan-2020 | berkas/surat_pengantar | Surat pengantar | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/surat_tugas | Surat tugas untuk melaksanakan penyelidikan | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/daftar_isi | Daftar isi | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/formulir | Formulir temuan atau laporan | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/hasil_kajian | Hasil kajian | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/hasil_penyelidikan | Laporan hasil penyelidikan | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/undangan_klarifikasi | Surat undangan klarifikasi | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/berita_acara_klarifikasi | Berita acara klarifikasi | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/berita_acara_sumpah | Berita acara sumpah | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/berita_acara_pembahasan | Berita acara pembahasan | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/daftar_saksi | Daftar saksi dan/atau ahli | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/daftar_terlapor | Daftar terlapor | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/daftar_barang_bukti | Daftar barang bukti | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/barang_bukti | Barang bukti | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | berkas/administrasi_penyelidikan | Administrasi penyelidikan | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |

  Garis-Besar Skenario: Formulir: kode atau judul, penanda tangan, tanda
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan isinya memuat "<penanda>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                             | isi                       | penanda          | tanda      | pasal                               |
      | pemilihan-2020 | formulir/formulir_laporan          | A.1                       | reporter         | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/tanda_bukti               | A.3                       | intake_officer   | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/kajian_awal               | A.4                       | case_officer     | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/pemberitahuan_kelengkapan | Pemberitahuan Kelengkapan | chair            | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/undangan_klarifikasi      | A.7                       | chair            | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/berita_acara_klarifikasi  | A.10                      | clarified_person | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/kajian                    | A.11                      | coordinator      | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/berita_acara_pleno        | Rapat Pleno               | commissioner     | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/berita_acara_ralat | Ralat Putusan Pleno | commissioner | unverified | Setelan kantor |
      | pemilihan-2020 | formulir/berita_acara_ketidakhadiran | Ketidakhadiran          | case_officer     | unverified | Setelan kantor                      |
      | pemilihan-2020 | formulir/berita_acara_pencabutan   | Pencabutan Laporan        | intake_officer   | unverified | Setelan kantor                      |
      | pemilihan-2020 | formulir/tanda_terima_kelengkapan  | Kelengkapan Laporan       | reporter         | unverified | Setelan kantor                      |
      | pemilihan-2020 | formulir/tanda_terima_surat        | Tanda Terima Surat        | recipient        | unverified | Setelan kantor                      |
      | pemilihan-2020 | formulir/pengumuman_status         | Pengumuman Status         | chair            | unverified | Praktik kantor                      |
      | pemilihan-2020 | formulir/berita_acara_gakkumdu_1   | Pembahasan Pertama        | kejaksaan        | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | formulir/berita_acara_gakkumdu_2   | Pembahasan Kedua          | polri            | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | formulir/surat_tugas               | Surat Tugas               | chair            | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | formulir/daftar_isi_berkas         | Daftar Isi Berkas         | coordinator      | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | formulir/daftar_saksi_ahli         | Daftar Saksi              | coordinator      | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | formulir/daftar_terlapor           | Daftar Terlapor           | coordinator      | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | formulir/daftar_barang_bukti       | Daftar Barang Bukti       | coordinator      | unverified | Peraturan Bersama Sentra Gakkumdu 2020 |
      | pemilihan-2020 | formulir/penerusan_hukum_lainnya   | A.16                      | chair            | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/penerusan_administrasi    | A.14                      | chair            | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/penerusan_kode_etik       | A.13                      | chair            | confirmed  | Perbawaslu 8/2020 Pasal 33 ayat (4) |
      | pemilihan-2020 | formulir/penerusan_pidana          | A.15                      | chair            | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/pemberitahuan_status      | A.17                      | chair            | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/formulir_temuan           | A.2                       | case_officer     | unverified | Pasal 5                             |
      | pemilihan-2020 | formulir/keterangan_sumpah         | A.8                       | clarified_person | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/keterangan_sumpah_ahli    | A.9                       | clarified_person | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/pelimpahan                | Pelimpahan Laporan        | chair            | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/pengambilalihan           | Pengambilalihan           | chair            | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2020 | formulir/laporan_hasil_pengawasan  | Form A                    | case_officer     | unverified | Praktik kantor                      |
      | pemilihan-2020 | formulir/laporan_akhir             | Laporan Akhir             | chair            | unverified | Praktik kantor                      |
      | pemilihan-2020 | formulir/laporan_pemilihan         | Laporan Penanganan        | chair            | unverified | Praktik kantor                      |
      | pemilihan-2020 | formulir/buku_rakor                | Rapat Koordinasi          | coordinator      | unverified | Setelan kantor                      |
      | pemilihan-2020 | formulir/pemberitahuan_status_terlapor | kepada Terlapor       | chair            | unverified | Setelan kantor                      |
      | pemilihan-2020 | formulir/kutipan_kajian            | Kutipan Kajian            | chair            | unverified | Setelan kantor                      |
      | pemilihan-2020 | formulir/formulir_a12              | A.12                      | chair            | unverified | Perbawaslu 8/2020                   |
      | pemilihan-2024 | formulir/penerusan_kode_etik       | A.13                      | chair            | confirmed  | Perbawaslu 8/2020 Pasal 33 ayat (4) |
      | pemilihan-2024 | formulir/formulir_laporan          | A.1                       | reporter         | confirmed  | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/tanda_bukti               | A.3                       | intake_officer   | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/kajian_awal               | A.4                       | case_officer     | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/pemberitahuan_kelengkapan | Pemberitahuan Kelengkapan | chair            | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/undangan_klarifikasi      | A.7                       | chair            | confirmed  | Perbawaslu 9/2024 Pasal 26 ayat (1) |
      | pemilihan-2024 | formulir/berita_acara_klarifikasi  | A.10                      | clarified_person | confirmed  | Perbawaslu 9/2024 Pasal 26 ayat (5) |
      | pemilihan-2024 | formulir/kajian                    | A.11                      | coordinator      | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/berita_acara_pleno        | Rapat Pleno               | commissioner     | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/penerusan_hukum_lainnya   | A.16                      | chair            | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/penerusan_administrasi    | A.14                      | chair            | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/penerusan_pidana          | A.15                      | chair            | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/pemberitahuan_status      | A.17                      | chair            | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/formulir_temuan           | A.2                       | case_officer     | secondary  | Pasal 5                             |
      | pemilihan-2024 | formulir/keterangan_sumpah         | A.8                       | clarified_person | confirmed  | Perbawaslu 9/2024 Pasal 26 ayat (1) |
      | pemilihan-2024 | formulir/keterangan_sumpah_ahli    | A.9                       | clarified_person | confirmed  | Perbawaslu 9/2024 Pasal 26 ayat (1) |
      | pemilihan-2024 | formulir/pelimpahan                | Pelimpahan Laporan        | chair            | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/pengambilalihan           | Pengambilalihan           | chair            | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2024 | formulir/laporan_hasil_pengawasan  | Form A                    | case_officer     | secondary  | Praktik kantor                      |
      | pemilihan-2024 | formulir/laporan_akhir             | Laporan Akhir             | chair            | secondary  | Praktik kantor                      |
      | pemilihan-2024 | formulir/formulir_a12              | A.12                      | chair            | unverified | Perbawaslu 9/2024                   |
      | pemilihan-2025 | formulir/penerusan_administrasi    | Penyampaian Putusan       | chair            | unverified | Putusan MK 104/PUU-XXIII/2025       |

  @edisi:pemilihan-2020 @aturan:nomor/perkara
  Skenario: Nomor penerimaan dan nomor registrasi berpola sendiri
    Ketika "nomor/perkara" dibaca menurut edisi "pemilihan-2020"
    Maka nomor penerimaan ke-6 untuk "LP" "PG" tingkat "provinsi" wilayah "07.00" pada "2024-09-19" adalah "06/LP/PG/Prov/07.00/IX/2024"
    Dan nomor registrasi ke-5 untuk "LP" "PG" tingkat "provinsi" wilayah "07.00" pada "2024-10-24" adalah "05/Reg/LP/PG/Prov/07.00/X/2024"
    Dan nomor penerimaan ke-3 untuk "TM" "PB" tingkat "kabupaten" wilayah "27.12" pada "2024-11-05" adalah "03/TM/PB/Kab/27.12/XI/2024"
    Dan tandanya "secondary" menurut "Praktik kantor"

  @edisi:pemilihan-2020 @aturan:nomor/surat
  Skenario: Nomor surat berpola menurut kantor
    Ketika "nomor/surat" dibaca menurut edisi "pemilihan-2020"
    Maka nomor surat ke-194 kantor "07.00" pada "2024-09-21" adalah "194/PP.00.01/K/09/2024"
    Dan isinya memuat "{seq}/PP.00.01/K/{mm}/{yyyy}"
