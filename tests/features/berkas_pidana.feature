# language: id
Fitur: Berkas yang diteruskan kepada penyidik
  Agar penyidik menerima berkas yang lengkap dan tahu apa yang tidak ada di dalamnya,
  isi berkas diperiksa dan ditetapkan sebelum surat penerusan disusun.

  Latar Belakang:
    Diketahui pleno memutus tindak pidana sesudah kedua pembahasan

  Aturan: Surat penerusan pidana disusun sesudah berkasnya ditetapkan

    @edisi:pemilihan-2020 @aturan:tindakan/susun_penerusan
    Skenario: Belum ditetapkan
      Ketika penangan menyusun penerusan
      Maka tindakan itu ditolak dengan penjelasan "isi berkasnya belum diperiksa dan ditetapkan"
      Dan tindakan itu ditolak dengan penjelasan "Periksa dan tetapkan berkas pidana"

    @edisi:pemilihan-2020 @aturan:tindakan/susun_berkas_pidana
    Skenario: Ditetapkan, lalu surat menyebut daftar isinya
      Ketika berkas ditetapkan dengan alasan untuk yang tidak ada
      Maka tindakan itu diterima
      Ketika penangan menyusun penerusan
      Maka tindakan itu diterima
      Dan surat penerusan melampirkan "Daftar isi berkas pelanggaran"
      Dan jejak audit utuh

  Aturan: Daftar isi mengatakan apa yang ada dan apa yang tidak

    Skenario: Yang ada dihubungkan dengan dokumen dan bukti perkara
      Ketika berkas ditetapkan dengan alasan untuk yang tidak ada
      Maka daftar isi berkas memuat
        | isi                      | rincian                                          | keterangan |
        | Hasil kajian             | Kajian Dugaan Pelanggaran                        | Ada        |
        | Berita acara sumpah      | Keterangan di Bawah Sumpah                       | Ada        |
        | Berita acara pembahasan  | Berita Acara Pembahasan Kedua Sentra Gakkumdu    | Ada        |
        | Barang bukti             | B-1                                              | Ada        |
        | Administrasi penyelidikan | -                                               | Tidak ada: Diserahkan langsung oleh penyidik. |

    Skenario: Yang tidak ada tanpa alasan
      Ketika berkas ditetapkan tanpa alasan apa pun
      Maka tindakan itu ditolak dengan penjelasan "Laporan hasil penyelidikan tidak ada atau tidak lengkap pada perkara ini"
      Dan tindakan itu ditolak dengan penjelasan "Tautkan berkasnya dari bukti perkara"

    Skenario: Berkas yang diunggah sebagai bukti ditautkan
      Ketika berkas ditetapkan dengan bukti pertama sebagai "hasil_penyelidikan"
      Maka tindakan itu diterima
      Dan daftar isi berkas memuat
        | isi                        | rincian | keterangan |
        | Laporan hasil penyelidikan | B-1     | Ada        |

    Skenario: Berita acara hanya dari satu pembahasan
      Diketahui perkara lain diputus tanpa pembahasan kedua
      Ketika berkas ditetapkan dengan alasan untuk yang tidak ada
      Maka daftar isi berkas memuat
        | isi                     | rincian                                         | keterangan |
        | Berita acara pembahasan | Berita Acara Pembahasan Pertama Sentra Gakkumdu | Tidak lengkap: Diserahkan langsung oleh penyidik. |

    Skenario: Isi yang diwajibkan undang-undang tidak ada
      Diketahui aturan perkara mewajibkan "hasil_penyelidikan"
      Ketika berkas ditetapkan dengan alasan, tanpa menyatakan tetap diteruskan
      Maka tindakan itu ditolak dengan penjelasan "Laporan hasil penyelidikan tidak ada dalam berkas"
      Dan tindakan itu ditolak dengan penjelasan "Peraturan Bersama Sentra Gakkumdu 2020"
      Ketika berkas ditetapkan dengan alasan dan dinyatakan tetap diteruskan
      Maka tindakan itu diterima
      Dan penyimpangan pada perkara menyebut "laporan hasil penyelidikan"

    Skenario: Alasan menyebut pelapor
      Ketika berkas ditetapkan dengan alasan yang menyebut nama pelapor
      Maka tindakan itu ditolak dengan penjelasan "memuat data pelapor atau saksi"

    Skenario: Saksi hanya bernama pada daftar yang tersegel
      Ketika berkas ditetapkan dengan alasan untuk yang tidak ada
      Maka "daftar_saksi_ahli" tersegel
      Dan "daftar_isi_berkas" tidak menyebut pelapor dan saksi

  Aturan: Surat tugas menyebut siapa yang ditugaskan

    Skenario: Surat tugas masuk ke dalam berkas
      Ketika koordinator menyiapkan surat tugas untuk "Staf Satu" dan ketua menerbitkannya
      Dan berkas ditetapkan dengan alasan untuk yang tidak ada
      Maka daftar isi berkas memuat
        | isi                                           | rincian     | keterangan |
        | Surat tugas untuk melaksanakan penyelidikan   | Surat Tugas | Ada        |

    @edisi:pemilihan-2020 @aturan:formulir/surat_tugas
    Skenario: Surat tugas tidak menunggu penyampaian
      Ketika koordinator menyiapkan surat tugas untuk "Staf Satu" dan ketua menerbitkannya
      Maka tidak ada surat yang menunggu penyampaian
      Dan "surat_tugas" dapat diarsipkan
      Ketika sekretariat mencatat penyampaian "surat_tugas"
      Maka tindakan itu ditolak dengan penjelasan "Surat Tugas tidak dikirim ke luar kantor"

  Aturan: Yang menyertai surat dicetak oleh sekretariat sesudah terbit

    @edisi:pemilihan-2020 @aturan:formulir/daftar_saksi_ahli
    Skenario: Daftar saksi
      Ketika berkas ditetapkan dengan alasan untuk yang tidak ada
      Maka "daftar_saksi_ahli" dicetak oleh "sekretariat" dan pembukaannya tercatat
      Dan "daftar_saksi_ahli" tertutup bagi "penangan"

  Aturan: Nama dan alamat pelapor hanya pada salinan tersegel untuk Kepolisian, bila undang-undangnya memintanya

    Skenario: Edisi yang tidak memintanya
      Ketika berkas ditetapkan dengan alasan untuk yang tidak ada
      Dan surat penerusan disusun dan diterbitkan
      Maka tidak ada salinan untuk Kepolisian
      Dan "penerusan_pidana" tidak menyebut pelapor dan saksi

    @edisi:pemilu-2022 @aturan:formulir/penerusan_pidana_kepolisian
    Skenario: Edisi yang memintanya
      Diketahui aturan perkara meminta nama dan alamat pelapor pada penerusan pidana
      Ketika berkas ditetapkan dengan alasan untuk yang tidak ada
      Dan surat penerusan disusun dan diterbitkan
      Maka "penerusan_pidana" tidak menyebut pelapor dan saksi
      Dan salinan untuk Kepolisian memuat nama dan alamat pelapor dengan nomor surat yang sama
      Dan salinan itu dibuka oleh "koordinator" dan pembukaannya tercatat
      Dan "penerusan_pidana_kepolisian" dicetak oleh "sekretariat" dan pembukaannya tercatat
      Dan "penerusan_pidana_kepolisian" tertutup bagi "penangan"
      Dan jejak audit utuh
      Dan setiap batas sama dengan hitungan ulangnya

    Skenario: Surat yang dibatalkan membatalkan salinannya
      Diketahui aturan perkara meminta nama dan alamat pelapor pada penerusan pidana
      Ketika berkas ditetapkan dengan alasan untuk yang tidak ada
      Dan surat penerusan disusun dan diterbitkan
      Dan ketua membatalkan surat penerusan itu
      Maka salinan untuk Kepolisian batal
      Dan jejak audit utuh
