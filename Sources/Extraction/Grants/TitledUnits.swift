// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Grants whose title and count say only together what they are: "Classes. 10 seats, virtual", "Onboarding — 20 hours at
/// no charge", "Coaching" over "Six sessions in the first year".
struct TitledUnits {
  let context: DocumentContext

  private static let longestTitle = 7
  private static let closings: WordSet = [".", ":", "–", "—"]

  func candidates(outside covered: Set<Int>) -> [Candidate] {
    guard context.isOfOrderLength else { return [] }
    return context.source.blocks.indices.compactMap { block in
      if context.isTableRow(block) || covered.contains(block) { return nil }
      return parts(block).flatMap(candidate)
    }
  }

  /// The title that opens a block and what stands behind it, or under it.
  private func parts(_ block: Int) -> (title: Range<Int>, body: Int)? {
    let tokens = context.stream.tokens(ofBlock: block)
    let label = context.source.blocks[block].label?.upperBound ?? 0
    var start = tokens.lowerBound
    while start < tokens.upperBound,
      Int(context.stream.tokens[start].start) < label || context.isOne(start, of: "*|•|-|–|.")
    {
      start += 1
    }
    guard start < tokens.upperBound, context.isCapitalised(start) else { return nil }
    var at = start
    while at < tokens.upperBound, at - start <= Self.longestTitle {
      let isDash = context.folded(at) == "-" && context.hasSpaceBefore(at)
      // "Consulting (remote), 45 hours, by 31 October".
      let isCounted = context.folded(at) == "," && at + 1 < tokens.upperBound && opensWithCount(at + 1, tokens)
      if at > start, isDash || isCounted || context.isOne(at, of: Self.closings) {
        return at + 1 < tokens.upperBound ? (start..<at, at + 1) : nil
      }
      // A line of its own, or a stretch of it before a wide gap.
      if at > start, !context.stream.tokens[at].flags.isDisjoint(with: [.lineStart, .cellStart]) {
        return (start..<at, at)
      }
      if !context.isWord(at), !context.isOne(at, of: "(|)|/|&|-|,") { return nil }
      at += 1
    }
    guard at == tokens.upperBound, block + 1 < context.source.blocks.count, !context.isTableRow(block + 1),
      !context.outline.isHeading[block + 1]
    else { return nil }
    let next = context.stream.tokens(ofBlock: block + 1)
    guard context.outline.parents[block + 1] == block || isLine(block, over: next) else { return nil }
    return next.isEmpty ? nil : (start..<at, next.lowerBound)
  }

  private func opensWithCount(_ token: Int, _ block: Range<Int>) -> Bool {
    block.count <= 24
      && context.values(in: token..<min(token + 4, block.upperBound)).first.map { value in
        guard value.tokens.lowerBound == token else { return false }
        return switch value.value {
        case .quantity, .duration: true
        default: false
        }
      } ?? false
  }

  /// A line of a few words that nothing marks as a heading, over one that opens with a number or a plan.
  private func isLine(_ block: Int, over next: Range<Int>) -> Bool {
    guard let first = next.first, context.outline.parents[block + 1] == context.outline.parents[block] else {
      return false
    }
    return context.isCapitalised(first) && TitledPlans.opens(first, context)
      || context.values(in: next.prefixRange(4)).first?.tokens.lowerBound == first
  }

  private func candidate(_ title: Range<Int>, _ body: Int) -> Candidate? {
    if let one = TitledPlans(context: context).candidate(title, body) { return one }
    if let one = named(title, body) { return one }
    // "Hypercare: 5 days on site" is counted work, whatever plan goes by that name.
    guard !context.names(in: title).contains(where: { $0.kind != nil && !$0.isWeak && $0.kind != "support_plan" })
    else { return nil }
    let sentence = context.sentence(of: body)
    guard sentence.count <= 80,
      !context.names(in: body..<sentence.upperBound).contains(where: { $0.kind != nil && !$0.isWeak }),
      let (value, amount, unit, per) = counted(body..<sentence.upperBound),
      let name = RowKinds.name(of: title, unit: unit, context), let kind = name.kind,
      AmountFit(context: context).fits(value, kind: kind, unit: unit, isWeak: false, hasBase: false)
        || kind == "training_credit"
    else { return nil }
    // Days and hours are mostly those of deadlines.
    let isLength = if case .duration = value.value { true } else { false }
    var one = Candidate(
      kind: kind, name: name, tokens: value.tokens, sentence: sentence, isWeak: isLength, rules: [])
    let isDaily = sentence.contains { context.folded($0) == "daily" }
    one.quantity = Units.normalised(
      amount, unit: unit, kind: kind, per: kind == "api_capacity" ? per ?? (isDaily ? "day" : nil) : nil)
    one.isArticleOnly = true
    if let price = price(behind: value) {
      // `Implementation package    200 hours    $38,000.00`: a row that makes no table by itself.
      (one.isWeak, one.fee) = (false, Fee(amount: price.amount, currency: price.currency))
      one.sentence = context.block(of: body)
    }
    return one
  }

  /// The sum that ends a line of stretches between wide gaps.
  private func price(behind value: ValueMention) -> (amount: Decimal, currency: String?)? {
    let end = value.tokens.upperBound
    let block = context.block(of: value.tokens.lowerBound)
    guard end < block.upperBound, context.stream.tokens[value.tokens.lowerBound].flags.contains(.cellStart),
      context.stream.tokens[end].flags.contains(.cellStart), block.count <= 24,
      let last = context.values(in: end..<block.upperBound).last, last.tokens.upperBound == block.upperBound,
      case .money(let amount, let currency) = last.value, amount > 0
    else { return nil }
    return (amount, currency)
  }

  /// `Exam vouchers` over `Ten, by 30 June 2031`: a name in a line of its own, and a bare number that opens the next.
  private func named(_ title: Range<Int>, _ body: Int) -> Candidate? {
    guard !context.stream.tokens[body].flags.isDisjoint(with: [.lineStart, .blockStart]), body == title.upperBound,
      let name = context.names(in: title).first(where: { $0.kind != nil && !$0.isWeak }), let kind = name.kind,
      name.tokens.upperBound == title.upperBound
    else { return nil }
    let behind = body..<context.sentence(of: body).upperBound
    if context.names(in: behind).contains(where: { $0.kind != nil && !$0.isWeak && $0.kind != kind }) { return nil }
    guard behind.count <= 80,
      let value = context.values(in: behind.prefixRange(6)).first(where: {
        BareCounts(context: context).isCount($0, of: kind, in: behind)
      }), let amount = value.value.amount
    else { return nil }
    var one = Candidate(
      kind: kind, name: name,
      tokens: context.outline.parents[context.stream.block(of: body)] == context.stream.block(of: title.lowerBound)
        || context.stream.block(of: body) == context.stream.block(of: title.lowerBound)
        ? name.tokens.union(value.tokens) : value.tokens,
      sentence: context.sentence(of: body), isWeak: false, rules: [])
    one.quantity = Units.normalised(
      amount, unit: name.unit ?? context.patterns.unit(of: kind) ?? "credit", kind: kind, per: nil)
    return one
  }

  private static let ahead: WordSet = ["up", "to", "another", "a", "further", "total", "of", "additional", "extra"]
  private static let times: WordSet = [
    "after", "before", "from", "prior", "notice", "within", "later", "ahead", "following", "old", "or", "-", "–",
    "thereafter", "beforehand", "response", "each", "per", "a", "/",
  ]

  /// The count that the words open with; one whose noun tells what it is may stand a little further behind.
  private func counted(_ body: Range<Int>) -> (ValueMention, Decimal, String, String?)? {
    for value in context.values(in: body.prefixRange(9)) {
      let before = body.lowerBound..<value.tokens.lowerBound
      let isFirst = before.count <= 3 && before.allSatisfy { context.isOne($0, of: Self.ahead) }
      switch value.value {
      case .quantity(let amount, let unit, let per) where isFirst || unit == "gb" || unit == "call":
        return (value, amount, unit, per)
      case .duration(let duration)
      where isFirst && (duration.unit == .hour || duration.unit == .day) && !isTime(value, body):
        return (value, duration.amount, duration.unit.rawValue, nil)
      case .money, .percent: return nil
      default: continue
      }
    }
    return nil
  }

  private func isTime(_ value: ValueMention, _ body: Range<Int>) -> Bool {
    value.tokens.upperBound < body.upperBound && context.isOne(value.tokens.upperBound, of: Self.times)
  }
}
