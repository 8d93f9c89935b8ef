# language: id
Fitur: Temuan pengawas
  Agar dugaan yang ditemukan pengawas sendiri ditangani seperti laporan, pleno menetapkannya lebih
  dahulu sebagai temuan dalam tujuh hari, lalu meregistrasinya dengan nomor temuan.

  Latar Belakang:
    Diketahui pengawas mencatat temuan yang ditemukan "2024-09-17T10:00:00" pada "2024-09-19T09:00:00"

  Aturan: Pleno menetapkan temuan dalam tujuh hari sejak ditemukan

    @edisi:pemilihan-2020 @aturan:tindakan/catat_temuan @aturan:batas/penetapan_temuan
    Skenario: Dicatat dari laporan hasil pengawasan
      Maka perkara berada pada tahap "penetapan_temuan"
      Dan batas "penetapan_temuan" jatuh pada "2024-09-24T23:59:59+07:00"
      Dan belum ada nomor perkara yang terpakai
      Dan jejak audit utuh

    @edisi:pemilihan-2020 @aturan:tindakan/tetapkan_temuan
    Skenario: Ditetapkan lalu diregistrasi dengan nomor TM
      Ketika pleno menetapkan temuan pada "2024-09-20T13:00:00"
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "pleno_registrasi"
      Dan batas "penetapan_temuan" dalam keadaan "met"
      Ketika anggota mencoba "registrasi"
      Maka tindakan itu diterima
      Dan nomor temuan "01/Reg/TM/PG/Prov/07.00/IX/2024"
      Dan batas "penanganan" jatuh pada "2024-09-23T23:59:59+07:00"
      Dan jejak audit utuh

    Skenario: Ditetapkan sesudah tujuh hari
      Ketika pleno menetapkan temuan pada "2024-09-25T09:00:00"
      Maka tindakan itu diterima
      Dan batas "penetapan_temuan" dalam keadaan "late_met"

    Skenario: Tanpa kuorum
      Ketika pleno tanpa kuorum menetapkan temuan
      Maka tindakan itu ditolak dengan penjelasan "kuorum"
      Dan perkara berada pada tahap "penetapan_temuan"

    Skenario: Tidak ada meja penerimaan untuk temuan
      Ketika petugas penerima mencoba "tetapkan_temuan"
      Maka tindakan itu ditolak dengan penjelasan "anggota"

  Aturan: Pleno dapat memutuskan bahwa tidak ada dugaan pelanggaran

    @edisi:pemilihan-2020 @aturan:tindakan/tolak_temuan
    Skenario: Diputuskan bukan temuan
      Ketika ketua mencoba "tolak_temuan"
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "bukan_temuan"
      Dan berita acara rapat menyebut "tidak ditetapkan menjadi Temuan"
      Dan jejak audit utuh

  Aturan: Temuan yang diregistrasi ditangani sampai selesai tanpa surat kepada pelapor

    Skenario: Tidak diregistrasi
      Ketika pleno menetapkan temuan pada "2024-09-20T13:00:00"
      Dan anggota mencoba "tolak_registrasi"
      Maka tindakan itu diterima
      Dan tidak ada surat kepada pelapor
      Dan jejak audit utuh

    Skenario: Sampai putusan pleno
      Ketika pleno menetapkan temuan pada "2024-09-20T13:00:00"
      Dan temuan itu ditangani sampai diteruskan
      Maka perkara berada pada tahap "tindak_lanjut"
      Dan tidak ada surat kepada pelapor
      Dan jejak audit utuh

  Aturan: Temuan yang hanya menyangkut barang ditangani tanpa klarifikasi, karena tidak ada orang yang dapat diundang

    Skenario: Sampai diteruskan
      Diketahui pengawas mencatat temuan tentang barang tanpa pemilik yang diketahui
      Ketika pleno menetapkan temuan pada "2024-09-20T13:00:00"
      Dan temuan tentang barang itu ditangani sampai diteruskan
      Maka perkara berada pada tahap "tindak_lanjut"
      Dan jejak audit utuh
