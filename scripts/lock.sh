#!/bin/sh
# requirements.lock: every version with its hashes, for Python 3.11 to 3.13, without any address.
set -eu
cd "$(dirname "$0")/.."

if ! command -v uv >/dev/null; then
    .venv/bin/python -m venv build/lock-tool
    build/lock-tool/bin/pip install --quiet uv
    PATH="$PWD/build/lock-tool/bin:$PATH"
fi
uv pip compile pyproject.toml --extra test --extra sso --universal --python-version 3.11 --generate-hashes \
    --no-emit-index-url --no-emit-find-links --no-header --quiet -o requirements.lock "$@"
if grep -nE '^ *(-i|-f|--(extra-)?index-url|--find-links)|://' requirements.lock; then
    echo "lock: an address got into requirements.lock" >&2
    exit 1
fi
