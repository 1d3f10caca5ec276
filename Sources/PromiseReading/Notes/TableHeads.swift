// SPDX-License-Identifier: GPL-3.0-or-later

/// Rows of tables in notes and mails.
enum TableHeads {
  /// Whether cells are titles of columns and nothing else: "What", "How much", "Until".
  static func isHead(_ cells: [String]) -> Bool {
    cells.count > 1
      && cells.allSatisfy { cell in
        let words = cell.lowercased().split { !$0.isLetter }.map(String.init)
        return words.count <= 4 && words.allSatisfy(titles.contains) && !cell.contains(where: \.isNumber)
      }
  }

  /// Cells as a bullet has them: a label and what belongs to it; "until" before the day of a column that says so.
  static func joined(_ row: [String], heads: [String]? = nil) -> String {
    var cells: [String] = []
    for (index, cell) in row.enumerated() where !cell.isEmpty {
      let head = heads.flatMap { index < $0.count ? $0[index] : nil }
      if index == 0, let head, isNumbering(head), cell.allSatisfy({ $0.isNumber || $0 == "." }) { continue }
      cells.append(head.map { isLastDay($0, cell) } ?? false ? "until \(cell)" : cell)
    }
    guard let first = cells.first else { return "" }
    return cells.count == 1 ? first : "\(first): \(cells.dropFirst().joined(separator: ", "))"
  }

  /// "#", "No.": the number of the row.
  private static func isNumbering(_ head: String) -> Bool {
    let words = head.lowercased().split { !$0.isLetter }.map(String.init)
    return words.allSatisfy { ["no", "nr", "id", "ref", "pos", "position", "row", "line", "item", "lfd"].contains($0) }
  }

  private static func isLastDay(_ head: String, _ cell: String) -> Bool {
    let words = head.lowercased().split { !$0.isLetter }.map(String.init)
    let ends: Set<String> = ["until", "till", "expiry", "expires", "validity", "valid", "end", "date", "when"]
    guard words.contains(where: ends.contains), words.allSatisfy({ $0 != "from" && $0 != "start" }) else {
      return false
    }
    let own = cell.lowercased().split { !$0.isLetter }.map(String.init)
    let said: Set<String> = [
      "until", "till", "by", "through", "before", "for", "from", "to", "in", "within", "month", "months", "year",
      "years",
      "days", "weeks", "contract", "term", "first", "during",
    ]
    return cell.contains(where: \.isNumber) && own.allSatisfy { !said.contains($0) }
  }

  private static let titles: Set<String> = [
    "what", "how", "much", "many", "until", "till", "when", "who", "item", "items", "quantity", "qty", "amount",
    "number",
    "no", "nr", "value", "worth", "valid", "validity", "expiry", "expires", "date", "period", "duration", "term",
    "terms",
    "description", "details", "detail", "comment", "comments", "note", "notes", "remark", "remarks", "benefit",
    "benefits", "promise", "promised", "promises", "offer", "offered", "kind", "type", "category", "product",
    "products", "service", "services", "entitlement", "entitlements", "status", "conditions", "condition", "price",
    "cost", "costs", "fee", "unit", "units", "total", "from", "to", "start", "end", "you", "get", "we", "give", "is",
    "the", "for", "of", "included", "concession", "concessions", "commitment", "commitments", "topic", "thing",
    "position", "pos", "source", "owner", "by", "said",
    "text", "purpose", "name",
  ]
}
