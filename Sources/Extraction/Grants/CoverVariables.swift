// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Amounts that a cover page gives under a name and a clause grants by that name: `Advisory Allotment │ 90 hours` and
/// "Supplier performs advisory services up to the Advisory Allotment". The clause says whether and until when, the cell
/// how much.
struct CoverVariables {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  struct Variable {
    /// Its words in lower case, and where they stand on the cover.
    var words: [String]
    var label: Range<Int>
    var value: Range<Int>
  }

  private static let most = 60
  private static let longestValue = 14

  /// The names of all tables of labels with their cells: label and value side by side, one pair or more in a row.
  func read() -> [Variable] {
    guard context.isOfOrderLength else { return [] }
    var found: [Variable] = []
    for table in knowledge.tables where table.role == .labels {
      for row in table.rows where found.count < Self.most {
        for (label, value) in zip(row.cells, row.cells.dropFirst()) {
          guard let name = name(in: label), (1...Self.longestValue).contains(value.count) else { continue }
          found.append(Variable(words: context.words(name), label: name, value: value))
        }
      }
    }
    return found
  }

  /// `Item 9 – Advisory Allotment`: two to five words with capitals, a number and a dash before them allowed.
  private func name(in label: Range<Int>, isDay: Bool = false) -> Range<Int>? {
    guard label.count <= 10 else { return nil }
    var start = label.lowerBound
    if let dash = label.last(where: { context.isOne($0, of: "–|-|—|:|.|)") }), dash + 1 < label.upperBound,
      context.isCapitalised(dash + 1)
    {
      start = dash + 1
    }
    var end = label.upperBound
    while end > start, !context.isWord(end - 1) { end -= 1 }
    let words = start..<end
    guard isDay || !words.contains(where: { context.isOne($0, of: Self.facts) }) else { return nil }
    guard (2...5).contains(words.count), words.allSatisfy({ context.isWord($0) }),
      words.allSatisfy({ context.isCapitalised($0) || context.isOne($0, of: "of|for|and|the|off") })
    else { return nil }
    return words
  }

  /// Days that the cover gives under a name: `Item 7 – Training Cut-off │ 30 November 2031`.
  func days() -> [String: CalendarDate] {
    guard context.isOfOrderLength else { return [:] }
    var found: [String: CalendarDate] = [:]
    for table in knowledge.tables where table.role == .labels {
      for row in table.rows where found.count < Self.most {
        for (label, value) in zip(row.cells, row.cells.dropFirst()) where value.count <= 6 {
          let dates = context.dates(in: value)
          guard dates.count == 1, dates[0].tokens.count + 1 >= value.count, let name = name(in: label, isDay: true)
          else { continue }
          let words = context.words(name).joined(separator: " ")
          if LabelNames.kind(words) == nil, found[words] == nil { found[words] = dates[0].date }
        }
      }
    }
    return found
  }

  /// Stretches that the cover gives under a name: `Exam Window │ the Pilot Phase and the six months after it`.
  func periods() -> [String: TimePeriod] {
    guard context.isOfOrderLength else { return [:] }
    var found: [String: TimePeriod] = [:]
    for table in knowledge.tables where table.role == .labels {
      for row in table.rows where found.count < Self.most {
        for (label, value) in zip(row.cells, row.cells.dropFirst()) where (3...20).contains(value.count) {
          guard let name = name(in: label, isDay: true) else { continue }
          let words = context.words(name).joined(separator: " ")
          guard LabelNames.kind(words) == nil, knowledge.namedPeriods[words] == nil, found[words] == nil else {
            continue
          }
          let finder = TimeFinder(PassageText(context, value), knowledge: knowledge)
          if let statement = finder.statement(at: value.lowerBound), statement.tokens.upperBound >= value.upperBound,
            let period = statement.period, period != .term, period.isBounded
          {
            found[words] = period
          } else if let period = finder.parser.period(at: value.lowerBound), period.end >= value.upperBound,
            period.value != .term, period.value.isBounded
          {
            found[words] = period.value
          }
        }
      }
    }
    return found
  }

  /// What such labels tell is no amount of a grant.
  private static let facts: WordSet = [
    "term", "period", "date", "window", "phase", "day", "currency", "customer", "vendor", "provider", "supplier",
    "number", "payment", "invoicing", "billing", "address", "reference", "law", "notice", "cut", "off", "deadline",
    "start", "end", "expiry", "fee", "fees", "charges", "price", "representative", "partner", "contact", "cap",
    "liability", "uplift", "renewal", "tax", "rate",
  ]

  /// What clauses grant by such a name; one for each, where the clause gives first.
  func candidates(_ variables: [Variable], outside covered: Set<Int>, besides found: [Candidate]) -> [Candidate] {
    var granted: [Candidate] = []
    for variable in variables where !found.contains(where: { variable.value.overlaps($0.tokens) }) {
      for use in uses(of: variable) where !covered.contains(context.stream.block(of: use.lowerBound)) {
        let sentence = context.sentence(of: use.lowerBound)
        guard sentence.count <= 90, context.says([.granted, .free], in: sentence),
          let one = candidate(variable, use, sentence),
          !found.contains(where: { $0.sentence == sentence && $0.kind == one.kind && $0.hasAmount })
        else { continue }
        granted.append(one)
        break
      }
    }
    return granted
  }

  /// Where running text has the name with its capitals.
  func uses(of variable: Variable) -> [Range<Int>] {
    guard let first = variable.words.first else { return [] }
    var found: [Range<Int>] = []
    var at = 0
    while found.count < 12, let token = context.firstIndex(of: first, in: at..<context.stream.count) {
      at = token + 1
      let range = token..<(token + variable.words.count)
      guard range.upperBound <= context.stream.count, range != variable.label, context.isCapitalised(token),
        !context.isTableRow(context.stream.block(of: token)), context.words(range) == variable.words
      else { continue }
      found.append(range)
    }
    return found
  }

  private func candidate(_ variable: Variable, _ use: Range<Int>, _ sentence: Range<Int>) -> Candidate? {
    if let plan = plan(variable) {
      var one = Candidate(
        kind: "support_plan", name: NameSpan(tokens: use, kind: "support_plan"), tokens: use, sentence: sentence,
        isWeak: false, rules: [])
      one.tier = plan
      return one
    }
    guard let name = name(variable, use, sentence), let kind = name.kind else { return nil }
    let fit = AmountFit(context: context)
    for value in context.values(in: variable.value) {
      var one = Candidate(
        kind: kind, name: NameSpan(tokens: use, kind: kind, unit: name.unit, number: name.number), tokens: use,
        sentence: sentence, isWeak: false, rules: [])
      switch value.value {
      case .money(let amount, _) where amount > 0 && kind.isFunded:
        one.money = value
      case .quantity(let amount, let unit, let per) where Units.accepts(unit, kind: kind):
        one.quantity = Units.normalised(amount, unit: unit, kind: kind, per: kind == "api_capacity" ? per : nil)
      case .duration(let duration)
      where kind == "services_hours" && (duration.unit == .hour || duration.unit == .day):
        one.quantity = Quantity(amount: duration.amount, unit: duration.unit.rawValue)
      case .number(let amount)
      where amount >= 1 && !kind.isFunded && !["storage", "services_hours"].contains(kind) && !fit.isLabel(value):
        one.quantity = Quantity(amount: amount, unit: name.unit ?? context.patterns.unit(of: kind))
      default: continue
      }
      one.noteDoubts(of: value)
      return one
    }
    return nil
  }

  /// The kind that the label names, else the cell, else the clause around the use.
  private func name(_ variable: Variable, _ use: Range<Int>, _ sentence: Range<Int>) -> NameSpan? {
    func kinds(_ range: Range<Int>) -> [NameSpan] {
      context.names(in: range).filter { name in name.kind.map { $0 != "support_plan" && $0 != "other" } ?? false }
    }
    for range in [variable.label, variable.value] {
      if let name = kinds(range).first(where: { !$0.isWeak }) ?? kinds(range).first { return name }
    }
    let near = kinds(sentence).filter { !$0.isWeak || abs($0.tokens.lowerBound - use.lowerBound) <= 8 }
    return near.min { a, b in
      (a.isWeak ? 1 : 0, abs(a.tokens.lowerBound - use.lowerBound))
        < (b.isWeak ? 1 : 0, abs(b.tokens.lowerBound - use.lowerBound))
    }
  }

  private static let tiers: [String: Tier] = [
    "premier": .premier, "signature": .signature, "standard": .standard, "gold": .other, "silver": .other,
    "platinum": .other, "premium": .other, "enterprise": .other, "basic": .other, "elite": .other, "advanced": .other,
  ]

  /// `Support Tier │ Premier`
  private func plan(_ variable: Variable) -> Tier? {
    guard variable.words.contains(where: { ["support", "success", "care"].contains($0) }),
      variable.words.last.map({ ["tier", "level", "plan", "package", "support", "category"].contains($0) }) ?? false,
      let first = variable.value.first
    else { return nil }
    let isPlus = first + 1 < variable.value.upperBound && context.isOne(first + 1, of: "plus|+")
    return Self.tiers[context.folded(first)].map { $0 == .premier && isPlus ? .premier_plus : $0 }
  }
}

extension Candidate {
  fileprivate var hasAmount: Bool { quantity != nil || money != nil || share != nil }
}
