# language: id
Fitur: Pasal pelanggaran Pemilu
  Penjara dan kurungan dibedakan; denda dijatuhkan bersama pidananya. Pasal yang tidak terbaca berkata demikian.

  Garis-Besar Skenario: Tindak pidana Pemilu: subjek dan ancaman
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka subjeknya memuat "<subjek>"
    Dan ancamannya memuat "<ancaman>"
    Dan golongannya "pidana"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan         | subjek                                                  | ancaman                                                                            | tanda     | pasal                        |
      | pemilu-2022 | pasal/uu-488   | Setiap orang                                            | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | confirmed | UU 7/2017 Pasal 488          |
      | pemilu-2022 | pasal/uu-489   | PPS atau PPLN                                           | Pidana penjara paling lama 6 bulan dan denda paling banyak Rp6.000.000,00          | confirmed | UU 7/2017 Pasal 489          |
      | pemilu-2022 | pasal/uu-490   | Kepala desa                                             | Pidana penjara paling lama 1 tahun dan denda paling banyak Rp12.000.000,00         | confirmed | UU 7/2017 Pasal 490          |
      | pemilu-2022 | pasal/uu-491   | Setiap orang                                            | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | confirmed | UU 7/2017 Pasal 491          |
      | pemilu-2022 | pasal/uu-492   | Setiap orang                                            | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | secondary | UU 7/2017 Pasal 492          |
      | pemilu-2022 | pasal/uu-493   | Pelaksana dan/atau tim kampanye                         | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | secondary | UU 7/2017 Pasal 493          |
      | pemilu-2022 | pasal/uu-494   | ASN, anggota TNI dan Polri, kepala desa, perangkat desa | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | secondary | UU 7/2017 Pasal 494          |
      | pemilu-2022 | pasal/uu-496   | Peserta Pemilu                                          | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | confirmed | UU 7/2017 Pasal 496          |
      | pemilu-2022 | pasal/uu-497   | Setiap orang                                            | Pidana penjara paling lama 2 tahun dan denda paling banyak Rp24.000.000,00         | confirmed | UU 7/2017 Pasal 497          |
      | pemilu-2022 | pasal/uu-498   | Majikan                                                 | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | confirmed | UU 7/2017 Pasal 498          |
      | pemilu-2022 | pasal/uu-499   | KPPS dan KPPSLN                                         | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | confirmed | UU 7/2017 Pasal 499          |
      | pemilu-2022 | pasal/uu-501   | Anggota KPPS                                            | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | secondary | UU 7/2017 Pasal 501          |
      | pemilu-2022 | pasal/uu-502   | Ketua dan anggota KPPS                                  | Pidana penjara paling lama 1 tahun dan denda paling banyak Rp12.000.000,00         | secondary | UU 7/2017 Pasal 502          |
      | pemilu-2022 | pasal/uu-503   | KPPS dan KPPSLN                                         | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | secondary | UU 7/2017 Pasal 503          |
      | pemilu-2022 | pasal/uu-504   | Setiap orang                                            | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | confirmed | UU 7/2017 Pasal 504          |
      | pemilu-2022 | pasal/uu-505   | PPK, dan PPS                                            | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | confirmed | UU 7/2017 Pasal 505          |
      | pemilu-2022 | pasal/uu-506   | KPPS dan KPPSLN                                         | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | secondary | UU 7/2017 Pasal 506          |
      | pemilu-2022 | pasal/uu-509   | Setiap orang                                            | Pidana kurungan paling lama 1 tahun dan denda paling banyak Rp12.000.000,00        | secondary | UU 7/2017 Pasal 509          |
      | pemilu-2022 | pasal/uu-510   | Setiap orang                                            | penjara paling lama 2 tahun dan denda paling banyak Rp24.000.000,00                | secondary | UU 7/2017 Pasal 510          |
      | pemilu-2022 | pasal/uu-532   | Setiap orang                                            | Pidana penjara paling lama 4 tahun dan denda paling banyak Rp48.000.000,00         | secondary | UU 7/2017 Pasal 532          |
      | pemilu-2022 | pasal/uu-511   | Setiap orang                                            | Pidana penjara paling lama 3 tahun dan denda paling banyak Rp36.000.000,00         | secondary | UU 7/2017 Pasal 511          |
      | pemilu-2022 | pasal/uu-512   | PPS, dan/atau PPLN                                      | Pidana penjara paling lama 3 tahun dan denda paling banyak Rp36.000.000,00         | confirmed | UU 7/2017 Pasal 512          |
      | pemilu-2022 | pasal/uu-513   | Anggota KPU Kabupaten/Kota                              | Pidana penjara paling lama 2 tahun dan denda paling banyak Rp24.000.000,00         | confirmed | UU 7/2017 Pasal 513          |
      | pemilu-2022 | pasal/uu-514   | Ketua KPU                                               | Pidana penjara paling lama 2 tahun dan denda paling banyak Rp240.000.000,00        | confirmed | UU 7/2017 Pasal 514          |
      | pemilu-2022 | pasal/uu-515   | Setiap orang                                            | Pidana penjara paling lama 3 tahun dan denda paling banyak Rp36.000.000,00         | confirmed | UU 7/2017 Pasal 515          |
      | pemilu-2022 | pasal/uu-516   | Setiap orang                                            | Pidana penjara paling lama 18 bulan dan denda paling banyak Rp18.000.000,00        | confirmed | UU 7/2017 Pasal 516          |
      | pemilu-2022 | pasal/uu-517   | Setiap orang                                            | Pidana penjara paling lama 5 tahun dan denda paling banyak Rp60.000.000,00         | confirmed | UU 7/2017 Pasal 517          |
      | pemilu-2022 | pasal/uu-518   | Anggota KPU                                             | Pidana penjara paling lama 3 tahun dan denda paling banyak Rp36.000.000,00         | confirmed | UU 7/2017 Pasal 518          |
      | pemilu-2022 | pasal/uu-519   | Setiap orang                                            | Pidana penjara paling lama 3 tahun dan denda paling banyak Rp36.000.000,00         | confirmed | UU 7/2017 Pasal 519          |
      | pemilu-2022 | pasal/uu-520   | Setiap orang                                            | Pidana penjara paling lama 6 tahun dan denda paling banyak Rp72.000.000,00         | confirmed | UU 7/2017 Pasal 520          |
      | pemilu-2022 | pasal/uu-521   | Pelaksana, peserta, dan/atau tim kampanye               | Pidana penjara paling lama 2 tahun dan denda paling banyak Rp24.000.000,00         | secondary | UU 7/2017 Pasal 521          |
      | pemilu-2022 | pasal/uu-522   | BUMN/BUMD                                               | Pidana penjara paling lama 2 tahun dan denda paling banyak Rp24.000.000,00         | secondary | UU 7/2017 Pasal 522          |
      | pemilu-2022 | pasal/uu-523-1 | Pelaksana, peserta, dan/atau tim kampanye               | Pidana penjara paling lama 2 tahun dan denda paling banyak Rp24.000.000,00         | secondary | UU 7/2017 Pasal 523 ayat (1) |
      | pemilu-2022 | pasal/uu-523-2 | Pelaksana, peserta, dan/atau tim kampanye               | Pidana penjara paling lama 4 tahun dan denda paling banyak Rp48.000.000,00         | secondary | UU 7/2017 Pasal 523 ayat (2) |
      | pemilu-2022 | pasal/uu-523-3 | Setiap orang                                            | Pidana penjara paling lama 3 tahun dan denda paling banyak Rp36.000.000,00         | secondary | UU 7/2017 Pasal 523 ayat (3) |
      | pemilu-2022 | pasal/uu-525-1 | Setiap pemberi                                          | Pidana penjara paling lama 2 tahun dan denda paling banyak Rp500.000.000,00        | secondary | UU 7/2017 Pasal 525 ayat (1) |
      | pemilu-2022 | pasal/uu-527   | Peserta Pemilu                                          | Pidana penjara paling lama 3 tahun dan denda paling banyak Rp36.000.000,00         | secondary | UU 7/2017 Pasal 527          |
      | pemilu-2022 | pasal/uu-533   | Setiap orang                                            | Pidana penjara paling lama 1 tahun 6 bulan dan denda paling banyak Rp18.000.000,00 | secondary | UU 7/2017 Pasal 533          |
      | pemilu-2022 | pasal/uu-534   | Setiap orang                                            | Pidana penjara paling lama 3 tahun dan denda paling banyak Rp36.000.000,00         | secondary | UU 7/2017 Pasal 534          |
      | pemilu-2022 | pasal/uu-535   | Setiap orang                                            | Pidana penjara paling lama 3 tahun dan denda paling banyak Rp36.000.000,00         | secondary | UU 7/2017 Pasal 535          |
      | pemilu-2022 | pasal/uu-536   | Setiap orang                                            | Pidana penjara paling lama 3 tahun dan denda paling banyak Rp36.000.000,00         | secondary | UU 7/2017 Pasal 536          |
      | pemilu-2022 | pasal/uu-541   | Anggota KPU                                             | Pidana penjara paling lama 2 tahun dan denda paling banyak Rp24.000.000,00         | confirmed | UU 7/2017 Pasal 541          |
      | pemilu-2022 | pasal/uu-542   | Anggota KPU                                             | Pidana penjara paling lama 5 tahun dan denda paling banyak Rp60.000.000,00         | confirmed | UU 7/2017 Pasal 542          |
      | pemilu-2022 | pasal/uu-543   | Pengawas TPS                                            | Pidana penjara paling lama 2 tahun dan denda paling banyak Rp24.000.000,00         | confirmed | UU 7/2017 Pasal 543          |
      | pemilu-2022 | pasal/uu-544   | Setiap orang                                            | Pidana penjara paling lama 6 tahun dan denda paling banyak Rp72.000.000,00         | confirmed | UU 7/2017 Pasal 544          |
      | pemilu-2022 | pasal/uu-551   | PPK, dan PPS                                            | Pidana penjara paling lama 2 tahun dan denda paling banyak Rp24.000.000,00         | secondary | UU 7/2017 Pasal 551          |
      | pemilu-2022 | pasal/uu-552-1 | Calon Presiden                                          | Pidana penjara paling lama 5 tahun dan denda paling banyak Rp50.000.000.000,00     | secondary | UU 7/2017 Pasal 552 ayat (1) |
      | pemilu-2022 | pasal/uu-552-2 | Pimpinan Partai Politik                                 | Pidana penjara paling lama 5 tahun dan denda paling banyak Rp50.000.000.000,00     | confirmed | UU 7/2017 Pasal 552 ayat (2) |
      | pemilu-2022 | pasal/uu-553-1 | Calon Presiden                                          | Pidana penjara paling lama 6 tahun dan denda paling banyak Rp100.000.000.000,00    | confirmed | UU 7/2017 Pasal 553 ayat (1) |
      | pemilu-2022 | pasal/uu-553-2 | Pimpinan Partai Politik                                 | Pidana penjara paling lama 6 tahun dan denda paling banyak Rp100.000.000.000,00    | confirmed | UU 7/2017 Pasal 553 ayat (2) |
      | pemilu-2022 | pasal/uu-554   | Penyelenggara Pemilu                                    | ditambah 1/3                                                                       | confirmed | UU 7/2017 Pasal 554          |

  Garis-Besar Skenario: Ancaman yang tidak terbaca
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka subjeknya memuat "<subjek>"
    Dan ancamannya tidak diketahui
    Dan golongannya "pidana"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan       | subjek         | tanda     | pasal               |
      | pemilu-2022 | pasal/uu-546 | Anggota KPU    | secondary | UU 7/2017 Pasal 546 |
      | pemilu-2022 | pasal/uu-547 | Pejabat negara | secondary | UU 7/2017 Pasal 547 |

  Garis-Besar Skenario: Pasal yang bunyinya tidak terbaca
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka ancamannya tidak diketahui
    Dan perbuatannya memuat "tidak terbaca"
    Dan golongannya "pidana"
    Dan tandanya "unverified" menurut "<pasal>"

    Contoh:
      | edisi       | aturan         | pasal                        |
      | pemilu-2022 | pasal/uu-495   | UU 7/2017 Pasal 495          |
      | pemilu-2022 | pasal/uu-500   | UU 7/2017 Pasal 500          |
      | pemilu-2022 | pasal/uu-507   | UU 7/2017 Pasal 507          |
      | pemilu-2022 | pasal/uu-508   | UU 7/2017 Pasal 508          |
      | pemilu-2022 | pasal/uu-524   | UU 7/2017 Pasal 524          |
      | pemilu-2022 | pasal/uu-525-2 | UU 7/2017 Pasal 525 ayat (2) |
      | pemilu-2022 | pasal/uu-526   | UU 7/2017 Pasal 526          |
      | pemilu-2022 | pasal/uu-528   | UU 7/2017 Pasal 528          |
      | pemilu-2022 | pasal/uu-529   | UU 7/2017 Pasal 529          |
      | pemilu-2022 | pasal/uu-530   | UU 7/2017 Pasal 530          |
      | pemilu-2022 | pasal/uu-531   | UU 7/2017 Pasal 531          |
      | pemilu-2022 | pasal/uu-537   | UU 7/2017 Pasal 537          |
      | pemilu-2022 | pasal/uu-538   | UU 7/2017 Pasal 538          |
      | pemilu-2022 | pasal/uu-539   | UU 7/2017 Pasal 539          |
      | pemilu-2022 | pasal/uu-540   | UU 7/2017 Pasal 540          |
      | pemilu-2022 | pasal/uu-545   | UU 7/2017 Pasal 545          |
      | pemilu-2022 | pasal/uu-548   | UU 7/2017 Pasal 548          |
      | pemilu-2022 | pasal/uu-549   | UU 7/2017 Pasal 549          |
      | pemilu-2022 | pasal/uu-550   | UU 7/2017 Pasal 550          |

  Garis-Besar Skenario: Unsur seperti pada bunyi pasalnya
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka unsurnya memuat "<unsur>"

    Contoh:
      | edisi       | aturan         | unsur                                         |
      | pemilu-2022 | pasal/uu-488   | pengisian daftar Pemilih                      |
      | pemilu-2022 | pasal/uu-489   | daftar pemilih sementara                      |
      | pemilu-2022 | pasal/uu-490   | dalam masa Kampanye                           |
      | pemilu-2022 | pasal/uu-491   | mengganggu jalannya Kampanye Pemilu           |
      | pemilu-2022 | pasal/uu-496   | laporan dana Kampanye Pemilu                  |
      | pemilu-2022 | pasal/uu-497   | laporan dana Kampanye                         |
      | pemilu-2022 | pasal/uu-498   | pekerjaan tersebut tidak bisa ditinggalkan    |
      | pemilu-2022 | pasal/uu-499   | surat suara pengganti                         |
      | pemilu-2022 | pasal/uu-504   | karena kelalaiannya                           |
      | pemilu-2022 | pasal/uu-505   | karena kelalaiannya                           |
      | pemilu-2022 | pasal/uu-506   | tidak memberikan salinan                      |
      | pemilu-2022 | pasal/uu-512   | merugikan Warga Negara Indonesia              |
      | pemilu-2022 | pasal/uu-513   | salinan daftar pemilih tetap                  |
      | pemilu-2022 | pasal/uu-514   | melebihi jumlah yang ditentukan               |
      | pemilu-2022 | pasal/uu-515   | saat pemungutan suara                         |
      | pemilu-2022 | pasal/uu-516   | lebih dari satu kali                          |
      | pemilu-2022 | pasal/uu-517   | menggagalkan pemungutan suara                 |
      | pemilu-2022 | pasal/uu-518   | verifikasi partai politik                     |
      | pemilu-2022 | pasal/uu-519   | pencalonan anggota DPD                        |
      | pemilu-2022 | pasal/uu-520   | surat atau dokumen palsu                      |
      | pemilu-2022 | pasal/uu-523-2 | Masa Tenang                                   |
      | pemilu-2022 | pasal/uu-523-3 | hari pemungutan suara                         |
      | pemilu-2022 | pasal/uu-541   | kekuatan hukum tetap                          |
      | pemilu-2022 | pasal/uu-542   | secara nasional                               |
      | pemilu-2022 | pasal/uu-543   | tidak menindaklanjuti temuan dan/atau laporan |
      | pemilu-2022 | pasal/uu-544   | memalsukan data dan daftar pemilih            |
      | pemilu-2022 | pasal/uu-552-2 | putaran pertama                               |
      | pemilu-2022 | pasal/uu-553-1 | putaran kedua                                 |
      | pemilu-2022 | pasal/uu-553-2 | putaran kedua                                 |

  Garis-Besar Skenario: Lima belas golongan terlapor pelanggaran administratif
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka subjeknya memuat "<subjek>"
    Dan golongannya "administrasi"
    Dan tandanya "confirmed" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                             | subjek                            | pasal                             |
      | pemilu-2022 | pasal/terlapor-partai              | Partai Politik Peserta Pemilu     | Perbawaslu 8/2022 Pasal 8 huruf a |
      | pemilu-2022 | pasal/terlapor-calon-dpr           | Calon Anggota DPR                 | Perbawaslu 8/2022 Pasal 8 huruf b |
      | pemilu-2022 | pasal/terlapor-calon-dpd           | Calon Anggota DPD                 | Perbawaslu 8/2022 Pasal 8 huruf c |
      | pemilu-2022 | pasal/terlapor-calon-dprd-provinsi | Calon Anggota DPRD Provinsi       | Perbawaslu 8/2022 Pasal 8 huruf d |
      | pemilu-2022 | pasal/terlapor-calon-dprd-kabkota  | Calon Anggota DPRD Kabupaten/Kota | Perbawaslu 8/2022 Pasal 8 huruf e |
      | pemilu-2022 | pasal/terlapor-pasangan-calon      | Pasangan Calon                    | Perbawaslu 8/2022 Pasal 8 huruf f |
      | pemilu-2022 | pasal/terlapor-tim-kampanye        | Tim kampanye yang terdaftar       | Perbawaslu 8/2022 Pasal 8 huruf g |
      | pemilu-2022 | pasal/terlapor-kpu                 | KPU                               | Perbawaslu 8/2022 Pasal 8 huruf h |
      | pemilu-2022 | pasal/terlapor-kpu-provinsi        | KPU Provinsi                      | Perbawaslu 8/2022 Pasal 8 huruf i |
      | pemilu-2022 | pasal/terlapor-kpu-kabkota         | KPU Kabupaten/Kota                | Perbawaslu 8/2022 Pasal 8 huruf j |
      | pemilu-2022 | pasal/terlapor-ppk                 | PPK                               | Perbawaslu 8/2022 Pasal 8 huruf k |
      | pemilu-2022 | pasal/terlapor-ppln                | PPLN                              | Perbawaslu 8/2022 Pasal 8 huruf l |
      | pemilu-2022 | pasal/terlapor-pps                 | PPS                               | Perbawaslu 8/2022 Pasal 8 huruf m |
      | pemilu-2022 | pasal/terlapor-kpps                | KPPS                              | Perbawaslu 8/2022 Pasal 8 huruf n |
      | pemilu-2022 | pasal/terlapor-kppsln              | KPPSLN                            | Perbawaslu 8/2022 Pasal 8 huruf o |

  Garis-Besar Skenario: Pelanggaran lain
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka golongannya "<golongan>"
    Dan perbuatannya memuat "<perbuatan>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi       | aturan                     | golongan      | perbuatan                                              | tanda     | pasal                                |
      | pemilu-2022 | pasal/uu-460-administratif | administrasi  | tata cara, prosedur, atau mekanisme                    | confirmed | UU 7/2017 Pasal 460 ayat (1)         |
      | pemilu-2022 | pasal/uu-463-tsm           | administrasi_tsm  | terstruktur, sistematis, dan masif                     | secondary | UU 7/2017 Pasal 463                  |
      | pemilu-2022 | pasal/etik-penyelenggara   | kode_etik     | diteruskan kepada DKPP                                 | secondary | UU 7/2017 Pasal 455 ayat (1) huruf a |
      | pemilu-2022 | pasal/etik-pengawas-adhoc  | kode_etik     | Bawaslu Kabupaten/Kota                                 | confirmed | Perbawaslu 7/2022 Pasal 20 ayat (1)  |
      | pemilu-2022 | pasal/hukum-lainnya        | hukum_lainnya | bukan pelanggaran, sengketa, atau tindak pidana Pemilu | secondary | UU 7/2017 Pasal 455 ayat (1) huruf c |

  @edisi:pemilu-2022 @aturan:pasal/uu-463-tsm
  Skenario: Pelanggaran terstruktur, sistematis, dan masif berakibat pembatalan
    Ketika pasal "uu-463-tsm" dibaca menurut edisi "pemilu-2022"
    Maka ancamannya memuat "Pembatalan sebagai peserta"
    Dan berlaku untuk perbuatan tanggal "2024-02-14"

  @edisi:pemilu-2022 @aturan:pasal/uu-554
  Skenario: Pemberatan menyebut pasal-pasalnya
    Ketika pasal "uu-554" dibaca menurut edisi "pemilu-2022"
    Maka perbuatannya memuat "525 ayat (1), 526 ayat (1), 531, 532"
    Dan tandanya "confirmed" menurut "UU 7/2017 Pasal 526 ayat (1)"
