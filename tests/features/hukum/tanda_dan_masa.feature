# language: id
Fitur: Tanda setiap tanggal dan tujuan, dan masa setiap edisi
  Tanda di samping sebuah tanggal, sanksi, atau tujuan selemah mata rantai yang terlemah: bunyi, awal, satuan, hari
  pertama, lembaga, dan masa edisinya. Tanggal di luar masa sebuah edisi diperingatkan.

  Garis-Besar Skenario: Tanggal
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Maka tandanya "<bunyi>" menurut "<pasal>"
    Dan tanda tanggalnya "<tanda>" karena "<terlemah>"

    Contoh:
      | edisi          | aturan                  | mulai            | bunyi     | tanda      | terlemah   | pasal             |
      | pemilihan-2024 | batas/penanganan        | 2024-10-11       | secondary | unverified | first_day  | UU Pemilihan      |
      | pemilihan-2024 | batas/penerusan_pidana  | 2024-10-14T16:20 | secondary | secondary  | edition    | UU Pemilihan      |
      | pemilihan-2025 | batas/tindak_lanjut_kpu | 2026-03-12       | secondary | unverified | first_day  | Pasal 140         |
      | pemilihan-2020 | batas/penerusan_pidana  | 2024-09-14T16:20 | secondary | unverified | edition    | UU Pemilihan      |

  Garis-Besar Skenario: Tujuan
    Ketika "<golongan>" oleh "<kategori>" diteruskan dari "<tingkat>" pada "<tanggal>" untuk wilayah "<wilayah>" menurut edisi "<edisi>"
    Maka tandanya "<bunyi>" menurut "<pasal>"
    Dan tanda tujuannya "<tanda>"

    Contoh:
      | edisi          | aturan           | golongan  | kategori          | tingkat  | tanggal    | wilayah | bunyi     | tanda      | pasal             |
      | pemilihan-2024 | tujuan/etik_dkpp | kode_etik | penyelenggara_kpu | provinsi | 2024-11-01 | -       | confirmed | secondary  | Perbawaslu 8/2020 |
      | pemilihan-2020 | tujuan/etik_dkpp | kode_etik | penyelenggara_kpu | provinsi | 2024-09-01 | -       | confirmed | unverified | Perbawaslu 8/2020 |

  Garis-Besar Skenario: Tanggal di luar masa edisi
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Maka diperingatkan bahwa "<peringatan>"

    Contoh:
      | edisi          | aturan                       | mulai      | peringatan                             |
      | pemilu-2022    | batas/perbaikan              | 2019-05-10 | dipakai sistem mulai                   |
      | pemilihan-2024 | batas/penanganan             | 2025-10-02 | berlaku sampai sebelum Rabu, 30 Juli   |
      | pemilihan-2024 | batas/penanganan             | 2024-09-29 | baru berlaku sejak Senin, 30 September |

  @edisi:pemilihan-2024 @aturan:batas/penanganan
  Skenario: Tanggal di dalam masa edisi
    Ketika batas "batas/penanganan" dihitung sejak "2024-10-02" menurut edisi "pemilihan-2024"
    Maka tidak diperingatkan
