// SPDX-License-Identifier: GPL-3.0-or-later

// Why this room: exact decimals, dates of today and the environment come from Foundation, of which Linux has a small
// part by itself, `FoundationEssentials`, that starts faster and needs no ICU. On macOS there is only the whole. Every
// other file imports this module instead of either, so that what may be used is decided here alone; `make lint` sees
// to it.

#if canImport(FoundationEssentials)
  @_exported import FoundationEssentials
#else
  @_exported import Foundation
#endif
