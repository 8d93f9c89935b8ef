"""Who may open a page. A view without a declaration here is closed to everybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from flask import Flask, abort, current_app, request
from flask_login import current_user
from werkzeug.wrappers import Response

from casework.services.acts.amendments import decrees
from casework.services.acts.clarification import sessions
from casework.services.acts.corrections import clerical, clerical_dispatch
from casework.services.acts.review import acknowledgement
from casework.services.cases.record import remark
from casework.services.documents import receipts
from casework.services.kerawanan import reach
from casework.services.people import (
    absences,
    addresses,
    case_owner,
    exclusions,
    nudges,
    numbering,
)

View = TypeVar("View", bound=Callable[..., object])

OPEN = "terbuka"
"""The permission of a page that needs no sign-in."""

STAFF = frozenset(
    {
        "intake_officer",
        "case_officer",
        "coordinator",
        "commissioner",
        "chair",
        "secretariat",
        "head_of_secretariat",
        "legal_reviewer",
        "supervisor",
        "auditor",
        "administrator",
    }
)
READERS = STAFF - {"administrator"}
"""The administrator keeps users and settings and sees no case."""

FILE_READERS = READERS - {"legal_reviewer"}

PERMISSIONS: dict[str, frozenset[str]] = {
    "meja": STAFF,
    "aturan.lihat": STAFF,
    "aturan.sahkan": frozenset({"legal_reviewer"}),
    "perkara.pindahkan": frozenset({"coordinator"}),
    "akun": STAFF,
    "pengaturan": frozenset({"administrator"}),
    "tidak_masuk.catat": absences.ROLES,
    "kalender.tetapkan": decrees.ROLES,
    "perkara.lihat": READERS,
    "perkara.ekspor": FILE_READERS,
    "perkara.tugaskan": case_owner.GIVERS,
    "berkas.unduh": FILE_READERS,
    "dokumen.lihat": FILE_READERS,
    "pemilihan.laporkan": FILE_READERS - {"intake_officer", "case_officer"},
    "dokumen.tandatangani": frozenset(
        {"chair", "commissioner", "coordinator", "case_officer", "intake_officer"}
    ),
    "dokumen.pindai": frozenset(
        {"secretariat", "head_of_secretariat", "intake_officer", "case_officer"}
    ),
    "dokumen.sunting": frozenset({"case_officer", "coordinator", "chair"}),
    "klarifikasi.batal": sessions.CALLERS,
    "dokumen.batal": frozenset({"chair", "head_of_secretariat"}),
    "dokumen.arsip": frozenset({"secretariat", "head_of_secretariat"}),
    "surat.tanda_terima": receipts.ASKERS,
    "dokumen.cetak": frozenset({"chair", "secretariat", "head_of_secretariat", "case_officer"}),
    "alamat.atur": addresses.ROLES,
    "nomor.awal": numbering.ROLES,
    "nomor.atur": frozenset({"chair", "head_of_secretariat"}),
    "jejak.koreksi": remark.WRITERS,
    "data.betulkan": clerical.WRITERS,
    "penyampaian.betulkan": clerical_dispatch.SENDERS,
    "identitas.buka": frozenset({"coordinator", "chair", "intake_officer"}),
    "pertanyaan.jawab": frozenset({"case_officer", "coordinator"}),
    "pengecualian.atur": exclusions.ROLES,
    "pleno.mengetahui": acknowledgement.MEMBERS,
    "paraf": frozenset(
        {
            "case_officer",
            "coordinator",
            "commissioner",
            "chair",
            "secretariat",
            "head_of_secretariat",
        }
    ),
    "aturan.hitung": STAFF,
    "kalender.langganan": FILE_READERS,
    "tenggat.lihat": FILE_READERS,
    "kerawanan.lihat": reach.READERS,
    "kerawanan.isi": reach.WRITERS,
    "kerawanan.pimpin": reach.LEADERS,
    "gambaran.lihat": FILE_READERS,
    "statistik.lihat": FILE_READERS,
    "macet.ingatkan": nudges.WRITERS,
    "bukti.tambah": frozenset({"intake_officer", "case_officer", "secretariat"}),
}
"""Permission to the roles that hold it; acts of the law take theirs from the edition."""


class RoleRefused(Exception):
    """The signed-in roles do not open this page; ``roles`` do."""

    def __init__(self, what: str, roles: frozenset[str]) -> None:
        super().__init__(what)
        self.what = what
        self.roles = roles


def public(view: View) -> View:
    """Declare that a view needs no sign-in."""
    return _declared(view, OPEN)


def requires(permission: str) -> Callable[[View], View]:
    """Declare the permission a view needs, one of PERMISSIONS."""
    if permission not in PERMISSIONS:
        raise KeyError(permission)

    def declare(view: View) -> View:
        return _declared(view, permission)

    return declare


def act_page(*acts: str) -> Callable[[View], View]:
    """Declare that a view is where these acts of the law are done; who may, the editions say.

    Every act has one such page; one without a view of its own is done on the shared page.
    """

    def declare(view: View) -> View:
        view.acts = acts  # type: ignore[attr-defined]  # functions take attributes; Callable does not say so
        if hasattr(view, "permission"):
            # A page that leads to several acts may be open to more than those who do them.
            return view
        return _declared(view, "tindakan:" + ",".join(acts))

    return declare


SHARED = "plain.act"
"""The page of the acts that have none of their own."""


def act_pages() -> Mapping[str, str]:
    """Act to the endpoint of its own page."""
    pages: dict[str, str] | None = current_app.extensions.get("act_pages")
    if pages is None:
        pages = current_app.extensions["act_pages"] = {
            act: endpoint
            for endpoint, view in current_app.view_functions.items()
            for act in getattr(view, "acts", ())
        }
    return pages


NAMED = "<act_id>"
"""Stands in a permission for the act that the address of the page names."""


def requires_act(*acts: str) -> Callable[[View], View]:
    """Declare that a view performs one of these acts of the law; who may, the editions say."""

    def declare(view: View) -> View:
        return _declared(view, "tindakan:" + ",".join(acts))

    return declare


def with_files(view: View) -> View:
    """Declare that a page takes uploads; every other one refuses them with their first byte."""
    view.with_files = True  # type: ignore[attr-defined]  # functions take attributes; Callable does not say so
    return view


def _declared(view: View, permission: str) -> View:
    view.permission = permission  # type: ignore[attr-defined]  # functions take attributes; Callable does not say so
    return view


def permission_of(endpoint: str | None) -> str | None:
    """What the view behind ``endpoint`` declared, or None."""
    if endpoint == "static":
        return OPEN
    view = current_app.view_functions.get(endpoint or "")
    return getattr(view, "permission", None)


def takes_files(endpoint: str | None) -> bool:
    """Whether the view behind ``endpoint`` declared that it takes uploads."""
    return getattr(current_app.view_functions.get(endpoint or ""), "with_files", False)


def roles_for(permission: str) -> frozenset[str]:
    """The roles a permission belongs to."""
    if permission.startswith("tindakan:"):
        named = str((request.view_args or {}).get("act_id", ""))
        acts = permission.removeprefix("tindakan:").replace(NAMED, named).split(",")
        law = current_app.extensions["casework"].rulebook.latest
        return frozenset(
            role
            for edition in law.editions.values()
            for act in acts
            if act in edition.acts
            for role in edition.acts[act].roles
        )
    return PERMISSIONS[permission]


def guard() -> Response | None:
    """Before each request: unknown page 404, undeclared 404, not signed in to the sign-in page."""
    if request.endpoint is None:
        return None
    permission = permission_of(request.endpoint)
    if permission == OPEN:
        return None
    if permission is None:
        abort(404)
    if not current_user.is_authenticated:
        response: Response = current_app.login_manager.unauthorized()  # type: ignore[attr-defined]  # set by Flask-Login
        return response
    roles = roles_for(permission)
    if not roles:
        # No edition has the act that the address names.
        abort(404)
    if not roles & current_user.roles:
        raise RoleRefused(permission, roles)
    return None


def may(permission: str) -> bool:
    """For templates: whether to offer a link at all."""
    return bool(current_user.is_authenticated and roles_for(permission) & current_user.roles)


def opens(endpoint: str) -> bool:
    """For templates: whether to offer a page at all, asked by the page."""
    return may(permission_of(endpoint) or OPEN)


def init(app: Flask) -> None:
    """Guard every request of ``app`` before any form is read."""
    app.before_request(guard)
    app.jinja_env.globals.update(may=may, opens=opens)
