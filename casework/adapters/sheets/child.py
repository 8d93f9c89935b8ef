"""The child process that draws one table and ends."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

MEMORY, CPU_SECONDS = 2 << 30, 110
_FOLDER = Path(__file__).parent


def main() -> None:
    """Read the table as JSON, write the PDF."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import jinja2
    from weasyprint import HTML

    from casework.adapters.pdf.draw import SCHEME, ClosedFetcher
    from casework.adapters.pdf.leaving import hand_over

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    sheet = json.load(sys.stdin)
    total = sum(width for _title, width in sheet["columns"])
    html = environment.get_template("sheet.html").render(sheet=sheet, total=total)
    document = HTML(string=html, base_url=SCHEME, url_fetcher=ClosedFetcher({}))
    hand_over(document.write_pdf(pdf_variant="pdf/a-2u", pdf_tags=True))


if __name__ == "__main__":
    main()
