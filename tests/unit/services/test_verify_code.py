"""The code by which a paper is checked, as it is printed and as it is typed."""

from __future__ import annotations

import re

from casework.services.documents import papers
from casework.services.documents.verification import code_in, find
from tests.bureau import Bureau


def test_the_code_on_a_paper_has_nothing_that_looks_like_something_else(bureau: Bureau) -> None:
    codes = {papers.new_code() for _one in range(200)}
    assert len(codes) == 200
    assert not set("".join(codes)) & set("01ILOU")
    assert all(re.fullmatch(r"(?:[2-9A-Z]{4}-){5}[2-9A-Z]{4}", one) for one in codes)
    bureau.receive()
    code = bureau.documents("tanda_bukti")[0].verify_code
    typed = code_in(f" {code.lower()} ")
    found = bureau.read(lambda work: find(work, typed))
    assert found is not None
    assert found.code == code
