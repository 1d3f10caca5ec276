// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
  /// `credits` and `credit` alike; `passes` and `pass`; `classes` and `class`.
  var droppingPlural: String {
    guard utf8.last == 0x73 else { return self }
    if hasSuffix("sses") || hasSuffix("xes") || hasSuffix("ches") { return String(dropLast(2)) }
    return !hasSuffix("ss") && utf8.count > 2 ? String(dropLast()) : self
  }
}
