#!/bin/sh
# Install the language server that editors use for YAML, for the tests of hover and diagnostics.
# Usage: tests/install_yaml_language_server.sh [FOLDER]
#        default: .cache/yaml-language-server in the repository
#
# npm puts the releases of tests/editor/package-lock.json, checked by their hashes, into the
# folder; nothing else on the machine changes, unless Node.js or npm is missing and comes from
# Debian's packages. Running it again does nothing.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
folder=${1:-$here/../.cache/yaml-language-server}
server=node_modules/yaml-language-server/bin/yaml-language-server

complete() {
    [ -s "$folder/$server" ] && cmp -s "$here/editor/package-lock.json" "$folder/package-lock.json" \
        && command -v node >/dev/null
}

missing_packages() {
    command -v node >/dev/null || printf 'nodejs '
    command -v npm >/dev/null || printf 'npm '
}

# shellcheck source=tests/apt.sh
. "$here/apt.sh"

if complete; then
    echo "the YAML language server is in $folder"
    exit 0
fi
missing=$(missing_packages)
if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null; then
        echo "This system has no apt-get. Install by hand: $missing" >&2
        exit 1
    fi
    echo "Installing what is missing: $missing"
    apt update
    # The words of $missing are package names, split on purpose.
    # shellcheck disable=SC2086
    apt install --no-install-recommends $missing
fi

mkdir -p "$folder"
rm -f "$folder/package-lock.json"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/editor/package.json" "$here/editor/package-lock.json" "$work"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
rm -rf "$folder/node_modules"
mv "$work/node_modules" "$folder/node_modules"
# the lock file comes last: it says that all the rest is there
cp "$here/editor/package-lock.json" "$folder/package-lock.json"
echo "the YAML language server is in $folder"
