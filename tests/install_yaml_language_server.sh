#!/bin/sh
# Install the language server that editors use for YAML, for the tests of hover and diagnostics.
# Usage: tests/install_yaml_language_server.sh [FOLDER]
#        default: .cache/yaml-language-server in the repository
#
# npm puts the releases of tests/editor/package-lock.json, checked by their hashes, into the folder.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=tests/apt.sh
. "$here/apt.sh"
# shellcheck source=tests/npm.sh
. "$here/npm.sh"

install_locked 'the YAML language server' "$here/editor" \
    "${1:-$here/../.cache/yaml-language-server}" \
    yaml-language-server/bin/yaml-language-server
