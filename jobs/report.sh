#!/usr/bin/env bash
# The report, from the tables. Arguments go to `silkline report`.
exec "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/silkline" report "$@"
