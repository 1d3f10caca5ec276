#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what the build needs and does not find: C libraries with their headers, pkg-config, and poppler's character
# maps. Does nothing where all is there.
set -euo pipefail

modules=(poppler-glib libxml-2.0 gmime-3.0)
apt_packages=(pkg-config libpoppler-glib-dev libxml2-dev libgmime-3.0-dev poppler-data)
brew_packages=(pkgconf poppler libxml2 gmime)

# Homebrew does not link its libxml2 into the usual places.
if [ "$(uname -s)" = Darwin ] && command -v brew >/dev/null; then
  PKG_CONFIG_PATH="$(brew --prefix)/opt/libxml2/lib/pkgconfig:${PKG_CONFIG_PATH:-}"
  export PKG_CONFIG_PATH
fi

missing() {
  if ! command -v pkg-config >/dev/null; then
    echo pkg-config
    return
  fi
  local module
  for module in "${modules[@]}"; do
    pkg-config --exists "$module" || echo "$module"
  done
  # Without them, PDFs in Chinese, Japanese and Korean lose their text. Homebrew's poppler brings its own.
  if [ "$(uname -s)" = Linux ] && [ ! -d /usr/share/poppler/cMap ]; then echo poppler-data; fi
}

if ! command -v swift >/dev/null; then
  echo "setup: there is no swift: install Swift 6.1 or newer from https://www.swift.org/install/" >&2
  exit 1
fi
needed="$(missing | tr '\n' ' ')"
if [ -z "$needed" ]; then exit 0; fi
echo "setup: missing: $needed"

root=()
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null; then root=(sudo); fi
fi

if command -v apt-get >/dev/null; then
  "${root[@]}" apt-get update -q
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${apt_packages[@]}"
elif command -v brew >/dev/null; then
  brew install "${brew_packages[@]}"
else
  cat >&2 <<LIST
setup: this system has neither apt-get nor brew. Please install, by whatever name your system gives them:
  pkg-config (or pkgconf)
  poppler's GLib library with headers      pkg-config module poppler-glib
  libxml2 with headers                     pkg-config module libxml-2.0
  GMime 3 with headers                     pkg-config module gmime-3.0
  poppler's data (character maps)          /usr/share/poppler
LIST
  exit 1
fi

needed="$(missing | tr '\n' ' ')"
if [ -n "$needed" ]; then
  echo "setup: still missing after installing: $needed" >&2
  exit 1
fi
