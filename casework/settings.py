"""What an installation is told by its environment, read once at start."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from casework.errors import SettingsError

SECRET_KEY_BYTES, SECRET_KEY_DIGITS = 32, 25
"""How long the key of the sessions is at least, and the digits of the number of its guesses."""


class Settings(BaseSettings):
    """Every setting, from `CASEWORK_*` variables; `from_env` names the one that is wrong."""

    model_config = SettingsConfigDict(
        env_prefix="CASEWORK_", frozen=True, extra="ignore", hide_input_in_errors=True
    )

    mode: Literal["training", "production", "test"] = "production"
    var: Path = Path("var")
    database_url: str = ""
    key_file: Path | None = None
    clock: str = ""
    web_port: int = 8000
    prefect_port: int = 4200
    pool: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$")] = "casework"
    pool_type: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")] = "casework"
    pool_template: str = ""
    smtp_host: str = ""
    smtp_port: int = 25
    smtp_security: Literal["none", "starttls", "tls"] = "none"
    smtp_user: str = ""
    smtp_password: str = ""
    smtp_ca: Path | None = None
    mail_from: str = "casework@localhost"
    telegram_token: str = ""
    whatsapp_token: str = ""
    whatsapp_sender: str = ""
    webhook_url: str = ""
    public_url: str = ""
    secret_key: str = ""
    max_upload_mb: int = 50
    certificates: Path | None = None
    tsa_url: str = ""
    bsre_url: str = ""
    bsre_user: str = ""
    bsre_password: str = ""
    trusted_proxies: int = 0
    redis_url: Annotated[str, Field(pattern=r"^$|^rediss?://")] = ""
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = ""
    oidc_claim: str = "email"
    log_format: Literal["", "json", "lines"] = ""
    metrics_port: int = 9108

    @field_validator("secret_key")
    @classmethod
    def _not_guessed(cls, value: str) -> str:
        """Refuse a key that could be guessed: whoever has it signs in as anybody."""
        if value and len(value.encode()) < SECRET_KEY_BYTES:
            raise ValueError(
                f"kurang dari {SECRET_KEY_BYTES} huruf. Buat yang acak, misalnya dengan "
                "`openssl rand -hex 32`, atau kosongkan: lalu satu dibuat di samping kunci induk"
            )
        if value:
            # Imported here: its word lists take a tenth of a second.
            from zxcvbn import zxcvbn

            if zxcvbn(value[:72])["guesses_log10"] < SECRET_KEY_DIGITS:
                raise ValueError(
                    "mudah ditebak: kata, urutan, atau ulangan. Buat yang acak, misalnya dengan "
                    "`openssl rand -hex 32`"
                )
        return value

    @field_validator("smtp_user")
    @classmethod
    def _never_in_the_open(cls, value: str, known: ValidationInfo) -> str:
        """Refuse to log in where everybody on the way could read the password."""
        here = known.data.get("smtp_host") in {"127.0.0.1", "::1", "localhost"}
        if value and known.data.get("smtp_security") == "none" and not here:
            raise ValueError(
                "kata sandi akan terkirim tanpa sandi jaringan. Isi CASEWORK_SMTP_SECURITY dengan "
                "starttls (biasanya port 587) atau tls (465)"
            )
        return value

    @field_validator("database_url")
    @classmethod
    def _understood(cls, value: str) -> str:
        """Refuse an address nobody could connect to, without quoting it: it holds a password."""
        if not value:
            return value
        # Imported here: commands that need no database need not pay for its library.
        from sqlalchemy import make_url
        from sqlalchemy.exc import ArgumentError

        try:
            known = make_url(value).get_backend_name() in {"sqlite", "postgresql"}
        except (ArgumentError, ValueError):
            known = False
        if not known:
            raise ValueError(
                "bukan alamat SQLite atau PostgreSQL; contoh postgresql://casework@db/casework. "
                "Tulis tanda seperti @ : / pada kata sandi sebagai %40 %3A %2F"
            )
        return value

    @classmethod
    def from_env(cls) -> Settings:
        """Read the environment.

        Raises SettingsError naming the variable when a value cannot be used.
        """
        try:
            return cls()
        except ValidationError as fault:
            first = fault.errors()[0]
            name = "CASEWORK_" + "_".join(str(part) for part in first["loc"]).upper()
            raise SettingsError(
                f"{name} tidak dapat dipakai: {first['msg'].removeprefix('Value error, ')}"
            ) from fault

    @property
    def url(self) -> str:
        """Database address; one SQLite file under `var` unless told otherwise."""
        return self.database_url or f"sqlite:///{self.var.resolve() / 'casework.db'}"

    @property
    def master_key(self) -> Path:
        """File that holds the master key; it is never inside the database."""
        return self.key_file or self.var / "keys" / "master.key"

    @property
    def base_url(self) -> str:
        """Base of the links in letters and messages."""
        return (self.public_url or f"http://127.0.0.1:{self.web_port}").rstrip("/")

    @property
    def certificate_folder(self) -> Path:
        """Folder of the PKCS#12 files officers sign with."""
        return self.certificates or self.var / "certificates"

    @property
    def logs_json(self) -> bool:
        """Whether log lines are JSON: in production, unless told otherwise."""
        return (self.log_format or ("json" if self.mode == "production" else "lines")) == "json"

    @property
    def training(self) -> bool:
        """True where training or test rules hold: settable clock, training codes allowed."""
        return self.mode != "production"
