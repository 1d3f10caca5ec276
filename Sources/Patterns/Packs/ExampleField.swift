// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// A field of an entitlement that an example of a grant may name under `gives`.
public enum ExampleField: String, Sendable, Hashable, CaseIterable {
  case kind, name, tier, quantity, unit, per, value, currency, percent, of, fee, every, unused, transferable, swappable
  case purpose

  /// What a field holds: `null`, which says that the document leaves it open, is always right.
  enum Form {
    case number, flag, text, unit, currency
    /// One of these words.
    case word([String])
  }

  /// `kinds` are those of all packs.
  func form(kinds: [String]) -> Form {
    switch self {
    case .kind: .word(kinds)
    case .tier: .word(Tier.allCases.map(\.rawValue))
    case .per: .word(["day", "month", "year"])
    case .every: .word(Recurrence.Every.allCases.map(\.rawValue))
    case .unused: .word(UnusedHandling.allCases.map(\.rawValue))
    case .quantity, .value, .percent, .fee: .number
    case .transferable, .swappable: .flag
    case .unit: .unit
    case .currency: .currency
    case .name, .of, .purpose: .text
    }
  }

  /// What is wrong with a value, as `quantity must be a number`, and the word that was perhaps meant; nil for a good
  /// one.
  func fault(_ value: PackScalar, kinds: [String]) -> (message: String, suggestion: String?)? {
    if value == .none { return nil }
    switch (form(kinds: kinds), value) {
    case (.number, .number), (.flag, .flag), (.text, .text): return nil
    case (.number, _): return ("`\(rawValue)` must be a number without sign or separator, or null", nil)
    case (.flag, _): return ("`\(rawValue)` must be true, false or null", nil)
    case (.text, _): return ("`\(rawValue)` must be a text: put it in quotation marks", nil)
    case (.unit, .text(let unit)): return UnitForm.fault(unit)
    case (.currency, .text(let code)) where Self.isCode(code): return nil
    case (.currency, _): return ("`currency` must be a code of three capitals, as `USD`", nil)
    case (.word(let words), .text(let word)):
      if words.contains(word) { return nil }
      return ("unknown \(rawValue) `\(word)`", Suggestion.nearest(to: word, among: words))
    case (.unit, _), (.word, _): return ("`\(rawValue)` must be a word", nil)
    }
  }

  private static func isCode(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }
}
