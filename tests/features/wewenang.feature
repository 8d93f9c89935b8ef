# language: id
Fitur: Wewenang dan kerja bersamaan
  Agar setiap tindakan dilakukan orang yang berwenang dan tidak ada yang menimpa pekerjaan orang lain.

  Aturan: Peran yang tidak berwenang ditolak dan diberi tahu siapa yang berwenang

    Garis-Besar Skenario: Tindakan orang lain
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Ketika <peran> mencoba "<tindakan>"
      Maka tindakan itu ditolak dengan penjelasan "<sebab>"
      Dan perkara berada pada tahap "kajian_awal"

      Contoh:
        | peran              | tindakan          | sebab                           |
        | petugas penerima   | nilai_syarat      | staf penanganan pelanggaran     |
        | sekretariat        | minta_kelengkapan | staf penanganan pelanggaran     |
        | penangan           | registrasi        | anggota (komisioner) atau ketua |
        | anggota            | perpanjang_penanganan | koordinator divisi          |
        | koordinator        | putuskan_pleno    | anggota (komisioner) atau ketua |
        | ketua              | cabut_laporan     | petugas penerima laporan        |
        | kepala sekretariat | selesaikan        | koordinator divisi              |
        | penangan           | beritahukan_status | sekretariat                    |
        | auditor            | nilai_syarat      | staf penanganan pelanggaran     |
        | supervisor         | nilai_syarat      | staf penanganan pelanggaran     |
        | administrator      | nilai_syarat      | tidak ada atau bukan            |
        | penelaah hukum     | nilai_syarat      | tidak ada atau bukan            |

  Aturan: Dua petugas bersamaan: satu menang, yang lain melihat apa yang berubah

    Skenario: Keduanya membuka halaman yang sama
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Dan semua syarat terpenuhi
      Ketika dua petugas mengajukan registrasi dari halaman yang sama
      Maka yang pertama berhasil
      Dan yang kedua diberi tahu "Ajukan registrasi"

  Aturan: Sebelum registrasi laporan boleh dicabut

    Skenario: Dicabut pada kajian awal
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Ketika petugas penerima mencoba "cabut_laporan"
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "dicabut"
      Dan batas "kajian_awal" dalam keadaan "superseded"

  Aturan: Kantor lain tidak melihat perkara ini

    Skenario: Petugas Lebong
      Diketahui laporan diterima pada "2024-09-19T10:15:00"
      Ketika penangan dari kantor "07.08" mencoba "nilai_syarat"
      Maka tindakan itu ditolak dengan penjelasan "bukan perkara kantor Anda"
