"""Rows and their hash, as silkline.testing.RowHashes has them.

Of each row a text of its cells, of that the MD5, of these the sum. Of a table of more than MANY rows every row is counted,
and one in SOME goes into the hash.
"""

import datetime
import hashlib
import struct
import zlib

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
    if hasattr(cell, "asDict"):  # PySpark's Row
        cell = cell.asDict()
    if isinstance(cell, dict):
        return "{" + ",".join(text(value) for value in cell.values()) + "}"
    return "[" + ",".join(text(value) for value in cell) + "]"


def is_sampled(row) -> bool:
    return zlib.crc32((text(row[0]) + text(row[1])).encode()) % SOME == 0


def hashed(rows) -> str:
    rows = list(rows)
    return f"{len(rows)} {total(rows if len(rows) <= MANY else filter(is_sampled, rows))}"


def total(rows) -> int:
    """The sum of the hashes of these rows."""
    result = 0
    for row in rows:
        line = "|".join(text(cell) for cell in row)
        result = (result + int(hashlib.md5(line.encode()).hexdigest()[:15], 16)) & MASK
    return result
