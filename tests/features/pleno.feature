# language: id
Fitur: Rapat pleno dicatat tanpa isian bawaan dan diketahui anggotanya
  Agar tidak ada sikap yang tercatat tanpa diucapkan, kehadiran dan sikap diisi satu per satu, dan setiap
  anggota yang hadir mengetahuinya pada hari itu juga.

  Latar Belakang:
    Diketahui laporan siap diregistrasi pleno

  Aturan: Sikap hanya dari yang hadir, dan setiap yang hadir bersikap

    Skenario: Yang hadir tanpa sikap
      Ketika pleno dicatat dengan seorang anggota hadir tanpa sikap
      Maka tindakan itu ditolak dengan penjelasan "setuju, tidak setuju, atau abstain"

    Skenario: Yang tidak hadir bersikap
      Ketika pleno dicatat dengan seorang anggota tidak hadir yang bersikap
      Maka tindakan itu ditolak dengan penjelasan "tidak hadir, jadi tidak bersikap"

    Garis-Besar Skenario: Ditutup pada menit yang sama atau sebelum dibuka
      Ketika pleno dicatat ditutup <menit> menit sesudah dibuka
      Maka tindakan itu ditolak dengan penjelasan "pada menit yang sama atau sebelum dibuka"

      Contoh:
        | menit |
        | -1    |
        | 0     |

    Skenario: Notulis dari luar kantor
      Ketika pleno dicatat dengan notulis yang bukan petugas kantor itu
      Maka tindakan itu ditolak dengan penjelasan "sebagai notulis"

  Aturan: Anggota yang hadir menyatakan mengetahui pada hari itu juga

    Skenario: Yang hadir dan bukan pencatat dikirimi pesan lewat kanal masing-masing
      Ketika pleno dicatat lengkap
      Maka setiap anggota yang hadir selain pencatatnya mendapat pesan "rapat pleno menunggu diketahui"
      Dan pesan itu menyebut batasnya "24.00 WIB" dan tidak menyebut nama
      Dan pesan itu dikirim juga lewat surel

    Skenario: Yang tidak hadir tidak dikirimi pesan
      Ketika pleno dicatat dengan seorang anggota tidak hadir
      Maka anggota yang tidak hadir tidak mendapat pesan "rapat pleno menunggu diketahui"

    Skenario: Semua mengetahui
      Ketika pleno dicatat lengkap
      Maka berita acara belum dibuat
      Ketika setiap anggota yang hadir menyatakan mengetahui
      Maka berita acara dibuat dan tidak menyebut yang belum mengetahui
      Dan jejak audit utuh

    Skenario: Yang tidak menyatakannya disebut dalam berita acara
      Ketika pleno dicatat lengkap
      Dan hari itu berakhir
      Maka berita acara dibuat dan menyebut yang belum mengetahui
      Dan menyatakan mengetahui ditolak dengan "Waktunya sudah lewat"

    Skenario: Yang tidak hadir tidak ditunggu
      Ketika pleno dicatat dengan seorang anggota tidak hadir
      Dan anggota yang tidak hadir menyatakan mengetahui
      Maka tindakan itu ditolak dengan penjelasan "hanya anggota yang hadir"
      Ketika setiap anggota yang hadir menyatakan mengetahui
      Maka berita acara dibuat dan tidak menyebut yang belum mengetahui

  Aturan: Berita acara memuat nomor, dasar, pertimbangan, jam penutupan, dan notulis

    Skenario: Isi berita acara
      Ketika pleno dicatat lengkap dengan nomor "031/BA.PLENO/IX/2024"
      Maka isi berita acara adalah
        | bagian    | memuat                  |
        | nomor     | 031/BA.PLENO/IX/2024    |
        | dasar     | Nomor 8 Tahun 2020      |
        | menimbang | bahwa laporan Nomor     |
        | ditutup   | WIB                     |
        | notulis   | Anggota                 |
