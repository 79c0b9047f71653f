#!/bin/sh
# Makes the three photographs of weakties/demo/print/heic again. They are committed, so this is run
# only when their cards change (weakties/demo/print/heic.py). Needs the set-up's environment and
# heif-enc: apt-get install -y libheif-examples
set -eu
cd "$(dirname "$0")/.."
command -v heif-enc >/dev/null || {
    echo "heif-enc is missing; run: apt-get install -y libheif-examples" >&2
    exit 5
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
.venv/bin/python -m weakties.demo.print.heic "$work"
mkdir -p weakties/demo/print/heic
for photo in "$work"/*.jpg; do
    # The encoder copies the EXIF block, so the date is kept, but it turns no pixels: all three
    # photographs are stored with orientation 1.
    heif-enc --quality 50 "$photo" \
        --output "weakties/demo/print/heic/$(basename "$photo" .jpg).HEIC"
done
