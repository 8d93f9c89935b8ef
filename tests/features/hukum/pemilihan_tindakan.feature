# language: id
Fitur: Tahap dan tindakan penanganan pelanggaran Pemilihan
  Siapa boleh apa, pada tahap mana, dengan bekal apa; dan batas yang dimulai atau dipenuhinya.

  Garis-Besar Skenario: Tindakan yang boleh, dan ke mana perkara dibawa
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" boleh dilakukan
    Dan tindakan "<aturan>" membawa perkara ke "<ke>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                               | tahap                   | peran          | fakta                                               | ke                      | tanda      | pasal                                           |
      | pemilihan-2020 | tindakan/terima_laporan              | penyampaian             | intake_officer | -                                                   | kajian_awal             | secondary  | UU Pemilihan Pasal 134 ayat (3)                 |
      | pemilihan-2020 | tindakan/nilai_syarat                | kajian_awal             | case_officer   | -                                                   | -                       | secondary  | Perbawaslu 8/2020 Pasal 9                       |
      | pemilihan-2020 | tindakan/minta_kelengkapan           | kajian_awal             | case_officer   | syarat_dinilai_semua, syarat_ada_yang_kurang, syarat_dapat_dilengkapi | perbaikan               | secondary  | pasal perbaikan laporan                         |
      | pemilihan-2020 | tindakan/ajukan_registrasi           | pemeriksaan_kelengkapan | case_officer   | syarat_dinilai_semua, syarat_terpenuhi              | pleno_registrasi        | secondary  | Perbawaslu 8/2020 Pasal 9 ayat (6)              |
      | pemilihan-2020 | tindakan/usul_tidak_registrasi       | kajian_awal             | case_officer   | syarat_dinilai_semua, syarat_ada_yang_kurang        | pleno_registrasi        | secondary  | Perbawaslu 8/2020 Pasal 9 ayat (6)              |
      | pemilihan-2020 | tindakan/terbitkan_surat             | penerusan               | chair          | -                                                   | -                       | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/catat_penyampaian_surat     | penerusan               | secretariat    | -                                                   | -                       | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/terima_kelengkapan          | perbaikan               | intake_officer | -                                                   | pemeriksaan_kelengkapan | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/nyatakan_gugur              | perbaikan               | case_officer   | perbaikan_lewat                                     | pleno_registrasi        | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/registrasi                  | pleno_registrasi        | chair          | pleno_kuorum, syarat_terpenuhi                      | klarifikasi             | secondary  | Perbawaslu 8/2020 Pasal 9                       |
      | pemilihan-2020 | tindakan/tolak_registrasi            | pleno_registrasi        | commissioner   | pleno_kuorum                                        | tidak_diregistrasi      | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/batalkan_gugur              | pleno_registrasi        | case_officer   | bermula_dari_laporan, gugur_mendahului_batas        | perbaikan               | unverified | Setelan kantor                                  |
      | pemilihan-2020 | tindakan/buka_penolakan              | tidak_diregistrasi      | chair          | bermula_dari_laporan, gugur_mendahului_batas        | perbaikan               | unverified | Setelan kantor                                  |
      | pemilihan-2020 | tindakan/kembalikan_kajian_awal      | pleno_registrasi        | commissioner   | bermula_dari_laporan                                | kajian_awal             | unverified | Setelan kantor                                  |
      | pemilihan-2020 | tindakan/kembalikan_pemeriksaan      | pleno_registrasi        | chair          | bermula_dari_laporan, kelengkapan_pernah_diminta    | pemeriksaan_kelengkapan | unverified | Setelan kantor                                  |
      | pemilihan-2020 | tindakan/catat_pihak                 | pleno_registrasi        | intake_officer | -                                                   | -                       | unverified | pasal klarifikasi                               |
      | pemilihan-2024 | tindakan/catat_pihak                 | klarifikasi             | case_officer   | -                                                   | -                       | secondary  | Perbawaslu 9/2024 Pasal 26 ayat (1)             |
      | pemilihan-2020 | tindakan/undang_klarifikasi          | klarifikasi             | case_officer   | -                                                   | -                       | unverified | pasal klarifikasi                               |
      | pemilihan-2020 | tindakan/catat_klarifikasi           | klarifikasi             | case_officer   | -                                                   | -                       | unverified | pasal klarifikasi                               |
      | pemilihan-2024 | tindakan/undang_klarifikasi          | klarifikasi             | case_officer   | -                                                   | -                       | confirmed  | Perbawaslu 9/2024 Pasal 26 ayat (1)             |
      | pemilihan-2024 | tindakan/catat_klarifikasi           | klarifikasi             | case_officer   | -                                                   | -                       | confirmed  | Perbawaslu 9/2024 Pasal 26 ayat (5)             |
      | pemilihan-2020 | tindakan/catat_ketidakhadiran        | klarifikasi             | case_officer   | -                                                   | -                       | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/perpanjang_penanganan       | klarifikasi             | coordinator    | penanganan_terbuka                                  | -                       | secondary  | UU Pemilihan Pasal 134 ayat (6)                 |
      | pemilihan-2020 | tindakan/tutup_klarifikasi           | klarifikasi             | case_officer   | klarifikasi_tuntas                                  | kajian                  | unverified | pasal klarifikasi                               |
      | pemilihan-2020 | tindakan/simpan_kajian               | kajian                  | case_officer   | -                                                   | -                       | secondary  | UU Pemilihan Pasal 134 ayat (5)                 |
      | pemilihan-2020 | tindakan/ajukan_pleno                | kajian                  | coordinator    | kajian_lengkap                                      | pleno                   | secondary  | UU Pemilihan Pasal 134 ayat (5)                 |
      | pemilihan-2020 | tindakan/putuskan_pleno              | pleno                   | chair          | pleno_kuorum, hasil_semua_terlapor                  | penerusan               | secondary  | UU Pemilihan Pasal 134 ayat (5)                 |
      | pemilihan-2020 | tindakan/tugaskan                    | klarifikasi             | coordinator    | -                                                   | -                       | unverified | Praktik kantor, surat tugas                     |
      | pemilihan-2020 | tindakan/susun_berkas_pidana         | penerusan               | case_officer   | ada_pidana                                          | -                       | unverified | Peraturan Bersama Sentra Gakkumdu 2020          |
      | pemilihan-2020 | tindakan/susun_penerusan             | penerusan               | case_officer   | ada_penerusan, tujuan_semua_jelas, berkas_pidana_siap                   | -                       | secondary  | UU Pemilihan Pasal 135 ayat (1)                 |
      | pemilihan-2020 | tindakan/susun_ulang_penerusan       | tindak_lanjut           | case_officer   | -                                                   | -                       | unverified | Setelan kantor                                  |
      | pemilihan-2020 | tindakan/ralat_pleno | tindak_lanjut | chair | pleno_kuorum, hasil_semua_terlapor | penerusan | unverified | Setelan kantor |
      | pemilihan-2020 | tindakan/ralat_pleno | selesai | chair | pleno_kuorum, hasil_semua_terlapor | penerusan | unverified | Setelan kantor |
      | pemilihan-2020 | tindakan/beritahukan_status          | dihentikan              | secretariat    | -                                                   | -                       | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/beritahukan_status          | digabung                | secretariat    | -                                                   | -                       | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/beritahukan_status          | dicabut                 | secretariat    | -                                                   | -                       | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/umumkan_status              | tidak_diregistrasi      | secretariat    | -                                                   | -                       | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/umumkan_status              | selesai                 | secretariat    | -                                                   | -                       | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/teruskan                    | penerusan               | secretariat    | surat_penerusan_terkirim                            | tindak_lanjut           | secondary  | UU Pemilihan Pasal 135 ayat (1)                 |
      | pemilihan-2020 | tindakan/hentikan                    | penerusan               | coordinator    | tanpa_penerusan, pemberitahuan_status_terkirim      | selesai                 | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/catat_tindak_lanjut         | tindak_lanjut           | case_officer   | -                                                   | -                       | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/selesaikan                  | tindak_lanjut           | coordinator    | tindak_lanjut_tuntas, pemberitahuan_status_terkirim | selesai                 | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/tautkan                     | kajian                  | case_officer   | -                                                   | -                       | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/koreksi_fakta               | klarifikasi             | coordinator    | -                                                   | -                       | unverified | Setelan kantor                                  |
      | pemilihan-2020 | tindakan/koreksi_terlapor            | klarifikasi             | coordinator    | -                                                   | -                       | unverified | Setelan kantor                                  |
      | pemilihan-2020 | tindakan/cabut_laporan               | perbaikan               | intake_officer | bermula_dari_laporan                                | dicabut                 | secondary  | Perbawaslu 8/2020 Pasal 9 ayat (8)              |
      | pemilihan-2020 | tindakan/catat_informasi_awal        | penyampaian             | intake_officer | -                                                   | penelusuran             | secondary  | Praktik kantor, informasi awal                  |
      | pemilihan-2020 | tindakan/jadikan_informasi_awal      | dicabut                 | case_officer   | -                                                   | penelusuran             | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/catat_temuan                | penyampaian             | case_officer   | -                                                   | penetapan_temuan        | secondary  | Pasal 5                                         |
      | pemilihan-2020 | tindakan/jadikan_temuan              | penelusuran             | case_officer   | -                                                   | penetapan_temuan        | secondary  | Praktik kantor, penelusuran                     |
      | pemilihan-2020 | tindakan/hentikan_penelusuran        | penelusuran             | coordinator    | -                                                   | bukan_temuan            | secondary  | Praktik kantor, penelusuran                     |
      | pemilihan-2020 | tindakan/tetapkan_temuan             | penetapan_temuan        | chair          | pleno_kuorum                                        | pleno_registrasi        | secondary  | Pasal 5                                         |
      | pemilihan-2020 | tindakan/tolak_temuan                | penetapan_temuan        | commissioner   | pleno_kuorum                                        | bukan_temuan            | secondary  | Pasal 5                                         |
      | pemilihan-2020 | tindakan/catat_gakkumdu_1            | klarifikasi             | case_officer   | ada_dugaan_pidana                                   | -                       | secondary  | Peraturan Bersama Sentra Gakkumdu 2020          |
      | pemilihan-2020 | tindakan/catat_gakkumdu_2            | kajian                  | coordinator    | ada_dugaan_pidana, gakkumdu_1_dibahas, kajian_lengkap | -                     | secondary  | Peraturan Bersama Sentra Gakkumdu 2020          |
      | pemilihan-2020 | tindakan/catat_gakkumdu_3            | tindak_lanjut           | case_officer   | ada_pidana, diterima_penyidik                       | -                       | secondary  | Peraturan Bersama Sentra Gakkumdu 2020          |
      | pemilihan-2020 | tindakan/catat_diterima_penyidik     | tindak_lanjut           | secretariat    | ada_pidana, penyidik_belum_menerima                 | -                       | secondary  | UU Pemilihan Pasal 146 ayat (3)                 |
      | pemilihan-2020 | tindakan/catat_berkas_ke_penuntut    | tindak_lanjut           | secretariat    | ada_pidana, diterima_penyidik                       | -                       | secondary  | UU Pemilihan Pasal 146 ayat (3)                 |
      | pemilihan-2020 | tindakan/catat_berkas_dikembalikan   | tindak_lanjut           | secretariat    | ada_pidana, berkas_diterima_penuntut                | -                       | secondary  | UU Pemilihan Pasal 146                          |
      | pemilihan-2020 | tindakan/catat_tersangka_diserahkan  | tindak_lanjut           | secretariat    | ada_pidana, berkas_diterima_penuntut                | -                       | secondary  | Peraturan Bersama Sentra Gakkumdu 2020 Pasal 25 |
      | pemilihan-2020 | tindakan/catat_perkara_di_pengadilan | tindak_lanjut           | secretariat    | ada_pidana, berkas_diterima_penuntut                | -                       | secondary  | UU Pemilihan Pasal 146                          |
      | pemilihan-2020 | tindakan/catat_putusan_pn            | tindak_lanjut           | secretariat    | ada_pidana, perkara_diterima_pengadilan             | -                       | secondary  | UU Pemilihan Pasal 148                          |
      | pemilihan-2020 | tindakan/catat_banding               | tindak_lanjut           | secretariat    | ada_pidana, putusan_pn_dibacakan                    | -                       | secondary  | UU Pemilihan Pasal 148                          |
      | pemilihan-2020 | tindakan/catat_banding_diterima      | tindak_lanjut           | secretariat    | ada_pidana, banding_diajukan                        | -                       | secondary  | UU Pemilihan Pasal 148                          |
      | pemilihan-2020 | tindakan/catat_putusan_pt            | tindak_lanjut           | secretariat    | ada_pidana, banding_diterima_pt                     | -                       | secondary  | UU Pemilihan Pasal 148                          |
      | pemilihan-2020 | tindakan/catat_perkara_gugur         | tindak_lanjut           | coordinator    | ada_pidana                                          | -                       | secondary  | Praktik kantor, penuntutan                      |
      | pemilihan-2020 | tindakan/limpahkan                   | klarifikasi             | coordinator    | tidak_sedang_dilimpahkan                            | -                       | secondary  | Praktik kantor, pelimpahan                      |
      | pemilihan-2020 | tindakan/terima_pelimpahan           | klarifikasi             | coordinator    | pelimpahan_menunggu                                 | -                       | secondary  | Praktik kantor, pelimpahan                      |
      | pemilihan-2020 | tindakan/kembalikan_pelimpahan       | klarifikasi             | coordinator    | pelimpahan_menunggu                                 | -                       | unverified | Pasal belum diketahui                           |
      | pemilihan-2020 | tindakan/ambil_alih                  | kajian_awal             | chair          | tidak_sedang_dilimpahkan                            | -                       | secondary  | Praktik kantor, pengambilalihan                 |
      | pemilihan-2020 | tindakan/supervisi                   | pleno                   | chair          | -                                                   | -                       | unverified | Pasal belum diketahui                           |
      | pemilihan-2024 | tindakan/supervisi                   | pleno                   | coordinator    | -                                                   | -                       | confirmed  | Perbawaslu 6/2024 Pasal 9 huruf e               |
      | pemilihan-2020 | tindakan/gabungkan                   | kajian_awal             | coordinator    | -                                                   | digabung                | secondary  | Praktik kantor, penggabungan                    |
      | pemilihan-2020 | tindakan/hentikan_penanganan         | klarifikasi             | coordinator    | -                                                   | dihentikan              | secondary  | Praktik kantor                                  |
      | pemilihan-2020 | tindakan/buka_kembali                | selesai                 | chair          | ada_penerusan                                       | tindak_lanjut           | unverified | Pasal belum diketahui                           |

  Garis-Besar Skenario: Tindakan yang tertahan menyebut alasannya
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" tertahan karena "<alasan>"

    Contoh:
      | edisi          | aturan                             | tahap            | peran          | fakta                          | alasan                                             |
      | pemilihan-2020 | tindakan/minta_kelengkapan         | kajian_awal      | case_officer   | syarat_ada_yang_kurang         | belum dinilai                                      |
      | pemilihan-2020 | tindakan/ajukan_registrasi         | kajian_awal      | case_officer   | syarat_dinilai_semua           | memenuhi syarat                                    |
      | pemilihan-2020 | tindakan/nyatakan_gugur            | perbaikan        | case_officer   | -                              | masih punya waktu                                  |
      | pemilihan-2020 | tindakan/registrasi                | pleno_registrasi | chair          | syarat_terpenuhi               | kuorum                                             |
      | pemilihan-2020 | tindakan/registrasi                | pleno_registrasi | chair          | pleno_kuorum                   | memenuhi syarat                                    |
      | pemilihan-2020 | tindakan/registrasi                | pleno_registrasi | case_officer   | pleno_kuorum, syarat_terpenuhi | tidak berwenang                                    |
      | pemilihan-2020 | tindakan/batalkan_gugur            | pleno_registrasi | case_officer   | bermula_dari_laporan           | memang sudah berakhir                              |
      | pemilihan-2020 | tindakan/buka_penolakan            | tidak_diregistrasi | chair        | bermula_dari_laporan           | memang sudah berakhir                              |
      | pemilihan-2020 | tindakan/kembalikan_kajian_awal    | pleno_registrasi | chair          | bermula_dari_laporan, kelengkapan_pernah_diminta | sudah pernah diminta melengkapi                    |
      | pemilihan-2020 | tindakan/kembalikan_pemeriksaan    | pleno_registrasi | chair          | bermula_dari_laporan           | belum pernah diminta melengkapi                    |
      | pemilihan-2020 | tindakan/catat_pihak               | kajian           | case_officer   | -                              | hanya dapat dilakukan pada tahap                   |
      | pemilihan-2020 | tindakan/perpanjang_penanganan     | klarifikasi      | coordinator    | -                              | Batas penanganan sudah lewat                       |
      | pemilihan-2020 | tindakan/tutup_klarifikasi         | klarifikasi      | case_officer   | -                              | Belum ada klarifikasi                              |
      | pemilihan-2020 | tindakan/ajukan_pleno              | kajian           | coordinator    | -                              | Belum ada kajian                                   |
      | pemilihan-2020 | tindakan/putuskan_pleno            | pleno            | chair          | pleno_kuorum                   | belum diputuskan hasilnya                          |
      | pemilihan-2020 | tindakan/teruskan                  | penerusan        | secretariat    | -                              | surat penerusan yang belum                         |
      | pemilihan-2020 | tindakan/hentikan                  | penerusan        | coordinator    | pemberitahuan_status_terkirim  | harus diteruskan lebih dahulu                      |
      | pemilihan-2020 | tindakan/selesaikan                | tindak_lanjut    | coordinator    | tindak_lanjut_tuntas           | Pelapor belum diberi tahu                          |
      | pemilihan-2020 | tindakan/cabut_laporan             | klarifikasi      | intake_officer | bermula_dari_laporan           | tidak dapat mencabut laporan                       |
      | pemilihan-2020 | tindakan/cabut_laporan             | pleno_registrasi | intake_officer | -                              | hanya bagi laporan                                 |
      | pemilihan-2020 | tindakan/catat_gakkumdu_1          | klarifikasi      | case_officer   | -                              | Tidak ada dugaan tindak pidana                     |
      | pemilihan-2020 | tindakan/catat_gakkumdu_2          | kajian           | case_officer   | ada_dugaan_pidana              | Pembahasan pertama                                 |
      | pemilihan-2020 | tindakan/catat_diterima_penyidik   | tindak_lanjut    | secretariat    | -                              | Tidak ada terlapor dengan hasil tindak pidana      |
      | pemilihan-2020 | tindakan/catat_diterima_penyidik   | tindak_lanjut    | secretariat    | ada_pidana                     | sudah dicatat                                      |
      | pemilihan-2020 | tindakan/catat_berkas_ke_penuntut  | tindak_lanjut    | secretariat    | ada_pidana                     | penyidik menerima penerusan                        |
      | pemilihan-2020 | tindakan/catat_berkas_dikembalikan | tindak_lanjut    | secretariat    | ada_pidana                     | penuntut umum menerima berkas                      |
      | pemilihan-2020 | tindakan/catat_putusan_pn          | tindak_lanjut    | secretariat    | ada_pidana                     | pengadilan negeri menerima perkara                 |
      | pemilihan-2020 | tindakan/catat_banding             | tindak_lanjut    | secretariat    | ada_pidana                     | Putusan pengadilan negeri belum dicatat            |
      | pemilihan-2020 | tindakan/catat_banding_diterima    | tindak_lanjut    | secretariat    | ada_pidana                     | permohonan banding                                 |
      | pemilihan-2020 | tindakan/catat_putusan_pt          | tindak_lanjut    | secretariat    | ada_pidana                     | pengadilan tinggi menerima permohonan banding      |
      | pemilihan-2020 | tindakan/buka_kembali              | selesai          | chair          | -                              | Tidak ada hasil yang punya tujuan penerusan        |
      | pemilihan-2020 | tindakan/tetapkan_temuan           | kajian_awal      | chair          | pleno_kuorum                   | hanya dapat dilakukan pada tahap: Penetapan temuan |
      | pemilihan-2020 | tindakan/hentikan_penanganan       | selesai          | coordinator    | -                              | Perkara berada pada tahap Selesai                  |

  Garis-Besar Skenario: Tindakan yang memulai batas waktu
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" membuka batas "<batas>"

    Contoh:
      | edisi          | aturan                               | tahap            | peran          | fakta                                             | batas               |
      | pemilihan-2020 | tindakan/terima_laporan              | penyampaian      | intake_officer | -                                                 | kajian_awal         |
      | pemilihan-2020 | tindakan/registrasi                  | pleno_registrasi | chair          | pleno_kuorum, syarat_terpenuhi                    | penanganan          |
      | pemilihan-2020 | tindakan/registrasi                  | pleno_registrasi | chair          | pleno_kuorum, syarat_terpenuhi, ada_dugaan_pidana | gakkumdu_1          |
      | pemilihan-2020 | tindakan/putuskan_pleno              | pleno            | chair          | pleno_kuorum, hasil_semua_terlapor, ada_pidana    | penerusan_pidana    |
      | pemilihan-2020 | tindakan/catat_penyampaian_surat     | kajian_awal      | secretariat    | surat_kelengkapan_diterima                        | perbaikan           |
      | pemilihan-2020 | tindakan/catat_penyampaian_surat     | tindak_lanjut    | secretariat    | rekomendasi_kpu_diterima                          | tindak_lanjut_kpu   |
      | pemilihan-2020 | tindakan/catat_informasi_awal        | penyampaian      | case_officer   | -                                                 | penelusuran         |
      | pemilihan-2020 | tindakan/catat_temuan                | penyampaian      | case_officer   | -                                                 | penetapan_temuan    |
      | pemilihan-2020 | tindakan/jadikan_temuan              | penelusuran      | case_officer   | -                                                 | penetapan_temuan    |
      | pemilihan-2020 | tindakan/catat_diterima_penyidik     | tindak_lanjut    | secretariat    | ada_pidana, penyidik_belum_menerima               | penyidikan          |
      | pemilihan-2020 | tindakan/catat_berkas_ke_penuntut    | tindak_lanjut    | secretariat    | ada_pidana, diterima_penyidik                     | pengembalian_berkas |
      | pemilihan-2020 | tindakan/catat_berkas_ke_penuntut    | tindak_lanjut    | secretariat    | ada_pidana, diterima_penyidik                     | penuntutan          |
      | pemilihan-2020 | tindakan/catat_berkas_dikembalikan   | tindak_lanjut    | secretariat    | ada_pidana, berkas_diterima_penuntut              | pelengkapan_berkas  |
      | pemilihan-2020 | tindakan/catat_perkara_di_pengadilan | tindak_lanjut    | secretariat    | ada_pidana, berkas_diterima_penuntut              | putusan_pn          |
      | pemilihan-2020 | tindakan/catat_putusan_pn            | tindak_lanjut    | secretariat    | ada_pidana, perkara_diterima_pengadilan           | banding             |
      | pemilihan-2020 | tindakan/catat_banding_diterima      | tindak_lanjut    | secretariat    | ada_pidana, banding_diajukan                      | putusan_pt          |

  Garis-Besar Skenario: Tindakan yang memenuhi batas waktu
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" memenuhi batas "<batas>"

    Contoh:
      | edisi          | aturan                               | tahap            | peran          | fakta                                               | batas               |
      | pemilihan-2020 | tindakan/minta_kelengkapan           | kajian_awal      | case_officer   | syarat_dinilai_semua, syarat_ada_yang_kurang, syarat_dapat_dilengkapi | kajian_awal         |
      | pemilihan-2020 | tindakan/ajukan_registrasi           | kajian_awal      | case_officer   | syarat_dinilai_semua, syarat_terpenuhi              | kajian_awal         |
      | pemilihan-2020 | tindakan/terima_kelengkapan          | perbaikan        | intake_officer | -                                                   | perbaikan           |
      | pemilihan-2020 | tindakan/jadikan_temuan              | penelusuran      | case_officer   | -                                                   | penelusuran         |
      | pemilihan-2020 | tindakan/hentikan_penelusuran        | penelusuran      | coordinator    | -                                                   | penelusuran         |
      | pemilihan-2020 | tindakan/tetapkan_temuan             | penetapan_temuan | chair          | pleno_kuorum                                        | penetapan_temuan    |
      | pemilihan-2020 | tindakan/tolak_temuan                | penetapan_temuan | chair          | pleno_kuorum                                        | penetapan_temuan    |
      | pemilihan-2020 | tindakan/catat_gakkumdu_1            | klarifikasi      | case_officer   | ada_dugaan_pidana                                   | gakkumdu_1          |
      | pemilihan-2020 | tindakan/putuskan_pleno              | pleno            | chair          | pleno_kuorum, hasil_semua_terlapor, tanpa_penerusan | penanganan          |
      | pemilihan-2020 | tindakan/teruskan                    | penerusan        | secretariat    | surat_penerusan_terkirim                            | penerusan_pidana    |
      | pemilihan-2020 | tindakan/catat_tindak_lanjut         | tindak_lanjut    | secretariat    | rekomendasi_kpu_ditindaklanjuti                     | tindak_lanjut_kpu   |
      | pemilihan-2020 | tindakan/catat_berkas_ke_penuntut    | tindak_lanjut    | secretariat    | ada_pidana, diterima_penyidik                       | penyidikan          |
      | pemilihan-2020 | tindakan/catat_berkas_ke_penuntut    | tindak_lanjut    | secretariat    | ada_pidana, diterima_penyidik                       | pelengkapan_berkas  |
      | pemilihan-2020 | tindakan/catat_berkas_dikembalikan   | tindak_lanjut    | secretariat    | ada_pidana, berkas_diterima_penuntut                | pengembalian_berkas |
      | pemilihan-2020 | tindakan/catat_berkas_dikembalikan   | tindak_lanjut    | secretariat    | ada_pidana, berkas_diterima_penuntut                | penuntutan          |
      | pemilihan-2020 | tindakan/catat_tersangka_diserahkan  | tindak_lanjut    | secretariat    | ada_pidana, berkas_diterima_penuntut                | pengembalian_berkas |
      | pemilihan-2020 | tindakan/catat_perkara_di_pengadilan | tindak_lanjut    | secretariat    | ada_pidana, berkas_diterima_penuntut                | penuntutan          |
      | pemilihan-2020 | tindakan/catat_putusan_pn            | tindak_lanjut    | secretariat    | ada_pidana, perkara_diterima_pengadilan             | putusan_pn          |
      | pemilihan-2020 | tindakan/catat_banding               | tindak_lanjut    | secretariat    | ada_pidana, putusan_pn_dibacakan                    | banding             |
      | pemilihan-2020 | tindakan/catat_putusan_pt            | tindak_lanjut    | secretariat    | ada_pidana, banding_diterima_pt                     | putusan_pt          |

  Skenario: Penyerahan tersangka tidak memulai batas penuntutan
    Ketika perkara pada tahap "tindak_lanjut" dilihat oleh "secretariat" dengan fakta "ada_pidana, berkas_diterima_penuntut" menurut edisi "pemilihan-2024"
    Maka tindakan "catat_tersangka_diserahkan" tidak membuka batas "penuntutan"

  Skenario: Tanpa dugaan pidana tidak ada pembahasan Sentra Gakkumdu
    Ketika perkara pada tahap "pleno_registrasi" dilihat oleh "chair" dengan fakta "pleno_kuorum, syarat_terpenuhi" menurut edisi "pemilihan-2024"
    Maka tindakan "registrasi" tidak membuka batas "gakkumdu_1"
    Dan tindakan "registrasi" membuka batas "penanganan"

  Garis-Besar Skenario: Tindakan yang mencatat tanggal peristiwa
    Ketika perkara pada tahap "kajian_awal" dilihat oleh "chair" dengan fakta "-" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" mencatat "<fakta>"

    Contoh:
      | edisi          | aturan                              | fakta                    |
      | pemilihan-2020 | tindakan/catat_informasi_awal       | penelusuran_dimulai      |
      | pemilihan-2020 | tindakan/catat_temuan               | ditemukan                |
      | pemilihan-2020 | tindakan/tetapkan_temuan            | temuan_ditetapkan        |
      | pemilihan-2020 | tindakan/catat_diterima_penyidik    | diterima_penyidik        |
      | pemilihan-2020 | tindakan/catat_berkas_ke_penuntut   | berkas_diterima_penuntut |
      | pemilihan-2020 | tindakan/catat_tersangka_diserahkan | tersangka_diserahkan     |
      | pemilihan-2020 | tindakan/terima_pelimpahan          | pelimpahan_diterima      |
      | pemilihan-2020 | tindakan/jadikan_informasi_awal     | penelusuran_dimulai      |
      | pemilihan-2020 | tindakan/hentikan_penelusuran       | penelusuran_dihentikan   |
      | pemilihan-2020 | tindakan/catat_gakkumdu_1           | gakkumdu_1_dibahas       |
      | pemilihan-2020 | tindakan/catat_gakkumdu_2           | gakkumdu_2_dibahas       |
      | pemilihan-2020 | tindakan/catat_gakkumdu_3           | gakkumdu_3_dibahas       |
      | pemilihan-2020 | tindakan/susun_berkas_pidana        | berkas_pidana_disusun    |
      | pemilihan-2020 | tindakan/catat_perkara_gugur        | perkara_gugur            |
      | pemilihan-2020 | tindakan/limpahkan                  | dilimpahkan              |
      | pemilihan-2020 | tindakan/kembalikan_pelimpahan      | pelimpahan_dikembalikan  |
      | pemilihan-2020 | tindakan/ambil_alih                 | diambil_alih             |
      | pemilihan-2020 | tindakan/supervisi                  | dikoreksi                |
      | pemilihan-2020 | tindakan/gabungkan                  | digabungkan              |
      | pemilihan-2020 | tindakan/hentikan_penanganan        | penanganan_dihentikan    |
      | pemilihan-2020 | tindakan/buka_kembali               | dibuka_kembali           |

  Garis-Besar Skenario: Tindakan yang memerlukan alasan tertulis
    Ketika perkara pada tahap "kajian_awal" dilihat oleh "chair" dengan fakta "-" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" memerlukan alasan

    Contoh:
      | edisi          | aturan                          |
      | pemilihan-2020 | tindakan/jadikan_informasi_awal |
      | pemilihan-2020 | tindakan/hentikan_penelusuran   |
      | pemilihan-2020 | tindakan/catat_gakkumdu_3       |
      | pemilihan-2020 | tindakan/catat_perkara_gugur    |
      | pemilihan-2020 | tindakan/limpahkan              |
      | pemilihan-2020 | tindakan/kembalikan_pelimpahan  |
      | pemilihan-2020 | tindakan/terima_pelimpahan      |
      | pemilihan-2020 | tindakan/ambil_alih             |
      | pemilihan-2020 | tindakan/supervisi              |
      | pemilihan-2020 | tindakan/gabungkan              |
      | pemilihan-2020 | tindakan/hentikan_penanganan    |
      | pemilihan-2020 | tindakan/buka_kembali           |
      | pemilihan-2020 | tindakan/tolak_temuan           |
