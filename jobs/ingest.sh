#!/usr/bin/env bash
# Datasets to the silver tables. Arguments go to `silkline ingest`.
exec "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/silkline" ingest "$@"
