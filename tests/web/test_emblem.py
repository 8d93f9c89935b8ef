"""An emblem lies in the store like every file: the audit reads it back."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from casework.bootstrap import App
from casework.models import Office
from casework.services.cases.record import audit_check
from casework.services.core.runtime import NO_OFFICE
from casework.services.core.work import Actor
from tests.pictures import png
from tests.web.test_settings import office_id
from tests.web.visitor import Visitor

NOBODY = Actor.system(NO_OFFICE)


def found(app: App) -> tuple[str, ...]:
    """What `casework audit verify` finds."""
    with app.reading(NOBODY) as work:
        return audit_check.verify(work, app.anchors.read()).faults


@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_an_emblem_that_is_no_longer_what_was_kept_turns_the_audit_red(
    app: App, as_role: Callable[[str], Visitor], harm: str
) -> None:
    office = office_id(app, "07.00")
    sent = as_role("administrator").submit(
        f"/pengaturan/kantor/{office}/lambang", {"lambang": (io.BytesIO(png()), "lambang.png")}
    )
    assert sent.status_code == 303
    assert found(app) == ()
    with app.reading(NOBODY) as work:
        kept = work.session.get_one(Office, office).letterhead["emblem"]
    file = app.settings.var / "files" / kept["path"]
    if harm == "gone":
        file.unlink()
    else:
        file.chmod(0o640)
        file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert [fault for fault in found(app) if "lambang" in fault]
