#!/usr/bin/env bash
#
# jobs/measure-reconcile.sh FOLDER [M3]     what forecasts that add up (--reconcile) gain and cost
#
# Forecasts flows from several origins, each as if nothing later were known, with the stages of the product: once each
# flow by itself, once along each set of dimensions; and holds them against what came. FOLDER has imf-dots/, un-comtrade/
# and eurostat/; which files of them is said in ReconcilePanel.java. The last two lines of each kind of table are of groups
# of partners that nobody publishes. With the file of the M3 competition also what the intervals of quarters and years cover.

set -euo pipefail

[[ $# == 1 || $# == 2 ]] || { sed -n '3,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
folder=$(readlink -f "$1") competition=${2:+$(readlink -f "$2")}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
SPARK_HOME="" jobs/silkline tables > /dev/null # builds where necessary
mkdir "$work/classes"
"${java}c" -d "$work/classes" -cp "target/classes:target/spark/jars/*:target/lib/*" \
    src/test/java/silkline/testing/bench/Reconcile*.java
"${java%java}jar" --create --file "$work/measure.jar" -C "$work/classes" .
SILKLINE_JAVA_OPTIONS=-XX:TieredStopAtLevel=4 SILKLINE_MAIN=silkline.testing.bench.ReconcileMeasure@$work/measure.jar \
    jobs/silkline "$folder"
[[ -z $competition ]] || "$java" -cp "$work/classes:target/classes:target/lib/*" silkline.testing.bench.ReconcileSums "$competition"
