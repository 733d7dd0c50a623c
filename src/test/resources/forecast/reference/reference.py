"""Makes theta-ces.csv with statsforecast; run in this folder. Version and series as in versions.txt."""
import csv
import numpy as np
import statsforecast
from statsforecast.models import AutoCES, DynamicOptimizedTheta, OptimizedTheta

series = {"air-passengers": 12, "nile": 1, "johnson-johnson": 4, "accidental-deaths": 12}
with open("theta-ces.csv", "w", newline="") as out:
    rows = csv.writer(out)
    rows.writerow(["series", "model", "mean"])
    for name, season in series.items():
        y = np.array([float(line) for line in open(f"../{name}.csv").read().split()[1:]])
        for label, model in (
            ("optimised-theta", OptimizedTheta(season_length=season)),
            ("dynamic-theta", DynamicOptimizedTheta(season_length=season)),
            ("ces", AutoCES(season_length=season)),
        ):
            rows.writerow([name, label, " ".join("%.12g" % v for v in model.forecast(y=y, h=24)["mean"])])
with open("versions.txt", "a") as out:
    out.write(f"statsforecast {statsforecast.__version__}\n")
