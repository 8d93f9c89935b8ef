"""The officers' side of the one way to send: JSON for the submission, tus 1.0 for its files."""

from __future__ import annotations

import io

from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue

from casework.errors import BadInput, CaseworkError, Conflict, NotFound
from casework.services.core import submissions
from casework.services.core.submissions import State
from webui.core.access import requires, with_files
from webui.core.bodies import PIECE
from webui.core.language import refused
from webui.core.transaction import acting, house, reading

bp = Blueprint("submissions", __name__, url_prefix="/kiriman")


@bp.get("")
@requires("bukti.tambah")
def waiting() -> ResponseReturnValue:
    """What this officer sent of one kind and has not finished."""
    with reading() as work:
        found = submissions.waiting(work, request.args.get("jenis", "")[:64].replace("\0", ""))
    return jsonify([_told(one) for one in found])


@bp.put("/<uuid>")
@requires("bukti.tambah")
def send(uuid: str) -> ResponseReturnValue:
    """Keep a submission; 409 when its UUID was sent with other content, which is kept too."""
    try:
        with acting() as work:
            kept = submissions.send(
                work, uuid, request.get_data(), limit=house().settings.max_upload_mb << 20
            )
    except CaseworkError as refusal:
        return _refused(refusal)
    return jsonify(_told(kept)), 409 if kept.conflict else 200


@bp.route("/<uuid>/berkas/<int:ordinal>", methods=["HEAD", "PATCH"])
@requires("bukti.tambah")
@with_files
def piece(uuid: str, ordinal: int) -> ResponseReturnValue:
    """tus: where the next piece begins (HEAD), or take it (PATCH), on disk before the answer."""
    if request.method == "HEAD":
        try:
            with reading() as work:
                file = submissions.state(work, uuid).files[ordinal]
        except (NotFound, IndexError):
            return _tus(404)
        return _tus(200, offset=file.offset, length=file.size)
    start = request.headers.get("Upload-Offset", "")
    if request.mimetype != "application/offset+octet-stream":
        return _tus(415)
    if not (start.isascii() and start.isdigit() and len(start) < 16):
        return _tus(400)
    body = request.get_data()
    try:
        stored = house().store.put(io.BytesIO(body), sealed=True, limit=PIECE)
        try:
            with acting() as work:
                offset = submissions.piece(work, uuid, ordinal, int(start), stored)
        except BaseException:
            house().store.discard(stored.path)
            raise
    except (BadInput, Conflict, NotFound) as refusal:
        return _refused(refusal)
    return _tus(204, offset=offset)


@bp.delete("/<uuid>")
@requires("bukti.tambah")
def terminate(uuid: str) -> ResponseReturnValue:
    """tus: throw away what was not finished."""
    try:
        with acting() as work:
            paths = submissions.terminate(work, uuid)
    except CaseworkError as refusal:
        return _refused(refusal)
    for path in paths:
        house().store.discard(path)
    return _tus(204)


def _told(kept: State) -> dict[str, object]:
    files = [{"sha256": one.sha256, "size": one.size, "offset": one.offset} for one in kept.files]
    return {"uuid": kept.uuid, "sha256": kept.sha256, "files": files, "whole": kept.whole,
            "result": kept.result, "conflict": kept.conflict}  # fmt: skip


def _refused(refusal: CaseworkError) -> ResponseReturnValue:
    codes = ((NotFound, 404), (Conflict, 409), (BadInput, 422))
    for kind, code in codes:
        if isinstance(refusal, kind):
            return jsonify(text=refused(refusal)), code
    raise refusal


def _tus(code: int, **numbers: int) -> Response:
    response = Response(status=code)
    response.headers["Tus-Resumable"] = "1.0.0"
    for name, number in numbers.items():
        response.headers[f"Upload-{name.capitalize()}"] = str(number)
    return response
