# language: id
Fitur: Registrasi laporan
  Agar penanganan berawal dari keputusan yang sah, pleno meregistrasi laporan yang memenuhi syarat.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:15:00"

  Aturan: Registrasi memberi nomor kedua dan memulai tiga hari penanganan

    Skenario: Registrasi pada hari Minggu tidak dilarang
      Ketika laporan diregistrasi pada "2024-09-22T13:00:00"
      Maka nomor registrasi "03/Reg/LP/PG/Prov/07.00/IX/2024"
      Dan perkara berada pada tahap "klarifikasi"
      Dan batas "penanganan" jatuh pada "2024-09-25T23:59:59+07:00"

    Skenario: Dugaan pidana memulai pembahasan Gakkumdu 24 jam
      Diketahui laporan lain yang menduga pidana diterima pada "2024-09-19T11:00:00"
      Ketika laporan diregistrasi pada "2024-09-20T14:30:00"
      Maka batas "gakkumdu_1" jatuh pada "2024-09-21T14:30:00+07:00"

  Aturan: Pleno sah bila lebih dari separuh anggota hadir

    Skenario: Dua dari lima anggota
      Diketahui semua syarat terpenuhi
      Dan registrasi sudah diajukan
      Ketika pleno dengan 3 anggota tidak hadir meregistrasi
      Maka tindakan itu ditolak dengan penjelasan "kuorum"
      Dan perkara berada pada tahap "pleno_registrasi"

    Skenario: Tiga dari lima anggota
      Diketahui semua syarat terpenuhi
      Dan registrasi sudah diajukan
      Ketika pleno dengan 2 anggota tidak hadir meregistrasi
      Maka tindakan itu diterima

  Aturan: Sikap yang dicatat mendukung keputusan, atau petugas memeriksanya dahulu

    Latar Belakang:
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Dan semua syarat terpenuhi
      Dan registrasi sudah diajukan

    Skenario: Lebih banyak yang tidak setuju
      Ketika pleno dengan 3 anggota tidak setuju meregistrasi
      Maka tindakan itu ditolak dengan penjelasan "belum ditemukan"
      Dan perkara berada pada tahap "pleno_registrasi"

    Skenario: Sama banyak bukan mayoritas
      Ketika pleno dengan 2 anggota tidak setuju dan 1 abstain meregistrasi
      Maka tindakan itu ditolak dengan penjelasan "tidak lebih banyak"

    Skenario: Diperiksa dan dipertimbangkan
      Ketika pleno dengan 3 anggota tidak setuju meregistrasi sesudah memeriksanya
      Maka tindakan itu diterima
      Dan jejak menyebut keputusan tanpa mayoritas

    Skenario: Dua yang tidak setuju bukan penghalang
      Ketika pleno dengan 2 anggota tidak setuju meregistrasi
      Maka tindakan itu diterima

  Aturan: Sesudah laporan dicabut hanya status yang diberitahukan

    Latar Belakang:
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Dan kelengkapan diminta dengan surat yang belum terbit

    Skenario: Surat kelengkapan tidak terbit lagi
      Ketika petugas penerima mencoba "cabut_laporan"
      Dan ketua mencoba "terbitkan_surat"
      Maka tindakan itu ditolak dengan penjelasan "tidak diperlukan lagi"
      Dan tidak ada nomor surat yang terpakai

  Aturan: Laporan yang tidak memenuhi syarat tidak diregistrasi, dan pelapor diberi tahu

    Skenario: Pleno tidak dapat meregistrasi laporan yang kurang
      Diketahui laporan itu diusulkan tidak diregistrasi
      Ketika anggota mencoba "registrasi"
      Maka tindakan itu ditolak dengan penjelasan "memenuhi syarat"

    Skenario: Pleno memutuskan tidak meregistrasi
      Diketahui laporan itu diusulkan tidak diregistrasi
      Ketika anggota mencoba "tolak_registrasi"
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "tidak_diregistrasi"
      Dan surat pemberitahuan status sudah disiapkan
      Dan jejak audit utuh
