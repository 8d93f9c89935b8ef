# language: id
Fitur: Tahap dan tindakan pelanggaran administrasi Pemilihan TSM
  Dari laporan kepada Bawaslu Provinsi sampai putusan, tindak lanjut KPU, Mahkamah Agung, dan keberatan.

  Garis-Besar Skenario: Tindakan yang boleh dilakukan
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" membawa perkara ke "<tahap_lain>"

    Contoh:
      | edisi              | aturan                                  | tahap                   | peran          | fakta                                        | tahap_lain              |
      | pemilihan-tsm-2020 | tindakan/terima_laporan                 | penyampaian             | intake_officer | di_bawaslu_provinsi                          | pemeriksaan_syarat      |
      | pemilihan-tsm-2020 | tindakan/nilai_syarat                   | pemeriksaan_syarat      | case_officer   | -                                            | -                       |
      | pemilihan-tsm-2020 | tindakan/registrasi                     | pemeriksaan_syarat      | chair          | syarat_dinilai_semua, syarat_terpenuhi       | pemeriksaan_pendahuluan |
      | pemilihan-tsm-2020 | tindakan/tolak_registrasi               | pemeriksaan_syarat      | chair          | syarat_dinilai_semua, syarat_ada_yang_kurang | tidak_diregistrasi      |
      | pemilihan-tsm-2020 | tindakan/nyatakan_diterima              | pemeriksaan_pendahuluan | commissioner   | pendahuluan_memenuhi                         | sidang_pemeriksaan      |
      | pemilihan-tsm-2020 | tindakan/nyatakan_tidak_diterima        | pemeriksaan_pendahuluan | commissioner   | -                                            | tidak_diterima          |
      | pemilihan-tsm-2020 | tindakan/catat_sidang                   | sidang_pemeriksaan      | case_officer   | -                                            | -                       |
      | pemilihan-tsm-2020 | tindakan/tutup_pemeriksaan              | sidang_pemeriksaan      | chair          | sidang_selesai                               | pembacaan_putusan       |
      | pemilihan-tsm-2020 | tindakan/bacakan_putusan_terbukti       | pembacaan_putusan       | chair          | putusan_terbukti                             | tindak_lanjut_kpu       |
      | pemilihan-tsm-2020 | tindakan/bacakan_putusan_tidak_terbukti | pembacaan_putusan       | chair          | -                                            | menunggu_keberatan      |
      | pemilihan-tsm-2020 | tindakan/catat_keputusan_kpu            | tindak_lanjut_kpu       | secretariat    | -                                            | menunggu_permohonan     |
      | pemilihan-tsm-2020 | tindakan/catat_permohonan_ma            | menunggu_permohonan     | secretariat    | -                                            | mahkamah_agung          |
      | pemilihan-tsm-2020 | tindakan/tutup_tanpa_permohonan         | menunggu_permohonan     | coordinator    | permohonan_ma_lewat                          | selesai                 |
      | pemilihan-tsm-2020 | tindakan/catat_putusan_ma               | mahkamah_agung          | secretariat    | -                                            | selesai                 |
      | pemilihan-tsm-2020 | tindakan/catat_keberatan                | menunggu_keberatan      | secretariat    | -                                            | keberatan               |
      | pemilihan-tsm-2020 | tindakan/tutup_tanpa_keberatan          | menunggu_keberatan      | coordinator    | -                                            | selesai                 |
      | pemilihan-tsm-2020 | tindakan/beritahukan_keberatan          | keberatan               | secretariat    | -                                            | -                       |
      | pemilihan-tsm-2020 | tindakan/terima_kontra_memori           | keberatan               | secretariat    | -                                            | -                       |
      | pemilihan-tsm-2020 | tindakan/putus_keberatan                | keberatan               | secretariat    | kontra_memori_ada                            | selesai                 |
      | pemilihan-tsm-2020 | tindakan/putus_keberatan                | keberatan               | secretariat    | kontra_memori_lewat                          | selesai                 |
      | pemilihan-tsm-2020 | tindakan/koreksi_fakta                  | sidang_pemeriksaan      | coordinator    | -                                            | -                       |

  Garis-Besar Skenario: Tindakan yang tertahan menyebut apa yang kurang
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" tertahan karena "<alasan>"

    Contoh:
      | edisi              | aturan                                  | tahap                   | peran          | fakta                | alasan                                                 |
      | pemilihan-tsm-2020 | tindakan/terima_laporan                 | penyampaian             | intake_officer | -                    | diterima, diperiksa, dan diputus oleh Bawaslu Provinsi |
      | pemilihan-tsm-2020 | tindakan/terima_laporan                 | penyampaian             | case_officer   | di_bawaslu_provinsi  | tidak berwenang                                        |
      | pemilihan-tsm-2020 | tindakan/registrasi                     | pemeriksaan_syarat      | chair          | syarat_dinilai_semua | memenuhi syarat formal                                 |
      | pemilihan-tsm-2020 | tindakan/tolak_registrasi               | pemeriksaan_syarat      | chair          | syarat_dinilai_semua | tidak ada yang dapat ditolak                           |
      | pemilihan-tsm-2020 | tindakan/nyatakan_diterima              | pemeriksaan_pendahuluan | chair          | -                    | belum menyatakan laporan dapat diterima                |
      | pemilihan-tsm-2020 | tindakan/nyatakan_tidak_diterima        | pemeriksaan_pendahuluan | chair          | pendahuluan_memenuhi | Pemeriksaan pendahuluan                                |
      | pemilihan-tsm-2020 | tindakan/tutup_pemeriksaan              | sidang_pemeriksaan      | chair          | -                    | belum dicatat hasilnya                                 |
      | pemilihan-tsm-2020 | tindakan/bacakan_putusan_terbukti       | pembacaan_putusan       | chair          | -                    | tidak menyatakan pelanggaran terbukti                  |
      | pemilihan-tsm-2020 | tindakan/bacakan_putusan_tidak_terbukti | pembacaan_putusan       | chair          | putusan_terbukti     | Putusan menyatakan pelanggaran TSM terbukti            |
      | pemilihan-tsm-2020 | tindakan/tutup_tanpa_permohonan         | menunggu_permohonan     | coordinator    | -                    | masih dapat mengajukan permohonan                      |
      | pemilihan-tsm-2020 | tindakan/putus_keberatan                | keberatan               | secretariat    | -                    | belum menyampaikan kontra memori                       |
      | pemilihan-tsm-2020 | tindakan/catat_keputusan_kpu            | menunggu_permohonan     | secretariat    | -                    | tahap                                                  |

  Garis-Besar Skenario: Tindakan membuka batas
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" membuka batas "<batas>"

    Contoh:
      | edisi              | aturan                            | tahap                   | peran       | fakta                                  | batas                   |
      | pemilihan-tsm-2020 | tindakan/registrasi               | pemeriksaan_syarat      | chair       | syarat_dinilai_semua, syarat_terpenuhi | pemeriksaan_pendahuluan |
      | pemilihan-tsm-2020 | tindakan/nyatakan_diterima        | pemeriksaan_pendahuluan | chair       | pendahuluan_memenuhi                   | putusan_tsm             |
      | pemilihan-tsm-2020 | tindakan/bacakan_putusan_terbukti | pembacaan_putusan       | chair       | putusan_terbukti                       | tindak_lanjut_kpu       |
      | pemilihan-tsm-2020 | tindakan/catat_keputusan_kpu      | tindak_lanjut_kpu       | secretariat | -                                      | permohonan_ma           |
      | pemilihan-tsm-2020 | tindakan/catat_permohonan_ma      | menunggu_permohonan     | secretariat | -                                      | putusan_ma              |
      | pemilihan-tsm-2020 | tindakan/beritahukan_keberatan    | keberatan               | secretariat | -                                      | keberatan_tsm           |

  Garis-Besar Skenario: Tindakan memenuhi batas
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" memenuhi batas "<batas>"

    Contoh:
      | edisi              | aturan                                  | tahap               | peran       | fakta            | batas             |
      | pemilihan-tsm-2020 | tindakan/bacakan_putusan_terbukti       | pembacaan_putusan   | chair       | putusan_terbukti | putusan_tsm       |
      | pemilihan-tsm-2020 | tindakan/bacakan_putusan_tidak_terbukti | pembacaan_putusan   | chair       | -                | putusan_tsm       |
      | pemilihan-tsm-2020 | tindakan/catat_keputusan_kpu            | tindak_lanjut_kpu   | secretariat | -                | tindak_lanjut_kpu |
      | pemilihan-tsm-2020 | tindakan/catat_permohonan_ma            | menunggu_permohonan | secretariat | -                | permohonan_ma     |
      | pemilihan-tsm-2020 | tindakan/catat_putusan_ma               | mahkamah_agung      | secretariat | -                | putusan_ma        |
      | pemilihan-tsm-2020 | tindakan/terima_kontra_memori           | keberatan           | secretariat | -                | keberatan_tsm     |

  Garis-Besar Skenario: Tindakan mencatat peristiwanya
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" mencatat "<peristiwa>"

    Contoh:
      | edisi              | aturan                            | tahap                   | peran       | fakta                                  | peristiwa           |
      | pemilihan-tsm-2020 | tindakan/registrasi               | pemeriksaan_syarat      | chair       | syarat_dinilai_semua, syarat_terpenuhi | diregistrasi        |
      | pemilihan-tsm-2020 | tindakan/nyatakan_diterima        | pemeriksaan_pendahuluan | chair       | pendahuluan_memenuhi                   | dinyatakan_diterima |
      | pemilihan-tsm-2020 | tindakan/bacakan_putusan_terbukti | pembacaan_putusan       | chair       | putusan_terbukti                       | putusan_dibacakan   |
      | pemilihan-tsm-2020 | tindakan/catat_keputusan_kpu      | tindak_lanjut_kpu       | secretariat | -                                      | keputusan_kpu       |
      | pemilihan-tsm-2020 | tindakan/putus_keberatan          | keberatan               | secretariat | kontra_memori_ada                      | keberatan_diputus   |

  Garis-Besar Skenario: Tindakan yang harus beralasan
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" memerlukan alasan

    Contoh:
      | edisi              | aturan                           | tahap                   | peran       | fakta                                        |
      | pemilihan-tsm-2020 | tindakan/tolak_registrasi        | pemeriksaan_syarat      | chair       | syarat_dinilai_semua, syarat_ada_yang_kurang |
      | pemilihan-tsm-2020 | tindakan/nyatakan_tidak_diterima | pemeriksaan_pendahuluan | chair       | -                                            |
      | pemilihan-tsm-2020 | tindakan/tutup_tanpa_keberatan   | menunggu_keberatan      | coordinator | -                                            |
      | pemilihan-tsm-2020 | tindakan/koreksi_fakta           | keberatan               | coordinator | -                                            |
