"""A small signing service on loopback, in the shape BSrE publishes; it signs with a test key."""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from casework.adapters.signing import PadesSigner
from casework.ports import Secret, SignOrder
from tests.certificates import PASSPHRASE, install

NIK = "1771010101800001"
USER, PASSWORD = "bawaslu", "rahasia-klien"


class Service:
    """What it was sent, and how it is to behave: `mood` is well, odd, other or broken."""

    def __init__(self, folder: Path) -> None:
        install(folder, "bsre", "Hasan Basri BSrE")
        self.signer = PadesSigner(folder)
        self.asked: list[dict[str, Any]] = []
        self.authorised: list[str] = []
        self.mood = "well"

    def answer(self, question: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Status and body for a request to sign."""
        self.asked.append(question)
        if self.mood == "broken":
            return 500, {"error": f"gagal untuk {question['passphrase']}"}
        if self.mood == "odd":
            return 200, {"time": 1}
        if question["nik"] != NIK:
            return 400, {"status_code": 2011, "error": "Pengguna tidak terdaftar"}
        if question["passphrase"] != PASSPHRASE:
            return 400, {"status_code": 2031, "error": "Passphrase anda salah"}
        pdf = base64.b64decode(question["file"][0])
        if self.mood == "other":
            return 200, {"time": 1, "file": [base64.b64encode(b"%PDF-1.7 lain").decode()]}
        at = datetime(2024, 9, 21, tzinfo=UTC)
        order = SignOrder("bsre", "", "Hasan Basri", ("BSrE",), "uji", "Bengkulu", at, 1)
        signed = self.signer.sign(pdf, order, Secret(PASSPHRASE)).content
        return 200, {"time": 1, "file": [base64.b64encode(signed).decode()]}


@contextmanager
def serving(service: Service) -> Iterator[str]:
    """The address of the service while it stands."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))
            service.authorised.append(self.headers.get("Authorization", ""))
            status, told = service.answer(body)
            if self.path != "/api/v2/sign/pdf":
                status, told = 404, {}
            content = json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
