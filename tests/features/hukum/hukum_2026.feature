# language: id
Fitur: Hukum pidana sejak 2 Januari 2026
  Tanggal perbuatan menentukan ancamannya. Bila hukum berubah sesudah perbuatan dan sebelum diputus, kedua ancaman
  disebut dan yang lebih menguntungkan yang diterapkan. Yang tidak dibaca berkata demikian; tidak ada yang ditebak.

  Garis-Besar Skenario: Perubahan yang diketahui
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                             | isi                                     | tanda      | pasal              |
      | pemilihan-2020 | ketentuan/penyesuaian_pidana       | berlaku pada 2 Januari 2026             | secondary  | UU 1/2026 Pasal IX |
      | pemilihan-2020 | ketentuan/kurungan_dihapus         | bukan lagi pidana pokok                 | secondary  | UU 1/2026          |
      | pemilihan-2020 | ketentuan/minimum_khusus_dihapus   | kecuali bagi korupsi                    | secondary  | UU 1/2026          |
      | pemilihan-2020 | ketentuan/minimum_khusus_pemilihan | tanpa minimum khusus                    | unverified | UU 1/2026          |
      | pemilihan-2020 | ketentuan/ancaman_tanpa_minimum    | dibaca tetap                            | unverified | UU 1/2026          |
      | pemilihan-2020 | ketentuan/aturan_menguntungkan     | yang lebih menguntungkan bagi terlapor  | unverified | UU 1/2023          |
      | pemilu-2022    | ketentuan/penyesuaian_pidana       | berlaku pada 2 Januari 2026             | secondary  | UU 1/2026 Pasal IX |
      | pemilu-2022    | ketentuan/kurungan_dihapus         | bukan lagi pidana pokok                 | secondary  | UU 1/2026          |
      | pemilu-2022    | ketentuan/minimum_khusus_dihapus   | kecuali bagi korupsi                    | secondary  | UU 1/2026          |
      | pemilu-2022    | ketentuan/ancaman_tanpa_minimum    | dibaca tetap                            | unverified | UU 1/2026          |
      | pemilu-2022    | ketentuan/aturan_menguntungkan     | yang lebih menguntungkan bagi terlapor  | unverified | UU 1/2023          |
      | pemilu-2022    | ketentuan/kuhap_baru               | UU 20/2025 menggantikan UU 8/1981       | secondary  | UU 20/2025         |
      | pemilu-2022    | ketentuan/hukum_acara_pidana       | UU 20/2025 yang menggantikannya         | confirmed  | UU 8/1981          |

  @edisi:pemilu-2022 @aturan:ketentuan/kurungan_pemilu
  Skenario: Pengganti kurungan tidak dibaca
    Ketika "ketentuan/kurungan_pemilu" dibaca menurut edisi "pemilu-2022"
    Maka belum diketahui karena "pasal yang mengubahnya"

  Garis-Besar Skenario: Perbuatan dan putusan di sisi yang sama
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka perbuatan "<perbuatan>" yang diputus "<diputus>" diancam "<ancaman>"
    Dan hanya satu ancaman yang disebut
    Dan tanda ancamannya "<tanda>"

    Contoh:
      | edisi          | aturan          | perbuatan  | diputus    | ancaman                                                                 | tanda      |
      | pemilihan-2020 | pasal/uu-187a-1 | 2024-09-15 | 2024-09-20 | Penjara 36 sampai 72 bulan dan denda Rp200.000.000,00 sampai            | secondary  |
      | pemilihan-2025 | pasal/uu-187a-1 | 2026-01-01 | 2026-01-01 | Penjara 36 sampai 72 bulan                                              | secondary  |
      | pemilihan-2025 | pasal/uu-187a-1 | 2026-01-02 | 2026-03-01 | Penjara paling lama 72 bulan dan denda paling banyak Rp1.000.000.000,00 | unverified |
      | pemilihan-2025 | pasal/uu-187-1  | 2026-05-01 | 2026-05-09 | Penjara paling lama 3 bulan dan/atau denda paling banyak Rp1.000.000,00 | unverified |
      | pemilihan-2025 | pasal/uu-177a   | 2026-05-01 | 2026-05-09 | penyelenggara atau saksi ditambah sepertiga                             | unverified |
      | pemilu-2022    | pasal/uu-488    | 2024-01-15 | 2024-02-15 | Pidana kurungan paling lama 1 tahun                                     | confirmed  |
      | pemilu-2022    | pasal/uu-490    | 2026-02-01 | 2026-02-15 | Pidana penjara paling lama 1 tahun                                      | unverified |
      | pemilihan-2025 | pasal/uu-71-2   | 2026-02-01 | 2026-02-15 | Pembatalan sebagai calon                                                | secondary  |

  Garis-Besar Skenario: Hukum berubah di antara perbuatan dan putusan
    Ketika pasal "<aturan>" dibaca menurut edisi "<edisi>"
    Maka perbuatan "<perbuatan>" yang diputus "<diputus>" diancam "<semula>"
    Dan saat diputus ancamannya "<kini>"
    Dan yang lebih menguntungkan yang diterapkan

    Contoh:
      | edisi          | aturan            | perbuatan  | diputus    | semula                              | kini                          |
      | pemilihan-2025 | pasal/uu-187a-1   | 2026-01-01 | 2026-01-02 | Penjara 36 sampai 72 bulan          | Penjara paling lama 72 bulan  |
      | pemilihan-2024 | pasal/uu-188-lama | 2024-10-01 | 2026-02-01 | Penjara 1 sampai 6 bulan            | Penjara paling lama 6 bulan   |
      | pemilu-2022    | pasal/uu-490      | 2025-12-31 | 2026-01-15 | Pidana penjara paling lama 1 tahun  | Pidana penjara paling lama 1  |

  @edisi:pemilu-2022 @aturan:pasal/uu-488
  Skenario: Ancaman kurungan sejak 2 Januari 2026 belum diketahui
    Ketika pasal "pasal/uu-488" dibaca menurut edisi "pemilu-2022"
    Maka perbuatan "2026-02-01" yang diputus "2026-02-10" ancamannya belum diketahui karena "kurungan dihapus"
    Dan perbuatan "2025-12-31" yang diputus "2026-02-10" diancam "Pidana kurungan paling lama 1 tahun"
    Dan saat diputus ancamannya "Belum diketahui"
