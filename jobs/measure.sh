#!/usr/bin/env bash
#
# jobs/measure.sh [runs]     how long the main job takes, in bare Spark sessions that write one Delta table
#
# Both sides run in turn, in one sitting, on the Spark jars of the build, with the same heap; the median of the runs
# counts (3 by default). The bare session is measured twice: as Spark starts it (bare-plain), and with everything that
# the launcher adds for speed (bare-tuned).
# The main job writes a new lake each time; its first run does not count.

set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
runs=${1:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
# No installed Spark: the launcher and the bare session use the same one.
unset SPARK_HOME
PATH=$(tr ':' '\n' <<< "$PATH" | while read -r folder; do [[ -x $folder/spark-submit ]] || echo "$folder"; done | paste -sd: -)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
cd "$root"

bare() { # JVM and Spark options of the launcher, if any
    SPARK_HOME=$root/target/spark "$java" "-Xmx${SILKLINE_DRIVER_MEMORY:-2g}" @target/spark/java.options \
        -Dlog4j2.configurationFile=jobs/conf/log4j2.properties "${@:1:$#-1}" \
        -cp "target/spark/jars/*:target/lib/*:target/silkline.jar" org.apache.spark.deploy.SparkSubmit \
        --master "${MASTER:-local[*]}" --properties-file "${!#}" \
        --class silkline.testing.BareSession "$work/bare.jar" "$work/table"
}

seconds() { # NAME COMMAND...: runs the command, keeps how long it took in the file NAME
    local name=$1 TIMEFORMAT=%R
    shift
    rm -rf "$work/table" "$work/lake" "$work/reports"
    { time "$@" > "$work/out" 2> "$work/err"; } 2> "$work/time" || { cat "$work/err" >&2; exit 1; }
    tee -a "$work/$name" < "$work/time" | sed "s/^/$name: /"
}

median() { sort -n "$work/$1" | awk '{v[NR] = $1} END {print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2}'; }

ratio() { awk -v a="$(median run)" -v b="$(median "$1")" -v name="$1" \
    'BEGIN {printf "median run %.1f s / %s %.1f s = %.1f\n", a, name, b, a / b}'; }

product=(jobs/run.sh --lake "$work/lake" --out "$work/reports")
"${product[@]}" > /dev/null # builds where necessary, and keeps the loaded classes
mkdir "$work/classes"
"${java}c" -d "$work/classes" -cp "target/spark/jars/*" src/test/java/silkline/testing/BareSession.java
"${java%java}jar" --create --file "$work/bare.jar" -C "$work/classes" .
echo "spark.ui.enabled false" > "$work/plain.conf"
added=(-Xlog:disable "-Xms${SILKLINE_DRIVER_MEMORY:-2g}" -XX:+UseParallelGC -XX:TieredStopAtLevel=1
    -XX:ReservedCodeCacheSize=256m)
archives=(target/classes-*.jsa)
[[ -f ${archives[0]} ]] && added+=("-XX:SharedArchiveFile=${archives[0]}")

for _ in $(seq "$runs"); do
    seconds bare-plain bare "$work/plain.conf"
    seconds bare-tuned bare "${added[@]}" jobs/conf/spark-defaults.conf
    seconds run "${product[@]}"
done
ratio bare-plain
ratio bare-tuned
