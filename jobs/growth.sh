#!/usr/bin/env bash
# Growth of every series. Arguments go to `silkline growth`.
exec "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/silkline" growth "$@"
