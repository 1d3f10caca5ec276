// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Reads whether the term renews, for how long, and by when notice keeps it from renewing.
struct RenewalReader {
  let context: DocumentContext
  let places: FactPlaces

  struct Result {
    var autoRenews: Bool?
    var months: Decimal?
    var noticeDays: Decimal?
  }

  private enum Sense { case automatic, never, option }

  func read(initialMonths: Decimal?) -> Result {
    var result = Result()
    var optional: Decimal?
    let matches = places.matches("auto_renews")
    // "Clause 11 (automatic renewal) is taken out": what the longer words say.
    let refusals = matches.filter { places.gives($0, "renews") == "false" }.map(\.tokens)
    for match in matches {
      if refusals.contains(where: { $0.count > match.tokens.count && $0.contains(match.tokens.lowerBound) }) {
        continue
      }
      // Of a sentence without end only what stands near.
      let sentence = context.sentence(of: match.tokens.lowerBound)
        .clamped(to: max(0, match.tokens.lowerBound - 120)..<min(context.stream.count, match.tokens.upperBound + 120))
      guard let sense = sense(match, sentence) else { continue }
      switch sense {
      case .never:
        if result.autoRenews == nil { result.autoRenews = false }
      case .automatic:
        guard result.autoRenews != true || result.months == nil else { continue }
        result.autoRenews = true
        result.months = result.months ?? months(match, sentence, initialMonths)
      case .option:
        guard speaksOfOrder(sentence) else { continue }
        optional = optional ?? months(match, sentence, initialMonths)
      }
      if sense != .never, result.noticeDays == nil { result.noticeDays = notice(match, sentence) }
    }
    if result.autoRenews == false {
      result.months = nil
      result.noticeDays = nil
    } else if result.autoRenews == nil, optional != nil {
      result.autoRenews = false
      result.months = optional
    }
    if result.noticeDays == nil, result.autoRenews == true { result.noticeDays = noticeElsewhere() }
    complete(&result)
    return result
  }

  private static let ordered: WordSet = [
    "order", "term", "terms", "subscription", "subscriptions", "agreement", "contract", "services", "service", "period",
    "periods", "licence", "licences", "license", "licenses", "renewal", "renewals", "it", "lease", "schedule",
    "enrollment", "undertaking", "engagement", "option", "duration", "arrangement", "customer", "client", "party",
    "parties", "subscriber", "licensee", "you", "we", "both", "sides",
  ]

  /// "Audits may be renewed each year" renews no order, nor does what others do.
  private func speaksOfOrder(_ sentence: Range<Int>) -> Bool {
    sentence.contains { context.isOne($0, of: Self.ordered) }
  }

  /// What the labels of a form say, where no sentence does.
  private func complete(_ result: inout Result) {
    guard result.autoRenews != false,
      result.autoRenews == nil || result.months == nil || result.noticeDays == nil
    else { return }
    if context.stream.count < 5000 { complete(&result, RenewalLabels(context: context).read()) }
    guard result.autoRenews == nil || result.autoRenews == true && result.noticeDays == nil else { return }
    complete(&result, RenewalClauses(context: context).read())
  }

  private func complete(_ result: inout Result, _ labels: RenewalLabels.Finding) {
    if result.autoRenews == nil { result.autoRenews = labels.autoRenews }
    guard result.autoRenews == true else { return }
    result.months = result.months ?? labels.months
    result.noticeDays = result.noticeDays ?? labels.noticeDays
  }

  // MARK: What a sentence says

  private func sense(_ match: PhraseMatch, _ sentence: Range<Int>) -> Sense? {
    let at = match.tokens.lowerBound
    if let given = places.gives(match, "renews") {
      // "It is not tacitly prolonged"
      let isDenied = context.words(max(sentence.lowerBound, at - 2)..<at).contains { ["not", "never"].contains($0) }
      return given == "false" || isDenied ? .never : given == "true" ? .automatic : nil
    }
    let before = context.words(max(sentence.lowerBound, at - 9)..<at)
    let after = context.words(match.tokens.upperBound..<min(sentence.upperBound, match.tokens.upperBound + 40))
    let near = before.suffix(5)
    // "Unless renewed by a paper that both sign, the subscription is over"
    if near.last == "unless" { return .never }
    if near.last == "no" || near.suffix(2) == ["no", "automatic"] { return after.first == "of" ? nil : .never }
    if near.contains("not") || near.contains("never") || near.contains("nothing") && !before.contains("if")
      || near.contains("neither") && !near.contains("if")
    {
      return near.contains("elects") ? nil : .never
    }
    // "ends with the term unless the parties agree on a renewal": it needs both.
    let said = before + context.words(match.tokens) + after.prefix(8)
    if Self.agreeing.contains(where: said.contains(run:)) { return .never }
    let next = Array(after.prefix(5))
    if next.contains(where: Self.denials.contains) || next.contains(run: "not apply"), !next.contains("unless") {
      return .never
    }
    let all = before + context.words(match.tokens) + after
    if all.contains(where: Self.tacit.contains) || Self.repeated.contains(where: all.contains(run:)) {
      return .automatic
    }
    if near.contains(where: { ["may", "option", "right", "elect", "can", "request", "wishes"].contains($0) }) {
      return .option
    }
    if isUnlessNoticed(sentence, at) || all.contains("unless") || all.contains("neither") || all.contains("successive")
      || all.contains("except") && all.contains("notice")
    {
      return .automatic
    }
    if near.contains(where: { ["shall", "will"].contains($0) }),
      all.contains(where: { ["additional", "further", "consecutive"].contains($0) })
    {
      return .automatic
    }
    return after.contains(where: { ["term", "terms", "period", "periods", "year", "years", "months"].contains($0) })
      ? .option : nil
  }

  private static let agreeing = [
    "unless the parties agree", "unless both parties agree", "unless the parties mutually agree",
    "unless the parties sign", "unless both parties sign", "unless the parties conclude", "unless the parties renew",
    "unless the parties have agreed", "only if the parties agree", "only if both parties",
  ]

  private static let tacit: WordSet = ["automatically", "automatic", "tacitly", "tacit", "silently"]

  /// "Tacit renewal is excluded", behind the verb's noun.
  private static let denials: WordSet = ["excluded", "ruled", "none", "off", "waived", "disapplied"]

  /// What happens again and again needs nobody's doing.
  private static let repeated = [
    "at a time", "each time", "in each case", "year after year", "year by year", "year to year", "in turn",
    "every time", "month to month", "and so on", "and so forth", "and so each", "and again", "in succession",
    "evergreen",
    "if you do nothing", "otherwise it", "otherwise the order", "otherwise the term",
    "year each", "months each", "years each", "over and over", "by default", "self renews", "rolling annual",
    "deemed agreed", "by itself", "of itself", "one after another", "one after the other", "until one of",
  ]

  /// "Unless a party gives notice …, subscriptions renew": the condition stands far before the verb, or behind it.
  private func isUnlessNoticed(_ sentence: Range<Int>, _ verb: Int) -> Bool {
    let words = context.words(
      max(sentence.lowerBound, verb - 60)..<min(sentence.upperBound, max(verb, sentence.lowerBound) + 60))
    return Self.unlessNoticed.contains(where: words.contains(run:))
  }

  /// What keeps a term from going on is that somebody says so.
  private static let unlessNoticed = [
    "unless", "if neither", "where neither", "whenever neither", "should neither", "provided neither",
    "provided that neither", "provided that no", "provided no", "if no", "if nobody", "should no", "should nobody",
    "where no", "when no", "if it is not", "if not terminated", "if not cancelled", "save where", "save for notice",
    "save that", "until notice", "until one", "until either", "until a party", "until cancelled", "until terminated",
    "until determined", "until stopped", "until you", "failing notice", "failing which", "in the absence of",
    "may prevent", "can prevent", "may stop", "can stop", "as long as no", "so long as no", "terminable",
    "where nobody", "to prevent", "to avoid", "nobody needs", "except where", "except if", "may opt out",
    "save that either", "if not called off",
  ]

  /// The length of a renewal: the first that is no notice.
  private func months(_ match: PhraseMatch, _ sentence: Range<Int>, _ initial: Decimal?) -> Decimal? {
    var limit = min(
      context.stream.count, max(sentence.upperBound, match.tokens.upperBound), match.tokens.upperBound + 50)
    // `Automatic renewal | 12 months`: what it says stands in the next cell.
    if limit < context.stream.count, sentence.upperBound - match.tokens.upperBound <= 1,
      context.stream.tokens[limit].flags.contains(.cellStart)
    {
      limit = min(context.sentence(of: limit).upperBound, limit + 30)
    }
    let range = match.tokens.lowerBound..<limit
    for found in context.durations(in: range) {
      guard let months = found.duration.months, !isNotice(found.tokens) else { continue }
      return months
    }
    let words = context.words(range)
    for run in [
      "further year", "year to year", "annual", "annually", "yearly", "one year", "each year", "additional year",
      "successive years", "year after year", "year by year", "calendar year", "a year at a time", "a year each",
      "new year", "for a year", "another year", "a year", "an order year", "a contract year", "a subscription year",
    ]
    where words.contains(run: run) {
      return 12
    }
    if words.contains(run: "month to month") || words.contains("monthly") || words.contains(run: "a month at a time") {
      return 1
    }
    if words.contains(run: "quarter at a time") { return 3 }
    if words.contains(run: "same duration") || words.contains(run: "same period") || words.contains(run: "like term")
      || words.contains(run: "same term") || words.contains(run: "same length")
      || words.contains(run: "same number of months")
      || words.contains(run: "equal to the initial") || words.contains(run: "equal length")
    {
      return initial
    }
    // "successive three-year terms" may stand before the verb.
    let earlier = context.durations(
      in: max(sentence.lowerBound, match.tokens.lowerBound - 14)..<match.tokens.lowerBound)
    return earlier.last { !isNotice($0.tokens) }?.duration.months
  }

  // MARK: Notice

  private func isNotice(_ tokens: Range<Int>) -> Bool {
    var limit = min(context.stream.count, tokens.upperBound + 7)
    if let next = context.durations(in: tokens.upperBound..<limit).first { limit = next.tokens.lowerBound }
    let after = context.words(tokens.upperBound..<limit)
    let before = context.words(max(0, tokens.lowerBound - 4)..<tokens.lowerBound)
    let sign =
      after.firstIndex {
        Self.exceptions.contains($0)
      }
      ?? after.count
    if after[..<sign].contains(where: {
      ["notice", "prior", "before", "advance", "earlier", "preceding", "notification", "ahead", "beforehand"].contains(
        $0)
    }) {
      return !(after.first.map { ["period", "periods", "term", "terms"].contains($0) } ?? false)
    }
    // "terminated with a period of ninety days to its end"
    if before.suffix(2) == ["period", "of"], after.first == "to", after.prefix(4).contains("end") { return true }
    // "with a notice period of 3 months", "notice of sixty days"
    if before.last == "of", before.contains("notice") { return true }
    return before.contains { ["least", "less", "later", "fewer", "within"].contains($0) }
  }

  private static let exceptions: WordSet = [
    "unless", "if", ".", ";", "provided", "until", "subject", "except", "save", "by", "whenever", "failing", "absent",
    "barring", "lacking", "without",
  ]

  /// Days of notice in the sentence or in the two that follow it in the same block.
  private func notice(_ match: PhraseMatch, _ sentence: Range<Int>) -> Decimal? {
    if let days = days(in: sentence) { return days }
    if sentence.upperBound < context.stream.count, sentence.upperBound - match.tokens.upperBound <= 1,
      context.stream.tokens[sentence.upperBound].flags.contains(.cellStart),
      let days = days(in: context.sentence(of: sentence.upperBound).prefixRange(30))
    {
      return days
    }
    let block = context.block(of: sentence.lowerBound)
    var at = context.sentence(of: match.tokens.lowerBound).upperBound
    var count = 0
    while at < block.upperBound, count < 2 {
      let whole = context.sentence(of: at)
      let next = whole.prefixRange(120)
      let words = context.words(next.prefixRange(60))
      if words.contains(where: { $0.hasPrefix("renew") || Self.renewing.contains($0) }), let days = days(in: next) {
        return days
      }
      at = max(whole.upperBound, at + 1)
      count += 1
    }
    return nil
  }

  private static let renewing: WordSet = [
    "notice", "non", "rollover", "roll", "rolls", "rolling", "prevents", "prevent", "stop", "stops", "object",
    "objects",
    "cancel", "cancels", "wish", "wishes", "want", "wants", "tells", "writes", "informs", "declares",
    "ends", "opts", "opt", "denies", "refuses", "leave", "leaves", "withdraws", "quit", "quits",
  ]

  private func days(in range: Range<Int>) -> Decimal? {
    for found in context.durations(in: range) where isNotice(found.tokens) {
      if let days = RenewalLabels.days(found.duration) { return days }
    }
    return nil
  }

  /// "written notice of non-renewal not less than ninety days before": a clause of its own.
  private func noticeElsewhere() -> Decimal? {
    for sentence in places.sentences("notice_days") {
      if let days = days(in: sentence) { return days }
    }
    return nil
  }
}
