# How the install scripts fetch a program of npm: sourced by them after apt.sh, not run.
# shellcheck shell=sh

missing_packages() {
    command -v node >/dev/null || printf 'nodejs '
    command -v npm >/dev/null || printf 'npm '
}

complete() {
    [ -s "$2/node_modules/$3" ] && cmp -s "$1/package-lock.json" "$2/package-lock.json" \
        && command -v node >/dev/null
}

# install_locked NAME LOCKS FOLDER FILE
# Put the releases of LOCKS/package-lock.json, checked by their hashes, into FOLDER, where FILE
# of node_modules tells that they are there. Nothing else on the machine changes, unless Node.js
# or npm is missing and comes from Debian's packages. Running it again does nothing.
install_locked() {
    if complete "$2" "$3" "$4"; then
        echo "$1 is in $3"
        return
    fi
    missing=$(missing_packages)
    if [ -n "$missing" ]; then
        if ! command -v apt-get >/dev/null; then
            echo "This system has no apt-get. Install by hand: $missing" >&2
            return 1
        fi
        echo "Installing what is missing: $missing"
        apt update
        # The words of $missing are package names, split on purpose.
        # shellcheck disable=SC2086
        apt install --no-install-recommends $missing
    fi

    mkdir -p "$3"
    rm -f "$3/package-lock.json"
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    cp "$2/package.json" "$2/package-lock.json" "$work"
    (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    rm -rf "$3/node_modules"
    mv "$work/node_modules" "$3/node_modules"
    # the lock file comes last: it says that all the rest is there
    cp "$2/package-lock.json" "$3/package-lock.json"
    echo "$1 is in $3"
}
