# language: id
Fitur: Penerusan yang belum dijawab
  Agar jawaban yang ditunggu tidak hilang, dan terlambat hanya disebut bila pasal memberi batasnya.

  Aturan: Batas KPU berasal dari pasal

    Latar Belakang:
      Diketahui rekomendasi administrasi diterima KPU pada "2024-09-27T15:00:00"

    Skenario: Belum dijawab dalam batas
      Diketahui sekarang "2024-10-01T09:00:00"
      Maka yang belum dijawab
        | terlapor | gagal | batas      | keadaan |
        | 1        | 0     | 2024-10-04 | running |
      Dan batas jawaban itu berdasar "Pasal 139"

    Skenario: Lewat batas tanpa jawaban
      Diketahui sekarang "2024-10-07T09:00:00"
      Maka yang belum dijawab
        | terlapor | gagal | batas      | keadaan |
        | 1        | 0     | 2024-10-04 | late    |

    Skenario: Sesudah dijawab tidak lagi ditunggu
      Diketahui sekarang "2024-10-07T09:00:00"
      Ketika jawaban KPU bertanggal "2024-10-03T14:00:00" dicatat
      Maka tidak ada yang belum dijawab

  Aturan: Lembaga tanpa batas dalam pasal tidak pernah terlambat menurut hukum

    Skenario: Satu dari tiga puluh empat terlapor gagal terkirim
      Diketahui perkara dengan 34 terlapor diteruskan ke lembaganya
      Maka yang belum dijawab menurut lembaga
        | lembaga                                   | terlapor | gagal |
        | Badan Kepegawaian Negara                  | 31       | 0     |
        | Bupati Lebong                             | 2        | 0     |
        | KPU Kabupaten Lebong                      | 1        | 0     |
      Ketika satu terlapor pada surat "Badan Kepegawaian Negara" gagal terkirim karena "NIP ditolak sistem"
      Dan terlapor lain pada surat "Badan Kepegawaian Negara" ditindaklanjuti
      Maka surat "Badan Kepegawaian Negara" menunggu 1 terlapor, 1 gagal, keadaan "failed"
      Ketika yang gagal pada surat "Badan Kepegawaian Negara" dikirim ulang dan diharapkan "2024-10-20"
      Diketahui sekarang "2024-11-20T09:00:00"
      Maka surat "Badan Kepegawaian Negara" menunggu 1 terlapor, 0 gagal, keadaan "overdue"
      Dan jejak audit utuh
