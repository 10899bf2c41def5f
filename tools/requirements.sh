#!/bin/sh
# Writes requirements.txt from requirements.in: every package that is needed, each with its hashes.
# Then tools/way-out.txt from tools/way-out.in, with the same versions.
# Run with Python 3.11, the oldest that is supported, so that nothing older machines need is missed.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3.11 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pip-tools==7.6.2
for name in requirements tools/way-out; do
    CUSTOM_COMPILE_COMMAND="make requirements" "$folder/venv/bin/python" -m piptools compile --quiet \
        --generate-hashes --strip-extras --allow-unsafe \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
        --output-file "$name.txt" "$name.in"
done
