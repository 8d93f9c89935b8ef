"""Where there is no apt: say which libraries the letters need and this machine lacks."""

import ctypes
import sys

NEEDED = ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0")


def lacks(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return True
    return False


missing = [name for name in NEEDED if lacks(name)]
if missing:
    sys.exit(
        "setup: no apt here. Install Pango 1.44 or newer and HarfBuzz with its subset library, "
        f"and the fonts Liberation and Inter, then start again; missing: {' '.join(missing)}"
    )
