#!/usr/bin/env bash
#
# jobs/measure-forecast.sh [series] [runs] [cluster]     how forecasting scales over cores and executors
#
# Forecasts made-up monthly series of 120 observations (10,000 by default) with the combination of models and its
# backtests: in one process on local[2]; in two processes side by side, local[1] and half of the series each; in one on
# local[1]; in turn, and as often as runs says (1 by default), so that what else the machine does meets all. With the word
# cluster also on a standalone cluster that is started here: a master and four workers, each with an executor of one core.
# Seconds are those of the wall, after a warm-up, without the start of Spark. At the end the results are compared, series
# by series, in every number.

set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
series=${1:-10000} runs=${2:-1} cluster=${3:-}
work=$(mktemp -d)
daemons=()
trap 'for daemon in "${daemons[@]}"; do kill "$daemon" 2> /dev/null || true; done; wait; rm -rf "$work"' EXIT
export SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
cd "$root"
SPARK_HOME="" jobs/silkline tables > /dev/null # builds where necessary
export SPARK_HOME=$root/target/spark
mkdir "$work/classes"
"${java}c" -d "$work/classes" -cp "target/classes:target/spark/jars/*" src/test/java/silkline/testing/ForecastLoad.java
"${java%java}jar" --create --file "$work/load.jar" -C "$work/classes" .

load() { # master, arguments
    local master=$1
    shift
    "$java" "-Xmx${SILKLINE_DRIVER_MEMORY:-2g}" @target/spark/java.options \
        -Dlog4j2.configurationFile=jobs/conf/log4j2.properties -cp "target/spark/jars/*:target/lib/*" \
        org.apache.spark.deploy.SparkSubmit --master "$master" --properties-file jobs/conf/spark-defaults.conf \
        --conf spark.executor.cores=1 --conf spark.executor.memory=768m \
        --conf spark.cores.max=4 --conf spark.scheduler.minRegisteredResourcesRatio=1 \
        --jars target/silkline.jar --class silkline.testing.ForecastLoad "$work/load.jar" "$@"
}

seconds() { awk '{ sub(/.*seconds /, ""); if ($1 + 0 > most) most = $1 + 0 } END { print most }' "$@"; }

daemon() { # class, arguments
    "$java" -Xmx256m @target/spark/java.options -Dlog4j2.configurationFile=jobs/conf/log4j2.properties \
        -cp "target/spark/jars/*" "$@" > /dev/null 2>> "$work/daemons.log" &
    daemons+=($!)
}

for run in $(seq "$runs"); do
    rm -rf "$work"/results-*
    load "local[2]" forecast 0 "$series" "$work/results-two" | tee "$work/two"
    load "local[1]" forecast 0 $((series / 2)) "$work/results-first" > "$work/first" &
    load "local[1]" forecast $((series / 2)) "$series" "$work/results-second" > "$work/second"
    wait $!
    cat "$work/first" "$work/second"
    load "local[1]" forecast 0 "$series" "$work/results-one" | tee "$work/one"
    awk -v two="$(seconds "$work/two")" -v side="$(seconds "$work/first" "$work/second")" -v one="$(seconds "$work/one")" \
        'BEGIN { printf "local[2] took %.2f times as long as two single cores side by side, and %.2f times half as long as one\n",
            two / side, 2 * two / one }'
done
if [[ $cluster == cluster ]]; then
    master=spark://127.0.0.1:17077
    daemon org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 17077 --webui-port 0
    for worker in 1 2 3 4; do
        daemon org.apache.spark.deploy.worker.Worker --cores 1 --memory 1g --webui-port 0 \
            --work-dir "$work/worker-$worker" "$master"
    done
    load "$master" forecast 0 "$series" "$work/results-cluster"
    echo -n "local[2] and the cluster: "
    load "local[2]" compare "$work/results-two" "$work/results-cluster"
fi
echo -n "local[2] and local[1]: "
load "local[2]" compare "$work/results-two" "$work/results-one"
echo -n "local[2] and the two halves: "
load "local[2]" compare "$work/results-two" "$work/results-first,$work/results-second"
