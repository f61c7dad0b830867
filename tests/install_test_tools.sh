#!/bin/sh
# Install the programs that the tests start, from Debian's packages. Running it again does nothing.
set -eu

packages='chromium libreoffice-writer poppler-utils fonts-noto-cjk fonts-liberation'
folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

explain() {
    echo 'The tests use these Debian packages:'
    echo '  chromium            opens a page of the site, without a window'
    echo '  libreoffice-writer  lays out the DOCX'
    echo '  poppler-utils       reads the PDF that LibreOffice writes'
    echo '  fonts-noto-cjk      Chinese characters on the page'
    echo '  fonts-liberation    Latin letters and digits'
}

missing_packages() {
    for package in $packages; do
        status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) || status=
        [ "$status" = 'install ok installed' ] || printf '%s ' "$package"
    done
}

missing_programs() {
    for program in chromium soffice pdftotext fc-list; do
        command -v "$program" >/dev/null || printf '%s ' "$program"
    done
}

# shellcheck source=tests/apt.sh
. "$folder/apt.sh"

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    missing=$(missing_programs)
    if [ -n "$missing" ]; then
        explain >&2
        echo "This system has no apt-get. Install by hand what has these programs: $missing" >&2
        exit 1
    fi
else
    missing=$(missing_packages)
    if [ -n "$missing" ]; then
        explain
        echo "Installing what is missing (up to 1 GB on disk): $missing"
        apt update
        # The words of $missing are package names, split on purpose.
        # shellcheck disable=SC2086
        apt install --no-install-recommends $missing
    fi
fi

if [ -f "$folder/install_test_fonts.sh" ]; then
    sh "$folder/install_test_fonts.sh"
fi
if [ -f "$folder/install_yaml_language_server.sh" ]; then
    sh "$folder/install_yaml_language_server.sh"
fi
if [ -f "$folder/install_axe.sh" ]; then
    sh "$folder/install_axe.sh"
fi
