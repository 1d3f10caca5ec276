// SPDX-License-Identifier: GPL-3.0-or-later

/// The columns that promises have. Each goes by the contract's own name, or by names that people give it.
enum PromiseColumn: CaseIterable {
  case id, text, kind, quantity, value, validUntil, source

  /// As the contract has it.
  var name: String {
    switch self {
    case .id: "id"
    case .text: "text"
    case .kind: "kind"
    case .quantity: "quantity"
    case .value: "value"
    case .validUntil: "valid_until"
    case .source: "source"
    }
  }

  /// Other names, the more telling first.
  fileprivate var aliases: [String] {
    switch self {
    case .id: ["promise_id", "#", "no", "nr", "no.", "nr.", "ref", "reference", "number"]
    case .text:
      ["promise", "promised", "commitment", "statement", "wording", "what_was_promised", "what", "description", "item"]
    case .kind: ["type", "category"]
    case .quantity: ["qty", "how_many", "amount", "count", "units", "volume", "menge", "anzahl"]
    case .value: ["worth", "wert", "betrag"]
    case .validUntil:
      [
        "validuntil", "valid_to", "valid_through", "valid_till", "until", "expires", "expires_on", "expiry",
        "expiry_date",
      ]
    case .source: ["said_by", "promised_by", "who", "where"]
    }
  }

  /// A header's words as names are compared: lower case, `_` between them.
  static func key(_ name: String) -> String {
    String(decoding: name.tidied.lowercased().utf8.map { $0 == 0x20 || $0 == 0x2D ? 0x5F : $0 }, as: UTF8.self)
  }

  func set(_ text: String, _ fields: inout PromiseFields) {
    switch self {
    case .id: fields.id = text
    case .text: fields.text = text
    case .kind: fields.kind = text
    case .quantity: fields.quantity = .words(text)
    case .value: fields.value = .words(text)
    case .validUntil: fields.validUntil = text
    case .source: fields.source = text
    }
  }
}

/// Which of a header's names is which column. A column's own name goes before any alias, and what is taken once is not
/// taken again: a second column of the same meaning is one that this program does not know.
struct PromiseColumns {
  /// One entry a name; nil for a column that this program does not know.
  private(set) var fields: [PromiseColumn?]
  /// Columns that were told by an alias.
  private(set) var aliased: Set<PromiseColumn> = []
  /// A column's own name that stands twice, so that nobody knows which is meant.
  private(set) var doubled: PromiseColumn?

  init(_ names: [String]) {
    let keys = names.map(PromiseColumn.key)
    fields = names.map { _ in nil }
    for column in PromiseColumn.allCases {
      let own = keys.indices.filter { keys[$0] == column.name }
      if let first = own.first { fields[first] = column }
      if own.count > 1 { doubled = doubled ?? column }
    }
    for column in PromiseColumn.allCases where !fields.contains(column) {
      for alias in column.aliases {
        guard let index = keys.firstIndex(of: alias), fields[index] == nil else { continue }
        fields[index] = column
        aliased.insert(column)
        break
      }
    }
  }

  func index(of column: PromiseColumn) -> Int? { fields.firstIndex(of: column) }

  /// Makes a column one that this program does not know.
  mutating func forget(_ column: PromiseColumn) {
    if let index = index(of: column) { fields[index] = nil }
  }
}
