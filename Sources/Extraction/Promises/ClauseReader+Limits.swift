// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Patterns

/// What takes something away from a clause's grant, and the marks by which clauses point to each other.
extension ClauseReader {
  /// What the packs' lists of restrictions say, in one phrase or in two.
  func namedRestrictions(_ names: ArraySlice<NameSpan>, _ tokens: Range<Int>) -> Set<ContractClause.Restriction> {
    let ordinary = names.filter { $0.list == "contract_ordinary" }.map(\.tokens)
    let reader = ConditionReader(context: context, knowledge: scope.knowledge)
    let spans = names.filter { name in
      guard !ordinary.contains(where: { $0.overlaps(name.tokens) }) else { return false }
      // "Reserved for the Association", which is what the customer calls itself.
      return name.entry != "shared" || reader.customerNameEnd(name.tokens.lowerBound, tokens) == nil
    }
    var found: Set<ContractClause.Restriction> = []
    for span in spans {
      guard let entry = span.entry.flatMap(ContractClause.Restriction.init(rawValue:)) else { continue }
      switch span.list {
      case "contract_restriction": found.insert(entry)
      case "contract_opens" where !found.contains(entry) && isVendors(span, entry, tokens):
        let end = span.tokens.upperBound
        let isClosed = spans.contains {
          $0.list == "contract_closes" && $0.entry == span.entry && $0.tokens.lowerBound >= end
            && $0.tokens.lowerBound - end <= Self.reach
        }
        if isClosed { found.insert(entry) }
      default: continue
      }
    }
    return found
  }

  /// No restriction is said in two parts that stand further apart.
  private static let reach = 20

  /// "Vendor may withdraw them at thirty days' notice": what the customer may do takes nothing from it.
  private func isVendors(_ span: NameSpan, _ entry: ContractClause.Restriction, _ tokens: Range<Int>) -> Bool {
    guard entry == .revocable else { return true }
    let before = max(tokens.lowerBound, span.tokens.lowerBound - 3)..<span.tokens.lowerBound
    guard let modal = before.last(where: { context.isOne($0, of: "may|can|could|might") }) else {
      return false
    }
    return !VendorOption(context: context, knowledge: scope.knowledge).isCustomer(before: modal, in: tokens)
  }

  /// What it asks, be it without a verb: "Thereafter EUR 450 per tenant and month".
  func charges(_ tokens: Range<Int>, _ names: ArraySlice<NameSpan>) -> [ContractClause.Charge] {
    let found = ChargeReader(context: context).charges(in: tokens)
    guard found.isEmpty, tokens.count < 40 else { return found }
    for name in names where name.list == "contract_later" {
      for value in context.values(in: name.tokens.upperBound..<tokens.upperBound) {
        guard case .money(let amount, let currency) = value.value, amount > 0 else { continue }
        return [
          ContractClause.Charge(
            amount: amount, currency: currency, percent: nil, isDiscount: false, kind: nil, tier: nil, isLater: true,
            wording: context.text(name.tokens.lowerBound..<value.tokens.upperBound))
        ]
      }
    }
    return found
  }

  /// Words that limit whatever stands in the clause.
  func limits(_ names: ArraySlice<NameSpan>) -> [Evidence] {
    let ordinary = names.filter { $0.list == "contract_ordinary" }.map(\.tokens)
    return names.filter { name in
      name.list == "contract_limit" && !ordinary.contains { $0.overlaps(name.tokens) } && !isOfDay(name.tokens)
        && !isOfCustomer(name.tokens)
    }.map { context.evidence(.condition, $0.tokens) }
  }

  /// "Only Buyer itself draws the credits": it is the customer to whom they were promised.
  private func isOfCustomer(_ tokens: Range<Int>) -> Bool {
    guard context.isOne(tokens.lowerBound, of: "only|solely|exclusively") else { return false }
    var at = tokens.upperBound
    if at < context.stream.count, context.folded(at) == "the" { at += 1 }
    let reader = ConditionReader(context: context, knowledge: scope.knowledge)
    let rest = at..<min(at + 6, context.stream.count)
    guard !rest.isEmpty else { return false }
    let end =
      reader.customerNameEnd(at, rest) ?? (context.isOne(at, of: "customer|client|buyer|subscriber") ? at + 1 : 0)
    return end > 0 && end < context.stream.count && context.isOne(end, of: "itself|alone|may|can|is|has")
  }

  /// "Until 31 May 2029 only", "only until 31 May": how long it lasts is read with the day.
  private func isOfDay(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, context.folded(tokens.lowerBound) == "only" else { return false }
    let near = max(0, tokens.lowerBound - 6)..<min(context.stream.count, tokens.upperBound + 6)
    return context.dates(in: near).contains { date in
      let before = date.tokens.lowerBound - 1
      guard near.contains(before), context.isOne(before, of: "until|till|through|by|to") else { return false }
      return date.tokens.upperBound == tokens.lowerBound || before == tokens.upperBound
    }
  }

  /// "“Dev Tenant” is one tenant …", "In this Order “Session” means …": says what a word means and grants nothing.
  func isDefinition(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    let bytes = context.stream.bytes(first..<min(first + 14, tokens.upperBound))
    let text = context.source.string(bytes)
    guard let close = text.firstIndex(where: { Self.closing.contains($0) && $0 != text.first }) else { return false }
    let word = text[text.index(after: close)...].drop { $0 == " " }.prefix { $0.isLetter }
    guard Self.defining.contains(String(word)) else { return false }
    return text[..<close].split { !$0.isLetter }.last?.first?.isUppercase ?? false
  }

  private static let closing: Set<Character> = ["\"", "”", "\u{201F}", "’", "»", "“"]
  private static let defining: WordSet = ["is", "are", "means", "mean", "denotes", "refers", "stands"]

  // MARK: Places

  /// `row:5`, `item:4.2`, `note:1`: by which other clauses speak of it.
  func label(of tokens: Range<Int>, _ block: Int, isRow: Bool, isFirst: Bool) -> String? {
    let quote = context.text(tokens.prefixRange(8))
    if isFirst, !isRow, let label = context.source.blocks[block].label {
      let mark = context.source.string(label)
      return (mark.contains("[") ? "note:" : "item:") + ClauseLabel.bare(NoteMarks.mark(mark))
    }
    // "Clause 3. …", "Note a: …"; "Line 2 brings …" speaks of another place.
    if let name = context.names(in: tokens.prefixRange(1)).first(where: { $0.list == "contract_pointer" }),
      let entry = name.entry, let label = self.label(behind: name.tokens.upperBound, tokens), tokens.count > 3,
      context.isOne(tokens.lowerBound + 2, of: ".|:|)|–")
    {
      return entry + ":" + label
    }
    return ClauseLabel.opening(quote, isRow: isRow)
  }

  /// What it points to: "see item 4", "line 5", "[1]".
  func pointers(in tokens: Range<Int>) -> Set<String> {
    var found: Set<String> = []
    for name in context.names(in: tokens) where name.list == "contract_pointer" {
      guard let entry = name.entry, let label = label(behind: name.tokens.upperBound, tokens) else { continue }
      found.insert(entry + ":" + label)
    }
    for token in tokens where context.folded(token) == "§" {
      if let label = label(behind: token + 1, tokens) { found.insert("item:" + label) }
    }
    return found.union(ClauseLabel.marks(context.text(tokens)))
  }

  /// A number, a single letter, or both glued together.
  private func label(behind token: Int, _ tokens: Range<Int>) -> String? {
    var at = token
    while at < tokens.upperBound, context.isOne(at, of: ".|no|#|number") { at += 1 }
    guard at < tokens.upperBound else { return nil }
    var label = context.folded(at)
    var last = at
    while last + 1 < tokens.upperBound, label.utf8.count < 6,
      context.stream.tokens[last].end == context.stream.tokens[last + 1].start,
      context.isWord(last + 1) || context.folded(last + 1) == "."
        || context.stream.tokens[last + 1].tokenClass == .number
    {
      last += 1
      label += context.folded(last)
    }
    label = NoteMarks.mark(label)
    let hasDigit = label.utf8.contains { (0x30...0x39).contains($0) }
    let isLetter = label.utf8.count == 1 && label.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    return (hasDigit || isLetter) && label.utf8.count <= 6 ? label : nil
  }
}

/// Labels and marks of notes as they stand in words.
enum ClauseLabel {
  private static let raised: [Character: Character] = [
    "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
  ]

  /// "clause2" as "2".
  static func bare(_ mark: String) -> String {
    let letters = mark.prefix { $0.isLetter || $0 == "§" }
    return letters.count > 2 && letters.endIndex < mark.endIndex || letters == "§"
      ? String(mark[letters.endIndex...]) : mark
  }

  /// "[1] From …", "¹ From …", "(b) …", "4.2 …", "5 Support …" of a row.
  static func opening(_ quote: String, isRow: Bool) -> String? {
    guard let first = quote.split(separator: " ").first, first.count <= 6 else { return nil }
    if let mark = first.first.flatMap({ raised[$0] }), first.count == 1 { return "note:\(mark)" }
    let bare = NoteMarks.mark(String(first))
    guard !bare.isEmpty, bare.utf8.count <= 5,
      bare.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") })
    else { return nil }
    if first.hasPrefix("["), first.hasSuffix("]") { return "note:" + bare }
    let hasDigit = bare.contains(where: \.isNumber)
    if isRow { return hasDigit || bare.count == 1 ? "row:" + bare : nil }
    let isMarked =
      first.hasSuffix(".") || first.hasSuffix(")") || first.hasSuffix(":") || bare.contains(".")
      || bare.contains("-")
    return isMarked && (hasDigit || bare.count <= 2) ? "item:" + bare : nil
  }

  /// `[1]` and raised figures: notes that the words bear.
  static func marks(_ quote: String) -> Set<String> {
    var found: Set<String> = []
    for character in quote { if let mark = raised[character] { found.insert("note:\(mark)") } }
    var rest = quote[...]
    while let open = rest.firstIndex(of: "[") {
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "]") else { break }
      let mark = rest[..<close]
      if (1...2).contains(mark.count), mark.allSatisfy({ $0.isLetter || $0.isNumber }) {
        found.insert("note:\(mark.lowercased())")
      }
    }
    return found
  }
}
