"""What a process that serves for days need not look through again for garbage.

The law, the code and the statements are half a million objects that stay as long as the process.
A full collection walks through all of them, for a few tenths of a second in which nobody is served.
"""

from __future__ import annotations

import gc


def spare_what_stands() -> None:
    """Leave everything that was built so far out of every later collection.

    For a process that has just been set up and serves from now on.
    """
    gc.collect()
    gc.freeze()
