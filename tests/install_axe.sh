#!/bin/sh
# Install axe-core, the rules of accessibility that the tests hold the pages of the site to.
# Usage: tests/install_axe.sh [FOLDER]     default: .cache/axe-core in the repository
#
# npm puts the release of tests/site/axe/package-lock.json, checked by its hash, into the folder.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=tests/apt.sh
. "$here/apt.sh"
# shellcheck source=tests/npm.sh
. "$here/npm.sh"

install_locked axe-core "$here/site/axe" "${1:-$here/../.cache/axe-core}" axe-core/axe.min.js
