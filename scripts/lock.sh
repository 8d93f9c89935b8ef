#!/bin/sh
# requirements.lock, what runs, and requirements-test.lock, what tests and measurements need besides:
# every version with its hashes, for Python 3.11 to 3.13, without any address. Options, such as
# `--upgrade-package NAME`, are given on.
set -eu
cd "$(dirname "$0")/.."

if ! command -v uv >/dev/null; then
    .venv/bin/python -m venv build/lock-tool
    build/lock-tool/bin/pip install --quiet uv
    PATH="$PWD/build/lock-tool/bin:$PATH"
fi

lock() {
    uv pip compile pyproject.toml --extra channels --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet "$@"
}

lock -o requirements.lock "$@"
runs=$(sed -n 's/^\([a-z0-9][a-z0-9._-]*\)==.*/--no-emit-package \1/p' requirements.lock)
# Datasette asks for any pip: the one of the environment serves, and none replaces itself.
# shellcheck disable=SC2086  # a list of words
lock --extra test --extra bench --constraint requirements.lock $runs --no-emit-package pip -o requirements-test.lock "$@"
sed -i '/^# The following packages were excluded/,$d' requirements-test.lock
if grep -nE '^ *(-i|-f|--(extra-)?index-url|--find-links)|://' requirements.lock requirements-test.lock; then
    echo "lock: an address got into a lock file" >&2
    exit 1
fi
