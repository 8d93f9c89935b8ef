# language: id
Fitur: Pelimpahan dan pengambilalihan perkara antarkantor
  Agar perkara ditangani kantor yang berwenang tanpa kehilangan sehari pun, perkara yang dilimpahkan
  berpindah ke kantor penerima bersama batas waktunya, dan kantor pengirim tetap dapat membacanya.

  Latar Belakang:
    Diketahui laporan diterima di Bawaslu Provinsi pada "2024-09-19T10:00:00"

  Aturan: Perkara baru terlihat penerima setelah suratnya berangkat, dan baru berpindah setelah diterima

    Skenario: Dari surat sampai diterima
      Ketika Bawaslu Provinsi melimpahkan perkara itu ke kantor "07.08" pada "2024-09-20T09:00:00"
      Maka kantor "07.08" tidak mengetahui perkara itu
      Ketika surat pelimpahan dikirim pada "2024-09-20T10:00:00"
      Maka kantor "07.08" dapat membaca perkara itu
      Dan perkara itu masih dipegang kantor "07.00"
      Dan koordinator kantor "07.08" diberi tahu "pelimpahan menunggu diterima"
      Ketika kantor "07.08" menerima pelimpahan pada "2024-09-20T14:00:00" dengan bukti "Agenda 12/IX"
      Maka perkara itu dipegang kantor "07.08"
      Dan kantor "07.00" dapat membaca perkara itu
      Dan koordinator kantor "07.00" diberi tahu "pelimpahan diterima"
      Dan kantor lain tidak mengetahui perkara itu
      Dan jejak audit kedua kantor utuh

    Skenario: Batas waktu tidak dimulai ulang
      Ketika perkara itu sudah diterima kantor "07.08" pada "2024-09-20T14:00:00"
      Maka batas "kajian_awal" tetap berakhir pada "2024-09-21T23:59:59+07:00"
      Dan setiap batas sama dengan hitungan ulangnya

    Skenario: Yang bertanggung jawab atas batas yang lewat
      Ketika Bawaslu Provinsi melimpahkan perkara itu ke kantor "07.08" pada "2024-09-20T09:00:00"
      Dan surat pelimpahan dikirim pada "2024-09-20T10:00:00"
      Dan batas waktu lewat pada "2024-09-22T08:00:00"
      Maka koordinator kantor "07.00" diberi tahu "batas waktu lewat"
      Dan koordinator kantor "07.08" diberi tahu "batas waktu lewat"
      Dan pertanyaan tentang batas itu ada pada kantor "07.00", bukan kantor "07.08"

    Skenario: Sesudah diterima, hanya penerima yang diingatkan
      Ketika perkara itu sudah diterima kantor "07.08" pada "2024-09-20T14:00:00"
      Dan batas waktu lewat pada "2024-09-22T08:00:00"
      Maka koordinator kantor "07.08" diberi tahu "batas waktu lewat"
      Dan koordinator kantor "07.00" tidak diberi tahu "batas waktu lewat"
      Dan pertanyaan tentang batas itu ada pada kantor "07.08", bukan kantor "07.00"

  Aturan: Kantor penerima bertindak, kantor pengirim hanya membaca

    Skenario: Sesudah diterima
      Ketika perkara itu sudah diterima kantor "07.08" pada "2024-09-20T14:00:00"
      Maka kantor "07.08" dapat menilai syarat laporan itu
      Dan kantor "07.00" ditolak menilai syarat laporan itu dengan penjelasan "hanya dapat membacanya"

    Skenario: Sebelum diterima penerima belum dapat bertindak
      Ketika Bawaslu Provinsi melimpahkan perkara itu ke kantor "07.08" pada "2024-09-20T09:00:00"
      Dan surat pelimpahan dikirim pada "2024-09-20T10:00:00"
      Maka kantor "07.08" ditolak menilai syarat laporan itu dengan penjelasan "hanya dapat membacanya"
      Dan kantor "07.00" ditolak menerima pelimpahan itu sendiri

    Skenario: Perkara yang sedang menunggu tidak diakhiri pengirim
      Ketika Bawaslu Provinsi melimpahkan perkara itu ke kantor "07.08" pada "2024-09-20T09:00:00"
      Dan surat pelimpahan dikirim pada "2024-09-20T10:00:00"
      Maka Bawaslu Provinsi ditolak menghentikan perkara itu dengan penjelasan "belum diterima"

  Aturan: Hanya kantor yang disebut aturan yang dapat dituju

    Skenario: Kantor sejajar tidak dapat dipilih
      Ketika Bawaslu Provinsi mencoba melimpahkan perkara itu ke kantor "99.01"
      Maka isian pelimpahan ditolak dengan "Pilih kantor yang dituju"

    Skenario: Dasar pelimpahan pada Pemilihan belum ditemukan pasalnya
      Ketika Bawaslu Provinsi melimpahkan perkara itu ke kantor "07.08" pada "2024-09-20T09:00:00"
      Maka pelimpahan itu tercatat dengan tanda "sumber sekunder"

  Aturan: Nomor tetap nomor asal, dan identitas pelapor tetap tersegel

    Skenario: Nomor dan register
      Ketika perkara itu sudah diterima kantor "07.08" pada "2024-09-20T14:00:00"
      Maka nomor perkara itu tidak berubah dan tidak ada nomor ganda
      Dan register kantor "07.08" memuatnya sebagai "pelimpahan dari Badan Pengawas Pemilihan Umum Provinsi Bengkulu"
      Dan register kantor "07.00" memuatnya sebagai "pelimpahan ke Badan Pengawas Pemilihan Umum Kabupaten Lebong"

    Skenario: Identitas pelapor
      Ketika perkara itu sudah diterima kantor "07.08" pada "2024-09-20T14:00:00"
      Maka koordinator kantor "07.08" dapat membuka identitas pelapor
      Dan koordinator kantor "07.00" tidak dapat membuka identitas pelapor
      Dan petugas penerima laporan itu masih dapat membukanya

  Aturan: Pelimpahan yang salah alamat dikembalikan dengan alasan

    Skenario: Dikembalikan
      Ketika Bawaslu Provinsi melimpahkan perkara itu ke kantor "07.08" pada "2024-09-20T09:00:00"
      Dan surat pelimpahan dikirim pada "2024-09-20T10:00:00"
      Dan kantor "07.08" mengembalikannya pada "2024-09-20T13:00:00" dengan alasan "Peristiwanya di Kepahiang"
      Maka perkara itu masih dipegang kantor "07.00"
      Dan kantor "07.08" tidak mengetahui perkara itu
      Dan koordinator kantor "07.00" diberi tahu "pelimpahan dikembalikan"
      Dan jejak audit kedua kantor utuh
      Ketika Bawaslu Provinsi melimpahkan perkara itu ke kantor "07.05" pada "2024-09-20T15:00:00"
      Dan surat pelimpahan dikirim pada "2024-09-20T16:00:00"
      Maka kantor "07.08" tidak mengetahui perkara itu

  Aturan: Kantor di atasnya mengambil alih hanya yang diawasinya

    Skenario: Diambil alih lalu dilimpahkan kembali
      Ketika perkara itu sudah diterima kantor "07.08" pada "2024-09-20T14:00:00"
      Dan kantor "07.00" mengambil alih perkara itu pada "2024-09-20T16:00:00"
      Maka perkara itu dipegang kantor "07.00"
      Dan kantor "07.08" dapat membaca perkara itu
      Dan surat "pengambilalihan" disusun kantor "07.00" untuk kantor "07.08"
      Dan jejak audit kedua kantor utuh
      Dan setiap batas sama dengan hitungan ulangnya

    Skenario: Tanpa wewenang mengawasi
      Ketika perkara itu sudah diterima kantor "07.08" pada "2024-09-20T14:00:00"
      Maka koordinator kantor "07.00" yang bukan supervisor ditolak mengambil alih perkara itu

  Aturan: Surat pelimpahan yang baru tercatat terkirim sesudah perkara berakhir tidak memindahkan perkara

    Skenario: Perkara dihentikan ketika suratnya sudah bernomor
      Ketika Bawaslu Provinsi melimpahkan perkara itu ke kantor "07.08" pada "2024-09-20T09:00:00"
      Dan surat pelimpahan bernomor, lalu perkara dihentikan
      Dan pengiriman surat pelimpahan itu baru dicatat pada "2024-09-20T11:00:00"
      Maka kantor "07.08" tidak mengetahui perkara itu
      Dan koordinator kantor "07.08" tidak diberi tahu "pelimpahan menunggu diterima"
      Dan jejak audit kedua kantor utuh
