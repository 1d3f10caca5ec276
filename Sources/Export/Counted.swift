// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers of things, as people write them.
package enum Counted {
  /// `1 pack`, `13 packs`; `plural` where the noun's own is not regular or not at its end.
  package static func text(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? self.plural(noun))"
  }

  /// `sandboxes`, `classes`, `activities`, `GB`.
  package static func plural(_ noun: String) -> String {
    if ["kb", "mb", "gb", "tb", "pb"].contains(noun) { return noun.uppercased() }
    if ["s", "x", "ch", "sh"].contains(where: { noun.hasSuffix($0) }) { return noun + "es" }
    if noun.hasSuffix("y"), !["ay", "ey", "oy", "uy"].contains(where: { noun.hasSuffix($0) }) {
      return noun.dropLast() + "ies"
    }
    return noun + "s"
  }
}
