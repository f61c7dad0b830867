#!/bin/sh
# Fetch the fonts that stand in for the official ones when a DOCX is rendered in tests.
# Usage: tests/install_test_fonts.sh [FOLDER]     default: .cache/test-fonts in the repository
#
# Nothing is installed on the machine: the Debian package is downloaded, unpacked and thrown
# away, four font files stay. Running it again does nothing. Needs a Debian or Ubuntu system.
set -eu

package=texlive-lang-chinese
repository=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
folder=${1:-$repository/.cache/test-fonts}
# Not the two Bold files: they declare the weight of Regular, and fontconfig mixes them up.
fonts='FandolFang-Regular.otf FandolHei-Regular.otf FandolKai-Regular.otf FandolSong-Regular.otf'

complete() {
    for font in $fonts; do
        [ -s "$folder/$font" ] || return 1
    done
}

if complete; then
    echo "test fonts are in $folder"
    exit 0
fi
for program in apt-get dpkg-deb; do
    if ! command -v "$program" >/dev/null; then
        echo "missing program $program: run this on Debian or Ubuntu" >&2
        exit 1
    fi
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
(cd "$work" && { apt-get -q download "$package" || { apt-get -q update && apt-get -q download "$package"; }; })
dpkg-deb -x "$work"/"$package"_*.deb "$work/unpacked"
mkdir -p "$folder"
for font in $fonts; do
    found=$(find "$work/unpacked" -name "$font" -type f | head -n 1)
    [ -n "$found" ] || { echo "$package holds no $font" >&2; exit 1; }
    cp "$found" "$folder/$font.part"
    mv "$folder/$font.part" "$folder/$font"
done
echo "test fonts are in $folder"
