#!/bin/sh
# Makes a machine ready; every step is skipped when it is already done.
#
#   scripts/setup.sh run    what the system itself needs
#   scripts/setup.sh check  the same, and the Python packages of linters, tests and measurements
#   scripts/setup.sh test   the same, and the system packages of the tests
#   scripts/setup.sh image  the same, and the system packages that build and try the image
#
# PYTHON=/path/to/python3.12 chooses the interpreter.
set -eu
cd "$(dirname "$0")/.."
profile=${1:-run}

. scripts/lib/python.sh
. scripts/lib/packages.sh
. scripts/lib/virtualenv.sh
. scripts/lib/catalogs.sh

python=$(choose_python)
need_packages "$python"
# shellcheck disable=SC2086  # lists of words
case $profile in
test) want_packages $TEST_PACKAGES ;;
image) want_packages $IMAGE_PACKAGES ;;
esac
locks=requirements.lock
[ "$profile" = run ] || locks="$locks requirements-test.lock"
# shellcheck disable=SC2086  # a list of files
make_virtualenv "$python" $locks
compile_catalogs
