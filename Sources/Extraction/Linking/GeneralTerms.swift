// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// What one sentence says of many grants by their place: "nothing in Schedule 2 is charged for", "none of what follows
/// costs you anything", "all of these benefits lapse with the term". Farther than anything said of a grant by name.
struct GeneralTerms {
  let context: DocumentContext
  let finder: AttachmentFinder
  let candidates: [Candidate]
  let blocks: [Int]
  let groups: GrantGroups
  let places: PlaceReferences
  private let marks: RowMarks

  init(context: DocumentContext, finder: AttachmentFinder, candidates: [Candidate]) {
    self.context = context
    self.finder = finder
    self.candidates = candidates
    groups = GrantGroups(context: context, knowledge: finder.knowledge, candidates: candidates)
    places = PlaceReferences(context)
    marks = RowMarks(context, finder.knowledge, candidates)
    blocks = candidates.map { context.stream.block(of: $0.tokens.lowerBound) }
  }

  func link(_ given: inout [[Attachment]]) {
    // The numbers of the words that point ahead: compared before any word is spelled out.
    let pointing = (Self.ahead + Self.following).map { context.vocabulary.id(of: $0) }
    for block in context.source.blocks.indices {
      if context.isTableRow(block) { continue }
      var hasPointed = false
      var annexed: [Int] = []
      // "… agrees to the measures in 2.2 to 2.5. None of them attracts a fee."
      var recalled: [Int] = []
      // "The days in item 2 … The voucher in item 3 … Whatever is left of either falls away."
      var spoken: Set<Int> = []
      for sentence in context.bodies(ofBlock: block) {
        let ahead = sentence.contains { pointing.contains(context.word($0)) && pointsAhead($0) }
        // "… is replaced as follows: Vendor grants 90 credits. They …" speaks of what the paragraph itself grants.
        defer { hasPointed = (hasPointed || ahead) && !grants(sentence) }
        guard sentence.count < 90 else { continue }
        let named = labelled(in: sentence, block) ?? headed(by: sentence, block) ?? marked(in: sentence)
        if link(deadlines: sentence, &given) || link(parted: sentence, block, &given)
          || link(excepting: sentence, block, &given) || link(exceptFor: sentence, block, &given)
          || link(grouped: sentence, block, &given)
        {
          if let named {
            recalled = named
            spoken.formUnion(named)
          }
          continue
        }
        var receivers = receivers(sentence, block, hasPointed: hasPointed, ahead: ahead)
        // "A benefit in clauses 4 to 6 … Save where its own clause names another day, it closes with …": those, not all.
        if isDefault(sentence), recalled.count > 1, sentence.contains(where: { context.isOne($0, of: "it|they") }),
          !sentence.contains(where: { context.isOne($0, of: Self.single) || context.isOne($0, of: Self.nouns) })
        {
          receivers = recalled
        }
        if receivers.isEmpty, !recalled.isEmpty, speaksAgain(sentence) || speaksOfRest(sentence) {
          receivers = spoken.count > recalled.count && speaksOfEach(sentence) ? spoken.sorted() : recalled
        }
        if let named { spoken.formUnion(named) }
        if let named { recalled = named } else if namesKind(sentence) { recalled = spoken.isEmpty ? [] : recalled }
        guard !namesKind(sentence) else { continue }
        if receivers.isEmpty {
          if let rows = self.annexed(in: sentence) { annexed = rows } else if !goesOn(sentence) { continue }
          guard !annexed.isEmpty else { continue }
          let found = finder.attachments(in: sentence, from: .section).filter {
            $0.speaksForAll && !$0.isTime && !$0.isUnreadTime
          }
          for row in annexed { given[row] += found }
          continue
        }
        // "An allowance not used lapses at the end of that month": a rule, of which the times are no grant's own.
        let rule = rule(in: sentence)
        let isDefault = rule != nil
        let isRule = context.isOne(sentence.lowerBound, of: "a|an") && !isDefault
        let told = rule.map { self.told(by: $0) } ?? finder.attachments(in: sentence, from: .section)
        // "What is granted here is available for the first year" says nothing of what comes in each of two years.
        let isStretch = told.contains { if case .time(let time) = $0.content { time.role == .during } else { false } }
        let found = told.filter {
          $0.speaksForAll && !(isRule && ($0.isTime || $0.isUnreadTime))
        }
        for receiver in receivers {
          let hasTime = given[receiver].contains { $0.isTime && !isLabel($0) || isStretch && $0.isRhythm }
          // What has its own time does not lapse by the rule for what has none.
          let isOwn = hasTime && isDefault && found.contains(where: \.isTime)
          given[receiver] += found.filter {
            !(($0.isTime || $0.isUnreadTime) && hasTime) && !(isOwn && $0.isFate)
          }.map { attachment in
            var near = attachment
            if attachment.isUnreadTime { near.from = .row }
            return near
          }
        }
      }
    }
    linkBases(&given)
  }

  /// "Items A and D close with the last day of the time in the table.": rows by their marks.
  private func marked(in sentence: Range<Int>) -> [Int]? {
    guard !marks.isEmpty else { return nil }
    let rows = RowMentions(context: context).labels(in: sentence).compactMap { marks.rows($0.label) }.flatMap(\.self)
    return rows.isEmpty ? nil : Array(Set(rows)).sorted()
  }

  /// "None of them …", "Each is …", "They …": of what the sentence before it named by its labels.
  private func speaksAgain(_ sentence: Range<Int>) -> Bool {
    let words = sentence.prefix(4).map { context.folded($0) }
    guard let first = words.first else { return false }
    // "A benefit in clauses 4 to 6 opens on … Whatever part of a Benefit is not used lapses."
    if sentence.prefix(6).dropFirst().contains(where: {
      context.isOne($0, of: Self.single) && context.isOne($0 - 1, of: "a|the|each|every|such|any")
    }) {
      return true
    }
    if ["they", "these", "each", "all", "both", "any"].contains(first) { return true }
    return ["none", "neither", "no"].contains(first) && words.contains { Self.pronouns.contains($0) }
  }

  /// A sentence that names a kind, or states a grant, speaks of that one.
  func namesKind(_ sentence: Range<Int>) -> Bool {
    context.names(in: sentence).contains { $0.kind != nil && !$0.isWeak }
      || grants(sentence)
  }

  private func grants(_ sentence: Range<Int>) -> Bool {
    candidates.contains { sentence.contains($0.tokens.lowerBound) }
  }

  // MARK: Which grants are meant

  private static let ahead = ["below", "hereafter", "hereinafter"]
  private static let following = ["following", "follows", "follow"]

  /// "the following", "what follows", "below"; not "following our meeting".
  private func pointsAhead(_ token: Int) -> Bool {
    let word = context.folded(token)
    if Self.ahead.contains(word) { return true }
    guard token > 0 else { return false }
    let before = context.folded(token - 1)
    switch word {
    case "following": return before == "the" || before == "these"
    case "follows", "follow": return ["what", "which", "that", "as"].contains(before)
    default: return false
    }
  }

  private static let pronouns: WordSet = ["it", "them", "these", "they", "thereof", "therefor", "this", "that"]
  /// "Unless an item states a price, nothing is paid for it."
  private static let eachThing: WordSet = [
    "item", "items", "entitlement", "benefit", "none", "nothing", "everything", "all", "what", "whatever",
  ]
  /// Words for whatever is granted.
  private static let collective: WordSet = [
    "anything", "everything", "nothing", "none", "all", "any", "items", "item", "benefits", "benefit", "entitlements",
    "entitlement", "grants", "incentives", "incentive", "allowances", "allowance", "extras", "extra", "concessions",
    "what", "services", "quotas", "quantities", "allotments", "matters", "described", "listed", "mentioned", "set",
    "contained",
    "granted", "courtesies", "lines",
  ]
  private static let nouns: WordSet = [
    "benefits", "entitlements", "incentives", "allowances", "extras", "concessions", "courtesies", "goodies",
    "freebies",
    "perks", "giveaways", "gifts", "grants", "bonuses", "allotments",
  ]
  private static let single: WordSet = [
    "benefit", "entitlement", "incentive", "allowance", "extra", "concession", "perk", "bonus", "allotment",
  ]
  private static let each: WordSet = ["each", "every", "any", "no"]
  /// "At no extra cost" is said of one grant.
  private static let costs: WordSet = [
    "cost", "costs", "charge", "charges", "fee", "fees", "price", "payment", "expense", "money", "effort",
  ]
  private static let wholes: WordSet = [
    "all", "such", "these", "the", "any", "no", "said", "foregoing", "above", "aforesaid", "preceding", "free",
    "listed", "our",
  ]

  func receivers(_ sentence: Range<Int>, _ block: Int, hasPointed: Bool, ahead: Bool) -> [Int] {
    let labelled = labelled(in: sentence, block)
    // "The items in clauses 2.1 and 2.2": of both, where the place alone is the first.
    if let place = place(in: sentence, block) {
      return labelled.map { $0.count > place.count ? $0 : place } ?? place
    }
    if let labelled { return labelled }
    if isDefault(sentence) { return Array(candidates.indices) }
    if let before = before(sentence, block) { return before }
    if ahead, sentence.contains(where: { context.isOne($0, of: Self.collective) }) { return following(sentence, block) }
    if hasPointed,
      sentence.prefix(8).contains(where: {
        context.isOne($0, of: Self.pronouns) || context.isOne($0, of: Self.eachThing)
      })
    {
      return following(sentence, block)
    }
    return byNoun(sentence, block)
  }

  /// "anything in Schedule 2", "what is described in this section".
  private func place(in sentence: Range<Int>, _ block: Int) -> [Int]? {
    for token in sentence.dropFirst() where PlaceReferences.nouns.contains(context.folded(token).droppingPlural) {
      let before = max(sentence.lowerBound, token - 9)..<token
      guard before.contains(where: { context.isOne($0, of: Self.collective) }) else { continue }
      if context.isOne(token - 1, of: "this|present") {
        let section = container(of: block, called: context.folded(token))
        return section >= 0 ? under(section) : nil
      }
      // "What section 3 grants is available for the first Contract Year"
      if context.isOne(token - 1, of: "of|in|under|by|at|to|from|what|whatever|everything|anything|that|all|which"),
        let target = places.blocks(at: token, in: sentence)
      {
        return candidates.indices.filter { target.contains(blocks[$0]) }
      }
    }
    return nil
  }

  /// The heading that this place calls itself by ("this Schedule"), else the nearest.
  private func container(of block: Int, called word: String) -> Int {
    let headings = ([block] + context.outline.ancestors(of: block)).filter { context.outline.isHeading[$0] }
    return headings.first { context.stream.tokens(ofBlock: $0).prefix(2).contains { context.folded($0) == word } }
      ?? headings.first ?? -1
  }

  private func under(_ block: Int) -> [Int] {
    let range = block..<context.outline.descendants(of: block).upperBound
    return candidates.indices.filter { range.contains(blocks[$0]) }
  }

  /// What comes after a sentence that points ahead: the rest of its paragraph and what stands behind that. "The extras that
  /// follow are free. A. Thirty credits": the first of them stands in the paragraph itself.
  private func following(_ sentence: Range<Int>, _ block: Int) -> [Int] {
    let here = candidates.indices.filter {
      blocks[$0] == block && candidates[$0].tokens.lowerBound >= sentence.upperBound
    }
    let behind = following(block)
    return behind.isEmpty ? [] : here + behind
  }

  /// What comes after a paragraph that points ahead: the list, the table or the run of titled sections behind it.
  private func following(_ block: Int) -> [Int] {
    let all = context.source.blocks
    let next = block + 1
    guard next < all.count else { return [] }
    var end = next
    if case .heading(let level) = all[next].role {
      let isLabelled = all[next].label != nil
      end = next + 1
      while end < all.count {
        if case .heading(let other) = all[end].role {
          if other < level || (other == level && (all[end].label != nil) != isLabelled) { break }
        }
        end += 1
      }
    } else {
      while end < all.count {
        if context.outline.isHeading[end] { break }
        if case .paragraph = all[end].role, end > next { break }
        end += 1
      }
    }
    return candidates.indices.filter { (next..<end).contains(blocks[$0]) }
  }

  /// "All incentives lapse at the end of the term": those of the section, else of the whole document.
  private func byNoun(_ sentence: Range<Int>, _ block: Int) -> [Int] {
    // "Save for what is granted in 1.1, all gifts expire …": not all.
    guard
      !sentence.prefix(5).contains(where: {
        context.isOne($0, of: "save|except|apart|besides|excluding")
      }),
      sentence.first.map({ context.isOne($0, of: Self.nouns) }) ?? false
        || sentence.count > 4 && context.isOne(sentence.lowerBound, of: "a|an")
          && context.isOne(sentence.lowerBound + 1, of: Self.single)
          && context.isOne(sentence.lowerBound + 2, of: "that|which|not|left|unused|lapses|expires")
        || sentence.dropFirst().contains(where: {
          context.isOne($0, of: Self.nouns) && context.isOne($0 - 1, of: Self.wholes)
            || context.isOne($0, of: Self.single) && context.isOne($0 - 1, of: Self.each)
              && !isConditional(sentence) && !context.isOne($0 + 1, of: Self.costs)
        })
    else { return [] }
    let section = context.outline.section(of: block)
    let near = section >= 0 ? under(section) : []
    return near.isEmpty ? Array(candidates.indices) : near
  }
}
