#!/usr/bin/env bash
# Forecasts and how well each model did before. Arguments go to `silkline forecast`.
exec "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/silkline" forecast "$@"
