# language: id
Fitur: Hasil yang mungkin dalam penanganan pelanggaran TSM
  Hanya Bawaslu Provinsi yang memutus.

  Garis-Besar Skenario: Satu baris menjawab apakah suatu hasil mungkin
    Ketika "<hasil>" menurut pasal "<pasal>" diputuskan untuk "<kategori>" pada tahapan "<tahapan>" di tingkat "<tingkat>" menurut edisi "<edisi>"
    Maka hasilnya "<jawaban>" karena "<alasan>"
    Dan baris yang menjawab adalah "<aturan>"

    Contoh:
      | edisi              | aturan                     | hasil             | pasal                       | kategori | tahapan  | tingkat   | jawaban         | alasan                                                              |
      | pemilihan-tsm-2020 | hasil/tsm_provinsi         | administrasi_tsm  | uu-135a                     | asn      | kampanye | provinsi  | mungkin         | -                                                                   |
      | pemilihan-tsm-2020 | hasil/tsm_kabupaten_kota   | administrasi_tsm  | uu-135a                     | asn      | kampanye | kabupaten | tidak mungkin   | pelanggaran administrasi TSM hanya diterima, diperiksa, dan diputus |
      | pemilihan-tsm-2020 | hasil/tsm_ri               | administrasi_tsm  | uu-135a                     | asn      | kampanye | ri        | belum diketahui | Bawaslu memeriksa keberatan atas putusan Bawaslu Provinsi; bentuk   |
      | pemilihan-tsm-2020 | hasil/tidak_terbukti       | bukan_pelanggaran | -                           | asn      | kampanye | kabupaten | mungkin         | -                                                                   |
      | pemilihan-tsm-2020 | hasil/tanpa_pasal          | administrasi_tsm  | -                           | asn      | kampanye | kabupaten | tidak mungkin   | tidak ada pasal yang disebut, padahal hasilnya suatu pelanggaran    |
      | pemilihan-tsm-2020 | hasil/ketentuan_kewenangan | administrasi_tsm  | kewenangan_bawaslu_provinsi | asn      | kampanye | kabupaten | tidak mungkin   | UU Pemilihan Pasal 135A ayat (2); Perbawaslu 13/2016, pembukaan     |
