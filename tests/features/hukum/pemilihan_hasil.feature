# language: id
Fitur: Hasil yang mungkin dalam penanganan pelanggaran Pemilihan
  Hasil, pasal, kategori terlapor, dan tahapan harus cocok; yang tidak mungkin ditolak tempat diketik.

  Garis-Besar Skenario: Satu baris menjawab apakah suatu hasil mungkin
    Ketika "<hasil>" menurut pasal "<pasal>" diputuskan untuk "<kategori>" pada tahapan "<tahapan>" di tingkat "<tingkat>" menurut edisi "<edisi>"
    Maka hasilnya "<jawaban>" karena "<alasan>"
    Dan baris yang menjawab adalah "<aturan>"

    Contoh:
      | edisi          | aturan                                 | hasil             | pasal               | kategori          | tahapan                 | tingkat   | jawaban         | alasan                                                                |
      | pemilihan-2020 | hasil/bukan_pelanggaran                | bukan_pelanggaran | uu-187a-1           | asn               | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/ketentuan_kewenangan             | administrasi      | uu-135-administrasi | asn               | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 135 ayat (1) huruf b memberi kewenangan kepada     |
      | pemilihan-2020 | hasil/tanpa_pasal                      | administrasi      | -                   | asn               | kampanye                | kabupaten | tidak mungkin   | tidak ada pasal yang disebut, padahal hasilnya suatu pelanggaran      |
      | pemilihan-2020 | hasil/etik_penyelenggara               | kode_etik         | uu-136              | penyelenggara_kpu | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/etik_bukan_penyelenggara         | kode_etik         | uu-136              | asn               | kampanye                | kabupaten | tidak mungkin   | kode etik penyelenggara hanya mengikat penyelenggara Pemilihan,       |
      | pemilihan-2020 | hasil/etik_pasal_lain                  | kode_etik         | uu-187a-1           | asn               | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 187A ayat (1) (Ancaman pidana) bukan ketentuan     |
      | pemilihan-2020 | hasil/pasal_etik_hasil_lain            | administrasi      | uu-136              | asn               | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 136 hanya tentang kode etik penyelenggara, jadi    |
      | pemilihan-2020 | hasil/administrasi_tata_cara           | administrasi      | uu-138              | asn               | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/administrasi_larangan            | administrasi      | uu-71-1             | asn               | kampanye                | kabupaten | belum diketahui | Pasal 73 dan Pasal 76 menyebut akibat administrasi, Pasal 72 ayat (1) |
      | pemilihan-2020 | hasil/administrasi_peringatan          | administrasi      | uu-69-i             | calon             | kampanye                | kota      | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/administrasi_petahana            | administrasi      | uu-71-2             | asn               | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/administrasi_selain_petahana     | administrasi      | uu-71-2             | kepala_desa       | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 71 ayat (2) melarang kepala daerah dan wakilnya,   |
      | pemilihan-2020 | hasil/administrasi_sanksi              | administrasi      | uu-71-5             | calon             | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/administrasi_sanksi_selain_calon | administrasi      | uu-71-5             | asn               | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 71 ayat (5) membatalkan seorang calon, sedangkan   |
      | pemilihan-2020 | hasil/administrasi_ancaman_pidana      | administrasi      | uu-187a-1           | asn               | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 187A ayat (1) memuat ancaman pidana, dan tindak    |
      | pemilihan-2020 | hasil/undang_undang_lain               | administrasi      | netralitas-asn      | asn               | kampanye                | kabupaten | tidak mungkin   | SKB netralitas ASN 2022 bukan ketentuan UU Pemilihan, jadi            |
      | pemilihan-2020 | hasil/pidana_orang                     | pidana            | uu-187a-1           | asn               | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/pidana_objek                     | pidana            | uu-187a-1           | objek             | kampanye                | kabupaten | tidak mungkin   | yang tercatat sebuah objek tanpa orang, dan UU Pemilihan Pasal 187A   |
      | pemilihan-2020 | hasil/pidana_tata_cara                 | pidana            | uu-138              | asn               | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 138 mengatur tata cara dan tidak memuat ancaman    |
      | pemilihan-2020 | hasil/pidana_sanksi_administrasi       | pidana            | uu-71-5             | asn               | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 71 ayat (5) menentukan sanksi pembatalan oleh KPU, |
      | pemilihan-2020 | hasil/pejabat_selain                   | pidana            | uu-188              | masyarakat        | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 188 menyebut pejabat, ASN, TNI/Polri, dan kepala   |
      | pemilihan-2020 | hasil/pejabat_belum_jelas              | pidana            | uu-188              | penyelenggara_kpu | kampanye                | kabupaten | belum diketahui | Apakah terlapor ini pejabat menurut UU Pemilihan Pasal 188 bergantung |
      | pemilihan-2020 | hasil/pejabat_tni_polri_lama           | pidana            | uu-188-lama         | tni               | kampanye                | kabupaten | tidak mungkin   | untuk perbuatan sebelum 14 November 2024 Pasal 188 tidak menyebut     |
      | pemilihan-2020 | hasil/pejabat_sebelum_calon            | pidana            | uu-188              | asn               | sebelum_penetapan_calon | kabupaten | tidak mungkin   | peristiwanya sebelum penetapan pasangan calon, jadi belum ada         |
      | pemilihan-2020 | hasil/tni_polri_sebelum_calon          | pidana            | uu-188              | tni               | sebelum_penetapan_calon | kabupaten | tidak mungkin   | peristiwanya sebelum penetapan pasangan calon, jadi belum ada         |
      | pemilihan-2020 | hasil/menguntungkan_sebelum_calon      | pidana            | uu-71-1             | pejabat_negara    | sebelum_penetapan_calon | kabupaten | tidak mungkin   | peristiwanya sebelum penetapan pasangan calon, jadi belum ada         |
      | pemilihan-2020 | hasil/menguntungkan_pejabat            | pidana            | uu-71-1             | asn               | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/pidana_pejabat                   | pidana            | uu-188              | pejabat_negara    | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/pidana_asn_kepala_desa           | pidana            | uu-188              | asn               | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/pidana_tni_polri                 | pidana            | uu-188              | tni               | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/pidana_petahana                  | pidana            | uu-71-2             | asn               | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/pidana_selain_petahana           | pidana            | uu-71-2             | kepala_desa       | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 71 ayat (2) tentang kepala daerah, wakilnya, atau  |
      | pemilihan-2020 | hasil/pidana_calon                     | pidana            | uu-70-1             | calon             | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/pidana_calon_belum_jelas         | pidana            | uu-70-1             | pejabat_negara    | kampanye                | kabupaten | belum diketahui | UU Pemilihan Pasal 70 ayat (1) hanya untuk calon; periksa apakah      |
      | pemilihan-2020 | hasil/pidana_selain_calon              | pidana            | uu-70-1             | asn               | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 70 ayat (1) hanya untuk calon, sedangkan terlapor  |
      | pemilihan-2020 | hasil/pidana_penyelenggara             | pidana            | uu-178c-3           | penyelenggara_kpu | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/pidana_selain_penyelenggara      | pidana            | uu-178c-3           | asn               | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 178C ayat (3) hanya untuk penyelenggara Pemilihan, |
      | pemilihan-2020 | hasil/pidana_pemungutan                | pidana            | uu-178a             | asn               | pemungutan_suara        | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/pidana_sebelum_pemungutan        | pidana            | uu-178a             | asn               | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 178A tentang perbuatan pada waktu pemungutan       |
      | pemilihan-2020 | hasil/lainnya_uu_pemilihan             | hukum_lainnya     | uu-187a-1           | asn               | kampanye                | kabupaten | tidak mungkin   | UU Pemilihan Pasal 187A ayat (1) ketentuan UU Pemilihan dan menjadi   |
      | pemilihan-2020 | hasil/lainnya_asn                      | hukum_lainnya     | netralitas-asn      | asn               | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/lainnya_bukan_asn                | hukum_lainnya     | netralitas-asn      | kepala_desa       | kampanye                | kabupaten | tidak mungkin   | SKB netralitas ASN 2022 tentang pegawai ASN, sedangkan terlapor ini   |
      | pemilihan-2020 | hasil/lainnya_desa_kepala              | hukum_lainnya     | uu-desa-29-j        | kepala_desa       | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/lainnya_bukan_desa_kepala        | hukum_lainnya     | uu-desa-29-j        | asn               | kampanye                | kabupaten | tidak mungkin   | UU 6/2014 Pasal 29 huruf j melarang kepala desa, sedangkan terlapor   |
      | pemilihan-2020 | hasil/lainnya_desa_perangkat           | hukum_lainnya     | uu-desa-51-b        | perangkat_desa    | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/lainnya_bukan_desa_perangkat     | hukum_lainnya     | uu-desa-51-b        | asn               | kampanye                | kabupaten | tidak mungkin   | UU 6/2014 Pasal 51 huruf b melarang perangkat desa, sedangkan         |
      | pemilihan-2020 | hasil/lainnya_desa_bpd                 | hukum_lainnya     | uu-desa-64-c        | bpd               | kampanye                | kabupaten | mungkin         | -                                                                     |
      | pemilihan-2020 | hasil/lainnya_bukan_desa_bpd           | hukum_lainnya     | uu-desa-64-c        | asn               | kampanye                | kabupaten | tidak mungkin   | UU 6/2014 Pasal 64 huruf c melarang anggota Badan Permusyawaratan     |
      | pemilihan-2020 | hasil/lainnya_umum                     | hukum_lainnya     | pidana-umum         | asn               | kampanye                | kabupaten | mungkin         | -                                                                     |

  Skenario: Lurah yang dituduh politik uang tidak dapat diputus melanggar kode etik penyelenggara
    Ketika "kode_etik" menurut pasal "uu-187a-1" diputuskan untuk "asn" pada tahapan "kampanye" di tingkat "kabupaten" menurut edisi "pemilihan-2020"
    Maka hasilnya "tidak mungkin" karena "UU Pemilihan Pasal 187A ayat (1) (Ancaman pidana) bukan ketentuan kode etik"

  Skenario: Kepala desa sebelum penetapan pasangan calon bukan tindak pidana Pasal 188
    Ketika "pidana" menurut pasal "uu-188" diputuskan untuk "kepala_desa" pada tahapan "sebelum_penetapan_calon" di tingkat "provinsi" menurut edisi "pemilihan-2024"
    Maka hasilnya "tidak mungkin" karena "sebelum penetapan pasangan calon"

  Skenario: Perkara yang tahapannya tidak diketahui tidak ditolak karena tahapannya
    Ketika "pidana" menurut pasal "uu-188" diputuskan untuk "kepala_desa" pada tahapan "tidak_diketahui" di tingkat "provinsi" menurut edisi "pemilihan-2024"
    Maka hasilnya "mungkin" karena "-"
