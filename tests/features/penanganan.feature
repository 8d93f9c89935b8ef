# language: id
Fitur: Penanganan: klarifikasi dan perpanjangan
  Agar keterangan cukup dalam waktu yang dibatasi undang-undang.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-20T09:40:00"
    Dan laporan diregistrasi pada "2024-09-22T13:00:00"

  Aturan: Klarifikasi ditutup sesudah setiap undangan terjawab

    Skenario: Belum ada yang diklarifikasi
      Ketika penangan mencoba "tutup_klarifikasi"
      Maka tindakan itu ditolak dengan penjelasan "klarifikasi"

    Skenario: Semua sudah hadir
      Diketahui semua pihak sudah diklarifikasi
      Ketika penangan mencoba "tutup_klarifikasi"
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "kajian"
      Dan setiap sesi mempunyai berita acara

    Skenario: Dua panggilan cukup, panggilan ketiga ditolak
      Diketahui terlapor tidak hadir pada dua panggilan
      Ketika terlapor dipanggil sekali lagi
      Maka tindakan itu ditolak dengan penjelasan "2 kali"
      Ketika penangan mencoba "tutup_klarifikasi"
      Maka tindakan itu diterima

  Aturan: Jadwal klarifikasi yang keliru dibatalkan dengan alasan

    Skenario: Undangannya belum disampaikan, jadi belum ada panggilan
      Diketahui terlapor diundang pada hari yang keliru
      Ketika penangan membatalkan jadwal itu karena "Tahunnya salah ketik."
      Maka tindakan itu diterima
      Dan undangan jadwal itu batal dan nomornya dijelaskan dengan "Tahunnya salah ketik."
      Dan undangan berikutnya kepada terlapor adalah panggilan ke-1
      Dan semua janji sistem terpenuhi

    Skenario: Undangan yang sudah disampaikan tetap terhitung sebagai panggilan
      Diketahui terlapor diundang pada hari yang keliru
      Dan undangan itu sudah disampaikan
      Ketika penangan membatalkan jadwal itu karena "Ruangan tidak tersedia."
      Maka tindakan itu diterima
      Dan undangan berikutnya kepada terlapor adalah panggilan ke-2
      Dan semua janji sistem terpenuhi

    Skenario: Jadwal yang dibatalkan tidak menahan klarifikasi
      Diketahui semua pihak sudah diklarifikasi
      Dan terlapor diundang pada hari yang keliru
      Ketika koordinator membatalkan jadwal itu karena "Ia sudah didengar."
      Dan penangan mencoba "tutup_klarifikasi"
      Maka tindakan itu diterima

    Skenario: Pembatalan saja bukan hasil klarifikasi
      Diketahui terlapor diundang pada hari yang keliru
      Ketika penangan membatalkan jadwal itu karena "Tahunnya salah ketik."
      Dan penangan mencoba "tutup_klarifikasi"
      Maka tindakan itu ditolak dengan penjelasan "klarifikasi"

    Skenario: Waktunya sudah lewat sesudah undangan disampaikan
      Diketahui terlapor diundang pada hari yang keliru
      Dan undangan itu sudah disampaikan
      Dan sekarang "2025-09-24T09:00:00"
      Ketika penangan membatalkan jadwal itu karena "Ia tidak datang."
      Maka tindakan itu ditolak dengan penjelasan "ketidakhadirannya"

    Skenario: Pembatalan perlu alasan
      Diketahui terlapor diundang pada hari yang keliru
      Ketika penangan membatalkan jadwal itu karena ""
      Maka tindakan itu ditolak dengan penjelasan "alasan pembatalan belum diisi"

    Skenario: Petugas lain tidak berwenang
      Diketahui terlapor diundang pada hari yang keliru
      Ketika sekretariat membatalkan jadwal itu karena "Tahunnya salah ketik."
      Maka tindakan itu ditolak dengan penjelasan "penangan atau koordinator"

  Aturan: Dugaan pidana yang baru tampak dalam kajian tetap dapat dibahas di Sentra Gakkumdu

    Skenario: Belum ada yang menandai dugaan pidana
      Diketahui semua pihak sudah diklarifikasi
      Ketika penangan mencatat pembahasan pertama Gakkumdu
      Maka tindakan itu ditolak dengan penjelasan "usulkan dalam kajian"

    Skenario: Kajian mengusulkan tindak pidana
      Diketahui semua pihak sudah diklarifikasi
      Dan kajian mengusulkan tindak pidana
      Ketika penangan mencatat pembahasan pertama Gakkumdu
      Maka tindakan itu diterima
      Dan jejak audit utuh

  Aturan: Tambahan dua hari hanya dengan alasan dan hanya sekali

    Skenario: Dengan alasan menjadi lima hari sejak awal yang sama
      Diketahui sekarang "2024-09-25T09:00:00"
      Ketika koordinator mencoba "perpanjang_penanganan"
      Maka tindakan itu diterima
      Dan batas "penanganan" jatuh pada "2024-09-27T23:59:59+07:00"

    Skenario: Tanpa alasan ditolak
      Ketika koordinator memperpanjang tanpa alasan
      Maka tindakan itu ditolak dengan penjelasan "alasan belum diisi"
      Dan batas "penanganan" jatuh pada "2024-09-25T23:59:59+07:00"

    Skenario: Kedua kalinya ditolak
      Ketika koordinator mencoba "perpanjang_penanganan"
      Dan koordinator mencoba "perpanjang_penanganan"
      Maka tindakan itu ditolak dengan penjelasan "perpanjang"
      Dan batas "penanganan" jatuh pada "2024-09-27T23:59:59+07:00"

    Skenario: Sesudah batasnya lewat tidak ada lagi yang dapat diperpanjang
      Diketahui sekarang "2024-09-26T00:00:00"
      Ketika koordinator mencoba "perpanjang_penanganan"
      Maka tindakan itu ditolak dengan penjelasan "perpanjang"

  Aturan: Tanggal yang dibetulkan menghitung ulang setiap batas yang bergantung padanya

    Skenario: Registrasi ternyata sehari sebelumnya
      Ketika koordinator membetulkan "diregistrasi" menjadi "2024-09-21T13:00:00"
      Maka tindakan itu diterima
      Dan batas "penanganan" jatuh pada "2024-09-24T23:59:59+07:00"
      Dan jejak audit utuh

    Skenario: Pembetulan perlu alasan
      Ketika koordinator membetulkan "diregistrasi" menjadi "2024-09-21T13:00:00" tanpa alasan
      Maka tindakan itu ditolak dengan penjelasan "alasan"

  Aturan: Sesudah registrasi laporan tidak dapat dicabut

    Skenario: Pelapor berubah pikiran
      Ketika petugas penerima mencoba "cabut_laporan"
      Maka tindakan itu ditolak dengan penjelasan "cabut"
      Dan perkara berada pada tahap "klarifikasi"
