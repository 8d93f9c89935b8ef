# language: id
Fitur: Tempat kejadian dan kantor setempat
  Agar perkara ditangani kantor yang tepat dan tempatnya dapat dihitung, tempat kejadian adalah teks dan
  wilayah; dari wilayah itu kantor setempat diusulkan, dan kantor lain diperingatkan, tidak pernah ditolak.

  Latar Belakang:
    Diketahui wilayah Provinsi Bengkulu sudah ada
    Dan sekarang "2024-10-14T10:00:00"

  Aturan: Kantor setempat diusulkan dengan alasannya; pasalnya belum ditemukan dan ditandai

    Skenario: RC-013, laporan di provinsi yang tempatnya di Kota Bengkulu
      Ketika kantor "07.00" menerima laporan dengan tempat "Kota Bengkulu" di wilayah "17.71"
      Maka tempat pada surat berbunyi "Kota Bengkulu"
      Dan kantor setempat adalah "07.10", di bawah kantor itu
      Dan dasar kantor setempat bertanda belum diverifikasi

    Skenario: RC-014, temuan di Kecamatan Singaran Pati
      Ketika kantor "07.10" mencatat temuan dengan tempat "Kompleks kantor kelurahan" di wilayah "17.71.09"
      Maka tempat pada surat berbunyi "Kompleks kantor kelurahan, Kecamatan Singaran Pati, Kota Bengkulu"
      Dan kantor setempat adalah kantor itu sendiri

    Skenario: RC-015, informasi awal di Kecamatan Kampung Melayu
      Ketika kantor "07.10" mencatat informasi awal dengan tempat "Lokasi kampanye" di wilayah "17.71.05"
      Maka tempat pada surat berbunyi "Lokasi kampanye, Kecamatan Kampung Melayu, Kota Bengkulu"
      Dan kantor setempat adalah kantor itu sendiri

    Skenario: RC-047, peristiwa di Lebong dilaporkan ke kantor lain
      Ketika kantor "07.10" menerima laporan dengan tempat "PLTA Tes" di wilayah "17.07.04"
      Maka tindakan itu diterima
      Dan kantor setempat adalah "07.08", bukan kantor itu

  Aturan: Perkara lama tidak mendapat wilayah tanpa seseorang menetapkannya

    Skenario: Nama yang tertulis tepat diusulkan, yang lain tidak
      Diketahui kantor "07.00" menerima laporan dengan tempat "Balai Desa, Kec. Lebong Selatan, Kab. Lebong"
      Maka usulan wilayahnya "17.07.04" dan belum ditetapkan
      Ketika penangan menetapkan usulan itu
      Maka wilayah perkara itu "17.07.04"

    Skenario: RC-016, tempat yang tidak menyebut wilayah
      Diketahui kantor "07.00" menerima laporan dengan tempat "Kantor bupati"
      Maka tidak ada usulan wilayah
