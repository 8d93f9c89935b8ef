# language: id
Fitur: Kelonggaran sebelum batas
  Agar tidak ada langkah yang dimulai terlambat, sisa waktu dihitung mundur dari akhir batas melalui
  setiap langkah yang masih harus terjadi dan pemberitahuan yang harus mendahuluinya.

  Latar Belakang:
    Diketahui laporan diterima pada "2024-09-19T10:15:00"
    Dan laporan diregistrasi pada "2024-09-20T09:00:00"

  Aturan: Yang tidak diketahui tidak dikira-kira

    @edisi:pemilihan-2020
    Skenario: Jarak undangan untuk Pemilihan tidak bersumber
      Maka langkah berikutnya dimulai paling lambat "2024-09-23T23:59:59+07:00"
      Dan hari aman untuk mulai "2024-09-22T23:59:59+07:00"
      Dan penjelasannya menyebut "Lamanya tidak diketahui, dihitung nol"
      Dan penjelasannya menyebut "Waktu sendiri tidak diatur; dihitung nol."
      Dan tidak ada langkah yang memakan waktu

    Skenario: Setiap langkah yang tersisa disebut dengan pasalnya
      Maka langkah yang tersisa berurutan "Tutup klarifikasi; Ajukan kajian ke pleno; Putuskan hasil dalam pleno; Catat penerusan"
      Dan setiap langkah menyebut pasalnya

  Aturan: Pemberitahuan yang lamanya diketahui mengurangi kelonggaran

    @edisi:pemilu-2022
    Skenario: Undangan satu hari kerja sebelum klarifikasi
      Diketahui perkara itu berjalan di bawah edisi "pemilu-2022"
      # Batas Senin 23 September; hari kerja sebelumnya Jumat, menurut bacaan ketat dua hari kerja.
      Maka langkah berikutnya dimulai paling lambat "2024-09-20T23:59:59+07:00"
      Dan penjelasannya menyebut "1 hari kerja sebelum harinya"
      Dan penjelasannya menyebut "Perbawaslu 7/2022 Pasal 29 ayat (2)"

    @edisi:pemilu-2022
    Skenario: Undangan yang sudah disampaikan tidak dihitung lagi
      Diketahui semua pihak sudah diundang
      Dan perkara itu berjalan di bawah edisi "pemilu-2022"
      Maka langkah berikutnya dimulai paling lambat "2024-09-23T23:59:59+07:00"

  Aturan: Batas yang terpenuhi tidak memberi kelonggaran lagi

    Skenario: Perkara yang sudah diteruskan
      Diketahui semua pihak sudah diundang
      Dan perkara itu dihentikan
      Maka tidak ada kelonggaran yang dihitung
