// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset

/// Compares a document's own fields with those that the gold states.
enum HeaderComparison {
  static func results(_ gold: JSONValue, _ read: JSONValue) -> [FieldResult] {
    plain(gold, read) + names(gold, read) + nested(gold, read) + lists(gold, read)
  }

  private static func plain(_ gold: JSONValue, _ read: JSONValue) -> [FieldResult] {
    ["type", "order_number", "agreement_date", "effective_date", "currency", "integration_clause"]
      .filter { gold.states($0) }
      .map { FieldResult($0, gold.at($0) == read.at($0), wanted: gold.at($0), got: read.at($0)) }
  }

  /// One name may hold the other: "Acme" is right for "Acme Corporation".
  private static func names(_ gold: JSONValue, _ read: JSONValue) -> [FieldResult] {
    ["vendor", "customer", "governing_law"].filter { gold.states($0) }.map { key in
      let isRight = isSameName(gold.at(key).text, read.at(key).text)
      return FieldResult(key, isRight, wanted: gold.at(key), got: read.at(key))
    }
  }

  private static func isSameName(_ wanted: String?, _ got: String?) -> Bool {
    let (a, b) = (FoldedText.of(wanted ?? ""), FoldedText.of(got ?? ""))
    if a.isEmpty || b.isEmpty { return a.isEmpty && b.isEmpty }
    return FoldedText.contains(a, b) || FoldedText.contains(b, a)
  }

  private static func nested(_ gold: JSONValue, _ read: JSONValue) -> [FieldResult] {
    var results: [FieldResult] = []
    for key in ["start", "end", "months", "auto_renews", "renewal_months", "notice_days"]
    where gold.at("term").states(key) {
      let (wanted, got) = (gold.at("term", key), read.at("term", key))
      let isRight = key == "start" || key == "end" ? wanted.isSameDay(got) : wanted.isSame(got)
      results.append(FieldResult("term_\(key)", isRight, wanted: wanted, got: got))
    }
    for key in ["annual", "total"] where gold.at("fees").states(key) {
      let (wanted, got) = (gold.at("fees", key), read.at("fees", key))
      results.append(FieldResult("fees_\(key)", wanted.isSame(got), wanted: wanted, got: got))
    }
    if gold.states("signature") {
      let (wanted, got) = (gold.at("signature", "status"), read.at("signature", "status"))
      results.append(FieldResult("signature", wanted == got, wanted: wanted, got: got))
    }
    return results
  }

  private static func lists(_ gold: JSONValue, _ read: JSONValue) -> [FieldResult] {
    var results: [FieldResult] = []
    for key in ["parties", "amends"] where gold.states(key) {
      let folded = { (value: JSONValue) in Set((value.elements ?? []).map { FoldedText.of($0.text ?? "") }) }
      let isRight = folded(gold.at(key)) == folded(read.at(key))
      results.append(FieldResult(key, isRight, wanted: gold.at(key), got: read.at(key)))
    }
    if let wanted = gold["line_item_count"] {
      let got = JSONValue.number(Decimal(read.at("line_items").elements?.count ?? 0))
      results.append(FieldResult("line_item_count", wanted == got, wanted: wanted, got: got))
    }
    if let wanted = gold["problems"] {
      let got = (read.at("problems").elements ?? []).map { $0.at("code") }
      let isRight = Set(wanted.elements ?? []).isSubset(of: Set(got))
      results.append(FieldResult("problems", isRight, wanted: wanted, got: .array(got)))
    }
    return results
  }
}
