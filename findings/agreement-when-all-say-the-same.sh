#!/usr/bin/env bash
# Agreement of two readers who give every item the same code, asked of five well-known Python packages.
#
# Packages: krippendorff 0.9.0, nltk 3.10.4, simpledorff 0.0.2, scikit-learn 1.9.1, statsmodels 0.15.0 (Python 3.11).
# Behaviour: with one code for all items chance agreement cannot be told from real agreement, and the coefficient is 0/0.
#   The packages answer in five ways: nltk says 1 (alpha, kappa and pi), krippendorff raises ValueError, simpledorff raises
#   ZeroDivisionError, scikit-learn and statsmodels give nan.
# Output seen: "nltk alpha 1", "krippendorff ValueError", "simpledorff ZeroDivisionError", "scikit-learn nan",
#   "statsmodels nan".
# The wrong guess: that full agreement is 1 everywhere, or undefined everywhere.
# Why it matters: dossiers and codebooks are read code by code, and a rare code ("law" as the reason of a red line) is often
#   given to nothing or to everything in a small case. A report of reliability then says "perfect", fails, or holds a nan
#   that a mean swallows, by the package alone. Say "cannot be told" for such a case and keep it out of averages.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet krippendorff==0.9.0 nltk==3.10.4 simpledorff==0.0.2 scikit-learn==1.9.1 statsmodels==0.15.0
cat > "$folder/try.py" <<'PY'
import sys
import warnings

warnings.filterwarnings("ignore")
import krippendorff
import numpy
import pandas
import simpledorff
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

rows = [(reader, str(item), "red line") for reader in ("first", "second") for item in range(6)]
frame = pandas.DataFrame(rows, columns=["reader", "item", "code"])
columns = {"experiment_col": "item", "annotator_col": "reader", "class_col": "code"}
asked = {
    "nltk alpha": lambda: AnnotationTask(rows).alpha(),
    "krippendorff": lambda: krippendorff.alpha([[1] * 6, [1] * 6], level_of_measurement="nominal"),
    "simpledorff": lambda: simpledorff.calculate_krippendorffs_alpha_for_df(frame, **columns),
    "scikit-learn": lambda: cohen_kappa_score(["red line"] * 6, ["red line"] * 6),
    "statsmodels": lambda: fleiss_kappa(aggregate_raters(numpy.array([[1, 1]] * 6))[0]),
}
seen = {}
for name, ask in asked.items():
    try:
        seen[name] = str(float(ask()))
    except Exception as error:
        seen[name] = type(error).__name__
    print(name, seen[name])
expected = {
    "nltk alpha": "1.0",
    "krippendorff": "ValueError",
    "simpledorff": "ZeroDivisionError",
    "scikit-learn": "nan",
    "statsmodels": "nan",
}
sys.exit(seen != expected)
PY
"$folder/env/bin/python" "$folder/try.py"
