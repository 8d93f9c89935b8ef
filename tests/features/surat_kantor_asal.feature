# language: id
Fitur: Surat yang dinomori kantor asal sebelum perkaranya berpindah
  Agar kantor yang kini memegang perkara tidak terhenti oleh surat kantor sebelumnya,
  surat yang keliru dibatalkan atau disusun ulang, dan nomornya dijelaskan dalam register yang memberinya.

  Aturan: Surat bernomor kantor asal yang tidak jadi dikirim dijelaskan dalam register kantor itu

    Latar Belakang:
      Diketahui kantor "07.08" sudah menomori surat penerusan kepada KPU sebelum perkaranya diambil alih kantor "07.00"

    Skenario: Disusun ulang oleh kantor yang kini memegang perkara
      Ketika kantor "07.00" menyusun ulang surat penerusan karena "Perkara diambil alih provinsi."
      Maka tindakan itu diterima
      Dan nomor surat itu dijelaskan dalam register kantor "07.08" dengan "Perkara diambil alih provinsi."
      Dan surat penerusan pengganti dapat dinomori dan dikirim kantor "07.00"
      Dan jejak audit kedua kantor utuh

    Skenario: Terlapor dibetulkan oleh kantor yang kini memegang perkara
      Ketika kantor "07.00" membetulkan kategori terlapor menjadi "tim_kampanye" karena "Ia bukan calon."
      Maka tindakan itu diterima
      Dan nomor surat itu dijelaskan dalam register kantor "07.08" dengan "Ia bukan calon."
      Dan jejak audit kedua kantor utuh

  Aturan: Surat bernomor kantor asal yang keliru dibatalkan oleh kantor yang kini memegang perkara

    Skenario: Surat yang keliru dibatalkan oleh kantor yang kini memegang perkara
      Diketahui kantor "07.08" sudah menomori pemberitahuan status sebelum perkaranya diambil alih kantor "07.00"
      Ketika ketua kantor "07.00" membatalkan pemberitahuan status itu karena "Alamat pelapor keliru."
      Maka tindakan itu diterima
      Dan nomor surat itu dijelaskan dalam register kantor "07.08" dengan "Alamat pelapor keliru."
      Dan penggantinya dapat dinomori dan dikirim kantor "07.00"
      Dan jejak audit kedua kantor utuh
