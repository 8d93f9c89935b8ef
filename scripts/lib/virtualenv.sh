# .venv from hashed lock files; a stamp of their inputs makes a second call instant.

virtualenv_inputs() {
    python=$1
    shift
    { cat "$@" pyproject.toml; echo "$python"; "$python" --version; pwd; } | cksum
}

# make_virtualenv PYTHON LOCK...: what the files list is in .venv; more may be there.
make_virtualenv() {
    inputs=$(virtualenv_inputs "$@")
    python=$1
    shift
    stamp=.venv/stamp-$(echo "$*" | tr -c 'a-z\n' -)
    if [ -x .venv/bin/casework ] && [ "$(cat "$stamp" 2>/dev/null)" = "$inputs" ]; then
        return
    fi
    echo "setup: building .venv from $* (a few minutes the first time)"
    if [ ! -x .venv/bin/pip ] || ! .venv/bin/python -c 'import sys' 2>/dev/null; then
        rm -rf .venv
        "$python" -m venv .venv
    fi
    # The locks name every package, so nothing is resolved: a release newer than the lock cannot stop it.
    # shellcheck disable=SC2046  # no name of a lock has a space
    pip_install --no-deps --require-hashes $(printf -- '--requirement %s ' "$@")
    # The path entry of this mode also finds `rules/` beside the packages.
    pip_install --no-deps --no-build-isolation --config-settings editable_mode=compat --editable .
    echo "$inputs" >"$stamp"
}

pip_install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
}
