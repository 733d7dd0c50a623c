#!/usr/bin/env bash
#
# jobs/measure-forecast.sh [series] [runs]     how forecasting on two cores compares with two processes of one core each
#
# Forecasts monthly series of 120 observations (10,000 by default) with the combination of models and its backtests:
# once in one process on local[2], once in two processes at a time, local[1] and half of the series each. In turn, and
# as often as runs says (1 by default), so that what else the machine does meets both. Wall and processor time without
# the start of Spark; the ratio of the wall times is what two cores in one session lose against two alone.

set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
series=${1:-10000} runs=${2:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
cd "$root"
SPARK_HOME="" jobs/silkline tables > /dev/null # builds where necessary
mkdir "$work/classes"
"${java}c" -d "$work/classes" -cp "target/classes:target/spark/jars/*" src/test/java/silkline/testing/ForecastLoad.java
"${java%java}jar" --create --file "$work/load.jar" -C "$work/classes" .

load() {
    SPARK_HOME=$root/target/spark "$java" "-Xmx${SILKLINE_DRIVER_MEMORY:-2g}" @target/spark/java.options \
        -Dlog4j2.configurationFile=jobs/conf/log4j2.properties -cp "target/spark/jars/*:target/lib/*" \
        org.apache.spark.deploy.SparkSubmit --master "$1" --properties-file jobs/conf/spark-defaults.conf \
        --jars target/silkline.jar --class silkline.testing.ForecastLoad "$work/load.jar" "$2"
}

for _ in $(seq "$runs"); do
    load "local[2]" "$series"
    load "local[1]" $((series / 2)) &
    load "local[1]" $((series / 2))
    wait
done
