# language: id
Fitur: Sidang pelanggaran administrasi Pemilihan menurut data hukumnya
  Acaranya dipinjam dari Pemilu. Setiap langkah bertanda; yang tidak ditemukan berkata demikian.

  Garis-Besar Skenario: Tindakan selama sidang, dan ke mana perkara dibawa
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" boleh dilakukan
    Dan tindakan "<aturan>" membawa perkara ke "<ke>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                          | tahap             | peran        | fakta                                                     | ke                | tanda      | pasal                                |
      | pemilihan-2025 | tindakan/registrasi_sidang      | pleno_registrasi  | chair        | pleno_kuorum, syarat_terpenuhi, jalan_sidang_dipilih, pidana_tersendiri | penetapan_majelis | secondary  | Putusan MK 104/PUU-XXIII/2025        |
      | pemilihan-2025 | tindakan/alihkan_ke_sidang      | kajian            | coordinator  | jalan_sidang_dipilih, pidana_tersendiri | penetapan_majelis | unverified | Setelan kantor                       |
      | pemilihan-2025 | tindakan/tetapkan_majelis       | penetapan_majelis | chair        | jalan_sidang_dipilih                                      | sidang            | secondary  | Perbawaslu 8/2022 Pasal 13           |
      | pemilihan-2025 | tindakan/tetapkan_majelis       | pembacaan_putusan | chair        | jalan_sidang_dipilih                                      | sidang            | secondary  | Perbawaslu 8/2022 Pasal 13           |
      | pemilihan-2025 | tindakan/panggil_sidang         | sidang            | secretariat  | jalan_sidang_dipilih, majelis_ditetapkan                  | -                 | unverified | Perbawaslu 8/2022, pasal panggilan   |
      | pemilihan-2025 | tindakan/catat_sidang           | sidang            | case_officer | majelis_ditetapkan                                        | -                 | secondary  | Perbawaslu 8/2022 Pasal 17 ayat (2)  |
      | pemilihan-2025 | tindakan/tunda_sidang           | pembacaan_putusan | secretariat  | -                                                         | -                 | unverified | Setelan kantor                       |
      | pemilihan-2025 | tindakan/tutup_sidang           | sidang            | chair        | laporan_dibacakan, jawaban_didengar, pembuktian_selesai, kesimpulan_diterima | musyawarah | secondary | Perbawaslu 8/2022 Pasal 17 ayat (2) |
      | pemilihan-2025 | tindakan/putuskan_majelis       | musyawarah        | commissioner | jalan_sidang_dipilih, musyawarah_kuorum, hasil_semua_terlapor | pembacaan_putusan | secondary | UU 7/2017 Pasal 461 ayat (6)      |
      | pemilihan-2025 | tindakan/bacakan_putusan        | pembacaan_putusan | chair        | jalan_sidang_dipilih, putusan_disusun                     | penerusan         | secondary  | Perbawaslu 8/2022 Pasal 17 ayat (2)  |
      | pemilihan-2025 | tindakan/perpanjang_penanganan  | sidang            | coordinator  | penanganan_terbuka                                        | -                 | secondary  | UU Pemilihan Pasal 134 ayat (6)      |
      | pemilihan-2025 | tindakan/terbitkan_surat        | sidang            | chair        | -                                                         | -                 | secondary  | Praktik kantor                       |
      | pemilihan-2025 | tindakan/catat_penyampaian_surat | sidang           | secretariat  | -                                                         | -                 | secondary  | Praktik kantor                       |
      | pemilihan-2025 | tindakan/tautkan                | sidang            | case_officer | -                                                         | -                 | secondary  | Praktik kantor                       |
      | pemilihan-2025 | tindakan/catat_pihak            | sidang            | case_officer | -                                                         | -                 | unverified | Setelan kantor                       |
      | pemilihan-2025 | tindakan/koreksi_fakta          | sidang            | coordinator  | -                                                         | -                 | unverified | Setelan kantor                       |
      | pemilihan-2025 | tindakan/koreksi_terlapor       | sidang            | coordinator  | -                                                         | -                 | unverified | Setelan kantor                       |
      | pemilihan-2025 | tindakan/limpahkan              | sidang            | coordinator  | tidak_sedang_dilimpahkan                                  | -                 | secondary  | Praktik kantor, pelimpahan           |
      | pemilihan-2025 | tindakan/terima_pelimpahan      | sidang            | coordinator  | pelimpahan_menunggu                                       | -                 | secondary  | Praktik kantor, pelimpahan           |
      | pemilihan-2025 | tindakan/kembalikan_pelimpahan  | sidang            | coordinator  | pelimpahan_menunggu                                       | -                 | unverified | Pasal belum diketahui                |
      | pemilihan-2025 | tindakan/ambil_alih             | sidang            | chair        | tidak_sedang_dilimpahkan                                  | -                 | secondary  | Praktik kantor, pengambilalihan      |
      | pemilihan-2025 | tindakan/supervisi              | sidang            | chair        | -                                                         | -                 | confirmed  | Perbawaslu 6/2024 Pasal 9 huruf e    |
      | pemilihan-2025 | tindakan/gabungkan              | sidang            | coordinator  | -                                                         | digabung          | secondary  | Praktik kantor, penggabungan         |
      | pemilihan-2025 | tindakan/hentikan_penanganan    | sidang            | coordinator  | -                                                         | dihentikan        | secondary  | Praktik kantor                       |

  Garis-Besar Skenario: Tindakan yang tertahan menyebut alasannya
    Ketika perkara pada tahap "<tahap>" dilihat oleh "<peran>" dengan fakta "<fakta>" menurut edisi "<edisi>"
    Maka tindakan "<aturan>" tertahan karena "<alasan>"

    Contoh:
      | edisi          | aturan                     | tahap             | peran       | fakta                                         | alasan                          |
      | pemilihan-2025 | tindakan/registrasi_sidang | pleno_registrasi  | chair       | pleno_kuorum, syarat_terpenuhi                | belum memilih memakai acara Pemilu |
      | pemilihan-2025 | tindakan/bacakan_putusan   | pembacaan_putusan | chair       | jalan_sidang_dipilih                          | belum ada putusan yang dibacakan |
      | pemilihan-2025 | tindakan/ralat_pleno       | penerusan         | chair       | pleno_kuorum, hasil_semua_terlapor, putusan_dibacakan | Putusan majelis dibacakan dalam sidang |

  @edisi:pemilihan-2025 @aturan:batas/panggilan_sidang
  Skenario: Jarak panggilan belum diketahui dan tidak dihitung
    Ketika batas "batas/panggilan_sidang" dihitung sejak "2026-03-25" menurut edisi "pemilihan-2025"
    Maka perhitungannya ditolak karena "Jarak panggilan sidang tidak terbaca"
    Dan tandanya "unverified" menurut "Putusan MK 104/PUU-XXIII/2025"

  Garis-Besar Skenario: Ketentuan yang dipinjam
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                       | isi                                | tanda     | pasal                        |
      | pemilihan-2025 | ketentuan/sidang_majelis     | Seluruh anggota menjadi majelis    | secondary | Perbawaslu 8/2022 Pasal 13   |
      | pemilihan-2025 | ketentuan/sidang_isi_putusan | perbaikan administrasi             | secondary | UU 7/2017 Pasal 461 ayat (6) |

  Garis-Besar Skenario: Yang tidak ditemukan
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka belum diketahui karena "<alasan>"

    Contoh:
      | edisi          | aturan                        | alasan                                   |
      | pemilihan-2025 | ketentuan/sidang_acara_cepat  | bagi Pemilihan, tidak bersumber          |
      | pemilihan-2025 | ketentuan/sidang_upaya_hukum  | bagi Pemilihan tidak ditemukan apa pun   |
      | pemilihan-2025 | ketentuan/pembetulan_putusan  | sesudah dibacakan tidak ditemukan        |

  Garis-Besar Skenario: Formulir sidang
    Ketika "<aturan>" dibaca menurut edisi "<edisi>"
    Maka isinya memuat "<isi>"
    Dan isinya memuat "<penanda>"
    Dan tandanya "<tanda>" menurut "<pasal>"

    Contoh:
      | edisi          | aturan                        | isi                          | penanda      | tanda      | pasal                         |
      | pemilihan-2025 | formulir/penetapan_majelis    | Penetapan Majelis Pemeriksa  | chair        | unverified | Putusan MK 104/PUU-XXIII/2025 |
      | pemilihan-2025 | formulir/panggilan_sidang     | Panggilan Sidang             | chair        | unverified | Putusan MK 104/PUU-XXIII/2025 |
      | pemilihan-2025 | formulir/berita_acara_sidang  | Berita Acara Sidang          | secretariat  | unverified | Putusan MK 104/PUU-XXIII/2025 |
      | pemilihan-2025 | formulir/putusan_administrasi | Putusan Pelanggaran          | commissioner | unverified | Putusan MK 104/PUU-XXIII/2025 |
