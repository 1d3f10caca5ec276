// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// What a row or column grants where its words say so only together with what it is counted in: "Field engineer,
/// hours", "Learning seats", "Key user training" beside "45 participant days".
enum RowKinds {
  private struct Entry {
    var kind: Kind
    var words: WordSet
    var units: WordSet
  }

  private static let entries: [Entry] = [
    Entry(
      kind: "certification_voucher",
      words: ["certification", "certifications", "exam", "exams", "examination", "examinations", "accreditation"],
      units: ["voucher", "exam", "attempt", "sitting", "code"]),
    Entry(
      kind: "accelerator", words: ["coaching", "coach", "accelerator", "accelerators", "clinic"], units: ["session"]),
    Entry(
      kind: "training_credit",
      words: [
        "training", "trainings", "course", "courses", "class", "classes", "classroom", "learning", "education",
        "workshop", "workshops", "bootcamp", "enablement", "instruction", "academy", "university", "curriculum",
      ],
      units: ["seat", "place", "day", "hour", "credit", "class", "pass", "session", "course", "voucher", "point"]),
    // Only what one sits in: "Administrator programme, 24 seats".
    Entry(
      kind: "training_credit", words: ["programme", "program", "programmes", "programs", "batch", "batches", "cohort"],
      units: ["seat", "place"]),
    Entry(
      kind: "development_credit",
      words: ["development", "developer", "customisation", "customization", "programming", "enhancement"],
      units: ["hour", "day", "credit"]),
    Entry(
      kind: "services_hours",
      words: [
        "consulting", "consultancy", "consultant", "consultants", "advisory", "adviser", "advisor", "advice",
        "architect", "architects", "architecture", "engineer", "engineers", "engineering", "expert", "experts",
        "assistance", "implementation", "specialist", "specialists", "assurance", "onboarding", "mentoring",
        "migration", "integration", "delivery", "configuration", "deployment", "rollout", "hypercare", "tuning",
        "guidance",
      ],
      units: ["hour", "day"]),
    Entry(
      kind: "usage_credit",
      words: [
        "consumption", "capacity", "compute", "usage", "prepaid", "prepayment", "generative", "promotional", "cloud",
        "ai", "platform", "hosting", "query", "inference", "token", "messaging",
      ],
      units: ["credit"]),
    Entry(kind: "usage_credit", words: ["assist", "assists"], units: ["assist"]),
    Entry(kind: "training_credit", words: ["skills"], units: ["pass"]),
    Entry(
      kind: "storage", words: ["storage", "archive", "archiving", "backup", "file", "files"], units: ["gb", "tb"]),
    Entry(kind: "api_capacity", words: ["api", "apis", "interface", "integration"], units: ["call", "request"]),
  ]
  private static let capacity: WordSet = ["capacity", "consumption"]
  private static let spending: WordSet = [
    "minimum", "min", "spend", "commitment", "committed", "shortfall", "overage", "rate", "customer", "client",
  ]

  /// The name where a cell says both: what it is and what it is counted in.
  static func name(of cell: Range<Int>, _ context: DocumentContext) -> NameSpan? {
    guard cell.count <= 24 else { return nil }
    let words = context.words(cell)
    let products = ProductNames(context: context)
    if words == ["assists"] { return NameSpan(tokens: cell, kind: "usage_credit", unit: "assist") }
    for entry in entries {
      guard let at = words.firstIndex(where: entry.words.contains) else { continue }
      let word = cell.lowerBound + at
      for token in cell where token != word {
        let unit = noun(words[token - cell.lowerBound])
        // "Learning software for own courses" counts nothing: what it is and what it is counted in are two words.
        // "HR Service Delivery": a department, no hours.
        if words[token - cell.lowerBound] == "hr", context.stream.tokens[token].flags.contains(.allCapitals) {
          continue
        }
        guard entry.units.contains(unit), !entry.words.contains(words[token - cell.lowerBound]),
          !products.goesOn(behind: token..<(token + 1)), !products.goesOn(behind: word..<(word + 1))
        else { continue }
        let low = min(word, token)
        let tokens = low..<(max(word, token) + 1)
        return NameSpan(tokens: start(of: tokens, in: cell, context), kind: entry.kind, unit: unit)
      }
    }
    return nil
  }

  static func kind(of cell: Range<Int>, _ context: DocumentContext) -> Kind? { name(of: cell, context)?.kind }

  /// The name of a row whose unit stands in another cell.
  static func name(of label: Range<Int>, unit: String, _ context: DocumentContext) -> NameSpan? {
    guard label.count <= 24 else { return nil }
    for entry in entries where entry.units.contains(unit) {
      if let word = label.first(where: { entry.words.contains(context.folded($0)) }) {
        let words = label.lowerBound..<(word + 1)
        return NameSpan(tokens: start(of: words, in: label, context), kind: entry.kind, unit: unit)
      }
    }
    return nil
  }

  /// "Capacity" in a row of money: what is prepaid and used up.
  static func prepaid(_ label: Range<Int>, _ context: DocumentContext) -> NameSpan? {
    guard label.count <= 8, !label.contains(where: { spending.contains(context.folded($0)) }),
      let word = label.first(where: { capacity.contains(context.folded($0)) })
    else { return nil }
    return NameSpan(tokens: word..<(word + 1), kind: "usage_credit")
  }

  private static let paid: WordSet = ["paid", "prepaid", "prepayment", "payable", "invoiced", "advance", "upfront"]
  private static let uses: WordSet = [
    "used", "consumed", "drawn", "burned", "burnt", "debited", "decremented", "deducted", "spent", "usable",
  ]
  private static let commitments: WordSet = ["consumption", "capacity", "usage", "spend", "commitment"]

  /// "Committed consumption, paid on the first day": paid ahead by what the row says, or used up by what another sentence
  /// says of it ("The committed consumption of a year is used up by …"). A minimum that is only owed is nothing to use.
  static func committed(_ label: Range<Int>, _ context: DocumentContext) -> NameSpan? {
    guard label.count <= 14,
      let word = label.first(where: {
        commitments.contains(context.folded($0)) && $0 > label.lowerBound
          && context.isOne($0 - 1, of: "committed|commit|consumption|usage|capacity|annual|prepaid")
      }),
      !label.contains(where: {
        context.isOne($0, of: "minimum|min|shortfall|overage|%|percent")
      })
    else { return nil }
    let name = NameSpan(tokens: (word - 1)..<(word + 1), kind: "usage_credit")
    if label.contains(where: { paid.contains(context.folded($0)) }) { return name }
    var at = 0
    var count = 0
    while count < 40, let start = context.firstIndex(of: context.folded(word - 1), in: at..<context.stream.count) {
      (at, count) = (start + 1, count + 1)
      guard !label.contains(start), start + 1 < context.stream.count,
        context.folded(start + 1) == context.folded(word)
      else { continue }
      let sentence = context.sentence(of: start)
      if sentence.count <= 60, sentence.contains(where: { uses.contains(context.folded($0)) }) { return name }
    }
    return nil
  }

  /// `hrs` and `hours` as `hour`; `places` as `place`.
  static func noun(_ word: String) -> String {
    let one = word.droppingPlural
    switch one {
    case "hr", "h": return "hour"
    case "d": return "day"
    default: return one
    }
  }

  /// A label's own mark ("C.", "3)") is no part of the name.
  private static func start(of tokens: Range<Int>, in cell: Range<Int>, _ context: DocumentContext) -> Range<Int> {
    var low = cell.lowerBound
    if low + 1 < tokens.upperBound, context.isOne(low + 1, of: ".|)") { low += 2 }
    return tokens.upperBound - low <= 6 && low < tokens.upperBound ? low..<tokens.upperBound : tokens
  }
}
