# language: id
Fitur: Matriks unsur dan bukti
  Setiap unsur pasal dihadapkan pada setiap bukti, agar kajian memperlihatkan alasannya.

  Latar Belakang:
    Diketahui perkara berada pada tahap kajian

  Aturan: Unsur belum dinilai sampai ada yang menilainya

    Skenario: Matriks yang tidak pernah dibuka tidak menjadi “tidak terbukti”
      Ketika kajian disimpan dengan unsur "pemilih" tanpa bukti
      Maka kajian ditolak dengan penjelasan "belum dinilai pada unsur ke-1"
      Dan kajian ditolak dengan penjelasan "belum dapat mengusulkan terbukti atau tidak terbukti"

    Skenario: Unsur pasal yang ditinggalkan
      Ketika kajian menurut "uu-187a-2" disimpan dengan unsur "pemilih" dan bukti "B-1 mendukung"
      Maka kajian ditolak dengan penjelasan "Matriks UU Pemilihan Pasal 187A ayat (2) belum dinilai pada unsur ke-2, 3"

    Skenario: Tidak terbukti pun perlu dinilai
      Ketika kajian menurut "uu-187a-2" diusulkan tidak terbukti tanpa matriks
      Maka kajian ditolak dengan penjelasan "belum dinilai pada unsur ke-1, 2, 3"

    Skenario: Dinilai tanpa bukti
      Ketika kajian disimpan dengan unsur "pemilih", tanpa bukti, dan timbangan "tidak_terbukti"
      Maka pada dokumen kajian unsur "pemilih" berbunyi "Tidak terbukti"

  Aturan: Yang sudah dinilai tanpa bukti yang mendukung tidak terbukti

    Skenario: Bukti netral tidak membuktikan
      Ketika kajian disimpan dengan unsur "pemilih" dan bukti "B-1 netral"
      Maka pada dokumen kajian unsur "pemilih" berbunyi "Tidak terbukti"

    Skenario: Baris kosong tidak dapat dinyatakan terbukti
      Ketika kajian disimpan dengan unsur "pemilih" tanpa bukti dan dinyatakan terbukti
      Maka kajian ditolak dengan penjelasan "Baris kosong tidak pernah terbukti"

    Skenario: Unsur pasal yang tidak disentuh tetap mendapat barisnya
      Diketahui pasal yang unsurnya ada pada data aturan
      Ketika matriksnya dibuka tanpa satu pun bukti
      Maka setiap unsur pasal itu ada dan belum dinilai

  Aturan: Bukti yang bertentangan ditimbang petugas

    Skenario: Belum ditimbang
      Ketika kajian disimpan dengan unsur "hadir" dan bukti "B-1 mendukung, K-1 membantah"
      Maka kajian ditolak dengan penjelasan "saling bertentangan"

    Skenario: Ditimbang terbukti
      Ketika kajian disimpan dengan unsur "hadir", bukti "B-1 mendukung, K-1 membantah", dan timbangan "terbukti"
      Maka pada dokumen kajian unsur "hadir" berbunyi "Terbukti"
      Dan buktinya tertulis "B-1; membantah: K-1"

    Skenario: Didukung tetapi ditimbang tidak cukup
      Ketika kajian disimpan dengan unsur "hadir", bukti "B-1 mendukung", dan timbangan "tidak_terbukti"
      Maka pada dokumen kajian unsur "hadir" berbunyi "Tidak terbukti"

  Aturan: Kajian rahasia sampai pleno memutuskan

    Skenario: Sebelum dan sesudah pleno
      Ketika kajian disimpan dengan unsur "hadir" dan bukti "B-1 mendukung"
      Maka sekretariat belum boleh membaca kajian
      Dan anggota boleh membaca kajian
      Ketika pleno memutuskan
      Maka sekretariat boleh membaca kajian
