// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset

extension ScoreCard {
  /// The figures for people: precision, recall and F1, by kind and by field.
  public var text: String {
    let unread = documents.filter { !$0.isRead }.count
    var text = documents.count == 1 ? "1 document" : "\(documents.count) documents"
    if unread > 0 { text += ", \(unread) of them not in the inventory" }
    text +=
      "; \(found.demanded == 1 ? "1 entitlement" : "\(found.demanded) entitlements") in the gold, \(found.claimed) claimed\n\n"
    text += Self.row(["", "precision", "recall", "F1"], [24, 9, 9, 9])
    text += Self.row("found", found) + Self.row("exact", exact)
    text += "\n" + Self.row(["kind", "gold", "found", "exact", "extra"], [24, 9, 9, 9, 9])
    for kind in foundByKind.keys.sorted() {
      let (tally, right) = (foundByKind[kind] ?? Tally(), exactByKind[kind]?.right ?? 0)
      let cells = [tally.demanded, tally.right, right, tally.claimed - tally.right].map(String.init)
      text += Self.row([kind] + cells, [24, 9, 9, 9, 9])
    }
    text += "\n" + Self.table("field", fields) + Self.row("all", allFields)
    text += "\n" + Self.table("document", header) + Self.row("all", allHeader)
    return text
  }

  /// The same as JSON, with every miss.
  public var json: JSONValue {
    [
      "documents": .number(Decimal(documents.count)), "found": Self.json(found), "exact": Self.json(exact),
      "kinds": .object(
        foundByKind.keys.sorted().map { kind in
          .init(
            kind, ["found": Self.json(foundByKind[kind] ?? Tally()), "exact": Self.json(exactByKind[kind] ?? Tally())])
        }),
      "fields": Self.json(fields), "fields_all": Self.json(allFields), "header": Self.json(header),
      "header_all": Self.json(allHeader), "misses": .array(misses.map(JSONValue.string)),
    ]
  }

  private static func table(_ title: String, _ tallies: [String: FieldTally]) -> String {
    row([title, "stated", "right", "open", "wrong", "share"], [24, 9, 9, 9, 9, 9])
      + tallies.keys.sorted().map { row($0, tallies[$0] ?? FieldTally()) }.joined()
  }

  private static func row(_ name: String, _ tally: Tally) -> String {
    row([name, percent(tally.precision), percent(tally.recall), percent(tally.f1)], [24, 9, 9, 9])
  }

  private static func row(_ name: String, _ tally: FieldTally) -> String {
    let cells = [tally.stated, tally.right, tally.leftOpen, tally.wrong].map(String.init)
    return row([name] + cells + [percent(tally.share)], [24, 9, 9, 9, 9, 9])
  }

  /// The first cell to the left, the others to the right.
  private static func row(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).enumerated().map { index, cell in
      let spaces = String(repeating: " ", count: max(0, cell.1 - cell.0.unicodeScalars.count))
      return index == 0 ? cell.0 + spaces : spaces + cell.0
    }.joined() + "\n"
  }

  private static func percent(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    return "\(thousandths / 10).\(thousandths % 10)%"
  }

  private static func json(_ tally: Tally) -> JSONValue {
    [
      "gold": .number(Decimal(tally.demanded)), "claimed": .number(Decimal(tally.claimed)),
      "right": .number(Decimal(tally.right)), "precision": share(tally.precision), "recall": share(tally.recall),
      "f1": share(tally.f1),
    ]
  }

  private static func json(_ tally: FieldTally) -> JSONValue {
    [
      "stated": .number(Decimal(tally.stated)), "right": .number(Decimal(tally.right)),
      "left_open": .number(Decimal(tally.leftOpen)), "wrong": .number(Decimal(tally.wrong)),
    ]
  }

  private static func json(_ tallies: [String: FieldTally]) -> JSONValue {
    .object(tallies.keys.sorted().map { .init($0, json(tallies[$0] ?? FieldTally())) })
  }

  /// To four places, exactly.
  private static func share(_ share: Double) -> JSONValue {
    .number(Decimal(sign: .plus, exponent: -4, significand: Decimal(Int((share * 10_000).rounded()))))
  }
}
