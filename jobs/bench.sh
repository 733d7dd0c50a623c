#!/usr/bin/env bash
#
# jobs/bench.sh [MILLIONS...]     growth and shares of a panel of so many million rows (1 4 16), next to DuckDB and Spark
#
# For each size it makes the silver tables of a made-up world (monthly exports of 60 countries to each other by product), and then
# runs in turn, in a process each, every measurement twice within the process, cold and warm:
#     silkline   `growth` and `shares` as shipped, from silver to gold in Delta, after a first `run` as the README has it
#     duckdb     the same tables, column for column, from the same Parquet files to Parquet, on all cores (src/test/resources/bench)
#     spark      reading the observations and writing the same rows to Delta
# The results of the first two are compared, row by row and to 1e-12. RUNS processes of each (1) take turns; the median counts.
# WORK is a folder for the panels, a temporary one by default: 64 million rows need 20 GB.

set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
[[ ${1:-1} =~ ^[0-9]+$ ]] || { sed -n '3,12s/^# \{0,1\}//p' "$0" >&2; exit 2; }
sizes=("${@:-1 4 16}")
work=${WORK:-$(mktemp -d)}
[[ -n ${WORK:-} ]] || trap 'rm -rf "$work"' EXIT
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
cd "$root"
mkdir -p "$work"

./mvnw -q -DskipTests package dependency:copy-dependencies -DincludeArtifactIds=duckdb_jdbc -DoutputDirectory="$work/duckdb" < /dev/null
mkdir -p "$work/classes"
"${java}c" -d "$work/classes" -cp "target/classes:target/spark/jars/*:target/lib/*" src/test/java/silkline/testing/bench/*.java
cp -r src/test/resources/bench "$work/classes"
"${java%java}jar" --create --file "$work/bench.jar" -C "$work/classes" .

launch() { # CLASS ARGUMENTS... as jobs/silkline does
    SILKLINE_MAIN=silkline.testing.bench.$1@$work/bench.jar jobs/silkline "${@:2}" > "$work/out" 2> "$work/err" \
        || { cat "$work/err" >&2; exit 1; }
    cat "$work/err"
}

duckdb() { # LAKE RESULTS
    "$java" -cp "target/classes:$work/classes:target/spark/jars/*:target/lib/*:$work/duckdb/*" \
        silkline.testing.bench.DuckMeasures datasets "$1" "$2" 2 2>&1
}

# The median of what a measurement took, over the processes: FILE WHO ROUND
median() {
    awk -v who="$2" -v round="$3" '$1 == "RUN" && sum {print sum; sum = 0}
        $1 == "TIME" && $2 == who && $4 == round {sum += $5}
        END {print sum}' "$1" \
        | sort -n | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2}'
}

# The first run after a build keeps the classes that later ones map.
rm -rf "$work/first"
jobs/silkline run --lake "$work/first" --out "$work/reports" > /dev/null 2>&1

for size in ${sizes[*]}; do
    lake=$work/$size times=$work/$size.times
    [[ -d $lake/silver/observation ]] || launch PanelMaker "$((size * 1000000))" "$lake" > /dev/null
    : > "$times"
    for run in $(seq "${RUNS:-1}"); do
        echo "RUN $run" >> "$times"
        launch Rounds 2 --datasets datasets --lake "$lake" | grep TIME | tee -a "$times"
        duckdb "$lake" "$lake/duckdb" | grep TIME | tee -a "$times"
        launch PlainRewrite 2 "$lake" "$lake/rewritten" | grep TIME | tee -a "$times"
    done
    for round in 1 2; do
        awk -v n="$size" -v kind="$([[ $round == 1 ]] && echo cold || echo warm)" -v a="$(median "$times" silkline $round)" \
            -v b="$(median "$times" duckdb $round)" -v c="$(median "$times" spark $round)" \
            'BEGIN {printf "%d million rows, %s: silkline %.1f s / duckdb %.1f s = %.2f; / rewriting with Spark %.1f s = %.2f\n",
                n, kind, a, b, a / b, c, a / c}'
    done
    launch Agreement "$lake" "$lake/duckdb" | grep AGREEMENT
done
