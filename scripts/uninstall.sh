#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# uninstall.sh PREFIX: removes what install.sh put there. Packs that a user put beside the installed ones stay.
set -euo pipefail
prefix="$1"
packs="$prefix/share/inwriting/patterns"
rm -f "$prefix/bin/inwriting" "$prefix/share/bash-completion/completions/inwriting" \
  "$prefix/share/zsh/site-functions/_inwriting" "$prefix/share/fish/vendor_completions.d/inwriting.fish"
if [ -d "$packs" ]; then
  (cd patterns && find . -name '*.yaml' -type f) | while read -r pack; do rm -f "$packs/$pack"; done
  find "$packs" -depth -type d -empty -delete
  rmdir "$prefix/share/inwriting" 2>/dev/null || true
fi
