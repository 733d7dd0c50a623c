"""Reads every table of a lake with PySpark; prints a line for each with its rows and their hash.

read_with_pyspark.py LAKE JARS

JARS: those of Delta, with commas between.
"""

import sys
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f
from row_hashes import MANY, SOME, total


def start(jars: str) -> SparkSession:
    return (
        SparkSession.builder.master("local[2]").appName("readers").config("spark.jars", jars)
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.databricks.delta.snapshotPartitions", 1)
        .config("spark.ui.enabled", False)
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )


def key(name: str, kind: str):
    """The text of a cell of the first two columns, as in row_hashes: whole numbers and texts."""
    column = f.col(name).cast("string")
    assert kind in ("string", "bigint", "int"), f"{name} {kind}"
    return f.concat(f.octet_length(name).cast("string"), f.lit(":"), column) if kind == "string" else column


def by_pyspark(table: DataFrame) -> str:
    rows = table.count()
    if rows > MANY:
        table = table.where(f.crc32(f.concat(*(key(*column) for column in table.dtypes[:2]))) % SOME == 0)
    # Python gets times without their zone.
    columns = [f.unix_micros(name) if kind == "timestamp" else f.col(name) for name, kind in table.dtypes]
    return f"{rows} {total(table.select(columns).collect())}"


lake = Path(sys.argv[1]).resolve()
spark = start(sys.argv[2])
for log in sorted(lake.glob("*/*/_delta_log")):
    table = spark.read.format("delta").load(str(log.parent))
    print(f"{log.parent.parent.name}.{log.parent.name}", by_pyspark.__name__, by_pyspark(table), flush=True)
