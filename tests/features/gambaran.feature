# language: id
Fitur: Gambaran kantor dan kantor di bawahnya
  Agar provinsi melihat di mana perkara tertahan selagi masih dapat ditolong, gambaran menghitung apa
  yang tercatat, pada saat tercatatnya, dan hari mana pun dapat ditanyakan kembali.

  Latar Belakang:
    Diketahui laporan masuk di kantor "07.08" pada "2024-10-01T09:00:00"

  Skenario: Yang dilakukan kantor di bawah langsung terhitung di provinsi
    Maka gambaran provinsi menyebut 1 perkara di tahap "kajian_awal"
    Ketika kantor itu meregistrasi laporannya pada "2024-10-02T10:00:00"
    Maka gambaran provinsi menyebut 0 perkara di tahap "kajian_awal"
    Dan gambaran provinsi menyebut 1 perkara di tahap "klarifikasi"
    Dan pada "2024-10-02" provinsi menghitung 1 "registrasi"

  Skenario: Hari yang lalu dihitung ulang dari catatan
    Ketika kantor itu meregistrasi laporannya pada "2024-10-02T10:00:00"
    Maka gambaran provinsi per "2024-10-01" menyebut 1 perkara di tahap "kajian_awal"
    Dan gambaran provinsi per "2024-10-01" menyebut 0 perkara di tahap "klarifikasi"
    Dan gambaran provinsi per "2024-10-02" menyebut 1 perkara di tahap "klarifikasi"

  Skenario: Macet sesudah separuh batas tanpa tindakan
    Diketahui sekarang "2024-10-01T09:30:00"
    Maka perkara itu belum macet
    Diketahui sekarang "2024-10-02T23:30:00"
    Maka perkara itu macet

  Skenario: Yang diingatkan dan tidak bergerak sampai ke kantor di atas
    Diketahui sekarang "2024-10-03T09:00:00"
    Ketika supervisor provinsi mengingatkan perkara itu
    Maka catatan kantor itu memuat "macet_diingatkan" 1 kali
    Ketika 25 jam berlalu
    Maka catatan kantor itu memuat "macet_dinaikkan" 1 kali

  Skenario: Yang diingatkan dan bergerak tidak dinaikkan
    Diketahui sekarang "2024-10-03T09:00:00"
    Ketika supervisor provinsi mengingatkan perkara itu
    Dan kantor itu meregistrasi laporannya pada "2024-10-03T11:00:00"
    Dan 25 jam berlalu
    Maka catatan kantor itu memuat "macet_dinaikkan" 0 kali

  Skenario: Sehari diingatkan sekali
    Diketahui sekarang "2024-10-03T09:00:00"
    Ketika supervisor provinsi mengingatkan perkara itu
    Dan supervisor provinsi mengingatkan perkara itu
    Maka pengingat itu ditolak karena "sudah diingatkan hari ini"
