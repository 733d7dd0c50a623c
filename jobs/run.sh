#!/usr/bin/env bash
# The main job: all stages, from datasets/ to the report. Arguments go to `silkline run`.
exec "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/silkline" run "$@"
