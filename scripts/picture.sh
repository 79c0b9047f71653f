#!/bin/sh
# Makes docs/report.png anew: the report of `make demo`, as a browser shows it. Needs Chromium.
set -eu
cd "$(dirname "$0")/.."
profile=$(mktemp -d)
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --disable-quic --hide-scrollbars \
    --user-data-dir="$profile" --window-size=1040,2150 --screenshot="$profile/report.png" \
    "file://$PWD/data/demo/reports/report.html"
.venv/bin/python - "$profile/report.png" docs/report.png <<'PY'
import sys
from PIL import Image
picture = Image.open(sys.argv[1]).convert("RGB")
picture.quantize(128).save(sys.argv[2], optimize=True)
PY
rm -r "$profile"
