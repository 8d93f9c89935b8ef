# language: id
Fitur: Tahap dan tindakan penanganan pelanggaran Pemilu
  Laporan dan temuan, kajian awal, klarifikasi, sidang pelanggaran administratif, dan langkah pidana sesudah penerusan.

  Garis-Besar Skenario: Tindakan yang boleh dilakukan dan tahap sesudahnya
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" membawa perkara ke "<tahap_lain>"

    Contoh:
      | edisi       | aturan                                | tahap                   | peran          | fakta                                                                        | tahap_lain              |
      | pemilu-2022 | tindakan/terima_laporan               | penyampaian             | intake_officer | -                                                                            | kajian_awal             |
      | pemilu-2022 | tindakan/catat_temuan                 | penyampaian             | case_officer   | -                                                                            | penetapan_temuan        |
      | pemilu-2022 | tindakan/tetapkan_temuan              | penetapan_temuan        | commissioner   | pleno_kuorum                                                                 | registrasi_temuan       |
      | pemilu-2022 | tindakan/tolak_temuan                 | penetapan_temuan        | chair          | pleno_kuorum                                                                 | bukan_temuan            |
      | pemilu-2022 | tindakan/sampaikan_pengawasan_ke_mk   | penetapan_temuan        | chair          | hasil_nasional_ditetapkan, perselisihan_hasil_diajukan                       | disampaikan_ke_mk       |
      | pemilu-2022 | tindakan/sampaikan_temuan_ke_atas     | penetapan_temuan        | chair          | hasil_nasional_ditetapkan                                                    | dilimpahkan             |
      | pemilu-2022 | tindakan/hentikan_ke_mk               | kajian_awal             | chair          | hasil_nasional_ditetapkan, perselisihan_hasil_diajukan                       | disampaikan_ke_mk       |
      | pemilu-2022 | tindakan/catat_hasil_nasional         | klarifikasi             | coordinator    | -                                                                            | -                       |
      | pemilu-2022 | tindakan/nilai_syarat                 | kajian_awal             | case_officer   | -                                                                            | -                       |
      | pemilu-2022 | tindakan/minta_kelengkapan            | kajian_awal             | case_officer   | syarat_dinilai_semua, syarat_ada_yang_kurang, syarat_dapat_dilengkapi        | perbaikan               |
      | pemilu-2022 | tindakan/ajukan_registrasi            | kajian_awal             | case_officer   | syarat_dinilai_semua, syarat_terpenuhi                                       | pleno_registrasi        |
      | pemilu-2022 | tindakan/usul_tidak_registrasi        | pemeriksaan_kelengkapan | case_officer   | syarat_dinilai_semua, syarat_ada_yang_kurang                                 | pleno_registrasi        |
      | pemilu-2022 | tindakan/terbitkan_surat              | klarifikasi             | chair          | -                                                                            | -                       |
      | pemilu-2022 | tindakan/catat_penyampaian_surat      | perbaikan               | secretariat    | -                                                                            | -                       |
      | pemilu-2022 | tindakan/terima_kelengkapan           | perbaikan               | intake_officer | -                                                                            | pemeriksaan_kelengkapan |
      | pemilu-2022 | tindakan/nyatakan_gugur               | perbaikan               | case_officer   | perbaikan_lewat                                                              | pleno_registrasi        |
      | pemilu-2022 | tindakan/registrasi                   | pleno_registrasi        | commissioner   | pleno_kuorum, syarat_terpenuhi                                               | klarifikasi             |
      | pemilu-2022 | tindakan/registrasi_sidang            | pleno_registrasi        | commissioner   | pleno_kuorum, syarat_terpenuhi, pidana_tersendiri                            | penetapan_majelis       |
      | pemilu-2022 | tindakan/registrasi_sidang            | registrasi_temuan       | chair          | pleno_kuorum, syarat_terpenuhi, pidana_tersendiri                            | penetapan_majelis       |
      | pemilu-2022 | tindakan/tolak_registrasi             | pleno_registrasi        | commissioner   | pleno_kuorum                                                                 | tidak_diregistrasi      |
      | pemilu-2022 | tindakan/limpahkan                    | kajian_awal             | coordinator    | etik_pengawas_adhoc, tidak_sedang_dilimpahkan                                | -                       |
      | pemilu-2022 | tindakan/terima_pelimpahan            | kajian_awal             | coordinator    | etik_pengawas_adhoc, pelimpahan_menunggu                                     | -                       |
      | pemilu-2022 | tindakan/kembalikan_pelimpahan        | kajian_awal             | coordinator    | pelimpahan_menunggu                                                          | -                       |
      | pemilu-2022 | tindakan/ambil_alih                   | kajian_awal             | chair          | etik_pengawas_adhoc                                                          | -                       |
      | pemilu-2022 | tindakan/supervisi                    | kajian                  | coordinator    | -                                                                            | -                       |
      | pemilu-2022 | tindakan/gabungkan                    | klarifikasi             | coordinator    | -                                                                            | digabung                |
      | pemilu-2022 | tindakan/tautkan                      | klarifikasi             | case_officer   | -                                                                            | -                       |
      | pemilu-2022 | tindakan/koreksi_fakta                | klarifikasi             | coordinator    | -                                                                            | -                       |
      | pemilu-2022 | tindakan/koreksi_terlapor             | klarifikasi             | coordinator    | -                                                                            | -                       |
      | pemilu-2022 | tindakan/susun_ulang_penerusan        | tindak_lanjut           | case_officer   | -                                                                            | -                       |
      | pemilu-2022 | tindakan/ralat_pleno                  | tindak_lanjut           | chair          | pleno_kuorum, hasil_semua_terlapor                                           | penerusan               |
      | pemilu-2022 | tindakan/ralat_pleno                  | selesai                 | chair          | pleno_kuorum, hasil_semua_terlapor                                           | penerusan               |
      | pemilu-2022 | tindakan/catat_pihak                  | klarifikasi             | case_officer   | -                                                                            | -                       |
      | pemilu-2022 | tindakan/catat_pihak                  | sidang                  | case_officer   | -                                                                            | -                       |
      | pemilu-2022 | tindakan/undang_klarifikasi           | klarifikasi             | case_officer   | -                                                                            | -                       |
      | pemilu-2022 | tindakan/tugaskan_klarifikasi         | klarifikasi             | coordinator    | -                                                                            | -                       |
      | pemilu-2022 | tindakan/catat_klarifikasi            | klarifikasi             | case_officer   | -                                                                            | -                       |
      | pemilu-2022 | tindakan/catat_ketidakhadiran         | klarifikasi             | case_officer   | -                                                                            | -                       |
      | pemilu-2022 | tindakan/perpanjang_penanganan        | kajian                  | coordinator    | penanganan_terbuka                                                           | -                       |
      | pemilu-2022 | tindakan/tutup_klarifikasi            | klarifikasi             | case_officer   | klarifikasi_tuntas                                                           | kajian                  |
      | pemilu-2022 | tindakan/catat_gakkumdu_1             | klarifikasi             | coordinator    | ada_dugaan_pidana                                                            | -                       |
      | pemilu-2022 | tindakan/catat_gakkumdu_2             | kajian                  | coordinator    | ada_dugaan_pidana, gakkumdu_1_dibahas, kajian_lengkap                        | -                       |
      | pemilu-2022 | tindakan/catat_bukti_permulaan        | kajian                  | case_officer   | ada_dugaan_pidana                                                            | -                       |
      | pemilu-2022 | tindakan/simpan_kajian                | kajian                  | case_officer   | -                                                                            | -                       |
      | pemilu-2022 | tindakan/ajukan_pleno                 | kajian                  | coordinator    | kajian_lengkap                                                               | pleno                   |
      | pemilu-2022 | tindakan/putuskan_pleno               | pleno                   | chair          | pleno_kuorum, hasil_semua_terlapor                                           | penerusan               |
      | pemilu-2022 | tindakan/tugaskan                     | klarifikasi             | coordinator    | -                                                                            | -                       |
      | pemilu-2022 | tindakan/susun_berkas_pidana          | penerusan               | coordinator    | ada_pidana                                                                   | -                       |
      | pemilu-2022 | tindakan/susun_penerusan              | penerusan               | case_officer   | ada_penerusan, tujuan_semua_jelas, berkas_pidana_siap                        | -                       |
      | pemilu-2022 | tindakan/beritahukan_status           | tidak_diregistrasi      | secretariat    | -                                                                            | -                       |
      | pemilu-2022 | tindakan/teruskan                     | penerusan               | secretariat    | surat_penerusan_terkirim                                                     | tindak_lanjut           |
      | pemilu-2022 | tindakan/hentikan                     | penerusan               | coordinator    | tanpa_penerusan, pemberitahuan_status_terkirim                               | selesai                 |
      | pemilu-2022 | tindakan/hentikan_penanganan          | klarifikasi             | chair          | -                                                                            | dihentikan              |
      | pemilu-2022 | tindakan/buka_kembali                 | selesai                 | chair          | ada_penerusan                                                                | tindak_lanjut           |
      | pemilu-2022 | tindakan/catat_tindak_lanjut          | tindak_lanjut           | secretariat    | -                                                                            | -                       |
      | pemilu-2022 | tindakan/selesaikan                   | tindak_lanjut           | coordinator    | tindak_lanjut_tuntas, pemberitahuan_status_terkirim                          | selesai                 |
      | pemilu-2022 | tindakan/catat_diterima_penyidik      | tindak_lanjut           | secretariat    | ada_pidana                                                                   | -                       |
      | pemilu-2022 | tindakan/catat_gakkumdu_3             | tindak_lanjut           | coordinator    | ada_pidana, diterima_penyidik                                                | -                       |
      | pemilu-2022 | tindakan/catat_berkas_ke_penuntut     | tindak_lanjut           | secretariat    | ada_pidana, diterima_penyidik                                                | -                       |
      | pemilu-2022 | tindakan/catat_berkas_dikembalikan    | tindak_lanjut           | secretariat    | ada_pidana, berkas_diterima_penuntut                                         | -                       |
      | pemilu-2022 | tindakan/catat_perkara_di_pengadilan  | tindak_lanjut           | secretariat    | ada_pidana, berkas_diterima_penuntut                                         | -                       |
      | pemilu-2022 | tindakan/catat_putusan_pn             | tindak_lanjut           | secretariat    | ada_pidana, perkara_diterima_pengadilan                                      | -                       |
      | pemilu-2022 | tindakan/catat_gakkumdu_4             | tindak_lanjut           | coordinator    | ada_pidana, putusan_pidana_dibacakan                                         | -                       |
      | pemilu-2022 | tindakan/catat_banding                | tindak_lanjut           | secretariat    | ada_pidana, putusan_pn_dibacakan                                             | -                       |
      | pemilu-2022 | tindakan/catat_banding_diterima       | tindak_lanjut           | secretariat    | ada_pidana, banding_diajukan                                                 | -                       |
      | pemilu-2022 | tindakan/catat_putusan_pt             | tindak_lanjut           | secretariat    | ada_pidana, banding_diterima_pt                                              | -                       |
      | pemilu-2022 | tindakan/catat_putusan_diterima_jaksa | tindak_lanjut           | secretariat    | ada_pidana, putusan_pidana_dibacakan                                         | -                       |
      | pemilu-2022 | tindakan/catat_putusan_dilaksanakan   | tindak_lanjut           | secretariat    | ada_pidana, putusan_diterima_jaksa                                           | -                       |
      | pemilu-2022 | tindakan/catat_perkara_gugur          | tindak_lanjut           | coordinator    | ada_pidana                                                                   | -                       |
      | pemilu-2022 | tindakan/panggil_sidang               | sidang                  | secretariat    | majelis_ditetapkan                                                           | -                       |
      | pemilu-2022 | tindakan/bacakan_putusan              | pembacaan_putusan       | chair          | putusan_disusun                                                              | penerusan               |
      | pemilu-2022 | tindakan/ajukan_koreksi               | tindak_lanjut           | secretariat    | putusan_dibacakan                                                            | -                       |
      | pemilu-2022 | tindakan/putus_koreksi                | tindak_lanjut           | chair          | koreksi_diajukan                                                             | -                       |
      | pemilu-2022 | tindakan/catat_permohonan_ma          | tindak_lanjut           | secretariat    | putusan_dibacakan                                                            | -                       |
      | pemilu-2022 | tindakan/catat_putusan_ma             | tindak_lanjut           | secretariat    | permohonan_diterima_ma                                                       | -                       |
      | pemilu-2022 | tindakan/registrasi                   | registrasi_temuan       | commissioner   | pleno_kuorum, syarat_terpenuhi                                               | klarifikasi             |
      | pemilu-2022 | tindakan/alihkan_ke_sidang            | kajian                  | coordinator    | pidana_tersendiri                                                            | penetapan_majelis       |
      | pemilu-2022 | tindakan/catat_perselisihan_hasil     | kajian_awal             | coordinator    | hasil_nasional_ditetapkan                                                    | -                       |
      | pemilu-2022 | tindakan/tetapkan_majelis             | penetapan_majelis       | chair          | -                                                                            | sidang                  |
      | pemilu-2022 | tindakan/catat_sidang                 | sidang                  | secretariat    | majelis_ditetapkan                                                           | -                       |
      | pemilu-2022 | tindakan/tunda_sidang                 | sidang                  | secretariat    | -                                                                            | -                       |
      | pemilu-2022 | tindakan/tutup_sidang                 | sidang                  | chair          | laporan_dibacakan, jawaban_didengar, pembuktian_selesai, kesimpulan_diterima | musyawarah              |
      | pemilu-2022 | tindakan/putuskan_majelis             | musyawarah              | chair          | musyawarah_kuorum, hasil_semua_terlapor                                      | pembacaan_putusan       |

  Garis-Besar Skenario: Tindakan yang tertahan menyebut apa yang kurang
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" tertahan karena "<alasan>"

    Contoh:
      | edisi       | aturan                              | tahap             | peran        | fakta                                                  | alasan                                             |
      | pemilu-2022 | tindakan/tetapkan_temuan            | penetapan_temuan  | chair        | -                                                      | memenuhi kuorum                                    |
      | pemilu-2022 | tindakan/sampaikan_pengawasan_ke_mk | penetapan_temuan  | chair        | hasil_nasional_ditetapkan                              | Belum dicatat adanya permohonan perselisihan       |
      | pemilu-2022 | tindakan/sampaikan_temuan_ke_atas   | penetapan_temuan  | chair        | hasil_nasional_ditetapkan, perselisihan_hasil_diajukan | hanya dapat dilakukan selama hal itu tidak berlaku |
      | pemilu-2022 | tindakan/hentikan_ke_mk             | kajian_awal       | chair        | perselisihan_hasil_diajukan                            | belum menetapkan hasil Pemilu secara nasional      |
      | pemilu-2022 | tindakan/minta_kelengkapan          | kajian_awal       | case_officer | syarat_dinilai_semua, syarat_terpenuhi                 | tidak ada yang perlu dilengkapi                    |
      | pemilu-2022 | tindakan/ajukan_registrasi          | kajian_awal       | case_officer | syarat_terpenuhi                                       | belum dinilai                                      |
      | pemilu-2022 | tindakan/nyatakan_gugur             | perbaikan         | case_officer | -                                                      | masih punya waktu                                  |
      | pemilu-2022 | tindakan/terima_pelimpahan          | kajian_awal       | coordinator  | etik_pengawas_adhoc                                    | Tidak ada pelimpahan                               |
      | pemilu-2022 | tindakan/limpahkan                  | kajian_awal       | chair        | etik_pengawas_adhoc                                    | sedang dilimpahkan dan belum diterima              |
      | pemilu-2022 | tindakan/limpahkan                  | kajian_awal       | chair        | tidak_sedang_dilimpahkan                               | hanya untuk kode etik Panwaslu Kecamatan           |
      | pemilu-2022 | tindakan/perpanjang_penanganan      | klarifikasi       | coordinator  | -                                                      | sudah diperpanjang                                 |
      | pemilu-2022 | tindakan/perpanjang_penanganan      | klarifikasi       | case_officer | penanganan_terbuka                                     | koordinator divisi                                 |
      | pemilu-2022 | tindakan/catat_gakkumdu_1           | klarifikasi       | coordinator  | -                                                      | Tidak ada dugaan tindak pidana                     |
      | pemilu-2022 | tindakan/catat_gakkumdu_2           | kajian            | coordinator  | ada_dugaan_pidana                                      | belum dicatat                                      |
      | pemilu-2022 | tindakan/putuskan_pleno             | pleno             | chair        | hasil_semua_terlapor                                   | memenuhi kuorum                                    |
      | pemilu-2022 | tindakan/teruskan                   | penerusan         | secretariat  | -                                                      | belum diterbitkan                                  |
      | pemilu-2022 | tindakan/hentikan                   | penerusan         | coordinator  | tanpa_penerusan                                        | belum diberi tahu                                  |
      | pemilu-2022 | tindakan/catat_berkas_ke_penuntut   | tindak_lanjut     | secretariat  | ada_pidana                                             | kapan penyidik menerima                            |
      | pemilu-2022 | tindakan/catat_putusan_dilaksanakan | tindak_lanjut     | secretariat  | ada_pidana                                             | kapan jaksa menerima putusan                       |
      | pemilu-2022 | tindakan/bacakan_putusan            | pembacaan_putusan | chair        | -                                                      | belum ada putusan yang dibacakan                   |
      | pemilu-2022 | tindakan/ajukan_koreksi             | tindak_lanjut     | secretariat  | -                                                      | belum dibacakan                                    |
      | pemilu-2022 | tindakan/catat_putusan_ma           | tindak_lanjut     | secretariat  | -                                                      | kapan Mahkamah Agung menerima                      |
      | pemilu-2022 | tindakan/registrasi_sidang          | pleno_registrasi  | chair        | pleno_kuorum, syarat_terpenuhi                         | belum ada perkara tertaut yang menanganinya        |
      | pemilu-2022 | tindakan/tutup_sidang               | sidang            | chair        | laporan_dibacakan                                      | Jawaban terlapor belum didengar                    |
      | pemilu-2022 | tindakan/putus_koreksi              | tindak_lanjut     | chair        | -                                                      | Tidak ada permintaan koreksi                       |
      | pemilu-2022 | tindakan/selesaikan                 | tindak_lanjut     | coordinator  | pemberitahuan_status_terkirim                          | belum dijawab                                      |

  Garis-Besar Skenario: Tindakan membuka batas
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" boleh dilakukan
    Dan tindakan "<aturan>" membuka batas "<batas>"

    Contoh:
      | edisi       | aturan                                | tahap             | peran          | fakta                                             | batas                          |
      | pemilu-2022 | tindakan/terima_laporan               | penyampaian       | intake_officer | -                                                 | kajian_awal                    |
      | pemilu-2022 | tindakan/catat_temuan                 | penyampaian       | case_officer   | -                                                 | penetapan_temuan               |
      | pemilu-2022 | tindakan/tetapkan_temuan              | penetapan_temuan  | chair          | pleno_kuorum                                      | registrasi_temuan              |
      | pemilu-2022 | tindakan/registrasi                   | pleno_registrasi  | chair          | pleno_kuorum, syarat_terpenuhi                    | penanganan                     |
      | pemilu-2022 | tindakan/registrasi                   | pleno_registrasi  | chair          | pleno_kuorum, syarat_terpenuhi, ada_dugaan_pidana | gakkumdu_1                     |
      | pemilu-2022 | tindakan/registrasi_sidang            | pleno_registrasi  | chair          | pleno_kuorum, syarat_terpenuhi, pidana_tersendiri | putusan_administratif          |
      | pemilu-2022 | tindakan/catat_penyampaian_surat      | kajian_awal       | secretariat    | surat_kelengkapan_diterima                        | perbaikan                      |
      | pemilu-2022 | tindakan/putuskan_pleno               | pleno             | chair          | pleno_kuorum, hasil_semua_terlapor, ada_pidana    | penerusan_pidana               |
      | pemilu-2022 | tindakan/catat_bukti_permulaan        | kajian            | coordinator    | ada_dugaan_pidana                                 | penyerahan_penyelidikan        |
      | pemilu-2022 | tindakan/catat_diterima_penyidik      | tindak_lanjut     | secretariat    | ada_pidana                                        | penyidikan                     |
      | pemilu-2022 | tindakan/catat_berkas_ke_penuntut     | tindak_lanjut     | secretariat    | ada_pidana, diterima_penyidik                     | pengembalian_berkas            |
      | pemilu-2022 | tindakan/catat_berkas_ke_penuntut     | tindak_lanjut     | secretariat    | ada_pidana, diterima_penyidik                     | penuntutan                     |
      | pemilu-2022 | tindakan/catat_berkas_dikembalikan    | tindak_lanjut     | secretariat    | ada_pidana, berkas_diterima_penuntut              | pelengkapan_berkas             |
      | pemilu-2022 | tindakan/catat_perkara_di_pengadilan  | tindak_lanjut     | secretariat    | ada_pidana, berkas_diterima_penuntut              | putusan_pn                     |
      | pemilu-2022 | tindakan/catat_putusan_pn             | tindak_lanjut     | secretariat    | ada_pidana, perkara_diterima_pengadilan           | banding                        |
      | pemilu-2022 | tindakan/catat_putusan_pn             | tindak_lanjut     | secretariat    | ada_pidana, perkara_diterima_pengadilan           | penyampaian_putusan_pidana     |
      | pemilu-2022 | tindakan/catat_banding                | tindak_lanjut     | secretariat    | ada_pidana, putusan_pn_dibacakan                  | pengiriman_banding             |
      | pemilu-2022 | tindakan/catat_banding_diterima       | tindak_lanjut     | secretariat    | ada_pidana, banding_diajukan                      | putusan_pt                     |
      | pemilu-2022 | tindakan/catat_putusan_pt             | tindak_lanjut     | secretariat    | ada_pidana, banding_diterima_pt                   | penyampaian_putusan_pidana     |
      | pemilu-2022 | tindakan/catat_putusan_diterima_jaksa | tindak_lanjut     | secretariat    | ada_pidana, putusan_pidana_dibacakan              | pelaksanaan_putusan            |
      | pemilu-2022 | tindakan/catat_hasil_nasional         | tindak_lanjut     | coordinator    | -                                                 | putusan_sebelum_hasil_nasional |
      | pemilu-2022 | tindakan/bacakan_putusan              | pembacaan_putusan | chair          | putusan_disusun, ada_penerusan                    | tindak_lanjut_kpu              |
      | pemilu-2022 | tindakan/catat_permohonan_ma          | tindak_lanjut     | secretariat    | putusan_dibacakan                                 | putusan_ma                     |

  Garis-Besar Skenario: Tindakan memenuhi batas
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" boleh dilakukan
    Dan tindakan "<aturan>" memenuhi batas "<batas>"

    Contoh:
      | edisi       | aturan                                | tahap             | peran          | fakta                                                                 | batas                          |
      | pemilu-2022 | tindakan/tetapkan_temuan              | penetapan_temuan  | chair          | pleno_kuorum                                                          | penetapan_temuan               |
      | pemilu-2022 | tindakan/minta_kelengkapan            | kajian_awal       | case_officer   | syarat_dinilai_semua, syarat_ada_yang_kurang, syarat_dapat_dilengkapi | kajian_awal                    |
      | pemilu-2022 | tindakan/terima_kelengkapan           | perbaikan         | intake_officer | -                                                                     | perbaikan                      |
      | pemilu-2022 | tindakan/catat_gakkumdu_1             | klarifikasi       | coordinator    | ada_dugaan_pidana                                                     | gakkumdu_1                     |
      | pemilu-2022 | tindakan/teruskan                     | penerusan         | secretariat    | surat_penerusan_terkirim                                              | penanganan                     |
      | pemilu-2022 | tindakan/teruskan                     | penerusan         | secretariat    | surat_penerusan_terkirim                                              | penerusan_pidana               |
      | pemilu-2022 | tindakan/catat_diterima_penyidik      | tindak_lanjut     | secretariat    | ada_pidana                                                            | penyerahan_penyelidikan        |
      | pemilu-2022 | tindakan/catat_berkas_ke_penuntut     | tindak_lanjut     | secretariat    | ada_pidana, diterima_penyidik                                         | penyidikan                     |
      | pemilu-2022 | tindakan/catat_berkas_dikembalikan    | tindak_lanjut     | secretariat    | ada_pidana, berkas_diterima_penuntut                                  | pengembalian_berkas            |
      | pemilu-2022 | tindakan/catat_perkara_di_pengadilan  | tindak_lanjut     | secretariat    | ada_pidana, berkas_diterima_penuntut                                  | penuntutan                     |
      | pemilu-2022 | tindakan/catat_putusan_pn             | tindak_lanjut     | secretariat    | ada_pidana, perkara_diterima_pengadilan                               | putusan_pn                     |
      | pemilu-2022 | tindakan/catat_banding                | tindak_lanjut     | secretariat    | ada_pidana, putusan_pn_dibacakan                                      | banding                        |
      | pemilu-2022 | tindakan/catat_banding_diterima       | tindak_lanjut     | secretariat    | ada_pidana, banding_diajukan                                          | pengiriman_banding             |
      | pemilu-2022 | tindakan/catat_putusan_pt             | tindak_lanjut     | secretariat    | ada_pidana, banding_diterima_pt                                       | putusan_pt                     |
      | pemilu-2022 | tindakan/catat_putusan_pt             | tindak_lanjut     | secretariat    | ada_pidana, banding_diterima_pt                                       | putusan_sebelum_hasil_nasional |
      | pemilu-2022 | tindakan/catat_putusan_diterima_jaksa | tindak_lanjut     | secretariat    | ada_pidana, putusan_pidana_dibacakan                                  | penyampaian_putusan_pidana     |
      | pemilu-2022 | tindakan/catat_putusan_dilaksanakan   | tindak_lanjut     | secretariat    | ada_pidana, putusan_diterima_jaksa                                    | pelaksanaan_putusan            |
      | pemilu-2022 | tindakan/bacakan_putusan              | pembacaan_putusan | chair          | putusan_disusun                                                       | putusan_administratif          |
      | pemilu-2022 | tindakan/catat_tindak_lanjut          | tindak_lanjut     | secretariat    | rekomendasi_kpu_ditindaklanjuti                                       | tindak_lanjut_kpu              |
      | pemilu-2022 | tindakan/catat_putusan_ma             | tindak_lanjut     | secretariat    | permohonan_diterima_ma                                                | putusan_ma                     |

  Garis-Besar Skenario: Tanpa dugaan pidana tidak ada batas pembahasan pertama
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" tidak membuka batas "<batas>"

    Contoh:
      | edisi       | aturan                  | tahap            | peran | fakta                              | batas            |
      | pemilu-2022 | tindakan/registrasi     | pleno_registrasi | chair | pleno_kuorum, syarat_terpenuhi     | gakkumdu_1       |
      | pemilu-2022 | tindakan/putuskan_pleno | pleno            | chair | pleno_kuorum, hasil_semua_terlapor | penerusan_pidana |

  Garis-Besar Skenario: Waktu yang dicatat petugas bersama tindakannya
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" mencatat "<dicatat>"

    Contoh:
      | edisi       | aturan                           | tahap             | peran        | fakta                                                  | dicatat                   |
      | pemilu-2022 | tindakan/catat_temuan            | penyampaian       | case_officer | -                                                      | ditemukan                 |
      | pemilu-2022 | tindakan/tetapkan_temuan         | penetapan_temuan  | commissioner | pleno_kuorum                                           | temuan_ditetapkan         |
      | pemilu-2022 | tindakan/catat_hasil_nasional    | klarifikasi       | coordinator  | -                                                      | hasil_nasional_ditetapkan |
      | pemilu-2022 | tindakan/hentikan_ke_mk          | kajian_awal       | chair        | hasil_nasional_ditetapkan, perselisihan_hasil_diajukan | disampaikan_ke_mk         |
      | pemilu-2022 | tindakan/limpahkan               | kajian_awal       | coordinator  | etik_pengawas_adhoc, tidak_sedang_dilimpahkan          | dilimpahkan               |
      | pemilu-2022 | tindakan/ambil_alih              | kajian_awal       | chair        | etik_pengawas_adhoc                                    | diambil_alih              |
      | pemilu-2022 | tindakan/catat_bukti_permulaan   | kajian            | case_officer | ada_dugaan_pidana                                      | bukti_permulaan_cukup     |
      | pemilu-2022 | tindakan/catat_diterima_penyidik | tindak_lanjut     | secretariat  | ada_pidana                                             | diterima_penyidik         |
      | pemilu-2022 | tindakan/catat_putusan_pn        | tindak_lanjut     | secretariat  | ada_pidana, perkara_diterima_pengadilan                | putusan_pn_dibacakan      |
      | pemilu-2022 | tindakan/catat_putusan_pn        | tindak_lanjut     | secretariat  | ada_pidana, perkara_diterima_pengadilan                | putusan_pidana_dibacakan  |
      | pemilu-2022 | tindakan/catat_putusan_pt        | tindak_lanjut     | secretariat  | ada_pidana, banding_diterima_pt                        | putusan_pidana_dibacakan  |
      | pemilu-2022 | tindakan/bacakan_putusan         | pembacaan_putusan | chair        | putusan_disusun                                        | putusan_dibacakan         |
      | pemilu-2022 | tindakan/ajukan_koreksi          | tindak_lanjut     | secretariat  | putusan_dibacakan                                      | koreksi_diajukan          |
      | pemilu-2022 | tindakan/catat_permohonan_ma     | tindak_lanjut     | secretariat  | putusan_dibacakan                                      | permohonan_diterima_ma    |

  Garis-Besar Skenario: Tindakan yang memerlukan alasan
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" memerlukan alasan

    Contoh:
      | edisi       | aturan                         | tahap            | peran       | fakta                                         |
      | pemilu-2022 | tindakan/tolak_temuan          | penetapan_temuan | chair       | pleno_kuorum                                  |
      | pemilu-2022 | tindakan/limpahkan             | kajian_awal      | coordinator | etik_pengawas_adhoc, tidak_sedang_dilimpahkan |
      | pemilu-2022 | tindakan/kembalikan_pelimpahan | kajian_awal      | chair       | pelimpahan_menunggu                           |
      | pemilu-2022 | tindakan/terima_pelimpahan     | kajian_awal      | coordinator | etik_pengawas_adhoc, pelimpahan_menunggu      |
      | pemilu-2022 | tindakan/ambil_alih            | kajian_awal      | chair       | etik_pengawas_adhoc                           |
      | pemilu-2022 | tindakan/supervisi             | kajian           | coordinator | -                                             |
      | pemilu-2022 | tindakan/gabungkan             | klarifikasi      | coordinator | -                                             |
      | pemilu-2022 | tindakan/tugaskan_klarifikasi  | klarifikasi      | coordinator | -                                             |
      | pemilu-2022 | tindakan/catat_gakkumdu_3      | tindak_lanjut    | coordinator | ada_pidana, diterima_penyidik                 |
      | pemilu-2022 | tindakan/catat_gakkumdu_4      | tindak_lanjut    | coordinator | ada_pidana, putusan_pidana_dibacakan          |
      | pemilu-2022 | tindakan/catat_perkara_gugur   | tindak_lanjut    | coordinator | ada_pidana                                    |
      | pemilu-2022 | tindakan/hentikan_penanganan   | klarifikasi      | chair       | -                                             |
      | pemilu-2022 | tindakan/buka_kembali          | selesai          | chair       | ada_penerusan                                 |

  Garis-Besar Skenario: Pasal tempat tindakan bertumpu
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" boleh dilakukan
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                            | tahap             | peran          | fakta                                                  | tanda      | pasal                               |
      | pemilu-2022 | tindakan/terima_laporan           | penyampaian       | intake_officer | -                                                      | confirmed  | UU 7/2017 Pasal 454 ayat (4)        |
      | pemilu-2022 | tindakan/hentikan_ke_mk           | kajian_awal       | chair          | hasil_nasional_ditetapkan, perselisihan_hasil_diajukan | confirmed  | Perbawaslu 8/2022 Pasal 12 ayat (3) |
      | pemilu-2022 | tindakan/sampaikan_temuan_ke_atas | penetapan_temuan  | chair          | hasil_nasional_ditetapkan                              | confirmed  | Perbawaslu 8/2022 Pasal 12 ayat (2) |
      | pemilu-2022 | tindakan/limpahkan                | kajian_awal       | coordinator    | etik_pengawas_adhoc, tidak_sedang_dilimpahkan          | confirmed  | Perbawaslu 7/2022 Pasal 20 ayat (2) |
      | pemilu-2022 | tindakan/kembalikan_pelimpahan    | kajian_awal       | coordinator    | pelimpahan_menunggu                                    | unverified | Pasal belum diketahui               |
      | pemilu-2022 | tindakan/ambil_alih               | kajian_awal       | chair          | etik_pengawas_adhoc                                    | confirmed  | Perbawaslu 7/2022 Pasal 20 ayat (3) |
      | pemilu-2022 | tindakan/perpanjang_penanganan    | kajian            | coordinator    | penanganan_terbuka                                     | confirmed  | UU 7/2017 Pasal 454 ayat (8)        |
      | pemilu-2022 | tindakan/teruskan                 | penerusan         | secretariat    | surat_penerusan_terkirim                               | confirmed  | Perbawaslu 3/2023 Pasal 27 ayat (1) |
      | pemilu-2022 | tindakan/catat_putusan_pt         | tindak_lanjut     | secretariat    | ada_pidana, banding_diterima_pt                        | confirmed  | UU 7/2017 Pasal 482 ayat (5)        |
      | pemilu-2022 | tindakan/ajukan_koreksi           | tindak_lanjut     | secretariat    | putusan_dibacakan                                      | secondary  | Perbawaslu 8/2022 Pasal 45 ayat (1) |
      | pemilu-2022 | tindakan/putus_koreksi            | tindak_lanjut     | chair          | koreksi_diajukan                                       | unverified | Perbawaslu 8/2022 Pasal 45          |
      | pemilu-2022 | tindakan/registrasi_sidang        | registrasi_temuan | chair          | pleno_kuorum, syarat_terpenuhi, pidana_tersendiri      | confirmed  | UU 7/2017 Pasal 461 ayat (1)        |
      | pemilu-2022 | tindakan/tetapkan_majelis         | penetapan_majelis | chair          | -                                                      | secondary  | Perbawaslu 8/2022 Pasal 13          |
      | pemilu-2022 | tindakan/catat_sidang             | sidang            | case_officer   | majelis_ditetapkan                                     | secondary  | Perbawaslu 8/2022 Pasal 17 ayat (2) |
      | pemilu-2022 | tindakan/putuskan_majelis         | musyawarah        | chair          | musyawarah_kuorum, hasil_semua_terlapor                | secondary  | UU 7/2017 Pasal 461 ayat (6)        |
      | pemilu-2022 | tindakan/tunda_sidang             | pembacaan_putusan | secretariat    | -                                                      | unverified | Setelan kantor                      |
      | pemilu-2022 | tindakan/buka_kembali             | selesai           | chair          | ada_penerusan                                          | unverified | Pasal belum diketahui               |
