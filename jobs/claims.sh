#!/usr/bin/env bash
# What the articles claim, held against the figures. Arguments go to `silkline claims`.
exec "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/silkline" claims "$@"
