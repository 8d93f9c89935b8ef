# language: id
Fitur: Batas waktu pelanggaran administrasi Pemilihan TSM
  Jangka putusan mulai pada dua peristiwa: laporan diregister dan dinyatakan diterima. Yang kemudian
  yang menentukan. Satuan hari kerja tidak bersumber dan bertanda demikian.

  Garis-Besar Skenario: Batas dihitung dalam hari kerja
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Maka batas itu berakhir "<berakhir>"
    Dan tandanya "<tanda>" menurut "<pasal>"
    Dan akibatnya memuat "<akibat>"

    Contoh:
      | edisi              | aturan                  | mulai      | berakhir         | tanda      | pasal               | akibat                                |
      | pemilihan-tsm-2020 | batas/keberatan_tsm     | 2021-01-06 | 2021-01-11T23:59 | confirmed  | Pasal 57 ayat (1)   | tetap melakukan pemeriksaan keberatan |
      | pemilihan-tsm-2020 | batas/tindak_lanjut_kpu | 2021-01-06 | 2021-01-11T23:59 | secondary  | Pasal 135A ayat (4) | wajib ditindaklanjuti                 |
      | pemilihan-tsm-2020 | batas/permohonan_ma     | 2021-01-08 | 2021-01-13T23:59 | confirmed  | Pasal 17            | terlambat ditolak                     |
      | pemilihan-tsm-2020 | batas/putusan_ma        | 2021-01-13 | 2021-02-02T23:59 | unverified | Pasal 135A ayat (7) | Tidak diketahui                       |

  Garis-Besar Skenario: Jangka putusan dihitung dari peristiwa yang terakhir
    Ketika batas "<aturan>" dihitung sejak "<mulai>" menurut edisi "<edisi>"
    Dan fakta kedua "dinyatakan_diterima" terjadi "<diterima>"
    Maka batas itu berakhir "<berakhir>"
    Dan tanggal amannya "<aman>"
    Dan tandanya "confirmed" menurut "Pasal 45 ayat (1)"

    Contoh:
      | edisi              | aturan            | mulai      | diterima   | berakhir         | aman             |
      | pemilihan-tsm-2020 | batas/putusan_tsm | 2020-12-14 | 2020-12-16 | 2021-01-11T23:59 | 2021-01-08T23:59 |
      | pemilihan-tsm-2020 | batas/putusan_tsm | 2020-12-16 | 2020-12-14 | 2021-01-11T23:59 | 2021-01-08T23:59 |
      | pemilihan-tsm-2020 | batas/putusan_tsm | 2024-12-02 | 2024-12-05 | 2024-12-27T23:59 | 2024-12-24T23:59 |

  @edisi:pemilihan-tsm-2020 @aturan:batas/putusan_tsm
  Skenario: Laporan yang baru diregister belum memulai jangka putusan
    Ketika batas "putusan_tsm" dihitung sejak "2020-12-14" menurut edisi "pemilihan-tsm-2020"
    Maka perhitungannya ditolak karena "dinyatakan_diterima"

  @edisi:pemilihan-tsm-2020 @aturan:batas/keberatan_tsm
  Skenario: Hari dihitung di zona kantor, juga di WIT
    Ketika batas "keberatan_tsm" dihitung sejak "2021-01-06T23:30:00+07:00" menurut edisi "pemilihan-tsm-2020"
    Dan di zona "Asia/Jayapura"
    Maka batas itu berakhir "2021-01-12T23:59"

  Garis-Besar Skenario: Batas yang lamanya tidak dibaca tidak dihitung
    Ketika batas "<aturan>" dihitung sejak "2020-12-14" menurut edisi "<edisi>"
    Maka perhitungannya ditolak karena "<alasan>"

    Contoh:
      | edisi              | aturan                        | alasan                     |
      | pemilihan-tsm-2020 | batas/penyampaian_laporan     | Pasal 13 ayat (2)          |
      | pemilihan-tsm-2020 | batas/pemeriksaan_pendahuluan | lamanya tidak dibaca       |
      | pemilihan-tsm-2020 | batas/pengajuan_keberatan     | Waktu mengajukan keberatan |
      | pemilihan-tsm-2020 | batas/putusan_keberatan       | Waktu memutus keberatan    |
