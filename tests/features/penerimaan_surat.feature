# language: id
Fitur: Penerimaan surat dicatat satu kali
  Jam surat diterima menentukan batas waktu. Jam yang keliru dibetulkan dengan alasannya, tidak
  ditimpa dengan catatan kedua.

  Latar Belakang:
    Diketahui surat kelengkapan yang sudah diterima pelapor

  Skenario: Penerimaan kedua ditolak
    Ketika sekretariat mencatat penerimaan surat itu sekali lagi
    Maka tindakan itu ditolak dengan penjelasan "sudah tercatat"
    Dan tindakan itu ditolak dengan penjelasan "betulkan jamnya pada bagian Dokumen perkara ini"
    Dan surat itu mempunyai 1 catatan penyampaian

  Skenario: Surat yang hanya dikirim lagi tetap dapat dicatat
    Ketika sekretariat mencatat surat itu dikirim lagi tanpa jam terima
    Maka surat itu mempunyai 2 catatan penyampaian
