"""Certificates for tests: made here, for invented officers, and thrown away with the test."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

PASSPHRASE = "frasa-sandi-uji-7731"
BEGINS = datetime(2024, 1, 1, tzinfo=UTC)


@cache
def pkcs12_file(name: str, years: int = 5) -> bytes:
    """A PKCS#12 file with key and certificate of somebody, under `PASSPHRASE`."""
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=True, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGINS)
        .not_valid_after(BEGINS + timedelta(days=365 * years))
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )
    lock = BestAvailableEncryption(PASSPHRASE.encode())
    return pkcs12.serialize_key_and_certificates(b"uji", key, certificate, None, lock)


def of_server(folder: Path, *names: str) -> tuple[Path, Path]:
    """Certificate and key (PEM) of a server on this machine that goes by these names."""
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(one) for one in names]), False)
        .sign(key, hashes.SHA256())
    )
    shown, kept = folder / "server.pem", folder / "server.key"
    shown.write_bytes(certificate.public_bytes(Encoding.PEM))
    kept.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return shown, kept


def install(folder: Path, login: str, name: str, years: int = 5) -> Path:
    """Put a certificate where the product looks for an officer's; gives the file."""
    file = folder / "officers" / f"{login}.p12"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(pkcs12_file(name, years))
    return file
