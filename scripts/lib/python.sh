# Which interpreter: $PYTHON, else the first on the path that the lock file was made for.

python_fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

choose_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if python_fits "$candidate"; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    echo "setup: Python 3.11, 3.12 or 3.13 is needed; name one with PYTHON=/path/to/python3" >&2
    return 1
}
