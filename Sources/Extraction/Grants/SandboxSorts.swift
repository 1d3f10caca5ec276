// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

extension DocumentContext {
  /// "Two developer sandboxes" and "two partial copy sandboxes": the same number of another sort.
  func isOtherSort(_ one: Candidate, than other: Candidate) -> Bool {
    guard one.kind == "sandbox", other.kind == "sandbox", let first = sort(one), let second = sort(other) else {
      return false
    }
    return first != second
  }

  /// The words before the noun, in lower case; nil where there are none.
  private func sort(_ candidate: Candidate) -> [String]? {
    let words = candidate.name.tokens.lazy.filter { self.isWord($0) }.map { self.folded($0).droppingPlural }
    let sort = words.filter { !["sandbox", "copy", "org", "environment", "tenant", "additional"].contains($0) }
    return sort.isEmpty ? nil : Array(sort)
  }
}
