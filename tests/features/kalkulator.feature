# language: id
Fitur: Bila diterima saat itu
  Agar petugas tahu sejak awal kapan semuanya berakhir, setiap batas yang akan menyusul dihitung
  dengan anggapan setiap tindakan dilakukan pada saat terakhirnya.

  Aturan: Batas yang satu memulai batas berikutnya

    Skenario: Laporan Kamis 19 September 2024 di Bengkulu
      Ketika dihitung laporan yang diterima pada "2024-09-19T10:15:00+07:00"
      Maka edisi yang menjawab "pemilihan-2020@1"
      Dan batas-batas yang menyusul:
        | batas             | berakhir   | tanggal aman |
        | kajian_awal       | 2024-09-21 | 2024-09-20   |
        | penanganan        | 2024-09-24 | 2024-09-23   |
        | tindak_lanjut_kpu | 2024-10-01 | 2024-09-30   |

    Skenario: Pelapor melengkapi dan penanganan diperpanjang
      Diketahui pelapor diminta melengkapi
      Dan penanganan diperpanjang
      Ketika dihitung laporan yang diterima pada "2024-10-04T10:15:00+07:00"
      Maka edisi yang menjawab "pemilihan-2024@1"
      Dan batas-batas yang menyusul:
        | batas       | berakhir   | tanggal aman |
        | kajian_awal | 2024-10-06 | 2024-10-05   |
        | perbaikan   | 2024-10-08 | 2024-10-07   |
        | penanganan  | 2024-10-13 | 2024-10-12   |

  Aturan: Yang bergantung pada perkara disebut syaratnya

    Skenario: Penerusan pidana hanya bila ada pidana
      Ketika dihitung laporan yang diterima pada "2024-09-19T10:15:00+07:00"
      Maka batas "penerusan_pidana" menyusul bila "Ada hasil berupa tindak pidana Pemilihan"

  Aturan: Yang tidak diketahui tidak dihitung

    Skenario: Sebelum edisi yang diketahui
      Ketika dihitung laporan yang diterima pada "2019-09-19T10:15:00+07:00"
      Maka tindakan itu ditolak dengan penjelasan "Tidak ada edisi pemilihan yang diketahui berlaku"

    Skenario: Melewati kalender yang ditetapkan
      Diketahui ada hasil pidana
      Ketika dihitung laporan yang diterima pada "2027-12-20T09:00:00+07:00"
      Maka batas "penyidikan" bersifat sementara
