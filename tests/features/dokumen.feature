# language: id
Fitur: Dokumen yang menyertai tindakan
  Agar tidak ada formulir yang terlupa, setiap tindakan menyiapkan sendiri dokumen yang disebut aturan
  untuknya, dan terlapor hanya menerima apa yang mengenai dirinya.

  Aturan: Temuan membawa laporan hasil pengawasan dan formulir temuan

    Skenario: Dari pencatatan sampai penetapan
      Diketahui pengawas mencatat temuan yang ditemukan "2024-09-17T10:00:00" pada "2024-09-19T09:00:00"
      Maka dokumen "laporan_hasil_pengawasan" ada dan menyebut "Laporan hasil pengawasan 01/LHP/2024"
      Ketika pleno menetapkan temuan pada "2024-09-20T13:00:00"
      Maka dokumen "formulir_temuan" ada dan menyebut "hari Jumat, 20 September 2024"
      Dan jejak audit utuh

    Skenario: Penelusuran yang dihentikan menjadi laporan hasil pengawasan
      Diketahui informasi awal dicatat dengan penelusuran mulai "2024-09-17T10:00:00"
      Ketika koordinator menghentikan penelusuran
      Maka dokumen "laporan_hasil_pengawasan" ada dan menyebut "Tidak ditemukan bukti."

  Aturan: Pelimpahan menyiapkan surat ke kantor yang dipilih

    Skenario: Dilimpahkan ke kantor kabupaten
      Diketahui laporan diterima di kantor provinsi
      Ketika perkara itu dilimpahkan ke kantor "07.05" pada "2024-09-20T13:00:00"
      Maka surat "pelimpahan" menunggu sebagai konsep untuk ketua kantor "07.05"
      Dan surat itu meneruskan batas "Kajian awal"
      Dan surat itu tidak memuat pelapor
      Dan jejak audit utuh

    Skenario: Tanpa kantor tujuan
      Diketahui laporan diterima di kantor provinsi
      Ketika perkara itu dilimpahkan tanpa memilih kantor
      Maka isian itu ditolak dengan "Pilih kantor yang dituju"

  Aturan: Setiap klarifikasi membawa keterangan di bawah sumpah

    Skenario: Pihak yang diklarifikasi
      Diketahui laporan diregistrasi dan semua pihak diklarifikasi
      Maka setiap berita acara klarifikasi disertai keterangan di bawah sumpah

  Aturan: Perkara yang berakhir membawa laporan akhir tanpa identitas pelapor

    Skenario: Penanganan dihentikan
      Diketahui laporan diterima di kantor provinsi
      Ketika penanganan dihentikan pada "2024-09-20T13:00:00" dengan alasan "Peristiwa bukan pelanggaran"
      Maka dokumen "laporan_akhir" ada dan menyebut "Peristiwa bukan pelanggaran"
      Dan dokumen "laporan_akhir" tidak memuat pelapor
      Dan laporan akhir menceritakan tahap "Penyampaian laporan" pada hari "Kamis tanggal sembilan belas September tahun dua ribu dua puluh empat"
      Dan laporan akhir memuat batas waktu
        | batas waktu                      | hasil                                        |
        | Kajian awal                      | Berakhir bersama perkara sebelum jatuh tempo |
        | Penyampaian laporan oleh pelapor | Terpenuhi                                    |

    Skenario: Penanganan dihentikan sesudah batasnya lewat, sebelum lewatnya tercatat
      Diketahui laporan diterima di kantor provinsi
      Ketika penanganan dihentikan pada "2024-09-22T00:00:00" dengan alasan "Peristiwa bukan pelanggaran"
      Maka laporan akhir memuat batas waktu
        | batas waktu                      | hasil       |
        | Kajian awal                      | Lewat waktu |
        | Penyampaian laporan oleh pelapor | Terpenuhi   |

    Skenario: Batas yang tidak ditunggu lagi sebelum perkara berakhir tidak dilaporkan
      Diketahui laporan diterima di kantor provinsi
      Dan batas "kajian_awal" tidak ditunggu lagi sejak "2024-09-20T12:00:00"
      Ketika penanganan dihentikan pada "2024-09-20T13:00:00" dengan alasan "Peristiwa bukan pelanggaran"
      Maka laporan akhir memuat batas waktu
        | batas waktu                      | hasil     |
        | Penyampaian laporan oleh pelapor | Terpenuhi |

  Aturan: Terlapor menerima hasil tentang dirinya, tanpa pelapor dan saksi

    Skenario: Hasil dan kutipan kajian
      Diketahui perkara sudah diteruskan
      Ketika terlapor diberi tahu dengan kutipan kajian
      Maka surat "pemberitahuan_status_terlapor" dan "kutipan_kajian" menunggu sebagai konsep
      Dan isi dan keterangan berkas kedua PDF itu tidak memuat identitas yang dilindungi

    Skenario: Nama pelapor yang terketik pada judul menahan surat
      Diketahui perkara sudah diteruskan
      Dan judul perkara memuat nama pelapor
      Ketika terlapor diberi tahu dengan kutipan kajian
      Maka surat itu tidak dapat digambar dan pesannya tidak menyebut nama siapa pun
