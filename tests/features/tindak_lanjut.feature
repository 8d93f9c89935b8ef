# language: id
Fitur: Jawaban instansi
  Agar instansi dinilai menurut waktu jawabannya sendiri, bukan menurut waktu petugas mencatatnya.

  Latar Belakang:
    Diketahui rekomendasi administrasi diterima KPU pada "2024-09-27T15:00:00"

  Skenario: Dijawab pada waktunya, dicatat sesudah batasnya lewat
    Diketahui sekarang "2024-10-07T09:00:00"
    Maka batas "tindak_lanjut_kpu" jatuh pada "2024-10-04T23:59:59+07:00"
    Dan batas "tindak_lanjut_kpu" dalam keadaan "expired"
    Ketika jawaban KPU bertanggal "2024-10-03T14:00:00" dicatat dengan suratnya
    Maka tindakan itu diterima
    Dan batas "tindak_lanjut_kpu" dalam keadaan "met"
    Dan surat jawaban tersimpan sebagai bukti pada tindak lanjutnya
    Dan jejak audit utuh

  Skenario: Dijawab terlambat
    Diketahui sekarang "2024-10-07T09:00:00"
    Ketika jawaban KPU bertanggal "2024-10-05T08:00:00" dicatat
    Maka batas "tindak_lanjut_kpu" dalam keadaan "late_met"

  Skenario: Tanggal jawaban yang keliru dicatat ulang
    Diketahui sekarang "2024-10-07T09:00:00"
    Ketika jawaban KPU bertanggal "2024-10-05T08:00:00" dicatat
    Dan jawaban KPU bertanggal "2024-10-04T08:00:00" dicatat
    Maka batas "tindak_lanjut_kpu" dalam keadaan "met"
    Dan jejak audit utuh

  Skenario: Jawaban tidak mendahului suratnya
    Diketahui sekarang "2024-10-07T09:00:00"
    Ketika jawaban KPU bertanggal "2024-09-27T13:00:00" dicatat
    Maka tindakan itu ditolak dengan penjelasan "sebelum suratnya dikirim"

  Skenario: Jawaban tidak datang dari masa depan
    Ketika jawaban KPU bertanggal "2024-10-03T14:00:00" dicatat
    Maka tindakan itu ditolak dengan penjelasan "masa depan"
