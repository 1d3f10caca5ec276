// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Works out quantities that are told by what they are given for: "two days for each of the 14 depots", "one seat for
/// every 25 users". Where the document does not give the base, the quantity stays open.
struct ComputedQuantities {
  let context: DocumentContext
  let tables: [TableReading]

  private static let longest = 120

  func worked(_ candidate: Candidate) -> Candidate {
    guard candidate.quantity != nil, candidate.place == nil, candidate.sentence.count <= Self.longest,
      candidate.contractYear == nil, candidate.span == nil
    else { return candidate }
    for token in candidate.sentence {
      switch context.folded(token) {
      case "each", "every":
        // "Every three months the Customer receives five days": a rhythm, nobody who receives them.
        if let length = context.durations(in: token + 1..<min(token + 3, candidate.sentence.upperBound)).first,
          length.tokens.lowerBound == token + 1, length.duration.months != nil
        {
          continue
        }
        if let told = told(candidate, token) { return told }
        if let worked = packs(candidate, token) ?? apiece(candidate, token) ?? multiplied(candidate, token)
          ?? shared(candidate, token + 1) ?? ofEachSubject(candidate, token)
          ?? (word(token - 1, candidate) == "for" ? counted(candidate, token) : nil)
        {
          return worked
        }
      case "per":
        if let told = told(candidate, token) { return told }
        if let worked = shared(candidate, token + 1) ?? named(candidate, token) ?? counted(candidate, token)
          ?? open(candidate, token)
        {
          return worked
        }
      case "x", "×":
        if let worked = repeated(candidate, token) { return worked }
      default: continue
      }
    }
    return candidate
  }

  // MARK: So many times

  private static let packing: WordSet = [
    "pack", "block", "bundle", "lot", "package", "unit", "set", "volume", "tranche", "slice",
  ]

  /// "workshops with eight seats each": several of something that holds some.
  private func holds(_ token: Int) -> Bool {
    let word = context.folded(token)
    return word.hasSuffix("s") && word.utf8.count > 4 && !["comes", "gives", "includes", "holds"].contains(word)
      && !Self.times.contains(word.droppingPlural)
      && token + 1 < context.stream.count
      && context.isOne(token + 1, of: "with|of|holding|containing|for")
  }

  /// "three packs of file storage of 500 GB each", "two blocks of 40 credits each"
  private func packs(_ candidate: Candidate, _ token: Int) -> Candidate? {
    guard candidate.tokens.upperBound <= token + 1,
      let held = context.values(in: max(candidate.sentence.lowerBound, token - 6)..<token).last,
      held.tokens.upperBound >= token - 4, held.value.amount == candidate.quantity?.amount
    else { return nil }
    let start = max(candidate.sentence.lowerBound, held.tokens.lowerBound - 10)
    for value in context.values(in: start..<held.tokens.lowerBound).reversed() {
      guard case .number(let count) = value.value, count >= 2, count <= 10_000, !isOfName(value) else { continue }
      let behind = value.tokens.upperBound..<min(value.tokens.upperBound + 3, held.tokens.lowerBound)
      guard
        let pack = behind.first(where: { Self.packing.contains(context.folded($0).droppingPlural) || holds($0) })
      else { continue }
      // "Four packs give Customer 200,000 credits in each year": what they all give.
      if isOfTime(token), !(pack + 1..<held.tokens.lowerBound).contains(where: { context.isOne($0, of: "of|with") }) {
        continue
      }
      return candidate.with(times: count, total: nil)
    }
    return nil
  }

  /// The figure of "Data 360 Starter".
  private func isOfName(_ value: ValueMention) -> Bool {
    let (before, behind) = (value.tokens.lowerBound - 1, value.tokens.upperBound)
    return before >= 0 && behind < context.stream.count && context.isCapitalised(before) && context.isWord(before)
      && context.isCapitalised(behind) && context.isWord(behind)
  }

  /// "in each contract year": how often, and not for each one of several.
  private func isOfTime(_ each: Int) -> Bool {
    (each + 1..<min(each + 4, context.stream.count)).contains {
      context.isOne($0, of: "year|quarter|month|half|week|period")
    }
  }

  /// "each of the fourteen depots", "every one of the 12 administrators"
  private func multiplied(_ candidate: Candidate, _ token: Int) -> Candidate? {
    var at = token + 1
    if word(at, candidate) == "one" { at += 1 }
    guard word(at, candidate) == "of" else { return nil }
    let limit = min(at + 6, candidate.sentence.upperBound - 1)
    if let sum = sum(candidate, token, from: at + 1, to: limit) { return sum }
    guard let (number, end) = number(from: at + 1, to: limit, candidate), number >= 2, number <= 10_000,
      let noun = noun(from: end, candidate), !candidate.tokens.contains(end - 1)
    else { return nil }
    // "12 consulting days and five training days for each of the ten depots": only the last is said for each.
    if isBehindAnother(candidate, token) { return candidate }
    // "three credits each, i.e. 120 credits in all": what it comes to is no share.
    if saysTotal(candidate, behind: noun) { return candidate }
    return candidate.with(times: number, total: total(candidate, behind: noun))
  }

  /// A share joined by "and" or a comma stands between the candidate and its "for each of".
  private func isBehindAnother(_ candidate: Candidate, _ token: Int) -> Bool {
    guard candidate.tokens.upperBound < token, token - candidate.tokens.upperBound <= 24,
      !context.isOne(candidate.tokens.upperBound, of: "both|all")
    else { return false }
    let between = candidate.tokens.upperBound..<token
    return context.values(in: between).contains { value in
      value.isQuantityOrNumber && value.tokens.lowerBound > between.lowerBound
        && (between.lowerBound..<value.tokens.lowerBound).contains {
          context.isOne($0, of: "and|,|plus")
        }
        && context.names(in: value.tokens.lowerBound..<token).contains { $0.kind != nil && !$0.isWeak }
    }
  }

  private static let sums: WordSet = ["i.e", "ie", "totalling", "altogether", "making", "namely", "thus", "hence"]

  /// "i.e. 120 training credits in all": the candidate is the total.
  private func saysTotal(_ candidate: Candidate, behind noun: Int) -> Bool {
    guard candidate.tokens.lowerBound > noun else { return false }
    let before = max(noun, candidate.tokens.lowerBound - 5)..<candidate.tokens.lowerBound
    let behind = candidate.tokens.upperBound..<min(candidate.tokens.upperBound + 3, candidate.sentence.upperBound)
    return before.contains { context.isOne($0, of: Self.sums) }
      || behind.contains { context.isOne($0, of: "all|total|altogether") }
  }

  /// "10 GB plus 5 GB for every one of the 64 agents": so much, and so much of the same for each. What stands before
  /// another thing than it ("20 days plus 5 vouchers for each of …") is not told by that and stays as it is.
  private func sum(_ candidate: Candidate, _ token: Int, from low: Int, to high: Int) -> Candidate? {
    let near = max(candidate.sentence.lowerBound, token - 12)..<token
    guard
      let plus = near.last(where: {
        context.folded($0) == "plus" || context.folded($0) == "and" && context.folded($0 + 1) == "another"
      })
    else { return nil }
    let amounts = context.values(in: near).filter { !$0.isMoneyOrShare && $0.value.amount != nil }
    guard let base = amounts.last(where: { $0.tokens.upperBound <= plus }), base.tokens.overlaps(candidate.tokens),
      base.value.amount == candidate.quantity?.amount
    else { return nil }
    guard let share = amounts.last(where: { $0.tokens.lowerBound > plus }), let own = share.value.amount,
      isSame(share, upTo: token, as: base, upTo: plus),
      let (number, end) = number(from: low, to: high, candidate), number >= 2, number <= 10_000,
      noun(from: end, candidate) != nil
    else { return candidate }
    return candidate.with(times: 1, total: (candidate.quantity?.amount ?? 0) + own * number)
  }

  /// The words that a number counts; "for" and what stands behind it is not theirs.
  private func counted(_ value: ValueMention, upTo end: Int) -> [String] {
    // The words of a quantity end in its unit.
    let isBare = if case .number = value.value { true } else { false }
    let start = value.tokens.upperBound - (isBare ? 0 : 1)
    return (start..<max(start, end)).lazy.filter { context.isWord($0) }.map { context.folded($0).droppingPlural }
      .prefix { $0 != "for" }.filter { !["more", "further", "additional", "extra", "another"].contains($0) }
  }

  /// "20 GB of file storage plus 3 GB", "9 days plus 2", "9 training days plus 2 training days"
  private func isSame(_ share: ValueMention, upTo end: Int, as base: ValueMention, upTo plus: Int) -> Bool {
    let (own, all) = (counted(share, upTo: end), counted(base, upTo: plus))
    return own.isEmpty || own == all || own.count == 1 && own[0] == all.first && all.dropFirst().first == "of"
  }

  // MARK: So many for so many

  /// "for every 25 users", "per 20 licences"
  private func shared(_ candidate: Candidate, _ token: Int) -> Candidate? {
    guard let (number, end) = number(from: token, to: token, candidate), number >= 2,
      !candidate.tokens.contains(token), let noun = noun(from: end, candidate)
    else { return nil }
    if let total = total(candidate, behind: noun) { return candidate.with(times: 1, total: total) }
    let behind = (noun + 1)..<max(noun + 1, min(noun + 9, candidate.sentence.upperBound))
    let word = context.folded(noun).droppingPlural
    let ordered = OrderedNumbers(context: context, tables: tables)
    guard let base = base(of: word, except: candidate.sentence) ?? ordered.number(of: word, behind) else {
      return candidate.leftOpen
    }
    return candidate.with(times: Decimal((base / number).wholePart), total: nil)
  }

  /// "two seats for each branch office", "ten credits per region", "Per depot four hours …", where the document says in
  /// another sentence how many of them there are.
  private func counted(_ candidate: Candidate, _ token: Int) -> Candidate? {
    let isOpening = (candidate.sentence.lowerBound..<token).allSatisfy { !context.isWord($0) }
    guard isOpening || token >= candidate.tokens.upperBound && token <= candidate.tokens.upperBound + 3 else {
      return nil
    }
    var at = token + 1
    while at < min(token + 4, candidate.sentence.upperBound), context.isWord(at) {
      let noun = context.folded(at)
      if Self.times.contains(noun) || Self.rates.contains(noun) || noun == candidate.quantity?.unit { return nil }
      if let number = base(of: noun, except: isOpening ? 0..<0 : candidate.tokens), number >= 2, number <= 10_000 {
        return candidate.with(times: number, total: nil)
      }
      at += 1
    }
    return nil
  }

  /// Behind these a price or a licence is counted, not those who get something.
  private static let rates: WordSet = [
    "user", "licence", "license", "seat", "subscription", "subscriber", "unit", "pack", "order", "named", "annum",
    "exam", "class", "course", "session", "instance", "tenant", "org", "contract", "calendar", "fiscal",
  ]

  /// "Per depot, three hours of consulting are included": of how many depots nobody says.
  private func open(_ candidate: Candidate, _ token: Int) -> Candidate? {
    let start = candidate.sentence.lowerBound
    let isFirst = (start..<token).allSatisfy { !context.isWord($0) }
    guard isFirst, word(token + 2, candidate) == ",", context.isWord(token + 1),
      !Self.times.contains(word(token + 1, candidate).droppingPlural)
    else { return nil }
    return candidate.leftOpen
  }

  // MARK: Parts

  private func word(_ token: Int, _ candidate: Candidate) -> String {
    candidate.sentence.contains(token) ? context.folded(token) : ""
  }

  /// A bare number whose mention begins in the range.
  func number(from low: Int, to high: Int, _ candidate: Candidate) -> (amount: Decimal, end: Int)? {
    guard low <= high, high < candidate.sentence.upperBound else { return nil }
    for value in context.values(in: low..<(high + 1)) {
      switch value.value {
      case .number(let amount): return (amount, value.tokens.upperBound)
      case .quantity(let amount, _, _): return (amount, value.tokens.upperBound - 1)
      case .duration, .date, .money, .percent: return nil
      default: continue
      }
    }
    return nil
  }

  static let times: WordSet = [
    "year", "month", "quarter", "week", "day", "hour", "half", "term", "period", "day", "party", "date", "minute",
    "semester", "party", "side", "anniversary", "credit", "voucher", "pass", "call",
  ]

  /// The plural noun behind a number, within three words; nil for times and for what is granted itself.
  private func noun(from token: Int, _ candidate: Candidate) -> Int? {
    var at = token
    var last: Int?
    while at < min(token + 4, candidate.sentence.upperBound), context.isWord(at) {
      let word = context.folded(at)
      if Self.times.contains(word.droppingPlural) || word.droppingPlural == candidate.quantity?.unit { return nil }
      if word.hasSuffix("s") {
        last = at
        break
      }
      at += 1
    }
    return last
  }

  private static let totals: WordSet = ["all", "total", "altogether", "making", "totalling", "namely", "is"]

  /// "in all six", "that is ten seats": the total where the sentence works it out itself.
  private func total(_ candidate: Candidate, behind noun: Int) -> Decimal? {
    for token in noun..<candidate.sentence.upperBound where context.isOne(token, of: Self.totals) {
      let before = context.folded(token - 1)
      guard
        context.isOne(token, of: "making|totalling|namely|altogether") || before == "in"
          || before == "that" || before == "of"
      else { continue }
      // "three in all"
      if before == "in", context.isOne(token, of: "all|total"), token - 1 > noun,
        let ahead = context.values(in: max(noun + 1, token - 5)..<(token - 1)).last, ahead.isQuantityOrNumber,
        ahead.tokens.upperBound >= token - 2
      {
        return ahead.value.amount
      }
      if let (amount, _) = number(from: token + 1, to: min(token + 2, candidate.sentence.upperBound - 1), candidate) {
        return amount
      }
    }
    return nil
  }

  /// How many of a noun the document has, where it says one number only: "200 users" in the text or in a table's column.
  func base(of noun: String, except sentence: Range<Int>) -> Decimal? {
    var found = Set<Decimal>()
    for value in context.values.prefix(4000) where !sentence.contains(value.tokens.lowerBound) {
      switch value.value {
      case .quantity(let amount, let unit, _) where unit == noun: found.insert(amount)
      case .number(let amount):
        // "seven district offices"
        let end = value.tokens.upperBound
        guard
          (end..<min(end + 3, context.stream.count)).prefix(while: { context.isWord($0) }).contains(where: {
            context.folded($0) != noun && context.folded($0).droppingPlural == noun
          })
        else { continue }
        found.insert(amount)
      default: continue
      }
      if found.count > 1 { return nil }
    }
    return found.first
  }
}

extension Candidate {
  func with(times: Decimal, total: Decimal?) -> Candidate {
    let amount = total ?? (quantity?.amount ?? 0) * times
    guard amount > 0 else { return leftOpen }
    var one = self
    one.isShareWorkedOut = amount != quantity?.amount
    one.quantity?.amount = amount
    return one
  }

  /// The quantity is told by something whose number nobody knows.
  var leftOpen: Candidate {
    var one = self
    one.quantity = nil
    one.isOpenAmount = true
    return one
  }
}

extension Decimal {
  /// Without what stands behind the point.
  fileprivate var wholePart: Int { "\(self)".split(separator: ".").first.flatMap { Int($0) } ?? 0 }
}
