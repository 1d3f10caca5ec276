// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// What may stand where a phrase has `{…}`.
public enum SlotType: Hashable, Sendable {
  case money, quantity, number, percent, duration, date, recurrence
  /// `{name}`: one to eight words with capitals, with `of`, `&`, `'s` or `de` between them.
  case name
  /// `{kind}`: a name of any kind.
  case anyKind
  /// `{training_credit}`: a name of this kind.
  case kind(Kind)
  /// `{anchor}`: any entry of a list of words.
  case list(String)
  /// `{anchor.term_start}`: one entry of a list that has several.
  case entry(list: String, entry: String)

  /// The slots that are there without any pack, by the word that phrases use.
  public static let builtIn: [String: SlotType] = [
    "money": .money, "quantity": .quantity, "number": .number, "percent": .percent, "duration": .duration,
    "date": .date, "recurrence": .recurrence, "name": .name, "kind": .anyKind,
  ]

  /// Whether values, as against names and words, fill it.
  public var isValue: Bool {
    switch self {
    case .money, .quantity, .number, .percent, .duration, .date, .recurrence: true
    default: false
    }
  }
}
