# language: id
Fitur: Pengesahan dan pembetulan aturan
  Agar hukum yang dipakai jujur asalnya, penelaah hukum mengesahkan atau membetulkan sebuah entri
  dengan sumbernya. Itu menjadi revisi baru; perkara lama tetap pada revisi yang dipegangnya.

  Aturan: Sebuah revisi tidak mengubah perkara yang sudah ada

    Skenario: Perkara lama tetap, perkara baru memakai revisi baru
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Ketika penelaah hukum membetulkan lama "batas/kajian_awal" edisi "pemilihan-2020" menjadi 3
      Maka tindakan itu diterima
      Dan perkara memegang revisi "1"
      Dan batas "kajian_awal" jatuh pada "2024-09-21T23:59:59+07:00"
      Ketika laporan lain diterima pada "2024-09-19T11:00:00"
      Maka perkara memegang revisi "1.1"
      Dan batas "kajian_awal" jatuh pada "2024-09-22T23:59:59+07:00"
      Dan jejak audit utuh

    Skenario: Revisi lama menghitung tanggal lama
      Ketika penelaah hukum membetulkan lama "batas/kajian_awal" edisi "pemilihan-2020" menjadi 3
      Dan penelaah hukum membetulkan lama "batas/kajian_awal" edisi "pemilihan-2020" menjadi 4
      Maka menurut "pemilihan-2020@1" batas "kajian_awal" sejak "2024-09-19" jatuh pada "2024-09-21"
      Dan menurut "pemilihan-2020@1.1" batas "kajian_awal" sejak "2024-09-19" jatuh pada "2024-09-22"
      Dan menurut "pemilihan-2020@1.2" batas "kajian_awal" sejak "2024-09-19" jatuh pada "2024-09-23"

    Skenario: Perkara dipindahkan dengan tindakan tersendiri yang beralasan
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Dan penelaah hukum membetulkan lama "batas/kajian_awal" edisi "pemilihan-2020" menjadi 3
      Ketika koordinator memindahkan perkara ke "pemilihan-2020@1.1" dengan alasan "Batas dibetulkan."
      Maka tindakan itu diterima
      Dan perkara memegang revisi "1.1"
      Dan batas "kajian_awal" jatuh pada "2024-09-22T23:59:59+07:00"
      Dan jejak audit utuh

    Skenario: Pemindahan tanpa alasan ditolak
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Dan penelaah hukum membetulkan lama "batas/kajian_awal" edisi "pemilihan-2020" menjadi 3
      Ketika koordinator memindahkan perkara ke "pemilihan-2020@1.1" dengan alasan ""
      Maka tindakan itu ditolak dengan penjelasan "alasan"
      Dan perkara memegang revisi "1"

    Skenario: Pemindahan bukan wewenang staf penanganan
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Dan penelaah hukum membetulkan lama "batas/kajian_awal" edisi "pemilihan-2020" menjadi 3
      Ketika penangan memindahkan perkara ke "pemilihan-2020@1.1" dengan alasan "Batas dibetulkan."
      Maka tindakan itu ditolak dengan penjelasan "koordinator"

  Aturan: Hanya penelaah hukum yang mengesahkan, dengan bunyi dan sumber

    Skenario: Pengesahan menaikkan tanda dan tercatat
      Ketika penelaah hukum mengesahkan "hitungan/first_day" edisi "pemilihan-2020" dengan bunyi "hari pertama tidak dihitung"
      Maka tindakan itu diterima
      Dan tanda "hitungan/first_day" edisi "pemilihan-2020" adalah "terkonfirmasi"
      Dan riwayat "hitungan/first_day" edisi "pemilihan-2020" memuat "1.1"
      Dan jejak audit utuh

    Skenario: Edisi yang memakai entri yang sama ikut disahkan
      Ketika penelaah hukum mengesahkan "hitungan/first_day" edisi "pemilihan-2020" dengan bunyi "hari pertama tidak dihitung"
      Maka tanda "hitungan/first_day" edisi "pemilihan-2025" adalah "terkonfirmasi"

    Skenario: Edisi yang berbunyi lain tidak ikut
      Ketika penelaah hukum mengesahkan "syarat/dua_alat_bukti" edisi "pemilihan-2020" dengan bunyi "dua alat bukti"
      Maka tanda "syarat/dua_alat_bukti" edisi "pemilihan-2020" adalah "terkonfirmasi"
      Dan tanda "syarat/dua_alat_bukti" edisi "pemilihan-2024" adalah "sumber sekunder"

    Skenario: Petugas lain ditolak
      Ketika penangan mengesahkan "hitungan/first_day" edisi "pemilihan-2020" dengan bunyi "hari pertama tidak dihitung"
      Maka tindakan itu ditolak dengan penjelasan "penelaah hukum"

    Skenario: Pengesahan tanpa bunyi pasal ditolak
      Ketika penelaah hukum mengesahkan "hitungan/first_day" edisi "pemilihan-2020" dengan bunyi ""
      Maka tindakan itu ditolak dengan penjelasan "kutipan"

    Skenario: Tanda tidak naik dua kali
      Ketika penelaah hukum mengesahkan "hitungan/first_day" edisi "pemilihan-2020" dengan bunyi "hari pertama tidak dihitung"
      Dan penelaah hukum mencatat "hitungan/first_day" edisi "pemilihan-2020" dengan revisi "1"
      Maka tindakan itu ditolak dengan penjelasan "sudah menjadi revisi 1.1"

  Aturan: Pembetulan yang merusak edisi ditolak dengan ceritanya

    Skenario: Contoh yang tidak lagi cocok
      Ketika penelaah hukum hanya mengubah lama "batas/kajian_awal" edisi "pemilihan-2020" menjadi 9
      Maka tindakan itu ditolak dengan penjelasan "kajian_awal"
      Dan edisi "pemilihan-2020" tetap pada revisi "1"

    Skenario: Satuan yang tidak dikenal
      Ketika penelaah hukum membetulkan satuan "batas/kajian_awal" edisi "pemilihan-2020" menjadi "pekan"
      Maka tindakan itu ditolak dengan penjelasan "pekan"

    Skenario: Nilai baru tidak mewarisi tanda lama
      Ketika penelaah hukum mengubah lama "batas/kajian_awal" edisi "pemilihan-2020" menjadi 3 tanpa menyebut tanda
      Maka tindakan itu ditolak dengan penjelasan "tandanya sendiri"

  Aturan: Entri yang belum terverifikasi dan dipakai ditunjukkan menurut pemakaiannya

    Skenario: Yang paling banyak dipakai lebih dahulu
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Dan laporan diregistrasi pada "2024-09-20T13:00:00"
      Dan laporan lain diterima pada "2024-09-20T15:00:00"
      Maka laporan entri yang belum terverifikasi mendahulukan "hitungan/first_day"
      Dan laporan itu memuat "formulir/tanda_bukti" dengan 2 perkara
      Dan laporan itu memuat "formulir/berita_acara_pleno" dengan 1 perkara
      Dan laporan itu tidak memuat "formulir/penerusan_pidana"
