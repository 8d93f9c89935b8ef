#!/bin/sh
# Makes a machine ready; every step is skipped when it is already done.
#
#   scripts/setup.sh run    what the system itself needs
#   scripts/setup.sh test   the same, and what only its tests need
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
[ "$profile" = test ] && want_test_packages
make_virtualenv "$python"
compile_catalogs
