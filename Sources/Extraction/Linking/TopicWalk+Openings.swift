// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// What a block or a sentence says that it is about by its first words.
extension TopicWalk {
  /// "Calls are made through the success manager.": what a sentence in an item about its own grant names of another by
  /// the way does not change what the item is about.
  func isAside(_ sentence: Range<Int>, from before: [Int], to topic: [Int], _ block: Int) -> Bool {
    guard topic != before, !before.isEmpty, !topic.isEmpty, candidates(in: sentence).isEmpty else { return false }
    let item = context.outline.item(of: block)
    func isHere(_ index: Int) -> Bool {
      candidates[index].place == nil && context.outline.item(of: references.block(of: index)) == item
    }
    let kinds = Set(before.map { candidates[$0].kind })
    return before.allSatisfy(isHere) && !topic.contains { isHere($0) || kinds.contains(candidates[$0].kind) }
      && !context.names(in: sentence.prefixRange(4)).contains { $0.kind != nil }
  }

  /// "Days and vouchers which are not taken up are lost": the rows that the nouns of a list name, beside those by kind.
  func withListed(_ sentence: Range<Int>, _ named: [Int]) -> [Int] {
    guard sentence.count > 4, context.isOne(sentence.lowerBound + 1, of: "and|or|,"),
      let table = named.first.flatMap({ candidates[$0].place?.table }),
      named.allSatisfy({ candidates[$0].place?.table == table })
    else { return named }
    let listed = references.rows(byNoun: sentence.prefixRange(6)).filter { candidates[$0].place?.table == table }
    return Set(named + listed).sorted()
  }

  /// "4.2 Supplier adds, for the introduction of the app, …": a labelled item in which a party does something new.
  func opensWithParty(_ block: Int) -> Bool {
    guard context.source.blocks[block].label != nil else { return false }
    let tokens = context.stream.tokens(ofBlock: block)
    guard let first = tokens.prefix(8).first(where: { context.isWord($0) && context.folded($0).utf8.count > 1 }),
      knowledge.vendorNames.contains(context.folded(first))
    else { return false }
    let sentence = context.sentence(of: first)
    return !sentence.contains { context.isOne($0, of: Self.backPointers) }
  }

  /// Words of how grants are used and end: a paragraph behind that of a grant, which does not name it, speaks of its
  /// time only with one of them.
  static let usage: WordSet = [
    "use", "used", "usable", "uses", "using", "usage", "valid", "validity", "redeem", "redeemed", "redeeming",
    "redemption", "redeemable", "expire", "expires", "expiry", "expiration", "expiring", "lapse", "lapses", "lapsing",
    "draw", "drawn", "drawdown", "booked", "book", "booking", "consumed", "consume", "consumption", "claimed", "claim",
    "available", "availability", "void", "forfeited", "unused", "undrawn", "spend", "spent", "attended", "attendance",
    "exhaust", "exhausted", "availed", "lifetime", "unredeemed", "eligible", "term", "period", "window",
    "lives", "lasts", "keeps", "good", "runs",
  ]

  static let taking: WordSet = ["takes", "take", "calls", "draws", "orders"]

  static let backPointers: WordSet = [
    "they", "them", "it", "these", "those", "such", "its", "thereof", "unused",
  ]

  /// A run-in title ("Training credits.") or a heading: a few words without a value, naming a kind.
  func title(_ sentence: Range<Int>, _ block: Int) -> [Int]? {
    let words = sentence.filter { context.stream.tokens[$0].tokenClass == .word }.count
    let isHeading = context.outline.isHeading[block]
    guard words <= (isHeading ? 14 : 7), sentence.count <= 16 else { return nil }
    let end = context.folded(sentence.upperBound - 1)
    guard isHeading || end == "." || end == ":" else { return nil }
    // "Partner voucher: the first two Contract Years." says something of it.
    if end != ":", !isHeading, context.firstIndex(of: ":", in: sentence) != nil { return nil }
    if !candidates(in: sentence).isEmpty { return nil }
    // "The training credits expire on 31 December."
    if !isHeading, end == ".", !context.dates(in: sentence).isEmpty || !context.durations(in: sentence).isEmpty {
      return nil
    }
    if !isHeading, end == ".", saysHandling(sentence) || saysWhen(sentence) { return nil }
    return references.named(in: sentence, block: block) ?? (isHeading ? [] : nil)
  }

  /// "Development credits (in the second Contract Year).": a time in brackets behind the title's noun.
  private func saysWhen(_ sentence: Range<Int>) -> Bool {
    sentence.contains { context.isOne($0, of: "(|,|–|—") }
      && finder.attachments(in: sentence, from: .item).contains(where: \.isTime)
  }

  /// "Line 6: any time in 2031": what opens with the mark of a row speaks of that row, which reads it by itself, and of
  /// none that was spoken of before.
  func rowsOpened(by sentence: Range<Int>) -> [Int]? {
    guard sentence.count > 4, !marks.isEmpty,
      let (label, at) = RowMentions(context: context).labels(in: sentence.prefixRange(5)).first,
      at <= sentence.lowerBound + 2, context.isOne(at + 1, of: ":|–|—")
    else { return nil }
    return marks.rows(label)
  }

  private static let fewWords = 24

  private func mayTellFate(_ sentence: Range<Int>) -> Bool {
    let isLinked = context.allMatches(in: sentence).contains { match in
      context.patterns.rules[match.rule].role == .link || context.cue(match)?.sense == .free
    }
    return isLinked
      || context.names(in: sentence).contains { name in
        name.list.map { ["leftover", "rollover", "carry", "loss", "repay"].contains($0) } ?? false
      }
  }

  /// "Unused hours are forfeited.", "The seats are free.": a few words that say it all are no title.
  private func saysHandling(_ sentence: Range<Int>) -> Bool {
    // Most openings hold no word of a fate or a price: these need not be read.
    guard sentence.count <= Self.fewWords, mayTellFate(sentence) else { return false }
    return finder.attachments(in: sentence, from: .item).contains { attachment in
      switch attachment.content {
      case .unused, .transferable, .swappable: true
      case .free: sentence.contains { context.isOne($0, of: "is|are|be|cost|costs|carry|carries") }
      default: false
      }
    }
  }

  /// A labelled item that opens with a title of a few words has a matter of its own.
  func isOwnTitle(_ sentence: Range<Int>, _ block: Int) -> Bool {
    guard !context.outline.isHeading[block], sentence.count <= 6, context.folded(sentence.upperBound - 1) == ".",
      sentence.upperBound < context.stream.tokens(ofBlock: block).upperBound, candidates(in: sentence).isEmpty,
      !saysHandling(sentence)
    else { return false }
    // "Rules of use. The customer can call on it in …": still of what was granted before.
    if sentence.prefix(3).contains(where: { context.isOne($0, of: Self.ofUse) }) { return false }
    if case .listItem = context.source.blocks[block].role { return true }
    return context.source.blocks[block].label != nil
  }

  private static let ofUse: WordSet = [
    "rules", "use", "usage", "conditions", "validity", "expiry", "expiration", "deadline", "deadlines", "period",
    "limits",
    "balance", "redemption",
  ]

  /// "Both must be used within the first year": the two grants that were spoken of last, in sentences of their own.
  func both(_ sentence: Range<Int>, _ block: Int) -> [Int]? {
    guard let first = sentence.first, context.folded(first) == "both", candidates(in: sentence).isEmpty else {
      return nil
    }
    let tokens = context.stream.tokens(ofBlock: block)
    let before = candidates(in: tokens.lowerBound..<sentence.lowerBound)
    return before.count == 2 ? before : nil
  }

  /// The first sentence of an item names a kind that none of the grants is of: what follows speaks of that.
  func opensWithOther(_ sentence: Range<Int>, _ block: Int) -> Bool {
    guard case .listItem = context.source.blocks[block].role,
      sentence.lowerBound - context.stream.tokens(ofBlock: block).lowerBound <= 12,
      sentence.lowerBound == context.bodyStart(ofBlock: block), !opensWithPronoun(sentence)
    else { return false }
    let kinds = context.names(in: sentence).filter { !$0.isWeak }.compactMap(\.kind)
    return !kinds.isEmpty && !candidates.contains { kinds.contains($0.kind) }
  }

  /// "Order Form Q-77, with its 40 credits a year, runs out on 31 January": the time of another paper.
  func opensWithPaper(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first, context.isOne(first, of: "order|quote|agreement|contract") else { return false }
    let next = context.isOne(first + 1, of: "form") ? first + 2 : first + 1
    guard next + 2 < sentence.upperBound, context.folded(next).utf8.count <= 3, context.isCapitalised(next) else {
      return false
    }
    return context.folded(next + 1).utf8.count > 3 && context.stream.tokens[next + 1].tokenClass == .number
  }

  /// "They are included in the Premier Success Plan" speaks of what was spoken of, not of the plan.
  func opensWithPronoun(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first(where: { context.stream.tokens[$0].tokenClass == .word }) else { return false }
    // "The same are valid for …"
    if first + 2 < sentence.upperBound, context.folded(first) == "the", context.folded(first + 1) == "same" {
      return context.isOne(first + 2, of: Self.verbs)
    }
    if context.isOne(first, of: Self.pronouns) { return true }
    // "Being part of the Premier Success Plan they cost nothing more"
    guard context.isOne(first, of: "being|as"), context.folded(first + 1) == "part" else { return false }
    return sentence.dropFirst(2).prefix(10).contains { context.isOne($0, of: "they|it") }
  }

  /// "The credit is used up before any prepayment": of the one credit that was just granted, not of what else it names.
  func opensWithNoun(of topic: [Int], _ sentence: Range<Int>) -> Bool {
    guard topic.count == 1, sentence.count > 3 else { return false }
    let start = sentence.lowerBound
    guard context.isOne(start, of: "the|this|that"), context.isOne(start + 2, of: Self.verbs) else {
      return false
    }
    let name = candidates[topic[0]].name.tokens
    let noun = context.folded(start + 1).droppingPlural
    return candidates[topic[0]].place == nil
      && (context.folded(name.upperBound - 1).droppingPlural == noun || candidates[topic[0]].quantity?.unit == noun)
  }

  static let pronouns: WordSet = ["they", "it", "its", "their", "both"]

  static let verbs: WordSet = ["is", "are", "shall", "must", "may", "can", "will", "have", "has"]
}
