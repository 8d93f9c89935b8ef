# language: id
Fitur: Yang diperiksa ketika laporan diterima
  Agar laporan tercatat pada pemilihan yang benar dan batasnya dihitung dari waktu laporan sungguh diterima.

  Aturan: Peristiwa di luar tahapan pemilihan memerlukan alasan

    Skenario: Peristiwa November 2026 pada Pemilihan 2024
      Diketahui sekarang "2026-12-01T09:00:00"
      Ketika laporan tentang kejadian "2026-11-10" diketahui "2026-11-28" dicatat
      Maka tindakan itu ditolak dengan penjelasan "di luar tahapan"
      Dan tindakan itu ditolak dengan penjelasan "Pasal 134 ayat (1)"

    Skenario: Dengan alasan diterima, dan alasannya tersimpan
      Diketahui sekarang "2026-12-01T09:00:00"
      Ketika laporan tentang kejadian "2026-11-10" diketahui "2026-11-28" dicatat karena "Janji masa kampanye ditagih sekarang."
      Maka tindakan itu diterima
      Dan perkara menyimpan alasan tahapan "Janji masa kampanye ditagih sekarang."
      Dan kajian awal dan laporan akhir memuat alasan tahapan "Janji masa kampanye ditagih sekarang."
      Dan jejak audit utuh

    Garis-Besar Skenario: Tahapan yang tanggalnya tidak terbaca dikatakan tidak diketahui
      Diketahui sekarang "2026-12-01T09:00:00"
      Ketika laporan tentang kejadian "<kejadian>" diketahui "2026-11-28" dicatat
      Maka tindakan itu ditolak dengan penjelasan "tidak diketahui apakah hari itu"
      Dan tindakan itu ditolak dengan penjelasan "<tahapan>"

      Contoh:
        | kejadian   | tahapan                      |
        | 2024-11-28 | penghitungan dan rekapitulasi |
        | 2024-03-21 | pembentukan panitia          |

    Skenario: Peristiwa di dalam tahapan
      Diketahui sekarang "2024-09-19T10:15:00"
      Ketika laporan tentang kejadian "2024-09-15" diketahui "2024-09-17" dicatat
      Maka tindakan itu diterima

  Aturan: Semua batas dihitung dari waktu laporan diterima

    Skenario: Formulir kertas diterima Kamis, dicatat Jumat
      Diketahui sekarang "2024-09-20T08:00:00"
      Ketika laporan dicatat sebagai diterima pada "2024-09-19T21:30:00" karena "Formulir kertas diterima piket malam."
      Maka tindakan itu diterima
      Dan batas "kajian_awal" jatuh pada "2024-09-21T23:59:59+07:00"
      Dan tanda bukti menyebut hari "Kamis, 19 September 2024"
      Dan setiap batas sama dengan hitungan ulangnya
      Dan jejak audit utuh

    Skenario: Diterima pada hari terakhir, dicatat sesudahnya, tetap tepat waktu
      Diketahui sekarang "2024-09-25T08:00:00"
      Ketika laporan dicatat sebagai diterima pada "2024-09-24T23:00:00" karena "Formulir kertas diterima piket malam."
      Maka batas "penyampaian_laporan" dalam keadaan "met"

    Skenario: Tanpa alasan ditolak
      Diketahui sekarang "2024-09-20T08:00:00"
      Ketika laporan dicatat sebagai diterima pada "2024-09-19T21:30:00" karena ""
      Maka tindakan itu ditolak dengan penjelasan "waktu terima berbeda"

    Skenario: Waktu yang mustahil
      Diketahui sekarang "2024-09-20T08:00:00"
      Ketika laporan dicatat sebagai diterima pada "2024-09-21T08:00:00" karena "Salah tulis."
      Maka tindakan itu ditolak dengan penjelasan "masa depan"
      Ketika laporan dicatat sebagai diterima pada "2024-09-16T08:00:00" karena "Salah tulis."
      Maka tindakan itu ditolak dengan penjelasan "lebih awal daripada tanggal diketahui"
