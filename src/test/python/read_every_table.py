"""Reads every table of a lake with delta-rs, Polars and DuckDB; prints a line for each with its rows and their hash.

read_every_table.py LAKE

The hash is that of silkline.testing.RowHashes: of each row a text of its cells, of that the MD5, of these the sum. Of a
table of more than MANY rows every row is counted, and one in SOME goes into the hash.
"""

import datetime
import hashlib
import struct
import sys
import zlib
from pathlib import Path

import deltalake
import duckdb
import polars as pl

MANY = 20_000
SOME = 16
MASK = (1 << 60) - 1
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
MICROSECOND = datetime.timedelta(microseconds=1)


def text(cell) -> str:
    if cell is None:
        return "-"
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return struct.pack(">d", cell).hex()
    if isinstance(cell, str):
        return f"{len(cell.encode())}:{cell}"
    if isinstance(cell, datetime.datetime):
        return str((cell - EPOCH) // MICROSECOND)
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, dict):
        return "{" + ",".join(text(value) for value in cell.values()) + "}"
    return "[" + ",".join(text(value) for value in cell) + "]"


def hashed(rows) -> str:
    rows = list(rows)
    total = 0
    for row in rows:
        if len(rows) > MANY and zlib.crc32((text(row[0]) + text(row[1])).encode()) % SOME:
            continue
        line = "|".join(text(cell) for cell in row)
        total = (total + int(hashlib.md5(line.encode()).hexdigest()[:15], 16)) & MASK
    return f"{len(rows)} {total}"


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
