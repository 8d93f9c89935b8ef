# language: id
Fitur: Pengingat batas waktu, jam tenang, dan ringkasan harian
  Agar setiap batas diingatkan tepat sekali kepada orang yang tepat, juga sesudah sistem mati.

  Latar Belakang:
    Diketahui tangga pengingat kajian awal berisi
      | anak tangga | jam kantor | peran                    |
      | 2 hari      | tidak      | case_officer             |
      | 24 jam      | tidak      | case_officer             |
      | 4 jam       | ya         | case_officer,coordinator |
      | 0 jam       | ya         | coordinator              |
      | -2 jam      | tidak      | supervisor               |
    Dan laporan diterima pada "2024-09-18T10:30:00"

  Aturan: Setiap anak tangga dikirim tepat sekali, kepada perannya

    Skenario: Sebelum anak tangga pertama belum ada yang diingatkan
      Ketika waktu menunjukkan "2024-09-18T23:59:58"
      Maka tidak seorang pun diingatkan

    Skenario: Anak tangga pertama hanya untuk staf penanganan
      Ketika waktu menunjukkan "2024-09-19T00:00:00"
      Maka "penangan.bengkulu" menerima 1 pengingat yang memuat "2 hari sebelum batas"
      Dan "koordinator.bengkulu" menerima 0 pengingat
      Ketika waktu menunjukkan "2024-09-19T00:05:00"
      Maka "penangan.bengkulu" menerima 1 pengingat

    Skenario: Anak tangga berjam kantor tidak dikirim pukul 20.00, melainkan sebelum kantor tutup
      Ketika waktu menunjukkan "2024-09-20T15:29:00"
      Maka "koordinator.bengkulu" menerima 0 pengingat
      Ketika waktu menunjukkan "2024-09-20T15:30:00"
      Maka "koordinator.bengkulu" menerima 1 pengingat yang memuat "4 jam sebelum batas"

    Skenario: Anak tangga sesudah batas menunggu kantor buka
      Ketika waktu menunjukkan "2024-09-21T12:00:00"
      Maka "koordinator.bengkulu" tidak menerima "tepat pada batas"
      Ketika waktu menunjukkan "2024-09-23T08:00:00"
      Maka "koordinator.bengkulu" menerima 1 pengingat yang memuat "tepat pada batas"

    Skenario: Sesudah mati empat hari semuanya datang sebagai satu pesan
      Ketika waktu menunjukkan "2024-09-24T10:00:00"
      Maka "penangan.bengkulu" menerima 1 pengingat
      Dan pengingat "penangan.bengkulu" menyebut
        | anak tangga         |
        | 2 hari sebelum batas |
        | 24 jam sebelum batas |
        | 4 jam sebelum batas  |
        | tepat pada batas     |
        | 2 jam sesudah batas  |

  Aturan: Yang lewat naik ke tingkat atas dan menjadi pertanyaan di meja

    Skenario: Supervisor kantor atas diberi tahu, supervisor kantor sendiri tidak
      Ketika waktu menunjukkan "2024-09-21T02:00:00"
      Maka "pengawas.ri" menerima 1 pengingat yang memuat "2 jam sesudah batas"
      Dan "pengawas.bengkulu" menerima 0 pengingat

    Skenario: Batas yang lewat sampai ke kantor atas juga tanpa anak tangga untuknya
      Ketika waktu menunjukkan "2024-09-21T00:00:00"
      Maka "koordinator.bengkulu" diberi tahu 1 kali bahwa batas lewat
      Dan "pengawas.ri" diberi tahu 1 kali bahwa batas lewat
      Dan "pengawas.bengkulu" diberi tahu 0 kali bahwa batas lewat

    Skenario: Yang tidak masuk tanpa wakil bukan satu-satunya yang diingatkan
      Diketahui "penangan.bengkulu" tidak masuk dan wakilnya, "sekretariat.bengkulu", sudah keluar
      Ketika waktu menunjukkan "2024-09-19T00:00:00"
      Maka "penangan.bengkulu" menerima 1 pengingat
      Dan "koordinator.bengkulu" menerima 1 pengingat yang memuat "2 hari sebelum batas"
      Dan "ketua.bengkulu" menerima 0 pengingat

    Skenario: Pengingat tidak hilang di kantor yang tidak berpetugas lagi
      Diketahui akun ini sudah ditutup
        | petugas               |
        | penangan.bengkulu     |
        | koordinator.bengkulu  |
        | kepala.bengkulu       |
        | ketua.bengkulu        |
      Ketika waktu menunjukkan "2024-09-19T00:00:00"
      Maka "pengawas.ri" menerima 1 pengingat yang memuat "2 hari sebelum batas"
      Dan "admin.bengkulu" menerima 0 pengingat

    Skenario: Akibat yang tidak diketahui ditanyakan sampai dijawab
      Ketika waktu menunjukkan "2024-09-21T00:00:00"
      Maka batas "kajian_awal" dalam keadaan "expired"
      Dan ada 1 pertanyaan di meja "koordinator.bengkulu" yang menyebut "Tidak diketahui"
      Ketika "koordinator.bengkulu" menjawab ""
      Maka tindakan itu ditolak dengan penjelasan "belum diisi"
      Ketika "sekretariat.bengkulu" menjawab "Sudah."
      Maka tindakan itu ditolak dengan penjelasan "staf penanganan"
      Ketika "koordinator.bengkulu" menjawab "Kajian awal diselesaikan hari ini atas petunjuk ketua."
      Maka tindakan itu diterima
      Dan ada 0 pertanyaan di meja "koordinator.bengkulu"
      Dan jejak audit utuh

  Aturan: Jam tenang menunda, kecuali batas berakhir di dalamnya

    Skenario: Pengingat tengah malam menunggu pagi
      Diketahui jam tenang "penangan.bengkulu" dari "22:00" sampai "06:00"
      Ketika waktu menunjukkan "2024-09-19T00:00:00"
      Maka "penangan.bengkulu" menerima 1 pengingat
      Dan tidak ada surel pengingat untuk "penangan.bengkulu"
      Ketika waktu menunjukkan "2024-09-19T06:00:00"
      Maka ada 1 surel pengingat untuk "penangan.bengkulu"

    Skenario: Batas yang berakhir di dalam jam tenang tidak menunggu
      Diketahui jam tenang "penangan.bengkulu" dari "15:00" sampai "06:00"
      Ketika waktu menunjukkan "2024-09-20T15:30:00"
      Maka ada 1 surel pengingat untuk "penangan.bengkulu"

  Aturan: Ringkasan harian pukul 07.30 waktu kantor, tepat sekali sehari

    Skenario: Belum setengah delapan
      Ketika pengawas batas berjalan pada "2024-09-20T07:29:59"
      Maka "penangan.bengkulu" menerima 0 ringkasan

    Skenario: Setengah delapan
      Ketika pengawas batas berjalan pada "2024-09-20T07:30:00"
      Dan pengawas batas berjalan pada "2024-09-20T07:31:00"
      Maka "penangan.bengkulu" menerima 1 ringkasan yang memuat "Jatuh hari ini"
      Dan "auditor.bengkulu" menerima 0 ringkasan

    Skenario: Sesudah mati tiga hari hanya ringkasan hari itu, dengan yang lewat
      Ketika pengawas batas berjalan pada "2024-09-20T07:00:00"
      Dan pengawas batas berjalan pada "2024-09-23T16:00:00"
      Dan pengawas batas berjalan pada "2024-09-23T16:01:00"
      Maka "koordinator.bengkulu" menerima 1 ringkasan yang memuat "Lewat batas"
