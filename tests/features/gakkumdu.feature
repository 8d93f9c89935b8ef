# language: id
Fitur: Pembahasan di Sentra Gakkumdu
  Agar dugaan tindak pidana dibahas bersama penyidik dan jaksa dalam waktunya,
  pembahasan dicatat dengan jamnya sendiri dan pendapat ketiga unsur,
  dan pleno tidak memutus tindak pidana tanpa pembahasan kedua.

  Latar Belakang:
    Diketahui laporan dengan dugaan pidana diterima pada "2024-09-20T09:40:00"
    Dan laporan diregistrasi pada "2024-09-22T13:00:00"

  Aturan: Pembahasan pertama memenuhi batas 24 jam sejak registrasi

    @edisi:pemilihan-2020 @aturan:tindakan/catat_gakkumdu_1
    Skenario: Dicatat pada waktunya
      Diketahui sekarang "2024-09-23T10:00:00"
      Ketika penangan mencatat pembahasan pertama pada "2024-09-23T09:00:00"
      Maka tindakan itu diterima
      Dan batas "gakkumdu_1" dalam keadaan "met"
      Ketika waktu menunjukkan "2024-09-24T09:00:00"
      Maka batas "gakkumdu_1" dalam keadaan "met"
      Dan tidak ada catatan bahwa batas "gakkumdu_1" lewat
      Dan jejak audit utuh

    Skenario: Berlangsung pada waktunya, dicatat sesudah batasnya lewat
      Diketahui sekarang "2024-09-23T13:30:00"
      Maka batas "gakkumdu_1" dalam keadaan "expired"
      Ketika penangan mencatat pembahasan pertama pada "2024-09-23T12:00:00"
      Maka tindakan itu diterima
      Dan batas "gakkumdu_1" dalam keadaan "met"

    @edisi:pemilihan-2020 @aturan:tindakan/catat_gakkumdu_1
    Skenario: Berlangsung pada waktunya, baru dicatat sesudah pleno
      Diketahui kajian mengusulkan tindak pidana dan sampai di pleno
      Dan pleno memutus tindak pidana pada "2024-09-24T15:00:00" dengan alasan "Pembahasan belum dicatat petugas."
      Maka batas "gakkumdu_1" dalam keadaan "expired"
      Ketika penangan mencatat pembahasan pertama pada "2024-09-24T15:30:00"
      Maka tindakan itu ditolak dengan penjelasan "hanya dicatat apa yang terjadi sebelumnya"
      Ketika penangan mencatat pembahasan pertama pada "2024-09-23T12:00:00"
      Maka tindakan itu diterima
      Dan batas "gakkumdu_1" dalam keadaan "met"
      Ketika koordinator mencatat pembahasan kedua pada "2024-09-24T14:00:00"
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "penerusan"
      Dan jejak audit utuh

    Skenario: Berlangsung sesudah 24 jam
      Diketahui sekarang "2024-09-23T15:00:00"
      Ketika penangan mencatat pembahasan pertama pada "2024-09-23T14:00:00"
      Maka batas "gakkumdu_1" dalam keadaan "late_met"

    Skenario: Jam yang salah ketik dibetulkan, dan batasnya dinilai lagi
      Diketahui sekarang "2024-09-23T15:00:00"
      Ketika penangan mencatat pembahasan pertama pada "2024-09-23T14:00:00"
      Dan koordinator membetulkan "gakkumdu_1_dibahas" menjadi "2024-09-23T09:00:00"
      Maka batas "gakkumdu_1" dalam keadaan "met"
      Ketika koordinator membetulkan "gakkumdu_1_dibahas" menjadi "2024-09-23T14:00:00"
      Maka batas "gakkumdu_1" dalam keadaan "late_met"
      Dan jejak audit utuh

    Skenario: Tidak dibahas sama sekali
      Diketahui sekarang "2024-09-23T13:00:02"
      Maka batas "gakkumdu_1" dalam keadaan "expired"

  Aturan: Setiap unsur berpendapat sendiri, dan berita acaranya memuat ketiganya

    Latar Belakang:
      Diketahui sekarang "2024-09-23T10:00:00"

    Skenario: Berita acara pembahasan pertama
      Ketika penangan mencatat pembahasan pertama pada "2024-09-23T09:00:00"
      Maka berita acara pembahasan "pertama" memuat pendapat setiap unsur
        | unsur                                  | pendapat                             |
        | Badan Pengawas Pemilihan Umum          | Menurut bawaslu unsur pasal terpenuhi.   |
        | Kepolisian Negara Republik Indonesia   | Menurut polri unsur pasal terpenuhi.     |
        | Kejaksaan Republik Indonesia           | Menurut kejaksaan unsur pasal terpenuhi. |

    Skenario: Pendapat satu unsur tidak ditulis
      Ketika penangan mencatat pembahasan pertama tanpa pendapat "polri"
      Maka tindakan itu ditolak dengan penjelasan "Pendapat Kepolisian belum diisi"
      Dan batas "gakkumdu_1" dalam keadaan "open"

    Skenario: Satu unsur tidak hadir tanpa keterangan
      Ketika penangan mencatat pembahasan pertama tanpa kehadiran "kejaksaan"
      Maka tindakan itu ditolak dengan penjelasan "mengapa unsur itu tidak hadir"

    Skenario: Satu unsur tidak hadir dengan keterangan
      Ketika penangan mencatat pembahasan pertama tanpa kehadiran "kejaksaan" karena "Jaksa sedang bersidang."
      Maka tindakan itu diterima
      Dan batas "gakkumdu_1" dalam keadaan "met"

    Skenario: Pendapat menyebut pelapor
      Ketika penangan mencatat pembahasan pertama yang menyebut nama pelapor
      Maka tindakan itu ditolak dengan penjelasan "memuat data pelapor atau saksi"

    Skenario: Waktu di masa depan
      Ketika penangan mencatat pembahasan pertama pada "2024-09-25T09:00:00"
      Maka tindakan itu ditolak dengan penjelasan "masa depan"

  Aturan: Pembahasan kedua berada di antara kajian dan pleno

    @edisi:pemilihan-2020 @aturan:tindakan/catat_gakkumdu_2
    Skenario: Pembahasan kedua mendahului kajian
      Diketahui sekarang "2024-09-23T10:00:00"
      Ketika penangan mencatat pembahasan kedua pada "2024-09-23T09:00:00"
      Maka tindakan itu ditolak dengan penjelasan "hanya dapat dilakukan pada tahap: Kajian"

    Skenario: Pembahasan kedua mendahului yang pertama
      Diketahui kajian mengusulkan tindak pidana dan sampai di pleno
      Ketika penangan mencatat pembahasan kedua sekarang
      Maka tindakan itu ditolak dengan penjelasan "Catat dahulu pembahasan pertama"

    @edisi:pemilihan-2020 @aturan:tindakan/putuskan_pleno
    Skenario: Pleno memutus tindak pidana tanpa pembahasan kedua
      Diketahui kajian mengusulkan tindak pidana dan sampai di pleno
      Ketika pleno memutus tindak pidana
      Maka tindakan itu ditolak dengan penjelasan "pembahasan kedua Sentra Gakkumdu belum dicatat"
      Dan tindakan itu ditolak dengan penjelasan "Peraturan Bersama Sentra Gakkumdu 2020"
      Dan tindakan itu ditolak dengan penjelasan "Catat pembahasan kedua Gakkumdu"
      Dan perkara berada pada tahap "pleno"

    Skenario: Sesudah pembahasan kedua pleno memutus
      Diketahui kajian mengusulkan tindak pidana dan sampai di pleno
      Dan kedua pembahasan sudah dicatat
      Ketika pleno memutus tindak pidana
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "penerusan"
      Dan perkara tidak memuat penyimpangan

    Skenario: Pembahasan kedua berlangsung sesudah pleno
      Diketahui kajian mengusulkan tindak pidana dan sampai di pleno
      Dan kedua pembahasan sudah dicatat
      Ketika pleno yang berlangsung satu jam sebelumnya memutus tindak pidana
      Maka tindakan itu ditolak dengan penjelasan "berlangsung sesudah pleno"

    Skenario: Pembahasan kedua menyimpulkan dihentikan
      Diketahui kajian mengusulkan tindak pidana dan sampai di pleno
      Dan pembahasan kedua menyimpulkan "dihentikan"
      Ketika pleno memutus tindak pidana
      Maka tindakan itu ditolak dengan penjelasan "apakah pleno terikat padanya tidak ditemukan pada sumber"

    Skenario: Hasil lain tidak memerlukan pembahasan
      Diketahui kajian mengusulkan tindak pidana dan sampai di pleno
      Ketika pleno memutus bukan pelanggaran
      Maka tindakan itu diterima

  Aturan: Penyimpangan beralasan, tercatat, dan terlihat

    Latar Belakang:
      Diketahui kajian mengusulkan tindak pidana dan sampai di pleno

    Skenario: Dengan alasan
      Ketika pleno memutus tindak pidana dengan alasan "Penyidik dan jaksa tidak hadir sampai batasnya berakhir."
      Maka tindakan itu diterima
      Dan penyimpangan pada perkara beralasan "Penyidik dan jaksa tidak hadir sampai batasnya berakhir."
      Dan berita acara pleno memuat "Penyidik dan jaksa tidak hadir sampai batasnya berakhir."
      Dan kantor di atas atau kepala sekretariat diberi tahu
      Dan jejak audit utuh

    Skenario: Alasan yang tidak mengatakan apa-apa
      Ketika pleno memutus tindak pidana dengan alasan "-"
      Maka tindakan itu ditolak dengan penjelasan "Tulis alasannya dengan lengkap"
      Dan perkara berada pada tahap "pleno"
