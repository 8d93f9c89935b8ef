# language: id
Fitur: Membaca peraturan dari naskahnya
  Penelaah hukum memberi naskah sebuah peraturan. Sistem membacanya per pasal dan mencocokkan setiap
  entri yang merujuknya. Yang mengesahkan tetap penelaah hukum: setiap jawaban menjadi revisi.

  Latar Belakang:
    Diketahui naskah "perbawaslu-8-2020" dibaca:
      """
      Pasal 1
      Dalam Peraturan Badan ini yang dimaksud dengan:
      1. Laporan adalah dugaan pelanggaran yang disampaikan secara tertulis.
      2. Hari adalah hari kalender.
      Pasal 9
      (1) Pengawas Pemilihan menyusun kajian awal.
      (2) Kajian awal dilakukan untuk meneliti syarat formal dan syarat materiel.
      (3) Selain untuk meneliti sebagaimana dimaksud pada ayat (2) kajian awal dilakukan untuk
      menentukan Laporan termasuk pelanggaran atau sengketa Pemilihan.
      (4) Syarat formal meliputi:
      a. identitas pelapor;
      b. nama dan alamat/domisili terlapor;
      c. waktu penyampaian pelaporan tidak melebihi ketentuan paling lama 7 (tujuh) Hari terhitung
      sejak diketahuinya dan/atau ditemukannya dugaan pelanggaran; dan
      d. kesesuaian tanda tangan dalam formulir Laporan dengan kartu identitas pelapor.
      (5) Syarat materiel meliputi:
      a. waktu dan tempat kejadian dugaan pelanggaran;
      b. uraian kejadian dugaan pelanggaran; dan
      c. bukti.
      (6) Laporan yang telah memenuhi syarat dicatatkan dalam buku registrasi Laporan dan diberi
      nomor Laporan.
      (7) Laporan dinyatakan diterima setelah dicatatkan dalam buku registrasi.
      (8) Setelah Laporan diregister sebagaimana dimaksud pada ayat (7), pelapor tidak dapat
      mencabut Laporan.
      Pasal 10
      Pelapor harus melengkapi dalam waktu 2X24 jam sejak diberi tahu.
      Pasal 11
      Pengawas Pemilihan meneruskan rekomendasi kepada Komisi Pemilihan Umum.
      """

  Aturan: Bunyi yang ditemukan disahkan beserta pasal dan halamannya

    Skenario: Kutipan yang sama kata demi kata
      Maka "syarat/waktu_penyampaian" ditemukan sebagai "sama" pada "Pasal 9 ayat (4) huruf c"
      Ketika penelaah hukum menjawab "syarat/waktu_penyampaian" dengan sahkan
      Maka tindakan itu diterima
      Dan tanda "syarat/waktu_penyampaian" edisi "pemilihan-2020" adalah "terkonfirmasi"
      Dan sumber "syarat/waktu_penyampaian" menyebut halaman dan sidik naskah
      Dan "syarat/waktu_penyampaian" tidak menunggu jawaban lagi
      Dan jejak audit utuh

    Skenario: Entri tanpa nomor pasal mendapat pasalnya
      Maka "batas/perbaikan" ditemukan sebagai "tanpa_pasal" pada "Pasal 10"

    Skenario: Satuan yang berlainan tidak dapat disahkan begitu saja
      Maka "batas/perbaikan" berlainan: "2X24 jam"
      Ketika penelaah hukum menjawab "batas/perbaikan" dengan sahkan
      Maka tindakan itu ditolak dengan penjelasan "dibetulkan dahulu"
      Dan edisi "pemilihan-2020" tetap pada revisi "1"

    Skenario: Yang bukan bunyinya tidak ditawarkan lagi
      Ketika penelaah hukum menjawab "syarat/waktu_penyampaian" dengan bukan ini
      Maka tindakan itu diterima
      Dan "syarat/waktu_penyampaian" tidak menunggu jawaban lagi
      Dan edisi "pemilihan-2020" tetap pada revisi "1"
      Dan jejak audit utuh

    Skenario: Petugas lain tidak menjawab
      Ketika penangan menjawab "syarat/waktu_penyampaian" dengan sahkan
      Maka tindakan itu ditolak dengan penjelasan "penelaah hukum"

  Aturan: Definisi hari lebih dahulu

    Skenario: Definisi ditawarkan bagi cara menghitung yang belum terkonfirmasi
      Maka definisi ditawarkan bagi "hitungan/calendar_days" dari "Pasal 1 angka 2"
      Ketika penelaah hukum menjawab "hitungan/calendar_days" dengan sahkan
      Maka tindakan itu diterima
      Dan tanda "hitungan/calendar_days" edisi "pemilihan-2020" adalah "terkonfirmasi"
      Dan dasar "hitungan/calendar_days" menyebut "Perbawaslu 8/2020 Pasal 1, angka 2"

  Aturan: Yang sama kata demi kata disahkan bersama-sama setelah sampelnya diperiksa

    Skenario: Sepuluh ditarik acak dan tercatat
      Ketika penelaah hukum mengambil sampel
      Maka sampel itu memuat 10 entri dari kelompoknya
      Ketika penelaah hukum menyatakan semua sampel sesuai
      Maka tindakan itu diterima
      Dan semua entri kelompok itu terkonfirmasi dalam satu revisi yang menyebut sampelnya
      Dan jejak audit utuh

    Skenario: Satu yang tidak sesuai menahan semuanya
      Ketika penelaah hukum mengambil sampel
      Dan penelaah hukum menyatakan semua sampel sesuai kecuali satu
      Maka tindakan itu ditolak dengan penjelasan "belum dinyatakan sesuai"
      Dan edisi "pemilihan-2020" tetap pada revisi "1"

    Skenario: Kelompok yang berubah meminta sampel baru
      Ketika penelaah hukum mengambil sampel
      Dan penelaah hukum menjawab "syarat/waktu_penyampaian" dengan bukan ini
      Dan penelaah hukum menyatakan semua sampel sesuai
      Maka tindakan itu ditolak dengan penjelasan "Ambil sampel baru"

  Aturan: Yang tidak dikenal edisi ditunjukkan

    Skenario: Pasal yang tidak dirujuk entri mana pun
      Maka bunyi "Pasal 10" termasuk yang tidak dirujuk
      Dan bunyi "Pasal 9 ayat (6)" tidak termasuk yang tidak dirujuk

  Aturan: Naskah yang tidak dapat dipakai ditolak

    Skenario: Naskah yang sama tidak dibaca dua kali
      Ketika naskah "perbawaslu-8-2020" yang sama dibaca lagi
      Maka tindakan itu ditolak dengan penjelasan "sudah pernah dibaca"

    Skenario: Naskah tanpa pasal
      Ketika naskah tanpa pasal dibaca
      Maka tindakan itu ditolak dengan penjelasan "Tidak ada satu pun baris"
