# language: id
Fitur: Pasal dan tujuan pelanggaran administrasi Pemilihan TSM
  Yang memutus hanya Bawaslu Provinsi; yang melaksanakan pembatalan adalah KPU daerah pemilihannya.

  Garis-Besar Skenario: Pasal dengan ancaman yang diketahui
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka subjeknya memuat "<subjek>"
    Dan perbuatannya memuat "<perbuatan>"
    Dan ancamannya memuat "<ancaman>"
    Dan golongannya "administrasi_tsm"
    Dan berlaku untuk perbuatan tanggal "2020-12-09"

    Contoh:
      | edisi              | aturan        | subjek         | perbuatan                          | ancaman                           |
      | pemilihan-tsm-2020 | pasal/uu-135a | Pasangan calon | terstruktur, sistematis, dan masif | Pembatalan sebagai pasangan calon |
      | pemilihan-tsm-2020 | pasal/uu-73-1 | Tidak terbaca  | uang atau materi lainnya           | atas putusan Bawaslu Provinsi     |

  @edisi:pemilihan-tsm-2020 @aturan:pasal/uu-73-4
  Skenario: Larangan bagi pihak lain tidak punya sanksi administrasi yang diketahui
    Ketika pasal "uu-73-4" dibaca menurut edisi "pemilihan-tsm-2020"
    Maka subjeknya memuat "pihak lain"
    Dan ancamannya tidak diketahui
    Dan unsurnya memuat "dengan sengaja melakukan perbuatan melawan hukum"
    Dan golongannya "administrasi_tsm"

  @edisi:pemilihan-tsm-2020 @aturan:pasal/uu-135a
  Skenario: Unsur pelanggaran TSM adalah ketiga sifatnya
    Ketika pasal "uu-135a" dibaca menurut edisi "pemilihan-tsm-2020"
    Maka unsurnya memuat "terjadi secara terstruktur"
    Dan unsurnya memuat "terjadi secara sistematis"
    Dan unsurnya memuat "terjadi secara masif"

  Garis-Besar Skenario: Perkara punya tujuan
    Ketika "<golongan>" oleh "<kategori>" diteruskan dari "<tingkat>" pada "<tanggal>" untuk wilayah "<wilayah>" menurut edisi "<edisi>"
    Maka tujuannya "<tujuan>"
    Dan aturan yang menjawab adalah "<aturan>"

    Contoh:
      | edisi              | aturan                         | golongan          | kategori   | tingkat   | tanggal    | wilayah       | tujuan                    |
      | pemilihan-tsm-2020 | tujuan/tsm_ke_bawaslu_provinsi | administrasi_tsm  | calon      | kabupaten | 2024-12-03 | lebong        | Bawaslu Provinsi Bengkulu |
      | pemilihan-tsm-2020 | tujuan/tsm_ke_bawaslu_provinsi | administrasi_tsm  | asn        | kota      | 2024-12-03 | kota_bengkulu | Bawaslu Provinsi Bengkulu |
      | pemilihan-tsm-2020 | tujuan/tsm_calon_ke_kpu        | administrasi_tsm  | calon      | provinsi  | 2021-01-06 | kota_bengkulu | KPU Kota Bengkulu         |
      | pemilihan-tsm-2020 | tujuan/tsm_calon_ke_kpu        | administrasi_tsm  | calon      | provinsi  | 2021-01-06 | bengkulu      | KPU Provinsi Bengkulu     |
      | pemilihan-tsm-2020 | tujuan/bukan_pelanggaran       | bukan_pelanggaran | calon      | provinsi  | 2021-01-06 | bengkulu      | -                         |
      | pemilihan-tsm-2020 | tujuan/bukan_pelanggaran       | bukan_pelanggaran | masyarakat | ri        | 2021-01-06 | -             | -                         |

  Garis-Besar Skenario: Tujuan yang tidak diketahui ditentukan petugas
    Ketika "<golongan>" oleh "<kategori>" diteruskan dari "<tingkat>" pada "<tanggal>" untuk wilayah "<wilayah>" menurut edisi "<edisi>"
    Maka tujuannya tidak diketahui karena "<alasan>"
    Dan aturan yang menjawab adalah "<aturan>"

    Contoh:
      | edisi              | aturan                  | golongan         | kategori           | tingkat  | tanggal    | wilayah  | alasan                                   |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | asn                | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | kepala_desa        | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | perangkat_desa     | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | bpd                | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | honorer            | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | tni                | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | polri              | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | penyelenggara_kpu  | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | ppk_pps_kpps       | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | panwascam_pkd_ptps | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | tim_kampanye       | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | pejabat_negara     | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | masyarakat         | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | rt_rw              | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | objek              | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_selain_calon | administrasi_tsm | tidak_diketahui    | provinsi | 2021-01-06 | bengkulu | hanya menyebut pembatalan pasangan calon |
      | pemilihan-tsm-2020 | tujuan/tsm_calon_ke_kpu | administrasi_tsm | calon              | provinsi | 2021-01-06 | -        | Wilayah terlapor belum diisi             |
      | pemilihan-tsm-2020 | tujuan/tsm_ri           | administrasi_tsm | calon              | ri       | 2021-01-06 | bengkulu | Bawaslu memeriksa keberatan              |

  Garis-Besar Skenario: Penerusan memakai formulir
    Ketika "<golongan>" oleh "<kategori>" diteruskan dari "<tingkat>" pada "<tanggal>" untuk wilayah "<wilayah>" menurut edisi "<edisi>"
    Maka formulirnya "<formulir>"
    Dan aturan yang menjawab adalah "<aturan>"

    Contoh:
      | edisi              | aturan                         | golongan         | kategori | tingkat   | tanggal    | wilayah  | formulir                   |
      | pemilihan-tsm-2020 | tujuan/tsm_ke_bawaslu_provinsi | administrasi_tsm | calon    | kabupaten | 2024-12-03 | lebong   | formulir/penerusan_laporan |
      | pemilihan-tsm-2020 | tujuan/tsm_calon_ke_kpu        | administrasi_tsm | calon    | provinsi  | 2021-01-06 | bengkulu | formulir/putusan           |
