#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh BINARY FOLDER…: measures, in one run, start-up, plain text, PDF beside `pdftotext -layout`, all cores against
# one, and hostile text that doubles four times. Times are processor seconds unless they say otherwise, the best of
# RUNS. README.md beside this file says how to read them.
set -euo pipefail
binary="$1"
shift
RUNS="${RUNS:-3}"
# What plain text is multiplied to where there is less of it, and the smallest hostile text, in kB.
TEXT_KB="${TEXT_KB:-4000}"
HOSTILE_KB="${HOSTILE_KB:-60}"
here="$(dirname "$0")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U %S %R'

# best COMMAND…: processor and elapsed seconds of the fastest of RUNS runs. What the last one wrote is in $work/out.
# A document that cannot be read gives an exit code, not a reason to stop.
best() {
  local run
  for ((run = 0; run < RUNS; run++)); do
    { time "$@" >"$work/out" 2>"$work/err" || true; } 2>&1 | tail -n 1
  done | awk 'NR == 1 || $1 + $2 < cpu { cpu = $1 + $2; real = $3 } END { print cpu, real }'
}
row() { printf '  %-52s %s\n' "$1" "$2"; }
# calc FORMAT EXPRESSION
calc() { awk "BEGIN { printf \"$1\", $2 }"; }
# less SECONDS: without start-up, and never below what the clock can tell.
less() { awk -v all="$1" -v load="$load" 'BEGIN { left = all - load; printf "%.3f", (left > 0.001 ? left : 0.001) }'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (b >= 0.02) printf "%.2f", a / b; else printf "too short to tell" }'; }
cpu_of() { cut -d ' ' -f 1 <<<"$1"; }
real_of() { cut -d ' ' -f 2 <<<"$1"; }
size_of() { find "$1" -type f -exec cat {} + | wc -c | tr -d ' '; }

echo "Start-up"
figures="$(best "$binary" --version)"
row "the program alone, elapsed" "$(calc '%.0f ms' "1000 * $(real_of "$figures")")"
printf 'Nothing is granted here.\n' >"$work/one.txt"
figures="$(INWRITING_CACHE='' best "$binary" extract "$work/one.txt" --jobs 1 --format json)"
row "compiling all packs, for a document of one line" "$(calc '%.0f ms' "1000 * $(real_of "$figures")")"
# A cache of its own: the first run fills it, and is not the fastest.
export INWRITING_CACHE="$work/cache"
figures="$(best "$binary" extract "$work/one.txt" --jobs 1 --format json)"
load="$(cpu_of "$figures")"
row "with the packs as they were kept compiled" "$(calc '%.0f ms' "1000 * $(real_of "$figures")")"
row "the same, processor; taken off text and hostile text" "$(calc '%.0f ms' "1000 * $load")"

# plain NAME FOLDER: reads texts on one core and on all. Where they are few, they are read again and again, each copy
# with a number of its own, since the same bytes are read only once.
plain() {
  local bytes copies copy file figures seconds same
  bytes="$(size_of "$2")"
  if [ "$bytes" = 0 ]; then return; fi
  copies=$(((TEXT_KB * 1000 + bytes - 1) / bytes))
  rm -rf "$work/copies"
  mkdir "$work/copies"
  for ((copy = 1; copy <= copies; copy++)); do
    for file in "$2"/*.txt; do
      { cat "$file"; printf '\n%s\n' "$copy"; } >"$work/copies/$copy-${file##*/}"
    done
  done
  bytes="$(size_of "$work/copies")"
  figures="$(best "$binary" extract "$work/copies" --jobs 1 --format json)"
  cp "$work/out" "$work/one-core.json"
  seconds="$(less "$(cpu_of "$figures")")"
  row "$1, $(calc '%.1f MB' "$bytes / 1e6")" \
    "$(calc '%.2f s' "$seconds"), $(calc '%.1f MB/s' "$bytes / 1e6 / $seconds")"
  seconds="$(real_of "$figures")"
  figures="$(best "$binary" extract "$work/copies" --format json)"
  cmp -s "$work/out" "$work/one-core.json" && same="the same bytes" || same="DIFFERENT BYTES"
  row "  elapsed on one core; on all ($(getconf _NPROCESSORS_ONLN)); they gave" \
    "$(calc '%.2f s' "$seconds"); $(calc '%.2f s' "$(real_of "$figures")"); $same"
}

echo "Plain text, from file to inventory, one core"
mkdir "$work/text" "$work/prose"
count=0
while IFS= read -r -d '' file; do
  count=$((count + 1))
  case "$file" in
    *.[tT][xX][tT]) cp "$file" "$work/text/$count.txt" ;;
    *) "$binary" text "$file" >"$work/text/$count.txt" 2>/dev/null || rm -f "$work/text/$count.txt" ;;
  esac
done < <(find "$@" -type f \( -iname '*.pdf' -o -iname '*.html' -o -iname '*.htm' -o -iname '*.txt' \) -print0 | sort -z)
plain "the texts of $*" "$work/text"
# Legal prose that grants nothing of our kinds, as most pages of an agreement do.
cp "$here/../LICENSE" "$work/prose/licence.txt"
plain "legal prose (the licence)" "$work/prose"

echo "PDF, one core"
mkdir "$work/pdf"
count=0
while IFS= read -r -d '' file; do
  count=$((count + 1))
  cp "$file" "$work/pdf/$count.pdf"
done < <(find "$@" -type f -iname '*.pdf' -print0 | sort -z)
if [ "$count" = 0 ]; then
  row "there are none" ""
elif ! command -v pdftotext >/dev/null; then
  row "pdftotext is not installed (Debian: poppler-utils)" ""
else
  with_pdftotext() { for file in "$work"/pdf/*.pdf; do pdftotext -layout "$file" - || true; done; }
  ours="$(cpu_of "$(best "$binary" extract "$work/pdf" --jobs 1 --format json)")"
  theirs="$(cpu_of "$(best with_pdftotext)")"
  row "$count files to an inventory, loading of packs included" "$(calc '%.2f s' "$ours")"
  row "the same files to text by pdftotext -layout" "$(calc '%.2f s' "$theirs")"
  row "ours to theirs; the same without loading packs" "$(ratio "$ours" "$theirs"); $(ratio "$(less "$ours")" "$theirs")"
fi

# hostile NAME UNIT: one sentence without end, in sizes that double. Linear is twice the time each time.
hostile() {
  local name="$1" text="$2" size seconds="" before="" line=""
  while [ "${#text}" -lt $((HOSTILE_KB * 1000)) ]; do text="$text$text"; done
  printf '%s' "${text:0:$((HOSTILE_KB * 1000))}" >"$work/hostile.txt"
  for size in 1 2 4 8 16; do
    before="$seconds"
    seconds="$(less "$(cpu_of "$(best "$binary" extract "$work/hostile.txt" --jobs 1 --format json)")")"
    line="$line $(calc '%6.2f' "$seconds")"
    cat "$work/hostile.txt" "$work/hostile.txt" >"$work/twice.txt"
    mv "$work/twice.txt" "$work/hostile.txt"
  done
  row "$name" "$line   last doubling: $(ratio "$seconds" "$before")"
}
echo "Hostile text of $HOSTILE_KB kB, doubled four times; seconds"
hostile "phrases begun, none ended" \
  "Vendor will not provide up to twelve (12) training credits for each of the first valid within "
hostile "names without end" "training credits sandbox support plan success fund voucher "
hostile "values without end" "1,000 12 (12) 5% USD 3 May 2027 "
hostile "brackets and quotation marks" "(\"the (\"12 [credits\" means "
hostile "facts without end" \
  "the term renews for one year, between A Inc. and B LLC, effective as of, governed by the laws of, dated, by: "
hostile "rows of a table without end" $'| 1 | Training credits, lot | 4 | see clause 1 | A * |\n'
hostile "real grants without end" \
  "one hundred (100) training credits and two (2) sandboxes valid for twelve (12) months from the Effective Date, "
