#!/usr/bin/env bash
# python-ron reads RON enums, but none of its three ways gives back the file that it read.
#
# Package: python-ron 0.2.7 (module pyron, Python 3.11).
# Behaviour: by default every unit variant becomes an empty dict, so that RedLine and Prefers are the same thing, and a
#   variant with values becomes a tuple without its name: Is("freeze", true) and Not("freeze", true) are equal.
#   preserve_class_names keeps names in a key "!__name__" and writes them back as maps. preserve_structs keeps names, but
#   writes tuples as fields: Is(field0: "freeze", field1: true). Both together are refused. No error, no warning.
# Output seen: 'default {"strength": {}, ...}' twice equal for different files; "written back: ... field0 ...".
# The wrong guess: that a reader that accepts a file keeps what tells its variants apart, or that writing undoes reading.
# Why it matters: dossiers in RON say how firm a position is by a unit variant. A script that reads one this way counts red
#   lines and wishes alike, and a file that it wrote is no dossier any more. Read such files with serde, or export JSON.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet python-ron==0.2.7
cat > "$folder/try.py" <<'PY'
import sys

import pyron

firm = '(strength: RedLine, demand: Is("freeze", true))'
mild = '(strength: Prefers, demand: Not("freeze", true))'
equal = pyron.loads(firm) == pyron.loads(mild)
print("default", pyron.loads(firm), "equal for different files:", equal)
structs = pyron.to_string(pyron.loads(firm, preserve_structs=True))
print("preserve_structs, written back:", " ".join(structs.split()))
names = pyron.to_string(pyron.loads(firm, preserve_class_names=True))
print("preserve_class_names, written back:", " ".join(names.split()))
sys.exit(not (equal and "field0" in structs and "!__name__" in names))
PY
"$folder/env/bin/python" "$folder/try.py"
