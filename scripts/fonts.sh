#!/bin/sh
# Cuts the bundled Chinese fonts anew, or says what they lack: scripts/fonts.sh [--check]
set -eu
cd "$(dirname "$0")/.."
venv="${XDG_CACHE_HOME:-$HOME/.cache}/liyi/fonts-venv"
if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -c 'import chws_tool, fontTools' 2>/dev/null; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet fonttools chws_tool
fi
exec "$venv/bin/python" scripts/fonts.py "$@"
