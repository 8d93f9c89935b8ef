# .venv from the hashed lock file; a stamp of its inputs makes a second call instant.

virtualenv_inputs() {
    { cat requirements.lock pyproject.toml; echo "$1"; "$1" --version; pwd; } | cksum
}

make_virtualenv() {
    inputs=$(virtualenv_inputs "$1")
    if [ -x .venv/bin/casework ] && [ "$(cat .venv/stamp 2>/dev/null)" = "$inputs" ]; then
        return
    fi
    echo "setup: building .venv from requirements.lock (a few minutes the first time)"
    if [ ! -x .venv/bin/pip ] || ! .venv/bin/python -c 'import sys' 2>/dev/null; then
        rm -rf .venv
        "$1" -m venv .venv
    fi
    pip_install --require-hashes --requirement requirements.lock
    # The path entry of this mode also finds `rules/` beside the packages.
    pip_install --no-deps --no-build-isolation --config-settings editable_mode=compat --editable .
    echo "$inputs" >.venv/stamp
}

pip_install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
}
