#!/usr/bin/env bash
# Shares, concentration and the other measures of structure. Arguments go to `silkline shares`.
exec "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/silkline" shares "$@"
