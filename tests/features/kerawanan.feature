# language: id
Fitur: Pemetaan kerawanan dan pencegahannya
  Agar yang rawan dicegah sebelum harinya, provinsi membuka putaran, setiap kantor menjawab butir demi
  butir, dan setiap peringatan punya tugas. Angka tidak pernah lebih pasti daripada jawabannya, dan bobot
  yang tidak diterbitkan tidak pernah ditulis.

  Skenario: Putaran dibuka, diisi, ditanya lagi, dikirim kembali, ditutup
    Diketahui provinsi membuka putaran untuk provinsi dan Lebong
    Ketika Lebong menjawab 23 butir dengan kemungkinan 1
    Maka pengiriman Lebong ditolak: "Belum dijawab: butir 24"
    Ketika Lebong menjawab butir "53" dengan kemungkinan 3
    Dan Lebong mengirim isiannya
    Maka Lebong tidak dapat mengubah isiannya lagi
    Ketika provinsi menanyakan kepada Lebong "Apa buktinya?"
    Dan Lebong menjawab butir "53" dengan kemungkinan 2
    Dan Lebong mengirim isiannya
    Maka angka Lebong 20,83 dari 24 butir
    Dan provinsi tidak dapat menutup putaran tanpa alasan
    Ketika provinsi menutup putaran dengan alasan "Kantor sendiri menyusul."
    Maka provinsi tergambar tanpa angka
    Dan jejak kedua kantor utuh

  Skenario: Butir tinggi tanpa tugas disebut lebih dahulu
    Diketahui provinsi membuka putaran untuk provinsi dan Lebong
    Dan Lebong menjawab semua butir, butir "54" dan "17" mendesak, lalu mengirim
    Ketika Lebong merencanakan pencegahan untuk butir "17"
    Maka peringatan berurutan "54 tanpa tugas, 17 bertugas"
    Dan satu dari dua peringatan punya tugas
    Ketika tugas itu selesai dengan hasil "Patroli malam di dua kecamatan"
    Maka Form Cegah memuat satu baris dengan "Patroli malam di dua kecamatan"

  Skenario: Perkara yang diregistrasi mengusulkan kejadian, petugas yang menetapkan
    Diketahui perkara politik uang provinsi diregistrasi
    Dan provinsi membuka putaran untuk provinsi dan Lebong
    Maka perkara itu diusulkan sebagai kejadian butir "54"
    Dan kejadian itu belum dihitung
    Ketika koordinator menetapkan usulan itu pada tingkat 2
    Maka perkara itu tidak diusulkan lagi
    Dan kejadian itu dihitung 2 untuk provinsi

  Skenario: Tren antar-edisi ditolak dengan sebabnya
    Diketahui provinsi membuka putaran untuk provinsi dan Lebong
    Ketika putaran itu dibandingkan dengan angka IKP 2024
    Maka ditolak karena "indikator, bobot, atau batas kelasnya lain"

  Skenario: Bobot tidak pernah tampil sebagai bobot resmi
    Ketika putaran dibuka dengan edisi IKP 2024
    Maka ditolak karena "tidak diterbitkan"
    Dan tidak satu pun edisi Bawaslu memuat bobot

  Skenario: Pengandaian bobot tidak mengubah putaran yang tersimpan
    Diketahui provinsi membuka putaran untuk provinsi dan Lebong
    Dan Lebong menjawab semua butir, butir "54" dan "17" mendesak, lalu mengirim
    Ketika bobot butir "54" diandaikan 10
    Maka angka pengandaiannya lain dan ditandai pengandaian
    Dan angka Lebong tetap seperti sebelumnya

  Skenario: Kantor yang terlambat dan tugas yang menunggu diingatkan
    Diketahui provinsi membuka putaran untuk provinsi dan Lebong
    Ketika hari berganti sampai sehari sesudah batas
    Maka koordinator Lebong diingatkan empat kali tentang isian
    Dan ketua Lebong diingatkan sekali tentang isian

  Skenario: Setiap kantor melihat yang menjadi bagiannya
    Diketahui provinsi membuka putaran untuk provinsi dan Lebong
    Dan Lebong menjawab semua butir, butir "54" dan "17" mendesak, lalu mengirim
    Maka Lebong hanya melihat isiannya sendiri
    Dan kantor lain tidak menemukan putaran itu
    Dan staf Lebong tidak dapat menutup putaran
