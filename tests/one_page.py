"""Papers of one blank page, where a true PDF is needed and its picture is not."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from io import BytesIO

from pypdf import PdfWriter

from casework.simulation.scene import BlankRenderer


class OnePage(BlankRenderer):
    """A true PDF of one page, whose title says what it is of."""

    def render(
        self,
        form: str,
        edition: str,
        data: Mapping[str, object],
        *,
        draft: bool,
        emblem: bytes = b"",
    ) -> bytes:
        """Equal papers would be one file, so the data counts too."""
        out, whole = BytesIO(), PdfWriter()
        whole.add_blank_page(100, 100)
        mark = hashlib.sha256(repr(sorted(data.items())).encode()).hexdigest()
        whole.add_metadata({"/Title": f"{form} {draft} {mark}"})
        whole.write(out)
        return out.getvalue()
