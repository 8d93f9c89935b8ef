"""`make fuzz`: ten thousand hostile posts; prints the answers, keeps one JSON, 1 when one hurt."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench.table import commit
from tests.fuzz import POSTS

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "bench" / "results"


def main() -> int:
    """Run the test of the pages with many posts and a seed of its own."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4)))
    wanted = parser.parse_args()
    print(f"{wanted.posts} posts, seed {wanted.seed}", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "tests/fuzz", "--timeout=14400"]
    command += [f"--hypothesis-seed={wanted.seed}", "-p", "no:cacheprovider"]
    environment = {**os.environ, POSTS: str(wanted.posts)}
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    RESULTS.mkdir(parents=True, exist_ok=True)
    kept = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "commit": commit(),
        "posts": wanted.posts,
        "seed": wanted.seed,
        "passed": code == 0,
    }
    (RESULTS / "fuzz.json").write_text(json.dumps(kept, indent=1) + "\n")
    return 1 if code else 0


if __name__ == "__main__":
    sys.exit(main())
