# language: id
Fitur: Pasal pelanggaran Pemilihan
  Ancaman ditulis seperti pada sumbernya; pasal yang tidak dibaca berkata demikian.

  Garis-Besar Skenario: Tindak pidana dengan subjek yang terbaca
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka subjeknya memuat "<subjek>"
    Dan ancamannya memuat "<ancaman>"
    Dan golongannya "pidana"
    Dan tandanya "secondary" menurut "<pasal>"

    Contoh:
      | edisi          | aturan            | subjek                                         | ancaman                                                                 | pasal                                  |
      | pemilihan-2020 | pasal/uu-71-1     | TNI/Polri                                      | Lihat Pasal 188                                                         | UU Pemilihan Pasal 71 ayat (1)         |
      | pemilihan-2020 | pasal/uu-70-1     | Pasangan calon                                 | Lihat Pasal 189                                                         | UU Pemilihan Pasal 70 ayat (1) huruf c |
      | pemilihan-2020 | pasal/uu-73-4     | relawan, atau pihak lain                       | Lihat Pasal 187A                                                        | UU Pemilihan Pasal 73 ayat (4) huruf a |
      | pemilihan-2020 | pasal/uu-178c-1   | tidak berhak memilih                           | 36 sampai 72 bulan dan denda Rp36.000.000,00 sampai Rp72.000.000,00     | UU Pemilihan Pasal 178C ayat (1)       |
      | pemilihan-2020 | pasal/uu-178c-3   | Penyelenggara                                  | ditambah sepertiga                                                      | UU Pemilihan Pasal 178C ayat (3)       |
      | pemilihan-2020 | pasal/uu-187a-1   | Setiap orang                                   | 36 sampai 72 bulan dan denda Rp200.000.000,00 sampai Rp1.000.000.000,00 | UU Pemilihan Pasal 187A ayat (1)       |
      | pemilihan-2020 | pasal/uu-187a-2   | Pemilih                                        | Pidana yang sama                                                        | UU Pemilihan Pasal 187A ayat (2)       |
      | pemilihan-2020 | pasal/uu-188-lama | pejabat ASN, dan kepala desa                   | 1 sampai 6 bulan dan/atau denda Rp600.000,00 sampai Rp6.000.000,00      | UU Pemilihan Pasal 188                 |
      | pemilihan-2020 | pasal/uu-188      | pejabat daerah, pejabat ASN, anggota TNI/Polri | 1 sampai 6 bulan dan/atau denda Rp600.000,00 sampai Rp6.000.000,00      | Putusan MK 136/PUU-XXII/2024           |
      | pemilihan-2020 | pasal/uu-189      | Calon                                          | paling lama 6 bulan; denda paling banyak Rp6.000.000,00                 | UU Pemilihan Pasal 189                 |

  Garis-Besar Skenario: Tindak pidana yang subjeknya tidak disebut sumber
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka perbuatannya memuat "<perbuatan>"
    Dan ancamannya memuat "<ancaman>"
    Dan golongannya "pidana"
    Dan tandanya "secondary" menurut "<pasal>"

    Contoh:
      | edisi          | aturan          | perbuatan                           | ancaman                                                                                                          | pasal                                  |
      | pemilihan-2020 | pasal/uu-69-g   | menghilangkan alat peraga | Lihat Pasal 187 ayat (3) | UU Pemilihan Pasal 69 huruf g |
      | pemilihan-2020 | pasal/uu-69-h   | fasilitas dan anggaran | Lihat Pasal 187 ayat (3) | UU Pemilihan Pasal 69 huruf h |
      | pemilihan-2020 | pasal/uu-69-i   | tempat ibadah dan tempat pendidikan | Peringatan tertulis, atau penghentian kegiatan Kampanye | UU Pemilihan Pasal 69 huruf i |
      | pemilihan-2020 | pasal/uu-69-j   | pawai | pidananya lihat Pasal 187 ayat (3) | UU Pemilihan Pasal 69 huruf j |
      | pemilihan-2020 | pasal/uu-69-huruf-a | empersoalkan dasar negara | Lihat Pasal 187 ayat (2) | UU Pemilihan Pasal 69 huruf a |
      | pemilihan-2020 | pasal/uu-69-huruf-b | enghina seseorang, agama | Lihat Pasal 187 ayat (2) | UU Pemilihan Pasal 69 huruf b |
      | pemilihan-2020 | pasal/uu-69-huruf-c | menghasut, memfitnah | Lihat Pasal 187 ayat (2) | UU Pemilihan Pasal 69 huruf c |
      | pemilihan-2020 | pasal/uu-69-huruf-d | ancaman kekerasan | Lihat Pasal 187 ayat (2) | UU Pemilihan Pasal 69 huruf d |
      | pemilihan-2020 | pasal/uu-69-huruf-e | ketenteraman | Lihat Pasal 187 ayat (2) | UU Pemilihan Pasal 69 huruf e |
      | pemilihan-2020 | pasal/uu-69-huruf-f | mengambil alih kekuasaan | Lihat Pasal 187 ayat (2) | UU Pemilihan Pasal 69 huruf f |
      | pemilihan-2020 | pasal/uu-74-5   | melebihi batas                      | Lihat Pasal 187 ayat (5)                                                                                         | UU Pemilihan Pasal 74 ayat (5)         |
      | pemilihan-2020 | pasal/uu-177a   | daftar pemilih                      | 12 sampai 72 bulan dan denda Rp12.000.000,00 sampai Rp72.000.000,00; penyelenggara atau saksi ditambah sepertiga | UU Pemilihan Pasal 177A                |
      | pemilihan-2020 | pasal/uu-178b   | lebih dari satu kali                | 36 sampai 108 bulan dan denda Rp36.000.000,00 sampai Rp108.000.000,00                                            | UU Pemilihan Pasal 178B                |
      | pemilihan-2020 | pasal/uu-178c-2 | Menyuruh                            | 36 sampai 144 bulan dan denda Rp36.000.000,00 sampai Rp144.000.000,00                                            | UU Pemilihan Pasal 178C ayat (2)       |
      | pemilihan-2020 | pasal/uu-182a | menghalangi seseorang untuk memilih | 24 sampai 72 bulan dan denda Rp24.000.000,00 sampai Rp72.000.000,00 | UU Pemilihan Pasal 182A |
      | pemilihan-2020 | pasal/uu-72-1 | larangan Pasal 69 huruf a sampai huruf h | Lihat Pasal 187 ayat (2) dan ayat (3) | UU Pemilihan Pasal 72 ayat (1) |
      | pemilihan-2020 | pasal/uu-178 | kehilangan hak pilih | 12 sampai 24 bulan | UU Pemilihan Pasal 178 |
      | pemilihan-2020 | pasal/uu-178a | mengaku dirinya sebagai orang lain | 24 sampai 72 bulan dan denda Rp24.000.000,00 sampai Rp72.000.000,00 | UU Pemilihan Pasal 178A |
      | pemilihan-2020 | pasal/uu-179 | Memalsukan surat | 36 sampai 72 bulan dan denda Rp36.000.000,00 sampai Rp72.000.000,00 | UU Pemilihan Pasal 179 |
      | pemilihan-2020 | pasal/uu-180-2 | meloloskan calon | 36 sampai 96 bulan dan denda Rp36.000.000,00 sampai Rp96.000.000,00 | UU Pemilihan Pasal 180 ayat (2) |
      | pemilihan-2020 | pasal/uu-181 | tidak sah atau dipalsukan | 36 sampai 72 bulan dan denda Rp36.000.000,00 sampai Rp72.000.000,00 | UU Pemilihan Pasal 181 |
      | pemilihan-2020 | pasal/uu-184 | persyaratan menjadi calon | 36 sampai 72 bulan dan denda Rp36.000.000,00 sampai Rp72.000.000,00 | UU Pemilihan Pasal 184 |
      | pemilihan-2020 | pasal/uu-185b | tidak melakukan verifikasi | 36 sampai 72 bulan dan denda Rp36.000.000,00 sampai Rp72.000.000,00 | UU Pemilihan Pasal 185B |
      | pemilihan-2020 | pasal/uu-187b | menerima imbalan | 36 sampai 72 bulan dan denda | UU Pemilihan Pasal 187B |
      | pemilihan-2020 | pasal/uu-187d | lembaga pemantau | 36 sampai 72 bulan | UU Pemilihan Pasal 187D |
      | pemilihan-2020 | pasal/uu-185    | calon perseorangan                  | 12 sampai 36 bulan dan denda Rp12.000.000,00 sampai Rp36.000.000,00                                              | UU Pemilihan Pasal 185                 |
      | pemilihan-2020 | pasal/uu-185a   | daftar dukungan                     | 36 sampai 72 bulan dan denda Rp36.000.000,00 sampai Rp72.000.000,00; penyelenggara ditambah sepertiga            | UU Pemilihan Pasal 185A                |
      | pemilihan-2020 | pasal/uu-187-1  | di luar jadwal                      | 15 hari sampai 3 bulan dan/atau denda Rp100.000,00 sampai Rp1.000.000,00                                         | UU Pemilihan Pasal 187 ayat (1)        |
      | pemilihan-2020 | pasal/uu-187-2  | huruf a sampai f                    | 3 sampai 18 bulan dan/atau denda Rp600.000,00 sampai Rp6.000.000,00                                              | UU Pemilihan Pasal 187 ayat (2)        |
      | pemilihan-2020 | pasal/uu-187-3  | huruf g sampai j                    | 1 sampai 6 bulan dan/atau denda Rp100.000,00 sampai Rp1.000.000,00                                               | UU Pemilihan Pasal 187 ayat (3)        |
      | pemilihan-2020 | pasal/uu-187-4  | mengganggu kampanye                 | 1 sampai 6 bulan dan/atau denda Rp600.000,00 sampai Rp6.000.000,00                                               | UU Pemilihan Pasal 187 ayat (4)        |
      | pemilihan-2020 | pasal/uu-187-5  | melebihi batas                      | 4 sampai 24 bulan dan/atau denda Rp200.000.000,00 sampai Rp1.000.000.000,00                                      | UU Pemilihan Pasal 187 ayat (5)        |
      | pemilihan-2020 | pasal/uu-187-6  | pihak terlarang                     | 4 sampai 24 bulan dan/atau denda Rp200.000.000,00 sampai Rp1.000.000.000,00                                      | UU Pemilihan Pasal 187 ayat (6)        |
      | pemilihan-2020 | pasal/uu-187-7  | laporan dana kampanye               | 2 sampai 12 bulan dan/atau denda Rp1.000.000,00 sampai Rp10.000.000,00                                           | UU Pemilihan Pasal 187 ayat (7)        |
      | pemilihan-2020 | pasal/uu-198a   | penyelenggara Pemilihan             | 12 sampai 24 bulan dan denda Rp12.000.000,00 sampai Rp24.000.000,00                                              | UU Pemilihan Pasal 198A                |

  Garis-Besar Skenario: Pasal tanpa bunyi mengatakan mengapa unsurnya belum diketahui
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka unsurnya belum diketahui karena "<alasan>"

    Contoh:
      | edisi          | aturan                    | alasan                          |
      | pemilihan-2020 | pasal/uu-138              | terpotong                       |
      | pemilihan-2020 | pasal/uu-71-5             | unsur ayat (2) atau ayat (3)    |
      | pemilihan-2020 | pasal/uu-72-1             | huruf a sampai huruf h          |
      | pemilihan-2020 | pasal/netralitas-asn-2020 | keputusan bersamanya            |
      | pemilihan-2020 | pasal/uu-190a             | tidak ditemukan pada sumber     |
      | pemilu-2022    | pasal/terlapor-kpu        | UU 7/2017 Pasal 460             |

  Garis-Besar Skenario: Unsur ditulis seperti pada kutipannya
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka unsurnya memuat "<unsur>"

    Contoh:
      | edisi          | aturan          | unsur                                                                                           |
      | pemilihan-2020 | pasal/uu-187a-1 | dengan sengaja melakukan perbuatan melawan hukum                                                |
      | pemilihan-2020 | pasal/uu-187a-1 | menggunakan hak pilih dengan cara tertentu sehingga suara menjadi tidak sah                     |
      | pemilihan-2020 | pasal/uu-187a-2 | menerima pemberian atau janji                                                                   |
      | pemilihan-2020 | pasal/uu-73-4   | sehingga mengakibatkan suara tidak sah                                                          |
      | pemilihan-2020 | pasal/uu-71-1   | salah satu pasangan calon                                                                       |
      | pemilihan-2020 | pasal/uu-71-2   | sampai dengan akhir masa jabatan                                                                |
      | pemilihan-2020 | pasal/uu-71-2   | persetujuan tertulis dari Menteri                                                               |
      | pemilihan-2020 | pasal/uu-71-3   | baik di daerah sendiri maupun di daerah lain                                                    |
      | pemilihan-2020 | pasal/uu-73-1   | mempengaruhi penyelenggara pemilihan dan/atau pemilih                                           |
      | pemilihan-2020 | pasal/uu-188    | yang dengan sengaja                                                                             |
      | pemilihan-2020 | pasal/uu-189    | sebagaimana dimaksud dalam Pasal 70 ayat (1)                                                    |
      | pemilihan-2020 | pasal/uu-190    | Pasal 71 ayat (2) atau Pasal 162 ayat (3)                                                       |
      | pemilihan-2020 | pasal/uu-69-huruf-c | menghasut, memfitnah, mengadu domba Partai Politik |
      | pemilihan-2020 | pasal/uu-177a | sebagaimana dimaksud dalam Pasal 58 |
      | pemilihan-2020 | pasal/uu-178a | mengaku dirinya sebagai orang lain untuk menggunakan hak pilih |
      | pemilihan-2020 | pasal/uu-178b | lebih dari satu kali di satu atau lebih TPS |
      | pemilihan-2020 | pasal/uu-178c-1 | Setiap orang yang tidak berhak memilih |
      | pemilihan-2020 | pasal/uu-178c-2 | menyuruh orang yang tidak berhak memilih |
      | pemilihan-2020 | pasal/uu-178c-3 | penyelenggara Pemilihan |
      | pemilihan-2020 | pasal/uu-180-2 | yang karena jabatannya |
      | pemilihan-2020 | pasal/uu-184 | menggunakan surat palsu |
      | pemilihan-2020 | pasal/uu-185 | menggunakan identitas diri palsu |
      | pemilihan-2020 | pasal/uu-185a | memalsukan daftar dukungan |
      | pemilihan-2020 | pasal/uu-198a | tindak kekerasan atau menghalangi |
      | pemilihan-2020 | pasal/netralitas-asn | menjaga netralitas                                                                         |
      | pemilihan-2020 | pasal/pp-94-5n  | ikut kampanye                                                                                   |
      | pemilihan-2024 | pasal/pkpu-13-57 | di luar jadwal                                                                                 |
      | pemilihan-2020 | pasal/uu-136    | berpedoman pada sumpah dan/atau janji sebelum menjalankan tugas sebagai penyelenggara Pemilihan |

  Garis-Besar Skenario: Pasal 188 berubah pada 14 November 2024: tanggal perbuatan yang menentukan
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka berlaku untuk perbuatan tanggal "<berlaku>"
    Dan tidak berlaku untuk perbuatan tanggal "<tidak>"

    Contoh:
      | edisi          | aturan            | berlaku    | tidak      |
      | pemilihan-2020 | pasal/uu-188-lama | 2020-10-05 | 2024-11-14 |
      | pemilihan-2024 | pasal/uu-188-lama | 2024-11-13 | 2024-11-27 |
      | pemilihan-2024 | pasal/uu-188      | 2024-11-14 | 2024-11-13 |
      | pemilihan-2025 | pasal/uu-188      | 2025-08-01 | 2024-10-01 |

  Garis-Besar Skenario: Keputusan bersama netralitas ASN mengikuti tanggal perbuatan
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka berlaku untuk perbuatan tanggal "<berlaku>"
    Dan tidak berlaku untuk perbuatan tanggal "<tidak>"

    Contoh:
      | edisi          | aturan                    | berlaku    | tidak      |
      | pemilihan-2020 | pasal/netralitas-asn-2020 | 2020-11-20 | 2020-09-09 |
      | pemilihan-2020 | pasal/netralitas-asn-2020 | 2020-12-09 | 2024-09-15 |
      | pemilihan-2020 | pasal/netralitas-asn      | 2024-09-15 | 2020-11-20 |
      | pemilihan-2024 | pasal/netralitas-asn      | 2024-10-04 | 2020-11-20 |

  Garis-Besar Skenario: Pelanggaran administrasi, kode etik, dan undang-undang lain
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka golongannya "<golongan>"
    Dan perbuatannya memuat "<perbuatan>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                    | golongan      | perbuatan                          | tanda     | pasal                                   |
      | pemilihan-2020 | pasal/uu-138 | administrasi  | sebutkan tata cara | secondary | UU Pemilihan Pasal 138 |
      | pemilihan-2020 | pasal/uu-71-2             | administrasi  | persetujuan tertulis dari Menteri | secondary | UU Pemilihan Pasal 71 ayat (2)          |
      | pemilihan-2020 | pasal/uu-71-3             | administrasi  | kewenangan, program, dan kegiatan  | secondary | UU Pemilihan Pasal 71 ayat (3)          |
      | pemilihan-2020 | pasal/uu-71-5             | administrasi  | ayat (2) atau ayat (3)             | secondary | UU Pemilihan Pasal 71 ayat (5)          |
      | pemilihan-2020 | pasal/uu-76               | administrasi  | sumber yang dilarang               | secondary | UU Pemilihan Pasal 76 ayat (1)          |
      | pemilihan-2020 | pasal/uu-136              | kode_etik     | etika penyelenggara                | secondary | UU Pemilihan Pasal 136                  |
      | pemilihan-2020 | pasal/netralitas-asn-2020 | hukum_lainnya | netralitas oleh ASN                | secondary | SKB netralitas ASN 2020                 |
      | pemilihan-2020 | pasal/netralitas-asn      | hukum_lainnya | netralitas oleh ASN                | secondary | SKB netralitas ASN 2022                 |
      | pemilihan-2020 | pasal/uu-desa-29-b | hukum_lainnya | membuat keputusan yang menguntungkan | secondary | UU 6/2014 Pasal 29 huruf b |
      | pemilihan-2020 | pasal/uu-desa-29-g | hukum_lainnya | menjadi pengurus partai politik | secondary | UU 6/2014 Pasal 29 huruf g |
      | pemilihan-2020 | pasal/uu-desa-29-j | hukum_lainnya | terlibat dalam kampanye | secondary | UU 6/2014 Pasal 29 huruf j |
      | pemilihan-2020 | pasal/uu-desa-51-b | hukum_lainnya | membuat keputusan yang menguntungkan | secondary | UU 6/2014 Pasal 51 huruf b |
      | pemilihan-2020 | pasal/uu-desa-51-g | hukum_lainnya | menjadi pengurus partai politik | secondary | UU 6/2014 Pasal 51 huruf g |
      | pemilihan-2020 | pasal/uu-desa-51-j | hukum_lainnya | terlibat dalam kampanye | secondary | UU 6/2014 Pasal 51 huruf j |
      | pemilihan-2020 | pasal/uu-desa-64-c | hukum_lainnya | menyalahgunakan wewenang | secondary | UU 6/2014 Pasal 64 huruf c |
      | pemilihan-2020 | pasal/uu-desa-64-d | hukum_lainnya | melanggar sumpah/janji jabatan | secondary | UU 6/2014 Pasal 64 huruf d |
      | pemilihan-2020 | pasal/uu-desa-64-h | hukum_lainnya | menjadi pengurus partai politik | secondary | UU 6/2014 Pasal 64 huruf h |
      | pemilihan-2020 | pasal/pp-94-5n | hukum_lainnya | memberikan dukungan kepada calon Kepala Daerah | secondary | PP 94/2021 Pasal 5 huruf n |
      | pemilihan-2020 | pasal/pidana-umum         | hukum_lainnya | di luar Sentra Gakkumdu            | secondary | Praktik kantor, tindak pidana umum      |
      | pemilihan-2020 | pasal/perda               | hukum_lainnya | ketertiban umum                    | secondary | Perda Kabupaten Batang 7/2019           |
      | pemilihan-2020 | pasal/hukum-lain | hukum_lainnya | sebutkan peraturan | unverified | Praktik kantor, peraturan yang disebut |

  Garis-Besar Skenario: Sanksi administrasi
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka ancamannya memuat "<ancaman>"

    Contoh:
      | edisi          | aturan           | ancaman                                  |
      | pemilihan-2020 | pasal/uu-71-2    | Pembatalan sebagai calon oleh KPU        |
      | pemilihan-2020 | pasal/uu-71-3    | Pembatalan sebagai calon oleh KPU        |
      | pemilihan-2020 | pasal/uu-71-5    | sanksi pembatalan sebagai calon oleh KPU |
      | pemilihan-2020 | pasal/uu-76      | Pembatalan sebagai calon oleh KPU        |
      | pemilihan-2020 | pasal/uu-desa-29-j | Sanksi oleh bupati                       |
      | pemilihan-2020 | pasal/uu-desa-51-j | Sanksi oleh bupati                       |

  Garis-Besar Skenario: Ancaman yang tidak ditemukan dinyatakan tidak diketahui
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka ancamannya tidak diketahui
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan           | tanda      | pasal                                  |
      | pemilihan-2020 | pasal/uu-73-1    | secondary  | UU Pemilihan Pasal 73 ayat (1)         |
      | pemilihan-2024 | pasal/pkpu-13-57 | secondary  | PKPU 13/2024 Pasal 57 ayat (1) huruf k |
      | pemilihan-2020 | pasal/uu-177     | unverified | UU Pemilihan Pasal 177                 |
      | pemilihan-2020 | pasal/uu-180     | unverified | UU Pemilihan Pasal 180                 |
      | pemilihan-2020 | pasal/uu-182     | unverified | UU Pemilihan Pasal 182                 |
      | pemilihan-2020 | pasal/uu-183     | unverified | UU Pemilihan Pasal 183                 |
      | pemilihan-2020 | pasal/uu-186     | unverified | UU Pemilihan Pasal 186                 |
      | pemilihan-2020 | pasal/uu-186a    | unverified | UU Pemilihan Pasal 186A                |
      | pemilihan-2020 | pasal/uu-187c    | unverified | UU Pemilihan Pasal 187C                |
      | pemilihan-2020 | pasal/uu-190a    | unverified | UU Pemilihan Pasal 190A                |
      | pemilihan-2020 | pasal/uu-191     | unverified | UU Pemilihan Pasal 191                 |
      | pemilihan-2020 | pasal/uu-192     | unverified | UU Pemilihan Pasal 192                 |
      | pemilihan-2020 | pasal/uu-193     | unverified | UU Pemilihan Pasal 193                 |
      | pemilihan-2020 | pasal/uu-194     | unverified | UU Pemilihan Pasal 194                 |
      | pemilihan-2020 | pasal/uu-195     | unverified | UU Pemilihan Pasal 195                 |
      | pemilihan-2020 | pasal/uu-196     | unverified | UU Pemilihan Pasal 196                 |
      | pemilihan-2020 | pasal/uu-197     | unverified | UU Pemilihan Pasal 197                 |
      | pemilihan-2020 | pasal/uu-198     | unverified | UU Pemilihan Pasal 198                 |
