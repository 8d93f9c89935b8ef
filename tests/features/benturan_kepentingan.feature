# language: id
Fitur: Benturan kepentingan
  Agar tidak seorang pun menangani atau mengintip perkara yang menyebut dirinya, petugas yang
  namanya tercatat dalam perkara tidak melihat perkara itu lagi, dan tidak diberi tahu bahwa
  perkara itu ada. Belum ada pasal yang ditemukan; ini aturan kerja kantor (unverified).

  Latar Belakang:
    Diketahui hari ini "2024-09-19T10:15:00"

  Aturan: Nama yang sama menutup perkara saat itu juga

    Garis-Besar Skenario: Sebagai apa pun ia disebut
      Ketika diterima laporan dengan <sebagai> bernama "<nama>"
      Maka bagi penangan perkara itu tidak ada
      Tetapi koordinator melihat perkara itu
      Dan di jejak tercatat satu pengecualian oleh sistem tanpa nama

      Contoh:
        | sebagai  | nama                          |
        | terlapor | Damar Wicaksana               |
        | terlapor | H. DAMAR WICAKSANA, S.H., M.H. |
        | pelapor  | damar  wicaksana              |
        | saksi    | Damar-Wicaksaná, A.Md.        |

    Garis-Besar Skenario: Siapa yang baru diketahui kemudian
      Diketahui diterima laporan dengan terlapor bernama "Orang Lain"
      Ketika penerima mencatat <sebagai> baru bernama "Damar Wicaksana"
      Maka bagi penangan perkara itu tidak ada

      Contoh:
        | sebagai  |
        | terlapor |
        | saksi    |
        | ahli     |

    Skenario: Nama lain tidak menutup apa pun
      Ketika diterima laporan dengan terlapor bernama "Damar Wicaksono"
      Maka penangan melihat perkara itu

  Aturan: Yang dikecualikan tidak diberi tahu apa pun; yang berikutnya diberi tahu

    Skenario: Pengingat batas waktu
      Diketahui diterima laporan dengan terlapor bernama "Damar Wicaksana"
      Dan diterima pengecualian koordinator karena "Saudara terlapor"
      Ketika batas kajian awal lewat
      Maka penangan dan koordinator tidak menerima pesan baru tentang perkara itu
      Tetapi kepala sekretariat menerima pesan tentang perkara itu

    Skenario: Surel yang belum terkirim
      Diketahui diterima laporan dengan terlapor bernama "Orang Lain"
      Dan pesan tentang perkara itu menunggu dikirim kepada penangan
      Ketika diterima pengecualian penangan karena "Saudara terlapor"
      Maka tidak ada surel tentang perkara itu kepada penangan
      Dan ringkasan hari berikutnya untuk penangan tidak menyebut perkara itu

  Aturan: Wakil dinilai menurut dirinya sendiri

    Skenario: Wakil dari petugas yang dikecualikan
      Diketahui sekretariat menjadi wakil penangan
      Ketika diterima laporan dengan terlapor bernama "Damar Wicaksana"
      Maka bagi penangan perkara itu tidak ada
      Tetapi sekretariat melihat perkara itu

    Skenario: Wakil yang dikecualikan
      Diketahui sekretariat menjadi wakil penangan
      Ketika diterima laporan dengan terlapor bernama "Tika Cempaka"
      Maka bagi sekretariat perkara itu tidak ada

  Aturan: Yang dikecualikan tidak ditugaskan

    Skenario: Anggota pleno dan pemeriksa
      Diketahui diterima laporan dengan terlapor bernama "Gita Permata"
      Dan diterima pengecualian penangan karena "Saudara terlapor"
      Maka anggota tidak ditawarkan sebagai anggota pleno perkara itu
      Dan penangan tidak ditawarkan sebagai pemeriksa perkara itu
      Ketika pleno yang dihadirinya mencatat registrasi
      Maka tindakan itu ditolak dengan penjelasan "benturan kepentingan"

    Skenario: Hanya yang dikecualikan yang dapat menandatangani
      Ketika diterima laporan dengan terlapor bernama "Bayu Samudra"
      Maka halaman pengecualian menyebut bahwa tidak ada ketua

  Aturan: Dengan tangan, dengan alasan, dan bukan untuk diri sendiri

    Skenario: Koordinator mengecualikan dan mencabut
      Diketahui diterima laporan dengan terlapor bernama "Damar Wicaksana"
      Ketika koordinator mencabut pengecualian penangan dengan alasan "Hanya senama"
      Maka penangan melihat perkara itu

    Garis-Besar Skenario: Yang tidak boleh
      Diketahui diterima laporan dengan terlapor bernama "Damar Wicaksana"
      Ketika <peran> mencabut pengecualian penangan dengan alasan "<alasan>"
      Maka tindakan itu ditolak dengan penjelasan "<sebab>"

      Contoh:
        | peran       | alasan       | sebab       |
        | koordinator |              | alasan      |
        | sekretariat | Hanya senama | koordinator |
        | penangan    | Hanya senama | tidak ada   |
