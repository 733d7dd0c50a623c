#!/usr/bin/env bash
#
# jobs/measure-ingest.sh DATASETS FILE SCHEMA [runs]     how long an ingest takes, next to Spark's own copy of the file
#
# DATASETS is a folder of datasets that ingests FILE, a text of comma-separated values with a header; SCHEMA gives its
# columns as DDL, such as "country string, year int, value double". Spark reads FILE and writes it to a Delta table; Silkline
# ingests it into a new lake. Both run in turn, in one sitting, in a process each, on the same Spark jars with the same
# heap (SILKLINE_DRIVER_MEMORY, 2g by default); the median of the runs counts (3 by default).

set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
[[ $# -ge 3 ]] || { sed -n '3,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
datasets=$(readlink -f "$1") file=$(readlink -f "$2") schema=$3 runs=${4:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
unset SPARK_HOME
PATH=$(tr ':' '\n' <<< "$PATH" | while read -r folder; do [[ -x $folder/spark-submit ]] || echo "$folder"; done | paste -sd: -)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
cd "$root"
# Builds where necessary, and keeps the loaded classes, as on any machine where the main job was run.
jobs/run.sh --lake "$work/lake" --out "$work/reports" > /dev/null 2>&1
mkdir "$work/classes"
"${java}c" -d "$work/classes" -cp "target/spark/jars/*" src/test/java/silkline/testing/PlainCopy.java
"${java%java}jar" --create --file "$work/copy.jar" -C "$work/classes" .

copy() {
    SPARK_HOME=$root/target/spark "$java" "-Xmx${SILKLINE_DRIVER_MEMORY:-2g}" @target/spark/java.options \
        -Dlog4j2.configurationFile=jobs/conf/log4j2.properties -cp "target/spark/jars/*:target/lib/*" \
        org.apache.spark.deploy.SparkSubmit --master "${MASTER:-local[*]}" \
        --properties-file jobs/conf/spark-defaults.conf --class silkline.testing.PlainCopy "$work/copy.jar" \
        "$file" "$schema" "$work/table"
}

seconds() { # NAME COMMAND...
    local name=$1 TIMEFORMAT='%R s, %U s of processor'
    shift
    rm -rf "$work/table" "$work/lake"
    { time "$@" > "$work/out" 2> "$work/err"; } 2> "$work/time" || { cat "$work/err" >&2; exit 1; }
    sed "s/^/$name: /" "$work/time"
    cut -d ' ' -f 1 "$work/time" >> "$work/$name"
}

median() { sort -n "$work/$1" | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2}'; }

for _ in $(seq "$runs"); do
    seconds copy copy
    seconds ingest jobs/silkline ingest --datasets "$datasets" --lake "$work/lake"
    grep -o '"rows_read":[0-9]*' "$work/out" | sed 's/.*:/rows: /'
done
awk -v a="$(median ingest)" -v b="$(median copy)" -v rows="$(grep -o '"rows_read":[0-9]*' "$work/out" | cut -d: -f2)" \
    'BEGIN {printf "median ingest %.1f s (%d rows a second) / copy %.1f s = %.1f\n", a, rows / a, b, a / b}'
