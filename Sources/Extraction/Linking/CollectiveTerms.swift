// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// What a sentence behind several grants says of all of them: "Supplier gives 20 credits. It gives 6 vouchers. None of
/// these items carries a fee. They end on 31 May, and what is unused is lost." Behind a list, a paragraph or a run of clauses.
struct CollectiveTerms {
  private let terms: GeneralTerms
  private var context: DocumentContext { terms.context }
  private var candidates: [Candidate] { terms.candidates }
  /// The block of each candidate.
  private var blocks: [Int] { terms.blocks }

  private static let longest = 90

  private let endNotes: EndNotes

  init(_ terms: GeneralTerms, _ endNotes: EndNotes) {
    self.terms = terms
    self.endNotes = endNotes
  }

  func link(_ given: inout [[Attachment]]) {
    guard candidates.count > 1, let first = blocks.min() else { return }
    for block in first..<context.source.blocks.count where !context.isTableRow(block) && !endNotes.isNote(block) {
      var group: [Int] = []
      for sentence in context.bodies(ofBlock: block) {
        if sentence.count > Self.longest || candidates.contains(where: { sentence.contains($0.tokens.lowerBound) }) {
          group = []
          continue
        }
        if let meant = meant(by: sentence, block) ?? terms.labelled(in: sentence, block) {
          group = meant
        } else if !goesOn(sentence) {
          group = []
        }
        if group.count > 1 { give(sentence, to: group, &given) }
      }
    }
  }

  private func give(_ sentence: Range<Int>, to group: [Int], _ given: inout [[Attachment]]) {
    // "Of these, the vouchers expire on 31 May": of one of them.
    guard !context.names(in: sentence).contains(where: { $0.kind != nil && !$0.isWeak }), !namesUnit(sentence, group)
    else { return }
    // It stands behind them as the rest of an item does behind its beginning.
    let found = terms.finder.attachments(in: sentence, from: .item).filter(\.speaksForAll).map { attachment in
      var far = attachment
      far.from = attachment.isUnreadTime ? .row : .section
      return far
    }
    let isFree = found.contains { if case .free = $0.content { true } else { false } }
    guard isFree || !isOfOtherMatters(sentence) else { return }
    for receiver in group {
      let hasTime = given[receiver].contains {
        ($0.isTime || $0.isUnreadTime) && $0.refused == nil && $0.from <= .row
          && !sentence.contains($0.tokens.lowerBound)
      }
      for attachment in found {
        if (attachment.isTime || attachment.isUnreadTime) && hasTime { continue }
        let isThere = given[receiver].contains {
          $0.refused == nil && $0.tokens == attachment.tokens && $0.isLike(attachment)
        }
        if isThere { continue }
        given[receiver].append(attachment)
      }
    }
  }

  /// "unused hours are carried over": its own noun picks one of them.
  private func namesUnit(_ sentence: Range<Int>, _ group: [Int]) -> Bool {
    let nouns = Set(sentence.map { context.folded($0).droppingPlural })
    return group.contains { index in
      let unit = candidates[index].quantity?.unit ?? candidates[index].name.unit
      return unit.map { nouns.contains($0) && $0 != "month" && $0 != "day" } ?? false
    }
  }

  private static let otherMatters: WordSet = [
    "price", "prices", "invoice", "invoiced", "invoices", "payment", "renewal", "renews", "renew", "terminate",
    "terminates", "terminated", "termination", "breach", "if", "quote", "ordered", "order",
  ]
  private static let otherReasons: Set<Lead.Reason> = [.optional_purchase, .remedy, .customer_obligation]

  private func isOfOtherMatters(_ sentence: Range<Int>) -> Bool {
    sentence.contains { context.isOne($0, of: Self.otherMatters) && !isOfTerm($0) }
      || context.cues(in: sentence).contains { _, cue in cue.reason.map(Self.otherReasons.contains) ?? false }
  }

  /// "Order End Date", "order term": a time, and no order.
  private func isOfTerm(_ token: Int) -> Bool {
    token + 1 < context.stream.count && context.isOne(token, of: "order")
      && context.isOne(token + 1, of: "end|start|term|date|form|year")
  }

  // MARK: Which grants are meant

  private static let quantifiers: WordSet = ["all", "each", "every", "none", "any", "both", "neither"]
  private static let pronouns: WordSet = ["these", "those", "them", "they"]
  private static let behind: WordSet = ["above", "foregoing", "aforesaid", "aforementioned", "preceding", "said"]
  private static let nouns: WordSet = [
    "benefits", "benefit", "items", "item", "entitlements", "entitlement", "incentives", "incentive", "allowances",
    "allowance", "extras", "extra", "concessions", "concession", "courtesies", "perks", "grants", "grant", "allotments",
    "allotment", "services", "quantities", "things", "resources", "contributions", "commitments", "offerings",
    "measures",
  ]
  private static let verbs: WordSet = [
    "is", "are", "must", "may", "can", "shall", "will", "come", "comes", "cost", "costs", "carry", "carries", "lapse",
    "lapses", "expire", "expires", "end", "ends", "have", "has", "run", "runs", "stay", "remain", "last", "apply",
    "need",
    "needs", "attracts", "attract", "cease", "terminate", "was", "were", "requires", "require", "cannot",
  ]

  /// The grants before a sentence that it speaks of together; nil where it does not say so.
  private func meant(by sentence: Range<Int>, _ block: Int) -> [Int]? {
    let label = context.source.blocks[block].label?.upperBound ?? 0
    let body = sentence.drop { Int(context.stream.tokens[$0].start) < label || context.isOne($0, of: "•|*|-|–|.") }
    let words = body.prefix(12).map { context.folded($0) }
    guard words.count > 4 else { return nil }
    func isThese(_ at: Int) -> Bool {
      guard words.indices.contains(at) else { return false }
      if Self.pronouns.contains(words[at]) || Self.behind.contains(words[at]) { return true }
      return words[at] == "the" && at + 1 < words.count
        && (Self.behind.contains(words[at + 1]) || Self.nouns.contains(words[at + 1]))
    }
    let next = words[1]
    let isAll: Bool
    if Self.quantifiers.contains(words[0]) {
      isAll = next == "of" ? isThese(2) : isThese(1) || Self.nouns.contains(next) || Self.verbs.contains(next)
    } else if words[0] == "the" {
      isAll =
        Self.behind.contains(next) && words.count > 2
        && (Self.nouns.contains(words[2]) || Self.verbs.contains(words[2]))
    } else if Self.pronouns.contains(words[0]) {
      isAll = Self.nouns.contains(next) || Self.verbs.contains(next) || Self.quantifiers.contains(next)
    } else if ["no", "nothing", "there"].contains(words[0]) {
      // "No fee is payable for any of these", "Nothing is charged for them"
      isAll = words.indices.dropFirst(2).contains { at in
        isThese(at) && ["for", "of", "on", "under", "to"].contains(words[at - 1])
      }
    } else {
      isAll = false
    }
    guard isAll else { return nil }
    let isBare = Self.pronouns.contains(words[0]) && Self.verbs.contains(next)
    return group(before: sentence, block, isBare: isBare)
  }

  /// `isBare`: "They …" speaks of what the sentence before it gives.
  private func group(before sentence: Range<Int>, _ block: Int, isBare: Bool) -> [Int]? {
    let same = candidates.indices.filter {
      blocks[$0] == block && candidates[$0].tokens.lowerBound < sentence.lowerBound
    }
    if let last = same.last {
      guard isBare else { return same.count > 1 ? same : nil }
      let own = same.filter { candidates[$0].sentence == candidates[last].sentence }
      return own.count > 1 ? own : nil
    }
    guard let last = candidates.indices.last(where: { blocks[$0] < block }) else { return nil }
    let run = run(to: block, from: blocks[last])
    return run.count > 1 ? run : nil
  }

  /// What the blocks right before one grant, back to a heading or to one that grants nothing; rows of a table are one.
  private func run(to block: Int, from last: Int) -> [Int] {
    // A clause of other matters between them, and "these" are no longer at hand.
    guard block - last <= 2, !(last + 1..<block).contains(where: { context.outline.isHeading[$0] }) else { return [] }
    let granting = Set(blocks)
    var first = last
    while first > 0, granting.contains(first - 1) || context.isTableRow(first) && context.isTableRow(first - 1) {
      if context.outline.isHeading[first - 1], !granting.contains(first - 1) { break }
      first -= 1
    }
    return candidates.indices.filter { (first..<block).contains(blocks[$0]) }
  }

  private static let goingOn: WordSet = ["they", "these", "those", "each", "all", "both", "any", "none", "neither"]
  private static let owned: WordSet = ["their", "them", "these", "those", "thereof"]

  /// "They end on 31 May.", "The last day for their use is 31 May.": the sentence behind one that spoke of all.
  private func goesOn(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first else { return false }
    return context.isOne(first, of: Self.goingOn) || context.isOne(first, of: "unused|unspent|after")
      || sentence.prefix(10).contains { context.isOne($0, of: Self.owned) }
  }
}
