# language: id
Fitur: Sidang pelanggaran administrasi sesudah Putusan MK 104
  Acara sidangnya dipinjam dari Pemilu dan belum dipastikan, jadi kantor menyalakannya dengan sadar.
  Majelis memeriksa menurut urutan, bermusyawarah tertutup, dan membacakan putusan; KPU lalu punya tujuh hari
  sejak putusan itu diterimanya.

  Latar Belakang:
    Diketahui laporan pelanggaran administrasi tahun 2026 sampai pada pleno registrasi

  Aturan: Jalan sidang tidak menyala sendiri

    @edisi:pemilihan-2025 @aturan:tindakan/registrasi_sidang
    Skenario: Ditolak selama kantor belum memilihnya
      Ketika pleno meregistrasi laporan untuk disidangkan
      Maka ditolak dengan penjelasan "Acara sidang pelanggaran administrasi Pemilihan belum dipastikan"
      Dan ditolak dengan penjelasan "Putusan MK 104/PUU-XXIII/2025"
      Dan ditolak dengan penjelasan "Pengaturan, Pilihan kantor"

    Skenario: Perkara menyebut siapa yang menyalakannya dan mengapa
      Diketahui administrator menyalakan jalan sidang karena "Surat Bawaslu tentang acara sidang"
      Ketika pleno meregistrasi laporan untuk disidangkan
      Maka perkara berada pada tahap "penetapan_majelis"
      Dan perkara memperingatkan "belum dipastikan berlaku bagi Pemilihan" dengan tanda "secondary"
      Dan peringatan itu menyebut alasan "Surat Bawaslu tentang acara sidang" dan petugasnya

    Skenario: Pleno tetap tidak memutus golongan ini tanpa sidang
      Diketahui administrator menyalakan jalan sidang karena "Petunjuk Bawaslu"
      Ketika kajian mengusulkan pelanggaran administrasi tanpa sidang
      Maka ditolak dengan penjelasan "melalui persidangan"

    Skenario: Perkara yang memuat dugaan pidana tidak disidangkan dengan tindakan ini
      Diketahui administrator menyalakan jalan sidang karena "Petunjuk Bawaslu"
      Dan laporan itu juga memuat dugaan pidana
      Ketika pleno meregistrasi laporan untuk disidangkan
      Maka ditolak dengan penjelasan "dugaan tindak pidana"

    @edisi:pemilihan-2025 @aturan:tindakan/alihkan_ke_sidang
    Skenario: Perkara yang sudah diklarifikasi dialihkan
      Diketahui administrator menyalakan jalan sidang karena "Petunjuk Bawaslu"
      Dan laporan diregistrasi seperti biasa
      Ketika koordinator mengalihkan perkara ke sidang
      Maka perkara berada pada tahap "penetapan_majelis"
      Dan batas "putusan_administrasi" dalam keadaan "open"

  Aturan: Dari registrasi sampai KPU menindaklanjuti putusan

    Latar Belakang:
      Diketahui administrator menyalakan jalan sidang karena "Petunjuk Bawaslu"
      Dan laporan diregistrasi untuk disidangkan

    @edisi:pemilihan-2025 @aturan:batas/putusan_administrasi
    Skenario: Batas undang-undang dan batas yang dipinjam berjalan bersama
      Maka batas "penanganan" jatuh pada "2026-03-21T23:59:59+07:00" dengan tanda "secondary"
      Dan batas "putusan_administrasi" jatuh pada "2026-04-14T23:59:59+07:00" dengan tanda "unverified"

    Skenario: KPU menindaklanjuti pada waktunya
      Diketahui putusan dibacakan dan sampai pada KPU pada "2026-03-31T09:00:00"
      Maka batas "tindak_lanjut_kpu" jatuh pada "2026-04-07T23:59:59+07:00" dengan tanda "secondary"
      Dan batas "putusan_administrasi" dalam keadaan "met"
      Ketika KPU menindaklanjuti pada "2026-04-06T10:00:00"
      Maka batas "tindak_lanjut_kpu" dalam keadaan "met"
      Dan setiap dokumen sidang ada
        | dokumen                | jumlah |
        | penetapan_majelis      | 1      |
        | panggilan_sidang       | 4      |
        | berita_acara_sidang    | 3      |
        | putusan_administrasi   | 1      |
        | penerusan_administrasi | 1      |
      Dan surat kepada KPU memuat amar dan hari pembacaan
      Dan putusan memuat pertimbangan dan amar tanpa nama pelapor
      Dan pemberitahuan kepada pelapor dan terlapor menyebut putusan yang dibacakan, bukan pleno
      Dan jejak audit utuh

    Skenario: KPU tidak menindaklanjuti
      Diketahui putusan dibacakan dan sampai pada KPU pada "2026-03-31T09:00:00"
      Ketika waktu menunjukkan "2026-04-08T00:00:01"
      Maka batas "tindak_lanjut_kpu" dalam keadaan "expired"

    Skenario: Putusan yang menyatakan tidak terbukti tidak dikirim kepada KPU
      Ketika majelis membacakan putusan "bukan_pelanggaran"
      Maka perkara berada pada tahap "penerusan"
      Dan tidak ada surat kepada KPU yang dapat disusun
      Dan batas "penanganan" dalam keadaan "late_met"

  Aturan: Majelis, urutan, dan kehadiran

    Latar Belakang:
      Diketahui administrator menyalakan jalan sidang karena "Petunjuk Bawaslu"
      Dan laporan diregistrasi untuk disidangkan

    @edisi:pemilihan-2025 @aturan:tindakan/tetapkan_majelis
    Skenario: Majelis tanpa seluruh anggota perlu alasan
      Ketika ketua menetapkan majelis dengan satu anggota kurang
      Maka ditolak dengan penjelasan "seluruh anggota menjadi majelis"
      Ketika ketua menetapkan majelis dengan satu anggota kurang karena "Anggota itu sakit."
      Maka perkara berada pada tahap "sidang"

    @edisi:pemilihan-2025 @aturan:tindakan/panggil_sidang
    Skenario: Acara yang mendahului urutannya
      Diketahui majelis lengkap ditetapkan
      Ketika sekretariat memanggil para pihak untuk acara "pembuktian"
      Maka ditolak dengan penjelasan "Acara pembuktian mendahului pembacaan laporan atau temuan"

    @edisi:pemilihan-2025 @aturan:tindakan/catat_sidang
    Skenario: Yang tidak hadir perlu keterangan
      Diketahui majelis lengkap ditetapkan
      Dan para pihak dipanggil untuk acara "pembacaan_laporan"
      Ketika sidang dicatat tanpa kehadiran terlapor
      Maka ditolak dengan penjelasan "keterangan ketidakhadirannya"

    Skenario: Berita acara tidak menyebut nama pelapor
      Diketahui majelis lengkap ditetapkan
      Dan para pihak dipanggil untuk acara "pembacaan_laporan"
      Ketika sidang dicatat dengan menyebut nama pelapor
      Maka ditolak dengan penjelasan "memuat data pelapor atau saksi"

    Skenario: Acara yang belum selesai dilanjutkan dalam sidang berikutnya
      Diketahui majelis lengkap ditetapkan
      Dan para pihak dipanggil untuk acara "pembacaan_laporan"
      Ketika sidang dicatat tanpa acara yang selesai
      Maka berita acara sidang menyebut acara "pembacaan laporan atau temuan"
      Ketika sekretariat memanggil para pihak untuk acara "pembacaan_laporan, jawaban_terlapor"
      Maka sidang ke-2 dijadwalkan

    @edisi:pemilihan-2025 @aturan:tindakan/tunda_sidang
    Skenario: Sidang ditunda, panggilan yang belum terkirim batal
      Diketahui majelis lengkap ditetapkan
      Dan para pihak dipanggil untuk acara "pembacaan_laporan"
      Ketika sekretariat menunda sidang karena "Ketua majelis berhalangan."
      Maka semua panggilan sidang itu batal
      Ketika sekretariat memanggil para pihak untuk acara "pembacaan_laporan"
      Maka sidang ke-2 dijadwalkan

    @edisi:pemilihan-2025 @aturan:tindakan/tutup_sidang
    Skenario: Pemeriksaan tidak ditutup sebelum kesimpulan
      Diketahui majelis lengkap ditetapkan
      Dan sidang dengan acara "pembacaan_laporan, jawaban_terlapor" sudah berlangsung
      Ketika ketua menutup pemeriksaan
      Maka ditolak dengan penjelasan "Pembuktian dalam sidang belum selesai"

  Aturan: Putusan tertutup sampai dibacakan, dan sesudah itu tetap

    Latar Belakang:
      Diketahui administrator menyalakan jalan sidang karena "Petunjuk Bawaslu"
      Dan laporan diregistrasi untuk disidangkan
      Dan pemeriksaan selesai

    @edisi:pemilihan-2025 @aturan:tindakan/putuskan_majelis
    Skenario: Majelis hanya memutus pelanggaran administrasi
      Ketika majelis bermusyawarah dengan hasil "hukum_lainnya"
      Maka ditolak dengan penjelasan "Dugaan golongan lain ditangani sebagai perkara tersendiri"

    Skenario: Musyawarah tidak dihadiri cukup anggota
      Ketika majelis bermusyawarah dengan satu anggota saja
      Maka ditolak dengan penjelasan "tidak lebih dari setengah anggota majelis"

    Skenario: Putusan tanpa amar
      Ketika majelis bermusyawarah tanpa amar
      Maka ditolak dengan penjelasan "Tulis amar"

    Skenario: Anggota majelis ternyata berkepentingan, lalu diganti
      Diketahui seorang anggota majelis dikecualikan dari perkara
      Ketika majelis bermusyawarah dengan hasil "administrasi"
      Maka ditolak dengan penjelasan "benturan kepentingan"
      Ketika ketua menetapkan majelis yang baru dan menutup pemeriksaan
      Dan majelis bermusyawarah dengan hasil "administrasi"
      Maka perkara berada pada tahap "pembacaan_putusan"

    Skenario: Sebelum dibacakan hanya majelis yang membaca putusan
      Diketahui majelis bermusyawarah dan menyusun putusan
      Maka putusan terbaca oleh "ketua" dan tidak oleh "penangan"
      Dan belum ada hasil yang tercatat

    @edisi:pemilihan-2025 @aturan:tindakan/bacakan_putusan
    Skenario: Dimatikan sebelum dibacakan
      Diketahui majelis bermusyawarah dan menyusun putusan
      Ketika administrator mematikan jalan sidang karena "Petunjuk baru"
      Dan ketua membacakan putusan
      Maka ditolak dengan penjelasan "Pengaturan, Pilihan kantor"

    @edisi:pemilihan-2025 @aturan:tindakan/ralat_pleno
    Skenario: Dimatikan sesudah dibacakan, putusan tetap dikirim dan tidak diralat pleno
      Diketahui majelis bermusyawarah dan menyusun putusan
      Ketika ketua membacakan putusan
      Dan administrator mematikan jalan sidang karena "Petunjuk baru"
      Dan surat penyampaian putusan disusun dan dikirim
      Maka perkara berada pada tahap "tindak_lanjut"
      Ketika pleno meralat putusan itu
      Maka ditolak dengan penjelasan "Ralat putusan pleno belum dapat dilakukan: Putusan majelis dibacakan dalam sidang"
