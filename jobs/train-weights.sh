#!/usr/bin/env bash
#
# jobs/train-weights.sh m3.csv.gz     learn the weights of the combination and its calibration again
#
# From the odd-numbered monthly and quarterly series of the M3 competition, in the layout that `silkline benchmark` reads. Writes
# weights.properties and the lines for 4 and 12 periods a year of calibration.csv in src/main/resources/silkline/forecast. What
# was tried is printed on the way; half a minute after the build.

set -euo pipefail

set_file=$(readlink -f "${1:?Name the file of the M3 series.}")
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
./mvnw -q -DskipTests test-compile
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp target/classes:target/test-classes silkline.forecast.ensemble.WeightsTraining \
    "$set_file" src/main/resources/silkline/forecast
