// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Divides what a sentence says among the grants that stand in it.
struct SentenceSharing {
  let context: DocumentContext
  let candidates: [Candidate]

  /// What stands before all of them is everyone's; what stands after one is its own. What stands after the last of a list
  /// is also that of those before it that have nothing of the sort themselves, sums of money excepted; what stands after
  /// one in the middle is not, unless it says "both" or "and" alone joins the two. A semicolon parts what belongs
  /// together.
  func share(_ attachments: [Attachment], among here: [Int], _ given: inout [[Attachment]]) {
    guard here.count > 1 else {
      if let only = here.first {
        given[only] += attachments.filter {
          !isOwnWords($0, candidates[only]) && !isOfUncountedItem($0, candidates[only])
        }
      }
      return
    }
    let starts = here.map { candidates[$0].tokens.lowerBound }
    let attachments = respective(attachments, among: here)
    var own = [[Attachment]](repeating: [], count: here.count)
    for (attachment, stated) in attachments {
      if let receiver = stated ?? named(attachment, among: here) {
        own[receiver].append(attachment)
        continue
      }
      let before = opening(attachment, starts, here) ?? position(of: attachment, starts)
      guard before >= 0, !(before == 0 && isFreeBeforeAll(attachment, candidates[here[0]])) else {
        for position in here.indices { own[position].append(attachment) }
        continue
      }
      if isOwnWords(attachment, candidates[here[before]]) { continue }
      if isOfUncountedItem(attachment, candidates[here[before]]) { continue }
      own[before].append(attachment)
    }
    // From the last to the first: what those behind say, the nearest of each sort.
    var behind: [Attachment] = []
    for position in here.indices.reversed() {
      let alone = own[position]
      own[position] += behind.map { attachment in
        alone.contains { $0.isLike(attachment) } ? attachment.refused("it is said of the grant before it") : attachment
      }
      given[here[position]] += own[position]
      guard position > 0 else { break }
      let isClosed = position < here.count - 1 && !isParted(starts[position], starts[position + 1])
      let before = min(candidates[here[position - 1]].tokens.upperBound, starts[position])
      let joint = before..<starts[position]
      let near = alone.filter {
        starts[position] <= $0.tokens.lowerBound && !isParted(starts[position], $0.tokens.lowerBound)
          && (saysAll($0) || !$0.isSum && !isNumbered(joint) && (!isClosed || isJoinedByAnd(joint)))
      }
      var nearest: [Attachment] = []
      if !isParted(starts[position - 1], starts[position]) {
        for attachment in near + behind where !nearest.contains(where: { $0.isLike(attachment) }) {
          nearest.append(attachment)
        }
      }
      behind = nearest
    }
  }

  /// "36 seats and 60 hours; whereas seats lapse at year end, hours are carried forward": what becomes of a grant that is
  /// named again by its noun, behind all of them.
  private func named(_ attachment: Attachment, among here: [Int]) -> Int? {
    guard attachment.isFate, let last = here.last, attachment.tokens.lowerBound > candidates[last].tokens.upperBound
    else { return nil }
    let low = max(candidates[last].tokens.upperBound, attachment.tokens.lowerBound - 6)
    let start = (low..<attachment.tokens.lowerBound).last { context.isOne($0, of: ",|;|whereas|while|and|but") } ?? low
    let nouns = (start..<attachment.tokens.upperBound).map { context.folded($0).droppingPlural }
    let meant = here.indices.filter { position in
      let candidate = candidates[here[position]]
      return (candidate.quantity?.unit ?? candidate.name.unit).map(nouns.contains) ?? false
    }
    return meant.count == 1 ? meant[0] : nil
  }

  /// "Supplier provides, without a fee, 40 hours and 20 vouchers": said after the verb, before the first thing's name.
  private func isFreeBeforeAll(_ attachment: Attachment, _ first: Candidate) -> Bool {
    guard case .free = attachment.content, attachment.tokens.upperBound <= first.name.tokens.lowerBound else {
      return false
    }
    return (first.tokens.lowerBound..<attachment.tokens.lowerBound).allSatisfy {
      context.stream.tokens[$0].tokenClass != .number
    }
  }

  private static let pricing: WordSet = [
    "for", "at", "a", "an", "the", "of", "fee", "price", "charge", "cost", "total", "flat", "against", "sum", "lump",
  ]

  private func isParted(_ from: Int, _ to: Int) -> Bool {
    from < to && (from..<to).contains { context.folded($0) == ";" }
  }

  private func isOwnWords(_ attachment: Attachment, _ candidate: Candidate) -> Bool {
    if case .fee = attachment.content, let money = candidate.money { return money.tokens.overlaps(attachment.tokens) }
    return false
  }

  /// "Standard Support until May; from then on Premier Support", "one sandbox and, in Contract Year 1, 40 hours": a time
  /// right behind the word that joins two grants is of the second.
  private func opening(_ attachment: Attachment, _ starts: [Int], _ here: [Int]) -> Int? {
    switch attachment.content {
    case .time, .recurrence: break
    default: return nil
    }
    let next = starts.partition { $0 > attachment.tokens.lowerBound }
    guard next > 0, next < starts.count else { return nil }
    var at = attachment.tokens.lowerBound - 1
    while at > starts[next - 1], context.isOne(at, of: ",|("), attachment.tokens.lowerBound - at < 3 { at -= 1 }
    guard at >= candidates[here[next - 1]].tokens.upperBound, context.isOne(at, of: "and|;|but|while|whereas|plus")
    else {
      return nil
    }
    let between = attachment.tokens.upperBound..<max(attachment.tokens.upperBound, starts[next])
    return between.count <= 14 && !between.contains { context.isOne($0, of: "and|;|or|but") } ? next : nil
  }

  /// Which grant an attachment stands behind; of "a quarterly allotment of 2 sessions" the one before.
  private func position(of attachment: Attachment, _ starts: [Int]) -> Int {
    let next = starts.partition { $0 > attachment.tokens.lowerBound }
    if case .recurrence = attachment.content, next < starts.count,
      (attachment.tokens.upperBound...(attachment.tokens.upperBound + 2)).contains(where: {
        $0 < starts[next] && context.isOne($0, of: "of") && starts[next] - $0 <= 3
      })
    {
      return next
    }
    if next < starts.count, next > 0, opensNext(attachment, starts[next]) { return next }
    return next - 1
  }

  /// "20 credits and, free of charge, 2 sandboxes": between the joint and the next grant, of that one alone.
  private func opensNext(_ attachment: Attachment, _ start: Int) -> Bool {
    switch attachment.content {
    case .free, .time, .unreadTime, .recurrence, .fee, .feeEach: break
    default: return false
    }
    var behind = attachment.tokens.upperBound
    guard behind <= start, attachment.tokens.lowerBound > 1 else { return false }
    if context.folded(behind) == "," { behind += 1 }
    var before = attachment.tokens.lowerBound - 1
    // "for a fee of $900": the sum alone was read.
    if attachment.isPrice {
      while before > 1, context.isOne(before, of: Self.pricing) { before -= 1 }
    }
    if context.folded(before) == "," { before -= 1 }
    return behind == start && context.isOne(before, of: "and|plus|also|&|;")
  }

  /// "30 credits and 12 vouchers, valid until 31 December and 31 March respectively": the times in the order of the
  /// grants. Where there are more or fewer of them nobody can say which is whose: they stay unread.
  private func respective(_ attachments: [Attachment], among here: [Int]) -> [(Attachment, Int?)] {
    let sentence = candidates[here[0]].sentence
    guard let last = here.last, let mark = context.firstIndex(of: "respectively", in: sentence),
      candidates[last].tokens.lowerBound < mark
    else { return attachments.map { ($0, nil) } }
    func isOfAll(_ attachment: Attachment) -> Bool {
      attachment.isTime && attachment.tokens.lowerBound >= candidates[last].tokens.upperBound
        && attachment.tokens.lowerBound < mark
    }
    let count = attachments.count(where: isOfAll)
    let behind = candidates[last].tokens.upperBound..<max(candidates[last].tokens.upperBound, mark)
    if count == 0, let length = context.durations(in: behind).first {
      let unread = Attachment(content: .unreadTime, tokens: length.tokens, from: .sentence)
      return attachments.map { ($0, nil) } + here.indices.map { (unread, $0) }
    }
    guard count > 0 else { return attachments.map { ($0, nil) } }
    var number = -1
    return attachments.map { attachment in
      guard isOfAll(attachment) else { return (attachment, nil) }
      number += 1
      if count == here.count { return (attachment, number) }
      return (Attachment(content: .unreadTime, tokens: attachment.tokens, from: attachment.from), nil)
    }
  }

  /// "Both valid until 31 May", "each of them free of charge".
  private func saysAll(_ attachment: Attachment) -> Bool {
    let sentence = context.sentence(of: attachment.tokens.lowerBound)
    let near = max(sentence.lowerBound, attachment.tokens.lowerBound - 6)..<attachment.tokens.upperBound
    return near.contains { token in
      context.isOne(token, of: "both|all|either|together|altogether|total")
        || context.isOne(token, of: "each") && token + 1 < sentence.upperBound
          && context.isOne(token + 1, of: "of|case|valid|usable|available|free|for|until|expiring")
    }
  }

  /// "10 seats and 4 vouchers": no comma between the two.
  private func isJoinedByAnd(_ joint: Range<Int>) -> Bool {
    joint.contains { context.isOne($0, of: "and|plus|or|&") } && !joint.contains { context.folded($0) == "," }
  }

  /// "(i) 10 seats, (ii) 4 vouchers".
  private func isNumbered(_ joint: Range<Int>) -> Bool {
    joint.contains { token in
      context.folded(token) == "(" && token + 2 < context.stream.count && context.folded(token + 2) == ")"
        && context.folded(token + 1).utf8.count <= 4 && !context.isOne(token + 1, of: "the|free|new")
    }
  }

  private static let reach = 40

  /// "20 Viewer seats; 10 Planner seats (six months)": behind a semicolon another number counts what no pack knows.
  private func isOfUncountedItem(_ attachment: Attachment, _ candidate: Candidate) -> Bool {
    let from = candidate.tokens.upperBound
    guard from < attachment.tokens.lowerBound,
      let part = (max(from, attachment.tokens.lowerBound - Self.reach)..<attachment.tokens.lowerBound).last(where: {
        context.folded($0) == ";"
      }),
      let value = context.values(in: (part + 1)..<min(part + 2, attachment.tokens.lowerBound + 1)).first
    else { return false }
    // "; one third of an unused allotment moves on": a share of the same.
    if context.isOne(value.tokens.upperBound, of: "of|third|half|quarter|fifth|tenth") { return false }
    return value.isQuantityOrNumber && !value.tokens.overlaps(attachment.tokens)
  }
}

extension Attachment {
  /// Money that is said of one thing, and would be doubled by saying it of another.
  fileprivate var isSum: Bool {
    switch content {
    case .fee, .feeEach, .worth, .worthEach: true
    default: false
    }
  }
}
