# language: id
Fitur: Pembetulan salah ketik
  Agar berkas dan surat menyebut yang benar tanpa menghapus yang pernah tercatat, salah ketik dibetulkan
  dengan alasan. Nilai lama disimpan tersegel; surat yang sudah terbit dan mengutipnya diberi tanda.

  Aturan: Yang dibetulkan tampil benar, yang lama tetap tersimpan

    Skenario: Judul perkara
      Diketahui laporan diterima pada "2024-09-19T10:00:00"
      Ketika penangan membetulkan judul menjadi "Dugaan ketidaknetralan kepala desa" karena "Salah ketik."
      Maka tindakan itu diterima
      Dan judul perkara adalah "Dugaan ketidaknetralan kepala desa"
      Dan nilai lama tersimpan tersegel dan tidak ada dalam jejak
      Dan jejak audit utuh

    Skenario: Tanpa alasan ditolak
      Diketahui laporan diterima pada "2024-09-19T10:00:00"
      Ketika penangan membetulkan judul menjadi "Lain" karena ""
      Maka tindakan itu ditolak dengan penjelasan "alasan"

    Skenario: Auditor tidak membetulkan
      Diketahui laporan diterima pada "2024-09-19T10:00:00"
      Ketika auditor membetulkan judul menjadi "Lain" karena "Salah ketik."
      Maka tindakan itu ditolak dengan penjelasan "petugas yang menanganinya"

  Aturan: Surat yang sudah terbit tidak diubah, hanya diberi tanda

    Skenario: Surat mengutip tempat yang lama
      Diketahui laporan diterima pada "2024-09-20T09:00:00"
      Dan pelapor menerima surat kelengkapan pada "2024-09-20T15:00:00"
      Ketika koordinator membetulkan tempat menjadi "Balai Desa Lain" karena "Salah ketik."
      Maka tindakan itu diterima
      Dan ada surat yang ditandai mengutip nilai lama
      Dan petugas diberi tahu bahwa surat mengutip nilai lama
      Dan jejak audit utuh

  Aturan: Waktu yang memulai batas menghitung ulang batas itu

    Skenario: Waktu terima surat kelengkapan salah dicatat
      Diketahui laporan diterima pada "2024-09-20T09:00:00"
      Dan pelapor menerima surat kelengkapan pada "2024-09-20T15:00:00"
      Dan sekarang "2024-09-22T09:00:00"
      Ketika sekretariat membetulkan waktu terima surat itu menjadi "2024-09-21T10:00:00" karena "Tanda terima bertanggal 21."
      Maka tindakan itu diterima
      Dan batas "perbaikan" mulai pada "2024-09-21T10:00:00"
      Dan jejak audit utuh

  Aturan: Identitas hanya oleh yang boleh membacanya

    Garis-Besar Skenario: Nomor telepon pelapor
      Diketahui laporan diterima pada "2024-09-19T10:00:00"
      Ketika <peran> membetulkan telepon pelapor menjadi "081299990000" karena "<alasan>"
      Maka pembetulan identitas itu <hasil>

      Contoh:
        | peran       | alasan                         | hasil                 |
        | koordinator | Salah ketik.                   | diterima              |
        | penangan    | Salah ketik.                   | ditolak: dirahasiakan |
        | koordinator | Yang benar 081299990000.       | ditolak: data pelapor |
