# language: id
Fitur: Keputusan libur yang dicatat di layar
  Agar hari libur yang baru diputuskan langsung dihitung, penelaah hukum atau administrator mencatat
  keputusannya. Setiap tanggal menyebut keputusan itu; yang keliru ditarik dengan alasan, tidak dihapus.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan berkas diterima penyidik pada "2024-09-19T10:00:00"
    Dan batas "penyidikan" jatuh pada "2024-10-09T23:59:59+07:00"

  Aturan: Keputusan menggeser batas yang berjalan, dan hitungannya menyebut keputusan itu

    Skenario: Libur nasional di tengah batas hari kerja
      Ketika penelaah hukum mencatat libur nasional "2024-09-27" dengan nomor "40 Tahun 2024"
      Maka tindakan itu diterima
      Dan batas "penyidikan" jatuh pada "2024-10-10T23:59:59+07:00"
      Dan hitungan batas "penyidikan" menyebut "40 Tahun 2024"
      Dan perkara mencatat bahwa batasnya dihitung ulang
      Dan jejak audit utuh

    Skenario: Nomor keputusan belum diketahui
      Ketika penelaah hukum mencatat libur nasional "2024-09-27" dengan nomor ""
      Maka tindakan itu diterima
      Dan hitungan batas "penyidikan" menyebut "nomor belum diketahui"

    Skenario: Batas yang sudah terpenuhi tetap seperti dinilai
      Diketahui batas "penyidikan" terpenuhi pada "2024-10-10T09:00:00"
      Ketika penelaah hukum mencatat libur nasional "2024-09-27" dengan nomor "40 Tahun 2024"
      Maka batas "penyidikan" jatuh pada "2024-10-09T23:59:59+07:00"
      Dan batas "penyidikan" dalam keadaan "late_met"

    Skenario: Kantor yang tutup hanya menggeser batas kantor itu
      Ketika administrator mencatat kantor tutup "2024-09-27" dengan nomor ""
      Maka tindakan itu diterima
      Dan hitungan batas "penyidikan" menyebut "kantor tutup"
      Dan "2024-09-27" tetap hari kerja di kantor "07.05"

  Aturan: Yang keliru ditarik, bukan dihapus

    Skenario: Keputusan yang salah tanggal ditarik
      Diketahui penelaah hukum mencatat libur nasional "2024-09-27" dengan nomor "40 Tahun 2024"
      Ketika administrator menarik keputusan itu karena "Salah tanggal."
      Maka tindakan itu diterima
      Dan batas "penyidikan" jatuh pada "2024-10-09T23:59:59+07:00"
      Dan keputusan itu tetap terbaca dengan alasan "Salah tanggal."
      Dan jejak audit utuh

    Skenario: Penarikan memerlukan alasan
      Diketahui penelaah hukum mencatat libur nasional "2024-09-27" dengan nomor "40 Tahun 2024"
      Ketika administrator menarik keputusan itu karena ""
      Maka tindakan itu ditolak dengan penjelasan "alasan"
      Dan batas "penyidikan" jatuh pada "2024-10-10T23:59:59+07:00"

  Aturan: Yang tidak dapat diputuskan begitu ditolak

    Skenario: Hari yang sudah libur
      Ketika penelaah hukum mencatat libur nasional "2024-09-16" dengan nomor "40 Tahun 2024"
      Maka tindakan itu ditolak dengan penjelasan "sudah bukan hari kerja"

    Skenario: Hari di luar kalender
      Ketika penelaah hukum mencatat libur nasional "2031-01-01" dengan nomor "40 Tahun 2024"
      Maka tindakan itu ditolak dengan penjelasan "di luar kalender"

    Skenario: Koordinator tidak mencatat keputusan libur
      Ketika koordinator mencatat libur nasional "2024-09-27" dengan nomor "40 Tahun 2024"
      Maka tindakan itu ditolak dengan penjelasan "penelaah hukum"
