# language: id
Fitur: Apakah saya masih dalam waktu
  Agar warga tahu lebih dahulu apakah laporannya masih dapat disampaikan, dua tanggal dijawab
  dengan hari terakhir dan pasalnya, menurut aturan yang sama dengan meja penerimaan.

  Skenario: Hari tahu yang menentukan, bukan hari kejadian
    Diketahui hari ini "2024-11-13"
    Ketika warga bertanya tentang kejadian "2024-10-20" yang ia ketahui "2024-11-06"
    Maka jawabannya masih dalam waktu sampai "2024-11-13T23:59:59+07:00"
    Dan jawabannya sama dengan jawaban meja penerimaan
    Dan jawabannya menyebut "Pasal 134 ayat (4)"

  Skenario: Sehari sesudahnya sudah lewat
    Diketahui hari ini "2024-11-14"
    Ketika warga bertanya tentang kejadian "2024-10-20" yang ia ketahui "2024-11-06"
    Maka jawabannya lewat waktu sejak "2024-11-13T23:59:59+07:00"

  Skenario: Pemilu dihitung dalam hari kerja
    Diketahui hari ini "2024-02-20"
    Ketika warga bertanya tentang kejadian Pemilu "2024-02-14" yang ia ketahui "2024-02-14"
    Maka jawabannya masih dalam waktu sampai "2024-02-23T23:59:59+07:00"

  Skenario: Tanggal yang tertukar
    Diketahui hari ini "2024-11-13"
    Ketika warga bertanya tentang kejadian "2024-11-06" yang ia ketahui "2024-10-20"
    Maka tidak ada jawaban: tanggal diketahui lebih awal daripada tanggal kejadian
