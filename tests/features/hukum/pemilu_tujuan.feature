# language: id
Fitur: Tujuan hasil penanganan pelanggaran Pemilu
  Pelanggaran administratif diputus Bawaslu; KPU melaksanakannya. Lembaga dipilih menurut tanggal pengiriman.

  Garis-Besar Skenario: Tujuan yang diketahui
    Ketika "<golongan>" oleh "<kategori>" diteruskan dari "<tingkat>" pada "<tanggal>" untuk wilayah "<wilayah>" menurut edisi "<edisi>"
    Maka tujuannya "<tujuan>"
    Dan formulirnya "<formulir>"
    Dan aturan yang menjawab adalah "<aturan>"

    Contoh:
      | edisi       | aturan                           | golongan          | kategori              | tingkat   | tanggal    | wilayah        | tujuan                                                       | formulir                |
      | pemilu-2022 | tujuan/administrasi_kpu_ri       | administrasi      | penyelenggara_kpu     | ri        | 2024-03-26 | -              | Komisi Pemilihan Umum                                        | penerusan_administrasi  |
      | pemilu-2022 | tujuan/administrasi_kpu_provinsi | administrasi      | calon                 | provinsi  | 2024-03-26 | bengkulu       | KPU Provinsi Bengkulu                                        | penerusan_administrasi  |
      | pemilu-2022 | tujuan/administrasi_kpu_kabkota  | administrasi      | ppk_pps_kpps          | kabupaten | 2024-03-01 | kepahiang      | KPU Kabupaten Kepahiang                                      | penerusan_administrasi  |
      | pemilu-2022 | tujuan/administrasi_kpu_kabkota  | administrasi      | tim_kampanye          | kota      | 2024-03-01 | kota_bengkulu  | KPU Kota Bengkulu                                            | penerusan_administrasi  |
      | pemilu-2022 | tujuan/etik_dkpp                 | kode_etik         | penyelenggara_kpu     | kabupaten | 2024-03-01 | kepahiang      | Dewan Kehormatan Penyelenggara Pemilihan Umum                | penerusan_kode_etik     |
      | pemilu-2022 | tujuan/etik_dkpp                 | kode_etik         | penyelenggara_bawaslu | kabupaten | 2024-03-01 | kepahiang      | Dewan Kehormatan Penyelenggara Pemilihan Umum                | penerusan_kode_etik     |
      | pemilu-2022 | tujuan/etik_ppk_kabkota          | kode_etik         | ppk_pps_kpps          | kabupaten | 2024-03-01 | seluma         | KPU Kabupaten Seluma                                         | penerusan_kode_etik     |
      | pemilu-2022 | tujuan/etik_pengawas             | kode_etik         | panwascam_pkd_ptps    | provinsi  | 2024-03-01 | seluma         | Bawaslu Kabupaten Seluma                                     | penerusan_kode_etik     |
      | pemilu-2022 | tujuan/pidana_penyidik           | pidana            | kepala_desa           | kabupaten | 2024-02-13 | kepahiang      | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu | penerusan_pidana        |
      | pemilu-2022 | tujuan/lain_asn                  | hukum_lainnya     | asn                   | kabupaten | 2024-02-19 | bengkulu_utara | Komisi Aparatur Sipil Negara                                 | penerusan_hukum_lainnya |
      | pemilu-2022 | tujuan/lain_asn                  | hukum_lainnya     | asn                   | kabupaten | 2024-08-24 | bengkulu_utara | Badan Kepegawaian Negara                                     | penerusan_hukum_lainnya |
      | pemilu-2022 | tujuan/lain_desa_kabkota         | hukum_lainnya     | kepala_desa           | kabupaten | 2024-02-19 | lebong         | Bupati Lebong                                                | penerusan_hukum_lainnya |
      | pemilu-2022 | tujuan/lain_tni                  | hukum_lainnya     | tni                   | kabupaten | 2024-02-19 | lebong         | Tentara Nasional Indonesia                                   | penerusan_hukum_lainnya |
      | pemilu-2022 | tujuan/lain_polri                | hukum_lainnya     | polri                 | kabupaten | 2024-02-19 | lebong         | Kepolisian Negara Republik Indonesia                         | penerusan_hukum_lainnya |
      | pemilu-2022 | tujuan/bukan_pelanggaran         | bukan_pelanggaran | calon                 | kabupaten | 2024-01-11 | bengkulu_utara | -                                                            | -                       |

  Garis-Besar Skenario: Tujuan yang tidak diketahui menyebut alasannya
    Ketika "<golongan>" oleh "<kategori>" diteruskan dari "<tingkat>" pada "<tanggal>" untuk wilayah "<wilayah>" menurut edisi "<edisi>"
    Maka tujuannya tidak diketahui karena "<alasan>"
    Dan aturan yang menjawab adalah "<aturan>"

    Contoh:
      | edisi       | aturan                             | golongan         | kategori              | tingkat   | tanggal    | wilayah       | alasan                                             |
      | pemilu-2022 | tujuan/administrasi_objek          | administrasi     | objek                 | kota      | 2024-01-04 | kota_bengkulu | Tanpa terlapor tidak ada putusan                   |
      | pemilu-2022 | tujuan/administrasi_tsm            | administrasi_tsm | calon                 | provinsi  | 2024-02-19 | bengkulu      | acara dan jalannya tidak terbaca                   |
      | pemilu-2022 | tujuan/administrasi_bukan_terlapor | administrasi     | asn                   | kabupaten | 2024-02-19 | lebong        | Bukan salah satu dari lima belas golongan terlapor |
      | pemilu-2022 | tujuan/administrasi_bukan_terlapor | administrasi     | penyelenggara_bawaslu | kabupaten | 2024-02-19 | lebong        | bukan Bawaslu                                      |
      | pemilu-2022 | tujuan/etik_ppk_pusat              | kode_etik        | ppk_pps_kpps          | provinsi  | 2024-02-19 | bengkulu      | hanya terbaca untuk Pemilihan                      |
      | pemilu-2022 | tujuan/etik_bukan_penyelenggara    | kode_etik        | calon                 | kabupaten | 2024-02-19 | lebong        | hanya untuk Penyelenggara Pemilu                   |
      | pemilu-2022 | tujuan/lain_desa_atas              | hukum_lainnya    | kepala_desa           | provinsi  | 2024-02-19 | lebong        | tidak ditemukan                                    |
      | pemilu-2022 | tujuan/lain_honorer                | hukum_lainnya    | honorer               | kabupaten | 2024-02-19 | lebong        | hanya diberitakan untuk Pemilihan                  |
      | pemilu-2022 | tujuan/lain_umum                   | hukum_lainnya    | masyarakat            | kabupaten | 2024-02-19 | lebong        | bergantung pada undang-undang yang dilanggar       |
      | pemilu-2022 | tujuan/lain_tidak_diketahui        | hukum_lainnya    | tidak_diketahui       | kabupaten | 2024-02-19 | lebong        | Kategori terlapor belum diketahui                  |
