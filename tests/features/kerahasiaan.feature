# language: id
Fitur: Kerahasiaan pelapor dan saksi
  Agar pelapor berani melapor, identitasnya hanya dibuka bila perlu dan selalu tercatat.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:15:00"

  Aturan: Hanya koordinator, ketua, dan penerima laporan; selalu dengan alasan

    Skenario: Koordinator membuka dengan alasan
      Ketika koordinator membuka identitas pelapor dengan alasan "Mencocokkan surat kuasa"
      Maka tindakan itu diterima
      Dan pembukaan itu tercatat beserta alasannya

    Skenario: Tanpa alasan
      Ketika koordinator membuka identitas pelapor dengan alasan ""
      Maka tindakan itu ditolak dengan penjelasan "alasan"
      Tetapi tidak ada pembukaan yang tercatat

    Garis-Besar Skenario: Peran lain
      Ketika <peran> membuka identitas pelapor dengan alasan "Ingin tahu siapa"
      Maka tindakan itu ditolak dengan penjelasan "<sebab>"

      Contoh:
        | peran         | sebab       |
        | penangan      | dirahasiakan |
        | anggota       | dirahasiakan |
        | sekretariat   | dirahasiakan |
        | auditor       | dirahasiakan |
        | administrator | tidak ada    |

  Aturan: Nama tidak pernah tertulis di luar tabel yang tersegel

    Skenario: Seluruh isi basis data
      Maka nama pelapor tidak terbaca di tabel mana pun
