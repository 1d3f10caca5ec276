// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import ValueRecognition

/// Reads renewal from clauses that a title opens and clipped words follow: "Renewal. Auto, 12 months at a time, unless
/// either side gives 45 days' notice", "RENEWAL — Only by a new order form".
struct RenewalClauses {
  let context: DocumentContext

  private static let renewing: WordSet = [
    "renewal", "renewals", "rollover", "prolongation", "autorenewal", "autorenew",
  ]
  private static let small: WordSet = [
    "auto", "automatic", "-", "term", "terms", "of", "the", "and", "/", "order", "subscription", "contract",
    "notice", "expiry", "expiration", "end", "extension", "termination", "price", "pricing",
  ]
  private static let closings: WordSet = [".", ":", "–", "—", "-"]
  /// So many words say it.
  private static let reach = 60

  func read() -> RenewalLabels.Finding {
    for block in context.source.blocks.indices where !context.isTableRow(block) {
      guard let clause = clause(block), let finding = finding(clause.prefixRange(Self.reach)) else { continue }
      return finding
    }
    guard context.isOfOrderLength else { return .init() }
    for (start, next) in zip(context.sentenceStarts, context.sentenceStarts.dropFirst() + [context.stream.count])
    where next - start > 3 {
      if let from = opening(start, next), let finding = finding(from..<min(next, start + Self.reach)) { return finding }
    }
    return .init()
  }

  /// "Renewal: automatic, 12 months each" within a paragraph, "Auto-renewal for 12 months at a time": where what it says
  /// begins.
  private func opening(_ start: Int, _ end: Int) -> Int? {
    if context.isOne(start, of: Self.renewing), context.isOne(start + 1, of: ":|–|—") { return start + 2 }
    guard context.isOne(start, of: "auto|automatic|tacit|silent") else { return nil }
    return (start + 1..<min(end, start + 3)).contains { context.isOne($0, of: Self.renewing) } ? start : nil
  }

  /// What stands behind the title, in its block or in the one under the heading.
  private func clause(_ block: Int) -> Range<Int>? {
    let tokens = context.stream.tokens(ofBlock: block)
    var at = tokens.lowerBound
    let label = context.source.blocks[block].label?.upperBound ?? 0
    while at < tokens.upperBound, Int(context.stream.tokens[at].start) < label || context.isOne(at, of: "*|•|-|–|.") {
      at += 1
    }
    guard at < tokens.upperBound, context.isCapitalised(at) else { return nil }
    var isRenewal = false
    let start = at
    while at < tokens.upperBound, at - start < 6 {
      if isRenewal, context.isOne(at, of: Self.closings), !isHyphen(at) {
        return at + 1 < tokens.upperBound ? (at + 1)..<tokens.upperBound : under(block)
      }
      if context.isOne(at, of: Self.renewing) {
        isRenewal = true
      } else if !context.isOne(at, of: Self.small) {
        return nil
      }
      at += 1
    }
    return isRenewal && at == tokens.upperBound ? under(block) : nil
  }

  /// The one of "auto-renewal" closes nothing.
  private func isHyphen(_ token: Int) -> Bool {
    context.folded(token) == "-" && !context.hasSpaceBefore(token)
  }

  private func under(_ block: Int) -> Range<Int>? {
    guard context.outline.isHeading[block], block + 1 < context.source.blocks.count,
      !context.outline.isHeading[block + 1], !context.isTableRow(block + 1)
    else { return nil }
    return context.stream.tokens(ofBlock: block + 1)
  }

  // MARK: What it says

  private static let refusals: WordSet = ["no", "none", "not", "manual", "never", "only", "nil", "excluded", "off"]
  private static let needs = [
    "only by", "only with", "only through", "by a new", "by a fresh", "by a separate", "by mutual", "needs a",
    "requires a", "takes a", "new order", "fresh order", "separate order", "by agreement", "signed by both", "if both",
    "not automatic", "none by itself", "nothing automatic",
  ]
  private static let assents: WordSet = [
    "auto", "automatic", "automatically", "rolls", "rolling", "evergreen", "tacit", "tacitly",
  ]
  /// Alone they agree, elsewhere they are any word.
  private static let plain: WordSet = ["yes", "on", "applies"]
  private static let yearly: WordSet = ["yearly", "annually", "annual"]
  private static let repeated = ["at a time", "each time", "in turn", "every time", "year by year", "and so on"]

  private func finding(_ clause: Range<Int>) -> RenewalLabels.Finding? {
    let words = context.words(clause)
    var finding = RenewalLabels.Finding()
    let isConditional = words.contains("unless") || words.contains(run: "if neither") || words.contains(run: "if not")
    if words.prefix(4).contains(where: Self.refusals.contains)
      || !isConditional && Self.needs.contains(where: words.contains(run:))
    {
      finding.autoRenews = false
      return finding
    }
    let lengths = context.durations(in: clause)
    let notice = lengths.first { isNotice($0.tokens, clause) }
    let length = lengths.first { found in found.duration.months != nil && found.tokens != notice?.tokens }
    let isAutomatic =
      words.prefix(1).contains(where: Self.plain.contains) || words.prefix(12).contains(where: Self.assents.contains)
      || Self.repeated.contains(where: words.contains(run:))
      || isConditional && notice != nil && (length != nil || words.contains(where: Self.yearly.contains))
    guard isAutomatic else { return nil }
    finding.autoRenews = true
    finding.months = length?.duration.months
    if finding.months == nil, words.contains(where: Self.yearly.contains) { finding.months = 12 }
    finding.noticeDays = notice.flatMap { RenewalLabels.days($0.duration) }
    return finding
  }

  private static let aheads: WordSet = [
    "notice", "before", "prior", "ahead", "beforehand", "earlier", "warning", "out",
  ]

  private func isNotice(_ tokens: Range<Int>, _ clause: Range<Int>) -> Bool {
    let near = tokens.upperBound..<max(tokens.upperBound, min(clause.upperBound, tokens.upperBound + 5))
    let end = near.first { context.isOne($0, of: ",|;|.|unless|if|save|except") } ?? near.upperBound
    return (tokens.upperBound..<end).contains { context.isOne($0, of: Self.aheads) }
      || (max(clause.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound).contains {
        context.isOne($0, of: "least|notice")
      }
  }
}
