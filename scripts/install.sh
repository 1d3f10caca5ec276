#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# install.sh BINARY PREFIX: puts binary, packs and shell completions below PREFIX.
set -euo pipefail
binary="$1"
prefix="$2"
packs="$prefix/share/inwriting/patterns"
bash_completions="$prefix/share/bash-completion/completions"
zsh_completions="$prefix/share/zsh/site-functions"
fish_completions="$prefix/share/fish/vendor_completions.d"

install -d "$prefix/bin" "$bash_completions" "$zsh_completions" "$fish_completions"
install -m 755 "$binary" "$prefix/bin/inwriting"
# The runtime's symbols are a third of the file.
if [ "$(uname -s)" = Linux ] && command -v strip >/dev/null; then strip "$prefix/bin/inwriting"; fi
# Packs that a user put beside them stay.
(cd patterns && find . -name '*.yaml' -type f) | while read -r pack; do
  install -d "$packs/$(dirname "$pack")"
  install -m 644 "patterns/$pack" "$packs/$pack"
done
"$binary" --generate-completion-script bash >"$bash_completions/inwriting"
"$binary" --generate-completion-script zsh >"$zsh_completions/_inwriting"
"$binary" --generate-completion-script fish >"$fish_completions/inwriting.fish"
echo "installed $prefix/bin/inwriting, packs in $packs"
