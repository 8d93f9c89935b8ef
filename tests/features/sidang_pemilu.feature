# language: id
Fitur: Penanganan pelanggaran Pemilu, dengan sidang bagi pelanggaran administratif
  UU 7/2017 Pasal 461: Bawaslu memeriksa dan memutus sendiri, empat belas hari kerja sejak registrasi; KPU menindaklanjuti
  dalam tiga hari kerja sejak putusan dibacakan. Setiap surat dan putusan menyebut hukum Pemilu, bukan hukum Pilkada.

  Aturan: Pelanggaran administratif diputus majelis

    Latar Belakang:
      Diketahui laporan pelanggaran administratif Pemilu 2024 sampai pada pleno registrasi

    @edisi:pemilu-2022 @aturan:tindakan/bacakan_putusan
    Skenario: Dari registrasi sampai KPU menindaklanjuti
      Diketahui laporan diregistrasi untuk disidangkan
      Maka batas "putusan_administratif" jatuh pada "2024-03-13T23:59:59+07:00" dengan tanda "secondary"
      Diketahui putusan dibacakan dan sampai pada KPU pada "2024-02-27T09:00:00"
      Maka batas "putusan_administratif" dalam keadaan "met"
      Dan batas "tindak_lanjut_kpu" jatuh pada "2024-02-28T23:59:59+07:00" dengan tanda "secondary"
      Ketika KPU menindaklanjuti pada "2024-02-28T10:00:00"
      Maka batas "tindak_lanjut_kpu" dalam keadaan "met"
      Dan setiap dokumen sidang ada
        | dokumen                | jumlah |
        | penetapan_majelis      | 1      |
        | panggilan_sidang       | 4      |
        | berita_acara_sidang    | 3      |
        | putusan_administrasi   | 1      |
        | penerusan_administrasi | 1      |
      Dan putusannya mengingat "Pasal 461 ayat (1) dan Pasal 462 Undang-Undang Nomor 7 Tahun 2017"
      Dan surat kepada KPU meminta tindak lanjut "paling lama 3 (tiga) hari kerja sejak putusan dibacakan"
      Dan setiap dokumen menyebut hukum Pemilu dan tidak menyebut hukum Pilkada
      Dan jejak audit utuh

    @edisi:pemilu-2022 @aturan:tindakan/ajukan_koreksi
    Skenario: Koreksi dicatat sesudah putusan dibacakan
      Diketahui laporan diregistrasi untuk disidangkan
      Dan pemeriksaan selesai
      Dan majelis bermusyawarah dan menyusun putusan
      Ketika ketua membacakan putusan
      Dan sekretariat mencatat permintaan koreksi
      Maka koreksi tercatat tanpa batas waktu yang dihitung

    @edisi:pemilu-2022 @aturan:tindakan/catat_pihak
    Skenario: Saksi yang baru diketahui dipanggil ke sidang
      Diketahui laporan diregistrasi untuk disidangkan
      Dan majelis lengkap ditetapkan
      Ketika penangan mencatat saksi baru dan sekretariat memanggilnya
      Maka panggilan sidang disiapkan untuk saksi itu

    Skenario: Kajian dan pleno tidak memutus golongan ini
      Ketika kajian mengusulkan pelanggaran administrasi tanpa sidang
      Maka ditolak dengan penjelasan "diperiksa dan diputus dalam sidang, bukan dengan kajian dan pleno"
      Dan ditolak dengan penjelasan "Alihkan ke sidang"

    @edisi:pemilu-2022 @aturan:hasil/administrasi_biasa_tsm
    Skenario: Pasal terstruktur, sistematis, dan masif ditolak saat diketik
      Diketahui laporan diregistrasi untuk disidangkan
      Dan pemeriksaan selesai
      Ketika majelis bermusyawarah dengan pasal "uu-463-tsm"
      Maka ditolak dengan penjelasan "terstruktur, sistematis, dan masif belum dapat diputus"

    @edisi:pemilu-2022 @aturan:tindakan/registrasi_sidang
    Skenario: Laporan yang juga memuat dugaan pidana disidangkan sesudah bagian pidananya tertaut
      Diketahui laporan itu juga memuat dugaan pidana
      Ketika pleno meregistrasi laporan untuk disidangkan
      Maka ditolak dengan penjelasan "belum ada perkara tertaut yang menanganinya"
      Dan ditolak dengan penjelasan "Tautkan perkara"
      Diketahui bagian pidananya dicatat sebagai temuan dan ditautkan
      Ketika pleno meregistrasi laporan untuk disidangkan
      Maka perkara berada pada tahap "penetapan_majelis"

  Aturan: Temuan pun disidangkan

    Skenario: Temuan ditetapkan pleno, diregistrasi ke sidang, dan diputus tidak terbukti
      Diketahui temuan pelanggaran administratif Pemilu 2024 ditetapkan pleno
      Dan laporan diregistrasi untuk disidangkan
      Ketika majelis membacakan putusan "bukan_pelanggaran"
      Maka perkara berada pada tahap "penerusan"
      Dan batas "putusan_administratif" dalam keadaan "met"
      Dan batas "tindak_lanjut_kpu" dalam keadaan "tidak ada"
      Dan setiap dokumen menyebut hukum Pemilu dan tidak menyebut hukum Pilkada

  Aturan: Golongan lain ditangani dengan klarifikasi, kajian, dan pleno

    Garis-Besar Skenario: Dari laporan sampai diteruskan
      Diketahui laporan Pemilu 2024 terhadap "<kategori>" sampai pada pleno
      Ketika pleno memutus "<golongan>" menurut "<pasal_diputus>"
      Maka surat "<surat>" ditujukan kepada "<tujuan>"
      Dan setiap dokumen menyebut hukum Pemilu dan tidak menyebut hukum Pilkada

      Contoh:
        | kategori         | golongan      | pasal_diputus      | surat                   | tujuan                              |
        | penyelenggara_kpu | kode_etik    | etik-penyelenggara | penerusan_kode_etik     | Dewan Kehormatan Penyelenggara Pemilihan Umum |
        | kepala_desa      | pidana        | uu-490             | penerusan_pidana        | Kepolisian |
        | asn              | hukum_lainnya | hukum-lainnya      | penerusan_hukum_lainnya | Komisi Aparatur Sipil Negara |

  Aturan: Pelanggaran administrasi Pemilihan TSM belum diterima

    Skenario: Penolakan menyebut ketentuan yang belum diketahui dan apa yang dilakukan
      Ketika laporan TSM disampaikan kepada Bawaslu Provinsi
      Maka perkaranya tidak diterima karena "waktu mengajukan dan memutus keberatan (Pasal 46 sampai 56)"
      Dan perkaranya tidak diterima karena "sidang pendahuluan (Perbawaslu 9/2020 Pasal 16 sampai 44)"
      Dan perkaranya tidak diterima karena "Bawaslu Provinsi menanganinya di luar sistem ini"
