# language: id
Fitur: Lima hari kerja penuntut umum
  Agar perkara pidana tidak gugur diam-diam, batas penuntutan berjalan sejak penuntut umum menerima berkas
  dari penyidik, juga selama tersangka belum diserahkan.

  Latar Belakang:
    Diketahui perkara pidana diterima penyidik pada "2024-09-30T10:00:00"
    Dan berkas diterima penuntut umum pada "2024-10-03T10:00:00"

  Skenario: Tersangka tidak pernah diserahkan
    Maka batas "penuntutan" jatuh pada "2024-10-10T23:59:59+07:00"
    Dan batas "penuntutan" dalam keadaan "open"
    Ketika waktu menunjukkan "2024-10-11T00:00:00"
    Maka batas "penuntutan" dalam keadaan "expired"
    Ketika sekretariat mencatat "catat_tersangka_diserahkan" pada "2024-10-11T09:00:00"
    Maka tindakan itu diterima
    Dan batas "penuntutan" dalam keadaan "expired"
    Dan jejak audit utuh

  Skenario: Perkara dilimpahkan ke pengadilan pada waktunya
    Ketika sekretariat mencatat "catat_tersangka_diserahkan" pada "2024-10-08T09:00:00"
    Maka batas "penuntutan" jatuh pada "2024-10-10T23:59:59+07:00"
    Ketika sekretariat mencatat "catat_perkara_di_pengadilan" pada "2024-10-10T15:00:00"
    Maka tindakan itu diterima
    Dan batas "penuntutan" dalam keadaan "met"

  Skenario: Berkas yang dikembalikan lalu disampaikan lagi mendapat batas baru
    Ketika sekretariat mencatat "catat_berkas_dikembalikan" pada "2024-10-07T10:00:00"
    Maka tindakan itu diterima
    Dan batas "penuntutan" dalam keadaan "met"
    Dan batas "pelengkapan_berkas" jatuh pada "2024-10-10T23:59:59+07:00"
    Ketika sekretariat mencatat "catat_berkas_ke_penuntut" pada "2024-10-10T10:00:00"
    Maka tindakan itu diterima
    Dan batas "pelengkapan_berkas" dalam keadaan "met"
    Dan batas "penuntutan" jatuh pada "2024-10-17T23:59:59+07:00"
    Dan batas "penuntutan" dalam keadaan "open"
    Dan batas "pengembalian_berkas" jatuh pada "2024-10-15T23:59:59+07:00"
    Dan jejak audit utuh

  Skenario: Penerimaan oleh penyidik dicatat dua kali
    Ketika sekretariat mencatat "catat_diterima_penyidik" pada "2024-10-04T10:00:00"
    Maka tindakan itu ditolak dengan penjelasan "Betulkan fakta"
    Dan hanya ada satu batas "penyidikan"

  Skenario: Perkara yang tidak dapat dilanjutkan tidak lagi menunggu penuntut umum
    Ketika koordinator mencatat perkara gugur pada "2024-10-09T10:00:00"
    Maka tindakan itu diterima
    Dan batas "penuntutan" dalam keadaan "superseded"
    Dan tidak ada pengingat "penuntutan" yang menunggu
    Dan jejak audit utuh

  Skenario: Batas yang sudah lewat tetap tercatat lewat
    Ketika waktu menunjukkan "2024-10-11T00:00:00"
    Dan koordinator mencatat perkara gugur pada "2024-10-11T09:00:00"
    Maka tindakan itu diterima
    Dan batas "penuntutan" dalam keadaan "expired"
