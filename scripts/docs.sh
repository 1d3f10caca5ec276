#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# docs.sh BINARY: renews what is made from the program: the JSON Schema and the reference pages.
set -euo pipefail
binary="$1"
mkdir -p schema docs
# Written beside and renamed: a program that fails leaves the old page.
renew() {
  "$binary" reference "$1" --patterns patterns >"$2.part"
  mv "$2.part" "$2"
  echo "renewed $2"
}
renew schema schema/inventory.schema.json
renew csv docs/csv-columns.md
renew rules docs/rules.md
