# language: id
Fitur: Surat ditandatangani sebelum berangkat
  Agar tidak ada surat tanpa tanda tangan yang sampai kepada orang tanpa diketahui siapa pun,
  surat terbit menunggu di meja penandatangannya dan penyampaiannya menanyakan tanda tangan itu.

  Latar Belakang:
    Diketahui surat kelengkapan terbit dan belum ditandatangani

  Skenario: Surat terbit menunggu di meja yang menandatangani
    Maka surat itu menunggu tanda tangan ketua
    Dan surat itu tidak menunggu tanda tangan penangan

  Skenario: Surat tanpa tanda tangan yang tercatat tidak disampaikan diam-diam
    Ketika sekretariat mencatat penyampaiannya tanpa alasan
    Maka tindakan itu ditolak dengan penjelasan "Minta pejabatnya menandatangani"

  Skenario: Surat berangkat dengan alasan yang tercatat
    Ketika sekretariat mencatat penyampaiannya karena "Ditandatangani di atas kertas."
    Maka penyampaiannya tercatat dengan alasan "Ditandatangani di atas kertas."
    Dan surat itu tidak menunggu tanda tangan ketua

  Skenario: Perkara yang selesai tidak mengakhiri kewajiban menandatangani
    Ketika perkara itu selesai
    Maka surat itu menunggu tanda tangan ketua
    Ketika ketua mengakhirinya karena "Perkara dicabut; surat tidak dipakai."
    Maka surat itu tidak menunggu tanda tangan ketua
    Dan dokumennya menyebut alasan "Perkara dicabut; surat tidak dipakai."
    Dan jejak audit utuh

  Skenario: Hanya penandatangan yang mengakhirinya, dan dengan alasan
    Ketika penangan mengakhirinya karena "Tidak perlu."
    Maka tindakan itu ditolak dengan penjelasan "peran Anda tidak termasuk"
    Ketika ketua mengakhirinya karena ""
    Maka tindakan itu ditolak dengan penjelasan "Alasan"

  Skenario: Surat yang pindaiannya tersimpan berangkat tanpa ditanya
    Diketahui pindaian bertanda tangan surat itu sudah disimpan
    Ketika sekretariat mencatat penyampaiannya tanpa alasan
    Maka penyampaiannya tercatat tanpa alasan

  Skenario: Alasan tidak menyebut orang
    Ketika sekretariat mencatat penyampaiannya karena "Pelapor Uji mendesak."
    Maka tindakan itu ditolak dengan penjelasan "memuat data pelapor"
