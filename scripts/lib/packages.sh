# System packages, by apt where it may; otherwise the one line to run.

RUN_PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation fonts-inter"
TEST_PACKAGES="chromium postgresql poppler-utils redis-server tesseract-ocr tesseract-ocr-ind"
IMAGE_PACKAGES="buildah debootstrap netavark postgresql redis-server"

has_apt() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

# Prints the packages of "$@" that are not installed.
missing_packages() {
    for package in "$@"; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" = installed ] || printf '%s ' "$package"
    done
}

# Runs apt-get as root; fails where this user may not.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

may_install() { as_root true 2>/dev/null; }

apt_updated=no
apt_install() {
    if [ $apt_updated = no ]; then
        as_root apt-get update -qq || return 1
        apt_updated=yes
    fi
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends "$@" </dev/null >/dev/null
}

venv_package() { "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'; }

# What the system cannot start without: installed, or the set-up stops here.
need_packages() {
    if ! has_apt; then
        "$1" scripts/lib/libraries.py
        return
    fi
    packages=$RUN_PACKAGES
    # Debian and Ubuntu keep what `python3 -m venv` needs in a package of its own.
    "$1" -c 'import ensurepip, venv' 2>/dev/null || packages="$packages $(venv_package "$1")"
    # shellcheck disable=SC2086  # a list of words
    missing=$(missing_packages $packages)
    [ -n "$missing" ] || return 0
    if may_install; then
        echo "setup: installing $missing"
        # shellcheck disable=SC2086
        apt_install $missing && return 0
    fi
    echo "setup: system packages are missing. Run this once, then start again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing" >&2
    return 1
}

# What only tests use: a test run names what it could not do without them.
want_packages() {
    has_apt || return 0
    packages=$*
    if test_postgres_answers; then
        packages=$(echo "$packages" | sed 's/postgresql//')
    fi
    # shellcheck disable=SC2086  # a list of words
    for package in $(missing_packages $packages); do
        if may_install; then
            echo "setup: installing $package"
            apt_install "$package" || echo "setup: no $package from apt; its tests cannot run" >&2
        else
            echo "setup: not installed: $package (sudo apt-get install -y $package)" >&2
        fi
    done
}

test_postgres_answers() {
    [ -n "${CASEWORK_TEST_POSTGRES_URL:-}" ] || (command -v psql >/dev/null &&
        PGCONNECT_TIMEOUT=3 psql -w -h 127.0.0.1 -U postgres -c 'select 1' >/dev/null 2>&1)
}
