# language: id
Fitur: Hasil yang mungkin dalam penanganan pelanggaran Pemilu
  Hasil dan isi pasal harus cocok.

  Garis-Besar Skenario: Satu baris menjawab apakah suatu hasil mungkin
    Ketika "<hasil>" menurut pasal "<pasal>" diputuskan untuk "<kategori>" pada tahapan "<tahapan>" di tingkat "<tingkat>" menurut edisi "<edisi>"
    Maka hasilnya "<jawaban>" karena "<alasan>"
    Dan baris yang menjawab adalah "<aturan>"

    Contoh:
      | edisi       | aturan                         | hasil             | pasal                       | kategori          | tahapan  | tingkat   | jawaban       | alasan                                                                |
      | pemilu-2022 | hasil/bukan_pelanggaran        | bukan_pelanggaran | uu-460-administratif        | asn               | kampanye | kabupaten | mungkin       | -                                                                     |
      | pemilu-2022 | hasil/ketentuan_kewenangan     | administrasi      | jenis_putusan_administratif | asn               | kampanye | kabupaten | tidak mungkin | UU 7/2017 Pasal 461 ayat (6) memberi kewenangan; tidak ada orang yang |
      | pemilu-2022 | hasil/tanpa_pasal              | administrasi      | -                           | asn               | kampanye | kabupaten | tidak mungkin | tidak ada pasal yang disebut, padahal hasilnya suatu pelanggaran      |
      | pemilu-2022 | hasil/etik_penyelenggara       | kode_etik         | etik-penyelenggara          | penyelenggara_kpu | kampanye | kabupaten | mungkin       | -                                                                     |
      | pemilu-2022 | hasil/etik_bukan_penyelenggara | kode_etik         | etik-penyelenggara          | asn               | kampanye | kabupaten | tidak mungkin | kode etik penyelenggara hanya mengikat penyelenggara Pemilu,          |
      | pemilu-2022 | hasil/etik_pasal_lain          | kode_etik         | uu-460-administratif        | asn               | kampanye | kabupaten | tidak mungkin | UU 7/2017 Pasal 460 (Ketentuan tata cara) bukan ketentuan kode etik   |
      | pemilu-2022 | hasil/administrasi             | administrasi      | uu-460-administratif        | asn               | kampanye | kabupaten | mungkin       | -                                                                     |
      | pemilu-2022 | hasil/administrasi_pasal_lain  | administrasi      | etik-penyelenggara          | asn               | kampanye | kabupaten | tidak mungkin | pelanggaran administratif tidak termasuk tindak pidana Pemilu dan     |
      | pemilu-2022 | hasil/administrasi_tsm         | administrasi_tsm  | uu-463-tsm                  | calon             | kampanye | provinsi  | mungkin       | -                                                                     |
      | pemilu-2022 | hasil/administrasi_biasa_tsm   | administrasi      | uu-463-tsm                  | calon             | kampanye | provinsi  | tidak mungkin | memuat pelanggaran terstruktur, sistematis, dan masif                 |
      | pemilu-2022 | hasil/tsm_pasal_lain           | administrasi_tsm  | uu-460-administratif        | calon             | kampanye | provinsi  | tidak mungkin | bukan ketentuan pelanggaran terstruktur                               |
      | pemilu-2022 | hasil/pidana_orang             | pidana            | uu-488                      | asn               | kampanye | kabupaten | mungkin       | -                                                                     |
      | pemilu-2022 | hasil/pidana_objek             | pidana            | uu-488                      | objek             | kampanye | kabupaten | tidak mungkin | yang tercatat sebuah objek tanpa orang, dan UU 7/2017 Pasal 488       |
      | pemilu-2022 | hasil/pidana_pasal_lain        | pidana            | uu-460-administratif        | asn               | kampanye | kabupaten | tidak mungkin | UU 7/2017 Pasal 460 (Ketentuan tata cara) tidak memuat ancaman pidana |
      | pemilu-2022 | hasil/lainnya_umum             | hukum_lainnya     | hukum-lainnya               | asn               | kampanye | kabupaten | mungkin       | -                                                                     |
      | pemilu-2022 | hasil/lainnya_uu_pemilu        | hukum_lainnya     | uu-460-administratif        | asn               | kampanye | kabupaten | tidak mungkin | UU 7/2017 Pasal 460 ketentuan Pemilu, sedangkan hasil ini hanya untuk |
      | pemilu-2022 | hasil/undang_undang_lain       | administrasi      | hukum-lainnya               | asn               | kampanye | kabupaten | tidak mungkin | UU 7/2017 Pasal 455 ayat (1) huruf c bukan ketentuan UU 7/2017, jadi  |
