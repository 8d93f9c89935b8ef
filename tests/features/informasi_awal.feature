# language: id
Fitur: Informasi awal
  Agar kabar tanpa pelapor tidak hilang, kantor menelusurinya dalam tujuh hari; yang terbukti
  menjadi temuan, yang tidak dihentikan dengan alasan.

  Latar Belakang:
    Diketahui informasi awal dicatat dengan penelusuran mulai "2024-09-19T09:00:00"

  Aturan: Penelusuran punya batas dan tidak memakai nomor perkara

    @edisi:pemilihan-2020 @aturan:tindakan/catat_informasi_awal @aturan:batas/penelusuran
    Skenario: Dicatat tanpa pelapor
      Maka perkara berada pada tahap "penelusuran"
      Dan batas "penelusuran" jatuh pada "2024-09-26T23:59:59+07:00"
      Dan belum ada nomor perkara yang terpakai
      Dan perkara itu tanpa pelapor
      Dan jejak audit utuh

  Aturan: Hasil penelusuran menjadi temuan atau dihentikan

    @edisi:pemilihan-2020 @aturan:tindakan/jadikan_temuan
    Skenario: Menjadi temuan
      Ketika hasil penelusuran diajukan sebagai temuan pada "2024-09-22T10:00:00"
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "penetapan_temuan"
      Dan batas "penelusuran" dalam keadaan "met"
      Dan batas "penetapan_temuan" jatuh pada "2024-09-29T23:59:59+07:00"
      Ketika pleno menetapkan temuan pada "2024-09-23T10:00:00"
      Dan anggota mencoba "registrasi"
      Maka nomor temuan "01/Reg/TM/PG/Prov/07.00/IX/2024"

    Skenario: Temuan menyebut terlapor atau objeknya
      Ketika hasil penelusuran diajukan sebagai temuan tanpa terlapor
      Maka tindakan itu ditolak dengan penjelasan "terlapor"
      Dan perkara berada pada tahap "penelusuran"

    @edisi:pemilihan-2020 @aturan:tindakan/hentikan_penelusuran
    Skenario: Penelusuran dihentikan dengan alasan
      Ketika koordinator menghentikan penelusuran
      Maka tindakan itu diterima
      Dan perkara berada pada tahap "bukan_temuan"
      Dan batas "penelusuran" dalam keadaan "met"
      Dan belum ada nomor perkara yang terpakai
