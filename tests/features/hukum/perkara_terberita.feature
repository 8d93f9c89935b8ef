# language: id
Fitur: Perkara yang diberitakan dijawab seperti yang diputus
  Perkara nyata di luar Bengkulu dan di luar skenario putar ulang. Setiap baris bertanya dua hal pada edisi hari peristiwanya:
  mungkinkah hasil itu bagi terlapor itu, dan ke mana surat pergi dari kantor setingkat. Nama terlapor tidak dicatat.

  Garis-Besar Skenario: Hasil yang diputus mungkin, dan penerima suratnya sama
    Ketika "<hasil>" menurut pasal "<pasal>" diputuskan untuk "<kategori>" pada tahapan "<tahapan>" di tingkat "<tingkat>" menurut edisi "<edisi>"
    Maka hasilnya "<jawaban>" karena "-"
    Ketika "<hasil>" oleh "<kategori>" diteruskan dari "<tingkat>" pada "<tanggal>" untuk wilayah "kota_bengkulu" menurut edisi "<edisi>"
    Maka tujuannya "<tujuan>"

    # Palopo: tiga anggota KPU meloloskan calon tanpa syarat; diteruskan ke penyidik 1-10-2024, lalu diberhentikan DKPP.
    Contoh: Pencalonan
      | perkara            | edisi          | hasil     | pasal    | kategori          | tahapan  | tingkat | tanggal    | jawaban | tujuan                                                       |
      | Palopo 2024        | pemilihan-2024 | pidana    | uu-180-2 | penyelenggara_kpu | kampanye | kota    | 2024-10-02 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Palopo 2024        | pemilihan-2024 | kode_etik | uu-136   | penyelenggara_kpu | kampanye | kota    | 2024-12-20 | mungkin | Dewan Kehormatan Penyelenggara Pemilihan Umum                |
      | Palopo 2024, calon | pemilihan-2024 | pidana    | uu-184   | calon             | kampanye | kota    | 2024-10-02 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Jakarta 2024       | pemilihan-2020 | pidana    | uu-185a  | calon             | sebelum_penetapan_calon | provinsi | 2024-09-03 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |

    # Banjarbaru: program pemerintah kota, rekomendasi pembatalan ke KPU Provinsi; Metro: denda Rp6.000.000 di PN; Banggai: mutasi pejabat.
    Contoh: Petahana
      | perkara         | edisi          | hasil        | pasal       | kategori | tahapan  | tingkat   | tanggal    | jawaban | tujuan                                                       |
      | Banjarbaru 2024 | pemilihan-2024 | administrasi | uu-71-3     | calon    | kampanye | provinsi  | 2024-10-28 | mungkin | KPU Provinsi Bengkulu                                        |
      | Metro 2024      | pemilihan-2024 | pidana       | uu-188-lama | calon    | kampanye | kota      | 2024-10-14 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Kaur 2020       | pemilihan-2020 | administrasi | uu-71-2     | calon    | kampanye | kabupaten | 2020-10-20 | mungkin | KPU Kota Bengkulu                                            |

    # Morotai: juru kampanye memfitnah calon, diteruskan 20-10-2024; Bogor: kampanye di tempat ibadah; Semarang dan Pati: kepala desa.
    Contoh: Kampanye
      | perkara               | edisi          | hasil             | pasal           | kategori       | tahapan  | tingkat   | tanggal    | jawaban | tujuan                                                       |
      | Pulau Morotai 2024    | pemilihan-2024 | pidana            | uu-69-huruf-c   | tim_kampanye   | kampanye | kabupaten | 2024-10-20 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Bangkalan 2024        | pemilihan-2024 | bukan_pelanggaran | -               | masyarakat     | kampanye | kabupaten | 2024-11-13 | mungkin | -                                                            |
      | Bogor 2024            | pemilihan-2024 | administrasi      | uu-69-i         | calon          | kampanye | kabupaten | 2024-10-06 | mungkin | KPU Kota Bengkulu                                            |
      | Bogor 2024            | pemilihan-2024 | pidana            | uu-69-i         | calon          | kampanye | kabupaten | 2024-10-06 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Siak 2024             | pemilihan-2024 | pidana            | uu-69-g         | masyarakat     | kampanye | kabupaten | 2024-10-20 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Pati 2024             | pemilihan-2024 | hukum_lainnya     | uu-desa-29-j    | kepala_desa    | kampanye | kabupaten | 2024-10-12 | mungkin | Wali Kota Bengkulu                                           |
      | Pati 2024             | pemilihan-2024 | hukum_lainnya     | netralitas-asn  | asn            | kampanye | kabupaten | 2024-10-12 | mungkin | Badan Kepegawaian Negara                                     |
      | Maluku Utara 2020     | pemilihan-2020 | pidana            | uu-198a         | calon          | kampanye | kabupaten | 2020-10-04 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |

    # Jakarta Timur: ketua KPPS menyuruh petugas keamanan mencoblos 19 surat suara, dilaporkan 3-12-2024; Buru: ketua KPU memilih dua kali.
    Contoh: Pemungutan suara
      | perkara            | edisi          | hasil     | pasal     | kategori          | tahapan          | tingkat   | tanggal    | jawaban | tujuan                                                       |
      | Jakarta Timur 2024 | pemilihan-2024 | pidana    | uu-178c-3 | ppk_pps_kpps      | pemungutan_suara | kota      | 2024-12-03 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Jakarta Timur 2024 | pemilihan-2024 | pidana    | uu-178b   | masyarakat        | pemungutan_suara | kota      | 2024-12-03 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Jakarta Timur 2024 | pemilihan-2024 | kode_etik | uu-136    | ppk_pps_kpps      | pemungutan_suara | kota      | 2024-12-03 | mungkin | KPU Kota Bengkulu                                            |
      | Buru 2024          | pemilihan-2024 | pidana    | uu-178b   | penyelenggara_kpu | pemungutan_suara | kabupaten | 2024-12-03 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Banjarbaru 2025    | pemilihan-2024 | pidana    | uu-187d   | masyarakat        | tidak_diketahui  | kota      | 2025-05-02 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Jember 2024        | pemilihan-2024 | kode_etik | uu-136    | panwascam_pkd_ptps | kampanye        | kabupaten | 2024-10-20 | mungkin | Bawaslu Kota Bengkulu                                        |

    # Solok: wali nagari menguntungkan peserta, dilimpahkan ke pengadilan; Konawe: perolehan suara ditambah pada rekapitulasi kecamatan.
    Contoh: Pemilu
      | perkara     | edisi       | hasil     | pasal              | kategori           | tahapan                  | tingkat   | tanggal    | jawaban | tujuan                                                       |
      | Solok 2024  | pemilu-2022 | pidana    | uu-490             | kepala_desa        | kampanye                 | kabupaten | 2024-02-12 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Konawe 2024 | pemilu-2022 | pidana    | uu-532             | ppk_pps_kpps       | sesudah_pemungutan_suara | kabupaten | 2024-03-01 | mungkin | Kepolisian Negara Republik Indonesia melalui Sentra Gakkumdu |
      | Konawe 2024 | pemilu-2022 | kode_etik | etik-penyelenggara | ppk_pps_kpps       | sesudah_pemungutan_suara | kabupaten | 2024-03-01 | mungkin | KPU Kota Bengkulu                                            |

  Skenario: Petugas keamanan TPS yang mencoblos atas suruhan tidak disangka sebagai penyelenggara
    Ketika "pidana" menurut pasal "uu-178c-3" diputuskan untuk "masyarakat" pada tahapan "pemungutan_suara" di tingkat "kota" menurut edisi "pemilihan-2024"
    Maka hasilnya "tidak mungkin" karena "hanya untuk penyelenggara Pemilihan"

  Skenario: Rekomendasi pembatalan tidak ditulis dengan pasal pidananya
    Ketika "administrasi" menurut pasal "uu-188-lama" diputuskan untuk "calon" pada tahapan "kampanye" di tingkat "provinsi" menurut edisi "pemilihan-2024"
    Maka hasilnya "tidak mungkin" karena "memuat ancaman pidana"

  Skenario: Bandar Lampung 2020 diputus Bawaslu Provinsi, bukan Bawaslu Kota
    Ketika "administrasi_tsm" menurut pasal "uu-135a" diputuskan untuk "calon" pada tahapan "pemungutan_suara" di tingkat "kota" menurut edisi "pemilihan-tsm-2020"
    Maka hasilnya "tidak mungkin" karena "hanya diterima, diperiksa, dan diputus"
