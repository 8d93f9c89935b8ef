# language: id
Fitur: Satu dari beberapa terlapor tidak diterima instansi
  Agar berkas seseorang yang gagal, dikembalikan, atau dialihkan tidak hilang di antara yang lain.

  Latar Belakang:
    Diketahui tiga ASN diteruskan kepada BKN dengan satu surat

  Skenario: Berkas seorang gagal diunggah, dan perkara menunggunya
    Ketika BKN menerima berkas "1 dan 2"
    Dan berkas "3" dicatat "failed" dengan catatan "Tidak terunggah di aplikasi BKN"
    Maka tindakan itu diterima
    Dan tindak lanjut belum tuntas
    Ketika berkas "3" dicatat "sent" dengan catatan "Diunggah ulang"
    Maka tindak lanjut belum tuntas
    Ketika BKN menerima berkas "3"
    Maka tindak lanjut tuntas
    Dan jejak audit utuh

  Skenario: Dikembalikan lalu ditangani pemerintah daerah
    Ketika BKN menerima berkas "1 dan 2"
    Dan berkas "3" dicatat "returned" dengan catatan "Wewenang daerah"
    Maka tindak lanjut belum tuntas
    Ketika berkas "3" dicatat "rerouted" dengan catatan ""
    Maka tindakan itu ditolak dengan penjelasan "ke mana"
    Ketika berkas "3" dicatat "rerouted" dengan catatan "BKN menyerahkannya kepada BKPSDM"
    Maka tindakan itu diterima
    Dan tindak lanjut tuntas
    Dan jejak audit utuh
