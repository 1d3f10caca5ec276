#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# demo.sh BINARY FOLDER: reads the order forms of corpora/, leaves JSON and CSV in FOLDER, shows the table.
set -euo pipefail
binary="$1"
folder="$2"
"$binary" extract corpora/orderforms --output "$folder" --format json,csv 2>/dev/null
"$binary" extract corpora/orderforms --format table
echo
echo "JSON: $folder/inventory.json"
echo "CSV:  $folder/inventory.csv"
