# language: id
Fitur: Pleno registrasi tidak sependapat dengan kajian awal
  Agar persyaratan dapat dinilai lagi, dan putusan pleno tidak berlawanan dengan kajian awalnya.

  Skenario: Pleno tidak setuju laporan ditolak
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan penangan mengusulkan laporan tidak diregistrasi
    Ketika ketua melakukan "kembalikan_kajian_awal"
    Maka tindakan itu diterima
    Dan perkara berada pada tahap "kajian_awal"
    Ketika laporan diregistrasi pada "2024-09-20T10:00:00"
    Maka perkara berada pada tahap "klarifikasi"
    Dan kajian awal yang lama dan yang baru tersimpan
    Dan jejak audit utuh

  Skenario: Pleno tidak setuju laporan yang sudah dilengkapi diregistrasi
    Diketahui laporan diterima pada "2024-09-19T10:00:00"
    Dan pelapor menerima surat kelengkapan pada "2024-09-20T10:00:00"
    Dan pelapor melengkapi dan laporan diajukan untuk diregistrasi
    Ketika ketua melakukan "kembalikan_kajian_awal"
    Maka tindakan itu ditolak dengan penjelasan "Kembalikan ke pemeriksaan kelengkapan"
    Ketika ketua melakukan "kembalikan_pemeriksaan"
    Maka tindakan itu diterima
    Dan perkara berada pada tahap "pemeriksaan_kelengkapan"
    Ketika penangan mencoba "nilai_syarat"
    Maka tindakan itu diterima
    Ketika penangan mencoba "minta_kelengkapan"
    Maka tindakan itu ditolak dengan penjelasan "hanya dapat dilakukan pada tahap"
    Dan jejak audit utuh

  Skenario: Temuan sudah dinilai pleno yang menetapkannya
    Diketahui temuan sudah ditetapkan pleno
    Ketika ketua melakukan "kembalikan_kajian_awal"
    Maka tindakan itu ditolak dengan penjelasan "hanya bagi laporan"
