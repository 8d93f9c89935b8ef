# language: id
Fitur: Seorang terlapor dinilai menurut beberapa pasal
  Agar setiap pasal mendapat hasilnya sendiri dan sampai kepada instansi yang berwenang atas pasal itu.

  Latar Belakang:
    Diketahui perkara tentang seorang ASN yang diduga melanggar
      | usul              | pasal          |
      | hukum_lainnya     | netralitas-asn |
      | pidana            | uu-187-4    |
      | bukan_pelanggaran | uu-187a-1      |

  Aturan: Setiap pasal diputus sekali, dan tidak satu pun tertinggal

    Skenario: Kajian menyebut pasal yang sama dua kali
      Ketika kajian diganti dengan pasal "netralitas-asn" dan "netralitas-asn"
      Maka tindakan itu ditolak dengan penjelasan "Satu pasal dinilai sekali"

    Skenario: Pleno menyebut pasal yang sama dua kali
      Diketahui kajian itu sudah di pleno
      Ketika pleno memutus
        | hasil             | pasal          |
        | hukum_lainnya     | netralitas-asn |
        | pidana            | netralitas-asn |
        | bukan_pelanggaran | uu-187a-1      |
      Maka tindakan itu ditolak dengan penjelasan "Satu pasal dinilai sekali"

    Skenario: Pleno meninggalkan satu pasal
      Diketahui kajian itu sudah di pleno
      Ketika pleno memutus
        | hasil         | pasal          |
        | hukum_lainnya | netralitas-asn |
        | pidana        | uu-187-4    |
      Maka tindakan itu ditolak dengan penjelasan "pasal ke-3 yang diajukan kajian"
      Dan perkara berada pada tahap "pleno"

    Skenario: Di antara beberapa, yang tidak terbukti pun disebut pasalnya
      Diketahui kajian itu sudah di pleno
      Ketika pleno memutus
        | hasil             | pasal          |
        | hukum_lainnya     | netralitas-asn |
        | pidana            | uu-187-4    |
        | bukan_pelanggaran |                |
      Maka tindakan itu ditolak dengan penjelasan "Pilih pasal yang dinilai"

  Aturan: Satu surat untuk satu tujuan, dengan pasal yang menyangkut tujuan itu saja

    Latar Belakang:
      Diketahui kajian itu sudah di pleno
      Dan pleno memutus sesuai kajian

    Skenario: Dua pasal terbukti dengan dua tujuan, pasal ketiga tidak
      Ketika penangan menyusun penerusan
      Maka surat penerusan dan pasalnya
        | surat                    | tujuan                    | pasal                                  |
        | penerusan_hukum_lainnya  | Badan Kepegawaian Negara  | Keputusan Bersama Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi, Menteri Dalam Negeri, Kepala Badan Kepegawaian Negara, Ketua Komisi Aparatur Sipil Negara, dan Ketua Badan Pengawas Pemilihan Umum Nomor 2 Tahun 2022, Nomor 800-5474 Tahun 2022, Nomor 246 Tahun 2022, Nomor 30 Tahun 2022, dan Nomor 1447.1/PM.01/K.1/09/2022 |
        | penerusan_pidana         | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu | Pasal 187 ayat (4) Undang-Undang Pemilihan |
      Dan berita acara menyebut
        | hasil                                            | pasal                            |
        | Pelanggaran peraturan perundang-undangan lainnya | SKB netralitas ASN 2022          |
        | Tindak pidana Pemilihan                          | UU Pemilihan Pasal 187 ayat (4)           |
        | Bukan pelanggaran                                | UU Pemilihan Pasal 187A ayat (1) |
      Dan pemberitahuan status menyebut yang diteruskan sebagai dugaan
        | hasil                                                   | pasal |
        | Dugaan pelanggaran peraturan perundang-undangan lainnya | Keputusan Bersama Netralitas ASN |
        | Dugaan tindak pidana Pemilihan                          | Pasal 187 ayat (4) Undang-Undang Pemilihan |
        | Bukan pelanggaran                                       | Pasal 187A ayat (1) Undang-Undang Pemilihan |
      Dan setiap undang-undang disebut lengkap satu kali di dalamnya
        | ketentuan                                                                                |
        | Keputusan Bersama Menteri                                                                |
        | Pasal 187 ayat (4) dan Pasal 187A ayat (1) Undang-Undang Nomor 1 Tahun 2015 tentang      |
      Dan jejak audit utuh

    Skenario: Setiap pasal dijawab sendiri sampai perkara selesai
      Ketika penangan menyusun penerusan
      Dan semua surat penerusan dikirim dan penerusan dicatat
      Dan jawaban "Badan Kepegawaian Negara" dicatat
      Dan pelapor diberi tahu hasilnya
      Dan koordinator mencoba "selesaikan"
      Maka tindakan itu ditolak dengan penjelasan "tindak lanjut"
      Ketika jawaban "Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu" dicatat
      Dan koordinator mencoba "selesaikan"
      Maka tindakan itu diterima
      Dan laporan akhir memuat tindak lanjut setiap pasal
      Dan jejak audit utuh

    Skenario: Terlapor membaca hasil setiap pasal
      Ketika penangan menyusun penerusan
      Dan terlapor diberi tahu hasilnya dengan kutipan kajian
      Maka surat kepada terlapor memuat ketiga pasal beserta tujuan masing-masing

  Aturan: Hasil yang tidak mungkin ditolak tempat diketik

    Skenario: Kode etik untuk yang bukan penyelenggara ditolak pada pleno
      Diketahui kajian itu sudah di pleno
      Ketika pleno memutus
        | hasil             | pasal          |
        | hukum_lainnya     | netralitas-asn |
        | kode_etik         | uu-136         |
        | bukan_pelanggaran | uu-187a-1      |
      Maka tindakan itu ditolak dengan penjelasan "kode etik penyelenggara hanya mengikat penyelenggara Pemilihan, sedangkan terlapor ini tercatat sebagai Aparatur sipil negara (ASN) (UU Pemilihan Pasal 136, sumber sekunder)"
      Dan tindakan itu ditolak dengan penjelasan "betulkan dahulu kategorinya"
      Dan perkara berada pada tahap "pleno"

    Skenario: Kode etik dengan pasal pidana untuk seorang lurah ditolak pada kajian
      Ketika kajian diganti dengan "kode_etik" menurut "uu-187a-1"
      Maka tindakan itu ditolak dengan penjelasan "UU Pemilihan Pasal 187A ayat (1) (Ancaman pidana) bukan ketentuan kode etik"
      Dan tindakan itu ditolak dengan penjelasan "pilih UU Pemilihan Pasal 136"

    Skenario: Ketentuan yang memberi kewenangan tidak dapat dilanggar
      Ketika kajian diganti dengan "administrasi" menurut "uu-135-administrasi"
      Maka tindakan itu ditolak dengan penjelasan "memberi kewenangan kepada pengawas; tidak ada orang yang dapat melanggarnya"

    Skenario: Pasal 188 untuk peristiwa sebelum penetapan pasangan calon ditolak pada kajian
      Ketika kajian diganti dengan "pidana" menurut "uu-188-lama"
      Maka tindakan itu ditolak dengan penjelasan "peristiwanya sebelum penetapan pasangan calon"

    Skenario: Kategori dibetulkan sesudah pleno sehingga putusannya tidak mungkin lagi
      Diketahui kajian itu sudah di pleno
      Dan pleno memutus sesuai kajian
      Ketika koordinator membetulkan kategori terlapor menjadi "honorer"
      Dan penangan menyusun penerusan
      Maka tindakan itu ditolak dengan penjelasan "SKB netralitas ASN 2022 tentang pegawai ASN, sedangkan terlapor ini tercatat sebagai Tenaga honorer"
