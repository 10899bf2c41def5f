#!/bin/sh
# Makes .venv with exactly what requirements.txt names, once; does nothing when it is there.
set -eu

environment=.venv
made_from=$environment/made-from.txt

if cmp -s requirements.txt "$made_from" && "$environment/bin/python" -c ''; then
    exit 0
fi

# The first Python that is new enough, or the one that GP_PYTHON names. One that can also make an environment goes before one
# that cannot: Debian and Ubuntu keep that part in a package of its own.
new_enough='import sys; sys.exit(sys.version_info < (3, 11))'
python= without_venv=
for name in ${GP_PYTHON:-python3.13 python3.12 python3.11 python3}; do
    "$name" -c "$new_enough" 2>/dev/null || continue
    if "$name" -c 'import ensurepip, venv' 2>/dev/null; then
        python=$name
        break
    fi
    [ -n "$without_venv" ] || without_venv=$name
done

if [ -z "$python" ] && [ -n "$without_venv" ]; then
    version=$("$without_venv" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "Python $version is here but cannot make an environment. Run: sudo apt-get install python$version-venv" >&2
    exit 1
fi
if [ -z "$python" ]; then
    echo "This project needs Python 3.11 or newer, and none was found. Run: sudo apt-get install python3 python3-venv" >&2
    exit 1
fi

echo "Setting up $environment with $("$python" --version). This happens once and takes less than a minute." >&2
rm -rf "$environment"
"$python" -m venv "$environment"
"$environment/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
    --require-hashes --requirement requirements.txt
cp requirements.txt "$made_from"
