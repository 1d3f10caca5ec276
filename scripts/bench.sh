#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bench.sh BINARY PATH…: processor time of start-up, of reading PATH…, of `pdftotext -layout` over the same PDFs where
# that is installed, and of hostile text that doubles four times.
set -euo pipefail
binary="$1"
shift
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U %S %R'

# measure COMMAND…: user, system and elapsed seconds; what the command says is not shown.
measure() {
  { time "$@" >"$work/out" 2>"$work/err" || true; } 2>&1 | tail -n 1
}
row() { printf '%-44s %10s %10s\n' "$1" "$2" "$3"; }
cpu() { awk '{ printf "%.2f s", $1 + $2 }' <<<"$1"; }
elapsed() { awk '{ printf "%.2f s", $3 }' <<<"$1"; }

row "" processor elapsed
figures="$(measure "$binary" --version)"
row "start-up" "$(awk '{ printf "%.0f ms", 1000 * ($1 + $2) }' <<<"$figures")" \
  "$(awk '{ printf "%.0f ms", 1000 * $3 }' <<<"$figures")"
figures="$(measure "$binary" patterns check)"
row "loading the packs" "$(cpu "$figures")" "$(elapsed "$figures")"

bytes="$(find "$@" -type f \( -name '*.pdf' -o -name '*.html' -o -name '*.htm' -o -name '*.txt' \) -print0 |
  xargs -0 cat | wc -c)"
for jobs in 1 ""; do
  figures="$(measure "$binary" extract "$@" --format json ${jobs:+--jobs "$jobs"})"
  row "reading $((bytes / 1000)) kB, ${jobs:-all} core(s)" "$(cpu "$figures")" "$(elapsed "$figures")"
  cp "$work/out" "$work/inventory${jobs:-all}.json"
done
if cmp -s "$work/inventory1.json" "$work/inventoryall.json"; then
  echo "one core and all cores gave the same bytes"
else
  echo "one core and all cores gave DIFFERENT bytes"
fi

if command -v pdftotext >/dev/null; then
  mkdir "$work/pdf"
  find "$@" -type f -name '*.pdf' -print0 | while IFS= read -r -d '' file; do
    cp "$file" "$work/pdf/$(printf '%s' "$file" | cksum | tr ' ' '-').pdf"
  done
  if [ -n "$(ls -A "$work/pdf")" ]; then
    all_with_pdftotext() { for file in "$work"/pdf/*.pdf; do pdftotext -layout "$file" - || true; done; }
    figures="$(measure "$binary" extract "$work/pdf" --format json)"
    row "the PDFs among them" "$(cpu "$figures")" "$(elapsed "$figures")"
    figures="$(measure all_with_pdftotext)"
    row "pdftotext -layout over them" "$(cpu "$figures")" "$(elapsed "$figures")"
  fi
fi

# Words that phrases begin with and never end, in one sentence.
unit="Vendor will not provide up to twelve (12) training credits for each of the first valid within "
for _ in 1 2 3 4 5 6 7 8 9 10; do unit="$unit$unit"; done
printf '%s' "$unit" >"$work/hostile.txt"
for _ in 0 1 2 3 4; do
  size="$(wc -c <"$work/hostile.txt")"
  figures="$(measure "$binary" extract "$work/hostile.txt" --format json)"
  row "hostile text of $((size / 1000)) kB" "$(cpu "$figures")" "$(elapsed "$figures")"
  cat "$work/hostile.txt" "$work/hostile.txt" >"$work/twice.txt"
  mv "$work/twice.txt" "$work/hostile.txt"
done
