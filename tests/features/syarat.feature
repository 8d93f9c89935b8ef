# language: id
Fitur: Syarat dinilai dengan fakta di sampingnya
  Agar tidak ada syarat yang dinyatakan terpenuhi tanpa dasar, sistem mengusulkan penilaian dari fakta perkara;
  petugas menerimanya, atau menyimpang dengan alasan yang tercatat.

  Aturan: Usulan dihitung dari fakta perkara

    Skenario: Diketahui 12 November, diterima 1 Desember, tanpa bukti
      Diketahui laporan tentang kejadian "2026-11-10" diketahui "2026-11-12" dan diterima pada "2026-12-01T09:00:00"
      Maka syarat "waktu_penyampaian" diusulkan "tidak terpenuhi" karena "lewat 12 hari"
      Dan syarat "bukti" diusulkan "tidak terpenuhi" karena "Baru ada 0 dari 1"
      Dan syarat "dua_alat_bukti" diusulkan "tidak terpenuhi" karena "Baru ada 0 dari 2"
      Dan syarat "identitas_pelapor" diusulkan "terpenuhi"
      Dan syarat "kesesuaian_tanda_tangan" diusulkan "harus dilihat orang"

    Skenario: Pada hari ketujuh bacaan yang lebih ketat sudah lewat
      Diketahui laporan tentang kejadian "2024-09-10" diketahui "2024-09-12" dan diterima pada "2024-09-19T15:00:00"
      Maka syarat "waktu_penyampaian" diusulkan "harus dilihat orang" karena "bacaan yang lebih ketat"

    Skenario: Dua berkas yang sama dihitung satu
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Dan bukti "foto" dan bukti "foto" diserahkan
      Maka syarat "dua_alat_bukti" diusulkan "tidak terpenuhi" karena "Baru ada 1 dari 2"

    Skenario: Dua berkas yang berbeda
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Dan bukti "foto" dan bukti "video" diserahkan
      Maka syarat "dua_alat_bukti" diusulkan "terpenuhi"

  Aturan: Usulan diterima sekaligus, yang harus dilihat orang tetap terbuka

    Skenario: Menerima semua usulan
      Diketahui laporan tentang kejadian "2026-11-10" diketahui "2026-11-12" dan diterima pada "2026-12-01T09:00:00"
      Ketika penangan menerima semua usulan
      Maka syarat "waktu_penyampaian" tercatat tidak terpenuhi dengan alasan "lewat 12 hari"
      Dan syarat "kesesuaian_tanda_tangan" belum dinilai
      Ketika penangan mencoba "usul_tidak_registrasi"
      Maka tindakan itu ditolak dengan penjelasan "belum dinilai"
      Dan jejak audit utuh

  Aturan: Menyimpang dari usulan memerlukan alasan

    Skenario: Tanpa alasan ditolak
      Diketahui laporan tentang kejadian "2026-11-10" diketahui "2026-11-12" dan diterima pada "2026-12-01T09:00:00"
      Ketika penangan menilai "waktu_penyampaian" terpenuhi dengan alasan ""
      Maka tindakan itu ditolak dengan penjelasan "lewat 12 hari"
      Dan tindakan itu ditolak dengan penjelasan "Pasal 9 ayat (4) huruf c"

    Skenario: Dengan alasan dicatat, disegel, dan berdiri dalam kajian awal
      Diketahui laporan tentang kejadian "2026-11-10" diketahui "2026-11-12" dan diterima pada "2026-12-01T09:00:00"
      Ketika semua syarat dinilai terpenuhi dengan alasan "Formulir tertulis diterima 14 November, buku tamu diperiksa."
      Maka tindakan itu diterima
      Ketika penangan mencoba "ajukan_registrasi"
      Maka tindakan itu diterima
      Dan kajian awal memuat "buku tamu diperiksa" untuk "waktu_penyampaian"
      Dan kajian awal memuat catatan perkara "diterima: Selasa, 1 Desember 2026" untuk "waktu_penyampaian"
      Dan kajian awal hanya memuat alasan petugas untuk "identitas_pelapor"
      Dan jejak audit utuh
      Ketika alasan yang tercatat diubah di luar sistem
      Maka jejak audit menyebut penilaian syarat

    Skenario: Fakta berubah sesudah dinilai
      Diketahui laporan tentang kejadian "2024-09-01" diketahui "2024-09-15" dan diterima pada "2024-09-19T10:15:00"
      Dan semua syarat terpenuhi
      Ketika tanggal diketahui dibetulkan menjadi "2024-09-02T00:00:00"
      Dan penangan mencoba "ajukan_registrasi"
      Maka tindakan itu ditolak dengan penjelasan "Fakta berubah sejak"
      Ketika semua syarat dinilai terpenuhi dengan alasan "Tanggal lama salah baca."
      Dan penangan mencoba "ajukan_registrasi"
      Maka tindakan itu diterima

  Aturan: Yang tidak dapat dilengkapi menuju pemberitahuan status

    Skenario: Hanya lewat waktu
      Diketahui laporan tentang kejadian "2026-11-10" diketahui "2026-11-12" dan diterima pada "2026-12-01T09:00:00"
      Dan yang tidak terpenuhi hanya "waktu_penyampaian"
      Ketika penangan mencoba "minta_kelengkapan"
      Maka tindakan itu ditolak dengan penjelasan "tidak dapat dilengkapi lagi"
      Dan tindakan itu ditolak dengan penjelasan "Perbawaslu 8/2020 Pasal 9"
      Dan tindakan itu ditolak dengan penjelasan "Usul tidak diregistrasi"
      Ketika penangan mengusulkan tidak diregistrasi dengan alasan dari penilaian
      Maka perkara berada pada tahap "pleno_registrasi"

    Skenario: Lewat waktu dan kurang bukti
      Diketahui laporan tentang kejadian "2026-11-10" diketahui "2026-11-12" dan diterima pada "2026-12-01T09:00:00"
      Dan yang tidak terpenuhi hanya "waktu_penyampaian, dua_alat_bukti"
      Ketika penangan mencoba "minta_kelengkapan"
      Maka tindakan itu diterima
      Dan surat kelengkapan meminta "Dua alat bukti" saja
