// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Sentences that name several of the grants before them by their nouns and give each its own: "The vouchers expire on 31
/// May and the hours on 30 June", "The hours are valid for 12 months, all other benefits for the term", "Unused credits
/// lapse; unused hours are carried over".
struct NounTerms {
  let context: DocumentContext
  let finder: AttachmentFinder
  let candidates: [Candidate]
  private let blocks: [Int]
  private let nouns: [Set<String>]

  private static let longest = 80
  private static let most = 60

  init(context: DocumentContext, finder: AttachmentFinder, candidates: [Candidate]) {
    self.context = context
    self.finder = finder
    self.candidates = candidates
    blocks = candidates.map { context.stream.block(of: $0.tokens.lowerBound) }
    nouns = candidates.map { candidate in
      let unit = candidate.quantity?.unit ?? candidate.name.unit
      let last = candidate.name.tokens.last.map { context.folded($0).droppingPlural }
      return Set([unit, last].compactMap { $0 }.filter { !Self.plain.contains($0) })
    }
  }

  /// Nouns that stand for much else.
  private static let plain: WordSet = ["month", "year", "day", "user", "call", "plan", "support", "gb", "time"]

  func link(_ given: inout [[Attachment]]) {
    guard (2...Self.most).contains(candidates.count), let first = blocks.min() else { return }
    for block in first..<context.source.blocks.count where !context.isTableRow(block) {
      let near = nearby(block)
      guard near.count > 1 else { continue }
      for sentence in context.bodies(ofBlock: block) where (6...Self.longest).contains(sentence.count) {
        guard !candidates.contains(where: { sentence.contains($0.tokens.lowerBound) }), !isOfOthers(sentence) else {
          continue
        }
        link(sentence, near, &given)
      }
    }
  }

  private static let otherReasons: Set<Lead.Reason> = [
    .remedy, .customer_obligation, .not_effective, .conditional,
  ]

  /// "During the term Customer may buy more credits and a second sandbox": of what is not granted.
  private func isOfOthers(_ sentence: Range<Int>) -> Bool {
    // What all lengths count from, and what the order of the grants tells, is read elsewhere.
    sentence.contains {
      context.isOne($0, of: "more|further|additional|extra|counted|reckoned|calculated|measured|respectively")
    }
      || context.cues(in: sentence).contains { _, cue in cue.reason.map(Self.otherReasons.contains) ?? false }
  }

  /// Grants that are named together, and where.
  private struct Group {
    var members: Set<Int>
    var tokens: Range<Int>
    var isRest = false
  }

  private func link(_ sentence: Range<Int>, _ near: [Int], _ given: inout [[Attachment]]) {
    let groups = groups(in: sentence, near)
    if groups.count == 1,
      opensWithList(groups[0].tokens, sentence, kinds: Set(groups[0].members.map { candidates[$0].kind }))
    {
      let found = finder.attachments(in: sentence, from: .item).filter { isShared($0) }
      guard let fate = jointFate(found, [groups[0].tokens], in: sentence) else { return }
      for member in groups[0].members where !tellsFate(given[member], in: sentence) { given[member].append(fate) }
      return
    }
    guard groups.count > 1, Set(groups.flatMap(\.members)).count == groups.map(\.members.count).reduce(0, +) else {
      return
    }
    let found = finder.attachments(in: sentence, from: .item).filter { isShared($0) }
    if let fate = jointFate(found, groups.map(\.tokens), in: sentence), !groups.contains(where: \.isRest) {
      for member in groups.flatMap(\.members) where !tellsFate(given[member], in: sentence) {
        given[member].append(fate)
      }
      return
    }
    // "The hours cost $900; everything else is free" is no list of prices.
    let isFree = found.contains { if case .free = $0.content { true } else { false } }
    guard isFree || !context.cues(in: sentence).contains(where: { $0.cue.reason == .optional_purchase }) else { return }
    var shares = [[Attachment]](repeating: [], count: groups.count)
    let isFronted = found.contains { isBefore($0, groups[0]) } && found.contains { isBefore($0, groups[1]) }
    for attachment in found {
      let owner =
        isFronted
        ? groups.firstIndex { attachment.tokens.upperBound <= $0.tokens.lowerBound } ?? groups.count - 1
        : groups.lastIndex { $0.tokens.upperBound <= attachment.tokens.lowerBound + 1 } ?? 0
      shares[owner].append(attachment)
    }
    for index in groups.indices where !shares[index].contains(where: \.isTime) {
      let limit = index + 1 < groups.count ? groups[index + 1].tokens.lowerBound : sentence.upperBound
      if let end = bareEnd(behind: groups[index].tokens.upperBound, limit, sentence)
        ?? sameLength(behind: groups[index].tokens.upperBound, as: index > 0 ? shares[index - 1] : [])
      {
        shares[index].removeAll(where: \.isUnreadTime)
        shares[index].append(end)
      }
    }
    // Where one of them gets nothing, the sentence speaks of something else, or of all alike.
    guard shares.allSatisfy({ !$0.isEmpty }) else { return }
    for (group, share) in zip(groups, shares) {
      for member in group.members {
        given[member].removeAll { sentence.contains($0.tokens.lowerBound) && isShared($0) }
        given[member] += share.map { attachment in
          var near = attachment
          near.isNamed = !group.isRest
          return near
        }
      }
    }
  }

  private func isShared(_ attachment: Attachment) -> Bool {
    switch attachment.content {
    case .time, .unreadTime, .unused, .free, .fee: true
    default: false
    }
  }

  /// "Until 30 June Customer may use the hours, and until 31 May the credits": the time stands right before its grant.
  private func isBefore(_ attachment: Attachment, _ group: Group) -> Bool {
    guard attachment.isTime, attachment.tokens.upperBound <= group.tokens.lowerBound else { return false }
    let between = attachment.tokens.upperBound..<group.tokens.lowerBound
    return between.count <= 7 && !between.contains { context.isOne($0, of: ";|.|and|or") }
  }

  private static let asides: WordSet = [
    ",", "by", "contrast", "however", "in", "turn", "only", "though", "instead", "already", "not", "before", "whereas",
    "(", ":", "–", "—", "=", "the", "date", "deadline", "is",
  ]

  /// "the hours by 30 June", "the fund, by contrast, on 31 May", "hours: 30 June": a day with nothing but its preposition,
  /// a sign or an aside behind the noun.
  private func bareEnd(behind token: Int, _ limit: Int, _ sentence: Range<Int>) -> Attachment? {
    var at = token
    while at < limit, at < token + 7, context.isOne(at, of: Self.asides), !opensDate(at) { at += 1 }
    let isBare = at > token && context.isOne(at - 1, of: ",|:|–|—|(|=|is") && opensDate(at)
    if isBare { return isOfDeadlines(sentence) ? end(at, from: token, limit) : nil }
    guard at + 1 < limit, context.isOne(at, of: "by|until|till|on|through") else { return nil }
    return end(at + 1, from: at, limit)
  }

  private func opensDate(_ token: Int) -> Bool {
    context.dates(in: token..<min(token + 7, context.stream.count)).first?.tokens.lowerBound == token
  }

  private func end(_ token: Int, from start: Int, _ limit: Int) -> Attachment? {
    guard let date = context.dates(in: token..<max(token, min(limit, token + 8))).first,
      date.tokens.lowerBound == token
    else { return nil }
    let tokens = start..<date.tokens.upperBound
    let statement = TimeStatement(role: .end, point: .date(DateValue(date.date)), tokens: tokens)
    return Attachment(content: .time(statement), tokens: tokens, from: .item)
  }

  /// A list of last days: "The time limits are: hours, 30 June; credits, 31 May".
  private func isOfDeadlines(_ sentence: Range<Int>) -> Bool {
    sentence.contains {
      context.isOne(
        $0,
        of: "deadline|deadlines|limit|limits|until|expire|expires|end|ends|used|expiry|lapse|lapses|redeemed|by|last")
    }
  }

  /// "The hours run for nine months from …, the credits for twelve": another number of the same.
  private func sameLength(behind token: Int, as before: [Attachment]) -> Attachment? {
    guard token + 1 < context.stream.count, context.isOne(token, of: "for|within|after"),
      let number = Int(context.folded(token + 1)) ?? Ordinals.cardinal(context.folded(token + 1)), number > 0,
      token + 2 >= context.stream.count || context.isOne(token + 2, of: ".|,|;|and|(|)")
    else { return nil }
    for attachment in before {
      guard case .time(let statement) = attachment.content, case .duration(let length, let base)? = statement.period
      else { continue }
      let tokens = token..<(token + 2)
      let period = TimePeriod.duration(CalendarDuration(amount: Decimal(number), unit: length.unit), from: base)
      return Attachment(
        content: .time(TimeStatement(role: .during, period: period, tokens: tokens)), tokens: tokens, from: .item)
    }
    return nil
  }

  /// The grants of the paragraphs before, back to their heading; those of other sections are named in full.
  private func nearby(_ block: Int) -> [Int] {
    let section = context.outline.section(of: block)
    let own = candidates.indices.filter {
      blocks[$0] <= block && context.outline.section(of: blocks[$0]) == section
    }
    return own.isEmpty ? candidates.indices.filter { blocks[$0] < block } : own
  }

  private func groups(in sentence: Range<Int>, _ near: [Int]) -> [Group] {
    var found: [Group] = []
    let names = context.names(in: sentence).filter { $0.kind != nil && !$0.isWeak }
    for token in sentence {
      if let rest = rest(at: token, sentence) {
        found.append(Group(members: [], tokens: token..<rest, isRest: true))
        continue
      }
      let word = context.folded(token).droppingPlural
      var members = near.filter { nouns[$0].contains(word) }
      guard !members.isEmpty else { continue }
      // "the partner voucher" is none of the exam vouchers.
      if let kind = names.first(where: { $0.tokens.upperBound == token + 1 && $0.tokens.count > 1 })?.kind {
        let own = members.filter { candidates[$0].kind == kind }
        if !own.isEmpty { members = own }
      }
      if let last = found.last, !last.isRest, isJoined(last.tokens.upperBound..<token) {
        found[found.count - 1].members.formUnion(members)
        found[found.count - 1].tokens = last.tokens.lowerBound..<(token + 1)
      } else {
        found.append(Group(members: Set(members), tokens: token..<(token + 1)))
      }
    }
    // "20 hours a month": what is said twice is named once.
    guard found.count(where: \.isRest) < 2 else { return [] }
    let named = Set(found.flatMap(\.members))
    return found.map { group in
      var group = group
      if group.isRest { group.members = Set(near).subtracting(named) }
      return group
    }
  }

  /// "all other benefits", "the others", "everything else": what the sentence does not name.
  private func rest(at token: Int, _ sentence: Range<Int>) -> Int? {
    guard token + 1 < sentence.upperBound else { return nil }
    switch context.folded(token) {
    case "everything", "anything": return context.isOne(token + 1, of: "else") ? token + 2 : nil
    case "all", "the":
      // "All benefits end on 31 May, the hours on 30 June": all but what follows.
      if token <= sentence.lowerBound + 1, context.isOne(token + 1, of: Self.collective) { return token + 2 }
      let at = context.isOne(token + 1, of: "the") ? token + 2 : token + 1
      guard context.isOne(at, of: "other|others|rest|remaining|remainder") else { return nil }
      return context.isOne(at + 1, of: "benefits|items|entitlements|grants|allowances|services|extras|things")
        ? at + 2 : at + 1
    default: return nil
    }
  }

  private static let collective: WordSet = [
    "benefits", "items", "entitlements", "grants", "allowances", "extras", "incentives", "concessions",
  ]

  /// "the training credits and the exam vouchers": nothing but joints and the words of the next name between.
  private func isJoined(_ between: Range<Int>) -> Bool {
    between.count <= 5
      && between.contains { context.isOne($0, of: ",|and|or|&") }
      && between.allSatisfy { token in
        context.isOne(token, of: ",|and|or|&|the|all|any|unused|both") || isOfName(token)
          || context.isCapitalised(token)
      }
  }

  private func isOfName(_ token: Int) -> Bool {
    context.names(in: token..<(token + 1)).contains { $0.kind != nil }
      || candidates.contains { candidate in
        candidate.name.tokens.contains { context.folded($0) == context.folded(token) }
      }
  }
}
