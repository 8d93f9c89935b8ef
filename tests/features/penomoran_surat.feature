# language: id
Fitur: Nomor surat keluar
  Agar setiap nomor dalam buku agenda dapat dipertanggungjawabkan,
  nomor sisipan dan nomor batal tercatat dengan alasannya dan tidak ada nomor yang dipakai dua kali.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan laporan diregistrasi pada "2024-09-20T09:00:00"
    Dan undangan klarifikasi sudah terbit
    Dan konsep surat kelengkapan menunggu pada perkara lain

  Aturan: Nomor sisipan berada di antara dua nomor yang sudah terpakai

    Skenario: Surat disisipkan sesudah nomor pertama
      Ketika ketua menyisipkan surat itu sesudah nomor 194 karena "Terlewat dicatat."
      Maka tindakan itu diterima
      Dan surat itu bernomor "194.1/PP.00.01/K/09/2024"
      Dan register menyebut nomor itu sisipan dengan alasan "Terlewat dicatat."
      Dan semua janji sistem terpenuhi

    Skenario: Sisipan kedua pada tempat yang sama
      Ketika ketua menyisipkan surat itu sesudah nomor 194 karena "Terlewat dicatat."
      Dan ketua menyisipkan surat kedua sesudah nomor 194 karena "Terlewat juga."
      Maka surat itu bernomor "194.2/PP.00.01/K/09/2024"
      Dan semua janji sistem terpenuhi

    Skenario: Sisipan perlu alasan
      Ketika ketua menyisipkan surat itu sesudah nomor 194 karena ""
      Maka tindakan itu ditolak dengan penjelasan "Tulis mengapa"

    Skenario: Sesudah nomor terakhir tidak ada sisipan
      Ketika ketua menyisipkan surat itu sesudah nomor 999 karena "Terlewat dicatat."
      Maka tindakan itu ditolak dengan penjelasan "mendapat nomor biasa"

  Aturan: Nomor yang batal tetap tercantum dan dijelaskan

    Skenario: Surat yang keliru dibatalkan sebelum disampaikan
      Ketika surat itu diterbitkan
      Dan ketua membatalkan surat itu karena "Nama tempat keliru."
      Maka tindakan itu diterima
      Dan register menyebut nomor surat itu batal dengan alasan "Nama tempat keliru."
      Dan konsep penggantinya menunggu diterbitkan
      Dan semua janji sistem terpenuhi

    Skenario: Surat yang sudah disampaikan tidak dapat dibatalkan
      Ketika ketua membatalkan undangan yang sudah disampaikan karena "Keliru."
      Maka tindakan itu ditolak dengan penjelasan "belum disampaikan"

  Aturan: Surat yang dibatalkan tidak menahan perkaranya

    Latar Belakang:
      Diketahui pemberitahuan status kepada pelapor sudah bernomor
      Dan ketua membatalkan pemberitahuan status itu karena "Alamat pelapor keliru."

    Skenario: Perkara dihentikan sesudah surat penggantinya disampaikan
      Ketika surat penggantinya disampaikan
      Dan koordinator mencoba "hentikan"
      Maka tindakan itu diterima
      Dan semua janji sistem terpenuhi

    Skenario: Surat pengganti yang belum disampaikan tetap menahan
      Ketika koordinator mencoba "hentikan"
      Maka tindakan itu ditolak dengan penjelasan "pemberitahuan status"

    Skenario: Pelapor dapat diberi tahu sekali lagi
      Ketika surat penggantinya disampaikan
      Dan sekretariat mencoba "beritahukan_status"
      Maka tindakan itu diterima

    Skenario: Kata-kata yang ditulis petugas ikut ke konsep berikutnya
      Ketika ketua menulis "Terima kasih atas laporan Saudara." pada konsep penggantinya
      Dan penggantinya diterbitkan lalu dibatalkan karena "Tanggal keliru."
      Maka konsep penggantinya memuat "Terima kasih atas laporan Saudara."
      Dan konsep penggantinya menyebut nomor yang digantikannya dan alasan "Tanggal keliru."
      Dan semua janji sistem terpenuhi

    Skenario: Selama penggantinya belum disampaikan tidak disusun surat kedua
      Ketika sekretariat mencoba "beritahukan_status"
      Maka tindakan itu ditolak dengan penjelasan "belum dikirim"

  Aturan: Pelapor yang sudah diberi tahu tidak menahan perkaranya lagi

    Latar Belakang:
      Diketahui pemberitahuan status kepada pelapor sudah bernomor
      Dan pemberitahuan status itu sudah disampaikan
      Dan sekretariat keliru menyusun pemberitahuan status sekali lagi

    Skenario: Surat kedua yang keliru disusun tidak menahan
      Ketika koordinator mencoba "hentikan"
      Maka tindakan itu diterima
      Dan semua janji sistem terpenuhi

    Skenario: Konsep yang tidak diperlukan dibuang
      Ketika ketua membuang konsep surat itu karena "Pelapor sudah diberi tahu."
      Maka tindakan itu diterima
      Dan konsep itu batal tanpa nomor dan tanpa pengganti
      Dan jejak menyimpan alasan "Pelapor sudah diberi tahu." membuang konsep itu
      Dan semua janji sistem terpenuhi

    Skenario: Membuang konsep perlu alasan
      Ketika ketua membuang konsep surat itu karena ""
      Maka tindakan itu ditolak dengan penjelasan "alasan belum diisi"

    Skenario: Surat bernomor tidak dibuang tetapi dibatalkan
      Ketika pemberitahuan status kedua dinomori
      Dan ketua membuang konsep surat itu karena "Tidak diperlukan."
      Maka tindakan itu ditolak dengan penjelasan "hanya konsep"

  Aturan: Konsep surat yang masih diperlukan perkaranya tidak dibuang

    Skenario: Pemberitahuan kelengkapan
      Ketika ketua membuang konsep surat itu karena "Tidak diperlukan."
      Maka tindakan itu ditolak dengan penjelasan "masih diperlukan"

  Aturan: Setiap kantor menulis nomornya menurut polanya sendiri

    Skenario: Pola baru berlaku untuk nomor berikutnya
      Ketika kepala sekretariat menetapkan pola "{seq}/K.BE/PM.00.01/{roman}/{yyyy}" selebar 3 angka
      Dan surat itu diterbitkan
      Maka surat itu bernomor dengan akhiran "/K.BE/PM.00.01/IX/2024"
      Dan nomor yang sudah diberikan tidak berubah
      Dan semua janji sistem terpenuhi

    Skenario: Pola tanpa nomor urut ditolak
      Ketika kepala sekretariat menetapkan pola "PP.00.01/K/{yyyy}" selebar 0 angka
      Maka tindakan itu ditolak dengan penjelasan "harus memuat {seq}"

    Skenario: Hanya yang berwenang mengubah pola
      Ketika penangan menetapkan pola "{seq}/X/{yyyy}" selebar 0 angka
      Maka tindakan itu ditolak dengan penjelasan "kepala sekretariat"
