# language: id
Fitur: Pembahasan di Sentra Gakkumdu
  Agar dugaan tindak pidana dibahas bersama penyidik dan jaksa dalam waktunya,
  pembahasan dicatat dengan jamnya sendiri dan pendapat ketiga unsur.

  Latar Belakang:
    Diketahui laporan dengan dugaan pidana diterima pada "2024-09-20T09:40:00"
    Dan laporan diregistrasi pada "2024-09-22T13:00:00"

  Aturan: Pembahasan pertama memenuhi batas 24 jam sejak registrasi

    @edisi:pemilihan-2020 @aturan:tindakan/catat_gakkumdu_1
    Skenario: Dicatat pada waktunya
      Diketahui sekarang "2024-09-23T10:00:00"
      Ketika penangan mencatat "catat_gakkumdu_1" dengan "gakkumdu_1_dibahas" pada "2024-09-23T09:00:00"
      Maka tindakan itu diterima
      Dan batas "gakkumdu_1" dalam keadaan "met"
      Ketika waktu menunjukkan "2024-09-24T09:00:00"
      Maka batas "gakkumdu_1" dalam keadaan "met"
      Dan tidak ada catatan bahwa batas "gakkumdu_1" lewat
      Dan jejak audit utuh

    Skenario: Berlangsung pada waktunya, dicatat sesudah batasnya lewat
      Diketahui sekarang "2024-09-23T13:30:00"
      Maka batas "gakkumdu_1" dalam keadaan "expired"
      Ketika penangan mencatat "catat_gakkumdu_1" dengan "gakkumdu_1_dibahas" pada "2024-09-23T12:00:00"
      Maka tindakan itu diterima
      Dan batas "gakkumdu_1" dalam keadaan "met"

    @edisi:pemilihan-2020 @aturan:tindakan/catat_gakkumdu_1
    Skenario: Berlangsung pada waktunya, baru dicatat sesudah pleno
      Diketahui pleno memutuskan tindak pidana pada "2024-09-24T15:00:00"
      Maka batas "gakkumdu_1" dalam keadaan "expired"
      Ketika penangan mencatat "catat_gakkumdu_1" dengan "gakkumdu_1_dibahas" pada "2024-09-24T15:30:00"
      Maka tindakan itu ditolak dengan penjelasan "hanya dicatat apa yang terjadi sebelumnya"
      Ketika penangan mencatat "catat_gakkumdu_1" dengan "gakkumdu_1_dibahas" pada "2024-09-23T12:00:00"
      Maka tindakan itu diterima
      Dan batas "gakkumdu_1" dalam keadaan "met"
      Ketika koordinator mencatat "catat_gakkumdu_2" dengan "gakkumdu_2_dibahas" pada "2024-09-24T14:00:00"
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "penerusan"
      Dan jejak audit utuh

    Skenario: Berlangsung sesudah 24 jam
      Diketahui sekarang "2024-09-23T15:00:00"
      Ketika penangan mencatat "catat_gakkumdu_1" dengan "gakkumdu_1_dibahas" pada "2024-09-23T14:00:00"
      Maka batas "gakkumdu_1" dalam keadaan "late_met"

    Skenario: Jam yang salah ketik dibetulkan, dan batasnya dinilai lagi
      Diketahui sekarang "2024-09-23T15:00:00"
      Ketika penangan mencatat "catat_gakkumdu_1" dengan "gakkumdu_1_dibahas" pada "2024-09-23T14:00:00"
      Dan koordinator membetulkan "gakkumdu_1_dibahas" menjadi "2024-09-23T09:00:00"
      Maka batas "gakkumdu_1" dalam keadaan "met"
      Ketika koordinator membetulkan "gakkumdu_1_dibahas" menjadi "2024-09-23T14:00:00"
      Maka batas "gakkumdu_1" dalam keadaan "late_met"
      Dan jejak audit utuh

    Skenario: Tidak dibahas sama sekali
      Diketahui sekarang "2024-09-23T13:00:02"
      Maka batas "gakkumdu_1" dalam keadaan "expired"

  Aturan: Yang dicatat harus masuk akal dan beralasan

    Skenario: Waktu di masa depan
      Ketika penangan mencatat "catat_gakkumdu_1" dengan "gakkumdu_1_dibahas" pada "2024-09-25T09:00:00"
      Maka tindakan itu ditolak dengan penjelasan "masa depan"

    Skenario: Tanpa pendapat ketiga unsur
      Diketahui sekarang "2024-09-23T10:00:00"
      Ketika penangan mencatat "catat_gakkumdu_1" dengan "gakkumdu_1_dibahas" pada "2024-09-23T09:00:00" tanpa alasan
      Maka tindakan itu ditolak dengan penjelasan "alasan belum diisi"
      Dan batas "gakkumdu_1" dalam keadaan "open"

    Skenario: Pembahasan kedua mendahului yang pertama
      Diketahui sekarang "2024-09-23T10:00:00"
      Ketika penangan mencatat "catat_gakkumdu_2" dengan "gakkumdu_2_dibahas" pada "2024-09-23T09:00:00"
      Maka tindakan itu ditolak dengan penjelasan "pembahasan pertama"
