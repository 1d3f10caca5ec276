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
    case .id: ["promise_id", "#", "no", "nr", "no.", "nr.", "ref", "reference", "ref_no", "ref_no.", "number", "key"]
    case .text:
      [
        "promise", "promised", "commitment", "statement", "wording", "what_was_promised", "what", "description", "item",
        "concession", "entitlement", "benefit", "offer", "zusage", "leistung", "löfte", "promesse", "engagement",
        "deliverable",
        "details",
      ]
    case .kind: ["type", "category"]
    case .quantity:
      [
        "qty", "how_many", "count", "units", "volume", "menge", "anzahl", "quantité", "antal", "aantal", "cantidad",
        "quantità", "amount",
      ]
    case .value: ["worth", "wert", "betrag", "montant", "amount", "sum", "budget"]
    case .validUntil:
      [
        "validuntil", "valid_to", "valid_through", "valid_till", "until", "expires", "expires_on", "expiry",
        "expiry_date", "expiration", "expiration_date", "valid", "validity", "deadline", "by_when", "use_by",
        "end_date",
        "bis", "gültig_bis", "gueltig_bis", "frist", "giltig_till", "gäller_till", "geldig_tot", "jusqu'au", "échéance",
        "scadenza", "válido_hasta", "valido_hasta",
      ]
    case .source: ["said_by", "promised_by", "who", "where"]
    }
  }

  /// Words that tell it where the whole name is none of these: "Promise text", "Commitment (verbatim)".
  fileprivate var telling: Set<String> {
    switch self {
    case .id: []
    case .text:
      [
        "promise", "promises", "promised", "commitment", "commitments", "concession", "concessions", "entitlement",
        "entitlements", "benefit", "benefits", "statement", "description", "wording", "zusage", "offer", "offered",
        "said", "verbatim",
      ]
    case .kind, .source: []
    case .quantity: ["qty", "quantity", "menge", "anzahl", "units", "pieces"]
    case .value: ["value", "worth", "wert", "betrag", "amount"]
    case .validUntil: ["expiry", "expires", "expiration", "until", "deadline"]
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

  /// `isStrict`: only by whole names, where it is not known yet that this is a header.
  init(_ names: [String], isStrict: Bool = false) {
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
        // "Units; Amount; Currency": with a currency beside it an amount is one of money.
        if column == .quantity, alias == "amount", keys.contains(where: Self.currencies.contains) { continue }
        fields[index] = column
        aliased.insert(column)
        break
      }
    }
    if !isStrict { tellByWords(names) }
  }

  static let currencies: Set<String> = ["currency", "ccy", "curr", "währung", "waehrung", "devise", "currency_code"]

  private mutating func tellByWords(_ names: [String]) {
    let words = names.map { Set($0.lowercased().split { !$0.isLetter }.map(String.init)) }
    for column in [PromiseColumn.validUntil, .quantity, .value, .text] where !fields.contains(column) {
      let index = names.indices.first {
        fields[$0] == nil && words[$0].count <= 5 && !words[$0].isDisjoint(with: column.telling)
          && (column == .quantity || words[$0].isDisjoint(with: Self.asides))
      }
      guard let index else { continue }
      fields[index] = column
      aliased.insert(column)
    }
  }

  /// "Promise date", "promised by", "commitment owner", "description status": about the promise, and not its words.
  private static let asides: Set<String> = [
    "date", "by", "owner", "status", "id", "no", "number", "type", "category", "who", "person", "name", "source",
    "when",
    "day", "nr", "ref", "count", "approved", "link", "url",
  ]

  /// Whether a column's name says that its numbers are none of what was promised.
  static func isAside(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    // "Number of seats"
    if words.contains("of"), ["no", "nr", "number"].contains(words.first) { return false }
    return words.isEmpty || words.contains { asides.contains($0) || others.contains($0) }
  }

  private static let others: Set<String> = [
    "row", "line", "pos", "position", "priority", "prio", "rank", "probability", "score", "weight", "phase", "year",
    "version", "page", "confidence", "stage", "week", "month", "quarter", "phone", "index", "order", "account", "time",
    "level", "risk", "deal", "opportunity", "percent", "quote", "zip", "age", "seq", "sequence",
  ]

  /// Takes a column that this program does not know for that of the texts.
  mutating func setText(_ index: Int) {
    fields[index] = .text
    aliased.insert(.text)
  }

  func index(of column: PromiseColumn) -> Int? { fields.firstIndex(of: column) }

  /// Makes a column one that this program does not know.
  mutating func forget(_ column: PromiseColumn) {
    if let index = index(of: column) { fields[index] = nil }
  }
}
