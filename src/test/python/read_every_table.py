"""Reads every table of a lake with delta-rs, Polars and DuckDB; prints a line for each with its rows and their hash.

read_every_table.py LAKE
"""

import sys
from pathlib import Path

import deltalake
import duckdb
import polars as pl
from row_hashes import hashed


def by_delta_rs(path: str):
    reader = deltalake.QueryBuilder().register("t", deltalake.DeltaTable(path)).execute("SELECT * FROM t")
    return pl.DataFrame(reader).iter_rows()


def by_polars(path: str):
    return pl.read_delta(path).iter_rows()


def by_duckdb(path: str):
    files = deltalake.DeltaTable(path).file_uris()
    if not files:
        return []
    rows = duckdb.read_parquet(files)
    # Python gets times as microseconds, which needs no time zones.
    columns = [
        f'epoch_us("{name}")' if "TIMESTAMP" in str(kind) else f'"{name}"' for name, kind in zip(rows.columns, rows.types)
    ]
    return rows.project(", ".join(columns)).fetchall()


lake = Path(sys.argv[1])
for log in sorted(lake.glob("*/*/_delta_log")):
    name = f"{log.parent.parent.name}.{log.parent.name}"
    for reader in (by_delta_rs, by_polars, by_duckdb):
        print(name, reader.__name__, hashed(reader(str(log.parent))), flush=True)
