#!/bin/sh
# Builds the same sources with ProperDocs, in an environment of its own, and compares the two sites
# file by file. Not one byte may differ. See decisions/0023.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

.venv/bin/python -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
    --require-hashes --requirement tools/way-out.txt

.venv/bin/python -m mkdocs build --strict --site-dir "$folder/mkdocs"
"$folder/venv/bin/python" -m properdocs build --strict --config-file mkdocs.yml \
    --site-dir "$folder/properdocs"

diff -r "$folder/mkdocs" "$folder/properdocs"
echo "ProperDocs builds the same site: $(find "$folder/properdocs" -type f | wc -l) files, no byte differs."
