# language: id
Fitur: Ketidakhadiran dan wakil
  Agar pekerjaan tidak berhenti dan tidak seorang pun memberi peran kepada dirinya,
  ketidakhadiran dicatat oleh petugas itu sendiri, oleh yang memimpin kantornya, atau oleh administrator.

  Garis-Besar Skenario: Siapa mencatat siapa
    Ketika <pencatat> mencatat <petugas> tidak masuk dengan wakil <wakil>
    Maka ketidakhadiran itu <hasil>

    Contoh:
      | pencatat           | petugas            | wakil            | hasil                               |
      | koordinator        | penangan           | sekretariat      | tercatat                            |
      | kepala sekretariat | sekretariat        | petugas penerima | tercatat                            |
      | administrator      | koordinator        | penangan         | tercatat                            |
      | penangan           | penangan           | sekretariat      | tercatat                            |
      | penangan           | sekretariat        | petugas penerima | ditolak: mencatat ketidakhadiran sendiri |
      | koordinator        | penangan           | koordinator      | ditolak: tidak menjadi wakilnya     |
      | koordinator        | supervisor         | penangan         | ditolak: menjangkau kantor lain     |
      | ketua              | ketua              | penangan         | ditolak: Tidak satu pun perannya beralih |
      | koordinator        | penangan           | auditor          | ditolak: tidak dapat menjadi wakil  |
