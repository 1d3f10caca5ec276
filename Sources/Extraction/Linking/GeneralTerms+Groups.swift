// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// What is said of a group of grants by the group's name.
extension GeneralTerms {
  /// "Launch benefits are withdrawn on 30 June", "One-time benefits …; standing benefits …", "items priced at $0": each
  /// part of the sentence speaks of its own group, and of no other grant.
  func link(grouped sentence: Range<Int>, _ block: Int, _ given: inout [[Attachment]]) -> Bool {
    guard !candidates.contains(where: { sentence.contains($0.tokens.lowerBound) }),
      !isOfOtherMatters(sentence) || groups.free(in: sentence, given) != nil
    else { return false }
    let parts = clauses(sentence)
    var linked = false
    for part in parts {
      let named = groups.meant(in: part)
      let isByPrice = named.isEmpty && !namesKind(part)
      let meant = named.isEmpty && isByPrice ? groups.free(in: part, given) ?? [] : named
      guard !meant.isEmpty else { continue }
      let found = finder.attachments(in: part, from: .section).filter(\.speaksForAll)
      guard found.contains(where: { $0.isTime || $0.isUnreadTime }) else { continue }
      if meant.count < candidates.count {
        for other in candidates.indices where !meant.contains(other) {
          given[other].removeAll { ($0.isTime || $0.isUnreadTime) && part.contains($0.tokens.lowerBound) }
        }
      }
      for receiver in meant {
        let hasTime = given[receiver].contains { time in
          (time.isTime || time.isUnreadTime) && time.refused == nil && time.from <= .row && !time.isStart
            && !part.contains(time.tokens.lowerBound)
        }
        given[receiver].removeAll { ($0.isTime || $0.isUnreadTime) && part.contains($0.tokens.lowerBound) }
        given[receiver] += found.filter { !($0.isTime || $0.isUnreadTime) || !hasTime || $0.isStart }.map {
          attachment in
          var near = attachment
          if attachment.isUnreadTime || attachment.isTime { near.from = .row }
          return near
        }
        linked = true
      }
    }
    return linked
  }

  private static let otherMatters: WordSet = [
    "price", "priced", "prices", "invoice", "invoiced", "invoices", "pay", "pays", "paid", "payable", "payment",
    "charged",
    "billed", "renewal", "renews", "notice", "terminate", "terminated", "termination", "breach", "quote", "offer",
  ]

  /// Of payment, renewal or the end of the contract before its time: nothing of how long a grant lasts.
  func isOfOtherMatters(_ sentence: Range<Int>) -> Bool {
    let isFree =
      sentence.contains { context.isOne($0, of: "nil|zero|free|no") }
      || context.values(in: sentence).contains { value in
        if case .money(let amount, _) = value.value { amount == 0 } else { false }
      }
    return context.cues(in: sentence).contains { _, cue in cue.reason.map(Self.otherReasons.contains) ?? false }
      || !isFree && sentence.contains { context.isOne($0, of: Self.otherMatters) } || isConditional(sentence)
  }

  private static let otherReasons: Set<Lead.Reason> = [.optional_purchase, .remedy, .customer_obligation]

  /// "If Client ends the order early, the balance of every incentive is cancelled."
  func isConditional(_ sentence: Range<Int>) -> Bool {
    guard context.isOne(sentence.lowerBound, of: "if|should|upon|on|in") else { return false }
    return sentence.contains { context.isOne($0, of: Self.breaking) }
  }

  private static let breaking: WordSet = [
    "early", "terminates", "terminated", "termination", "terminate", "breach", "breaches", "default", "insolvency",
    "prematurely", "cancels", "rescinds",
  ]

  // MARK: Exceptions

  /// "Everything in Section 3 lapses on 31 May, except the sandboxes, which stay for the whole term."
  func link(excepting sentence: Range<Int>, _ block: Int, _ given: inout [[Attachment]]) -> Bool {
    guard
      let except = sentence.dropFirst().first(where: { token in
        context.isOne(token, of: "except|excepting|excluding|save")
          || context.isOne(token, of: "other|apart") && token + 1 < sentence.upperBound
            && context.isOne(token + 1, of: "than|from")
      }), !candidates.contains(where: { sentence.contains($0.tokens.lowerBound) })
    else { return false }
    let main = sentence.lowerBound..<except
    // "None of these, other than the hours, rolls over": the exception ends where the verb comes.
    if let comma = (except..<sentence.upperBound).dropLast().first(where: {
      context.folded($0) == "," && context.isOne($0 + 1, of: Self.goingOn)
    }) {
      return link(main, except: except..<comma, isInside: true, of: sentence, block, &given)
    }
    // "Everything except the hours expires unused on 31 May"
    if let verb = (except + 2..<min(sentence.upperBound, except + 9)).first(where: {
      context.isOne($0, of: Self.goingOn) || context.isOne($0, of: ",|which|that|who|;")
    }), context.isOne(verb, of: Self.goingOn) {
      return link(main, except: except..<verb, isInside: true, of: sentence, block, &given)
    }
    return link(main, except: except..<sentence.upperBound, of: sentence, block, &given)
  }

  private static let goingOn: WordSet = [
    "shall", "will", "may", "can", "cannot", "must", "is", "are", "be", "does", "do", "lapse", "lapses", "expire",
    "expires", "roll", "rolls", "carry", "carries", "end", "ends", "revert", "reverts", "become", "becomes", "survive",
    "survives", "cease", "ceases", "automatically", "fall", "falls", "pass", "passes", "remain", "remains", "have",
    "has", "terminate", "terminates",
  ]

  /// "Except for the sandboxes, which stay for the whole term, everything above lapses on 31 May", "With the exception of
  /// the fund, unused entitlements lapse".
  func link(exceptFor sentence: Range<Int>, _ block: Int, _ given: inout [[Attachment]]) -> Bool {
    guard sentence.count > 6, opensWithException(sentence),
      let main = sentence.dropFirst(3).dropLast().first(where: {
        context.folded($0) == ","
          && (context.isOne($0 + 1, of: Self.everything)
            || context.folded($0 + 1) == "the"
              && context.isOne(min($0 + 2, sentence.upperBound - 1), of: Self.afterThe))
      })
    else { return false }
    return link((main + 1)..<sentence.upperBound, except: sentence.lowerBound..<main, of: sentence, block, &given)
  }

  private func opensWithException(_ sentence: Range<Int>) -> Bool {
    let first = sentence.lowerBound
    if context.isOne(first, of: "except|save|apart|besides|excepting|excluding|barring") { return true }
    return context.isOne(first, of: "other") && context.isOne(first + 1, of: "than")
      || context.isOne(first, of: "with") && sentence.prefix(5).contains { context.isOne($0, of: "exception") }
      || context.isOne(first, of: "leaving") && context.isOne(first + 1, of: "aside|out")
  }

  private static let everything: WordSet = [
    "everything", "all", "anything", "these", "those", "they", "unused", "any", "none", "nothing", "whatever", "no",
    "each", "entitlements", "benefits", "allowances", "what", "every",
  ]
  private static let afterThe: WordSet = [
    "others", "rest", "above", "other", "remaining", "foregoing", "entitlements", "benefits", "allowances",
  ]

  /// `isInside`: the sentence goes on behind the exception.
  private func link(
    _ main: Range<Int>, except rest: Range<Int>, isInside: Bool = false, of sentence: Range<Int>, _ block: Int,
    _ given: inout [[Attachment]]
  ) -> Bool {
    let names = context.names(in: rest).filter { $0.kind != nil }
    let kinds = names.compactMap(\.kind)
    // "the development credits" are none of the other credits.
    let whole = names.filter { !$0.isWeak && $0.tokens.count > 1 }.map(\.tokens)
    let nouns = Set(
      rest.filter { token in !whole.contains { $0.contains(token) } }.map { context.folded($0).droppingPlural })
    let excepted = candidates.indices.filter { index in
      kinds.contains(candidates[index].kind) || candidates[index].quantity?.unit.map(nouns.contains) ?? false
    }
    guard !excepted.isEmpty, excepted.count < candidates.count, !namesKind(main) else { return false }
    var all = receivers(main, block, hasPointed: false, ahead: false)
    if all.isEmpty {
      // "everything above" in the paragraph that grants it
      all = candidates.indices.filter { blocks[$0] == block && candidates[$0].tokens.lowerBound < sentence.lowerBound }
    }
    let meant = all.filter { !excepted.contains($0) }
    let found =
      isInside
      ? finder.attachments(in: sentence, from: .row).filter { $0.speaksForAll && !rest.contains($0.tokens.lowerBound) }
      : finder.attachments(in: main, from: .row).filter(\.speaksForAll)
    guard !meant.isEmpty, found.contains(where: { $0.isTime || $0.isUnreadTime || $0.isFate }) else { return false }
    let others = finder.attachments(in: rest, from: .row).filter(\.speaksForAll)
    for index in candidates.indices {
      let isExcepted = excepted.contains(index)
      guard isExcepted || meant.contains(index) else { continue }
      given[index].removeAll {
        ($0.isTime || $0.isUnreadTime || $0.isFate) && sentence.contains($0.tokens.lowerBound)
      }
      let hasTime = given[index].contains { $0.isTime && $0.from <= .row && $0.refused == nil && !$0.isStart }
      given[index] += (isExcepted ? others : found).filter { !hasTime || !($0.isTime || $0.isUnreadTime) }
    }
    return true
  }

  // MARK: What lengths count from

  /// "…, each from the Order Start Date", "All periods run from the Commencement Date": the day that the lengths of the
  /// grants count from.
  func linkBases(_ given: inout [[Attachment]]) {
    let open = candidates.indices.filter { index in
      given[index].contains { $0.isOpenLength } && !given[index].contains(where: \.isStart)
    }
    guard !open.isEmpty else { return }
    for block in context.source.blocks.indices where !context.isTableRow(block) {
      for sentence in context.bodies(ofBlock: block) where sentence.count < 90 {
        guard let (each, isOfAll) = base(in: sentence) else { continue }
        let told = finder.attachments(in: sentence, from: .row)
        guard let start = told.first(where: { $0.isStart && $0.tokens.lowerBound > each }) ?? base(of: told, at: each)
        else { continue }
        for index in open {
          let isHere = given[index].contains { $0.isOpenLength && sentence.contains($0.tokens.lowerBound) }
          if isOfAll || isHere { given[index].append(start) }
        }
      }
    }
  }

  private static let lengths: WordSet = ["period", "periods", "terms", "times", "durations", "validities", "lengths"]

  private static let counting: WordSet = [
    "from", "counted", "running", "reckoned", "as", "calculated", "starting", "beginning", "after",
  ]

  /// The word that takes all lengths together, and whether it is said of all that the document gives.
  private func base(in sentence: Range<Int>) -> (token: Int, isOfAll: Bool)? {
    if let token = sentence.prefix(4).first(where: { context.isOne($0, of: Self.lengths) }),
      sentence.prefix(3).contains(where: { context.isOne($0, of: "all|these|the|such|both") }),
      context.durations(in: sentence).isEmpty
    {
      return (token, true)
    }
    let token = sentence.dropLast(2).first { token in
      context.isOne(token, of: "each|both|all") && token > sentence.lowerBound
        && context.isOne(context.isOne(token + 1, of: "case|instance|cases") ? token + 2 : token + 1, of: Self.counting)
    }
    if token == nil, context.durations(in: sentence).count > 1,
      let counted = sentence.dropFirst(2).dropLast(2).first(where: {
        context.isOne($0, of: "counted|reckoned|calculated|measured") && context.folded($0 - 1) == ","
      })
    {
      return (counted - 1, false)
    }
    return token.map { ($0, false) }
  }

  /// "for two years and the hours for one year, counted from 1 May": the day that the last of them was read with.
  private func base(of told: [Attachment], at token: Int) -> Attachment? {
    for attachment in told where attachment.tokens.contains(token + 1) {
      guard case .time(let statement) = attachment.content, case .duration(_, let from?)? = statement.period else {
        continue
      }
      var start = attachment
      start.content = .time(TimeStatement(role: .start, point: from, period: nil, tokens: statement.tokens))
      return start
    }
    return nil
  }

  /// A sentence's parts between semicolons.
  private func clauses(_ sentence: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = sentence.lowerBound
    for token in sentence where context.folded(token) == ";" {
      if token > start { parts.append(start..<token) }
      start = token + 1
    }
    if start < sentence.upperBound { parts.append(start..<sentence.upperBound) }
    return parts.count > 1 && parts.allSatisfy({ !groups.meant(in: $0).isEmpty }) ? parts : [sentence]
  }
}

extension Attachment {
  /// What becomes of a grant that is left, or who may have it.
  var isFate: Bool {
    switch content {
    case .unused, .transferable, .swappable: true
    default: false
    }
  }

  /// A length that nothing says the beginning of.
  var isOpenLength: Bool {
    guard case .time(let statement) = content, case .duration(_, nil)? = statement.period else { return false }
    return refused == nil
  }

  /// Says no more than when a grant begins.
  var isStart: Bool { if case .time(let statement) = content { statement.role == .start } else { false } }
}
