// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Which kinds a promise names, each with the number or sum nearest to it.
struct PromiseMentions {
  let reader: PromiseReader
  let context: DocumentContext

  init(_ reader: PromiseReader) {
    self.reader = reader
    context = reader.context
  }

  /// In text order. Names in part count only where nothing is named in full; a name without an amount only where no
  /// other has one, but for support plans, which are not counted.
  func chosen() -> [PromiseMention] {
    var mentions = named()
    ResponseTimes(context: context).settle(&mentions)
    FundsForPartners(context: context).settle(&mentions)
    settleLabel(&mentions)
    withdrawQuestioned(&mentions)
    let named = mentions
    if named.contains(where: { !$0.isWeak }) { mentions.removeAll { $0.isWeak && !isCountedApart($0, named) } }
    // "Premier support for six months at no charge": the months are its length, no gift of their own.
    if mentions.contains(where: { $0.unit != "month" }) { mentions.removeAll { $0.unit == "month" } }
    // Once a sentence: a long one names much.
    var candidates: [Int: [Candidate]] = [:]
    for index in mentions.indices {
      let sentence = context.sentence(of: mentions[index].tokens.lowerBound)
      let found = candidates[sentence.lowerBound] ?? CandidateFinder(context).candidates(in: sentence)
      candidates[sentence.lowerBound] = found
      complete(&mentions[index], among: mentions, candidates: found)
    }
    for index in mentions.indices where mentions[index].quantity != nil {
      // "60 credits and EUR 25,000 as success fund": the sum is the fund's.
      let sum = mentions[index].money?.tokens
      if mentions.contains(where: { $0.quantity == nil && $0.kind.isFunded && $0.money?.tokens == sum }) {
        mentions[index].money = nil
      }
    }
    if mentions.count == 1 {
      if let counter {
        takeCounter(&mentions[0], from: counter..<context.stream.count)
      } else if let answer = feasible {
        takeCounter(&mentions[0], from: answer)
      } else {
        takeReplacement(&mentions[0])
      }
    }
    if mentions.contains(where: \.hasAmount) {
      for index in mentions.indices where isOne(mentions[index]) {
        mentions[index].quantity = Quantity(amount: 1, unit: mentions[index].unit)
      }
      mentions.removeAll { !$0.hasAmount && $0.kind != "support_plan" }
    } else if mentions.count > 1, !isList(mentions) {
      // "Unused credits can be spent on training": the first is what is spoken of.
      // "A dedicated success manager and Signature support" is a plan, and what it brings.
      let plan = mentions.first { $0.kind == "support_plan" && $0.tier != nil && $0.tier != .other }
      let first = mentions[0].kind == "support_plan" ? plan ?? mentions[0] : mentions[0]
      mentions = mentions.filter { $0.kind == "support_plan" && first.kind == "support_plan" && $0.tier == nil }
      mentions.insert(first, at: 0)
      mentions = [mentions[0]]
    }
    return withoutRepeats(mentions)
  }

  /// "100 credits, but then two sandboxes": what is named in part has a number of its own, and nothing that is named in
  /// full is counted like it.
  private func isCountedApart(_ mention: PromiseMention, _ mentions: [PromiseMention]) -> Bool {
    guard isGeneric(mention), mention.unit == "credit",
      !mentions.contains(where: { !$0.isWeak && ($0.unit == mention.unit || $0.kind.takesMoney) })
    else { return false }
    return context.values.contains { value in
      guard case .number = value.value else { return false }
      return value.tokens.upperBound == mention.tokens.lowerBound
    }
  }

  /// "Premier Plus? No, only Premier": what was asked and refused in one breath.
  private func withdrawQuestioned(_ mentions: inout [PromiseMention]) {
    guard mentions.count > 1, let last = mentions.last, context.folded(context.stream.count - 1) != "?" else { return }
    mentions.removeAll { mention in
      let end = mention.tokens.upperBound
      guard mention.tokens != last.tokens,
        let sign = (end..<min(end + 4, context.stream.count)).first(where: { context.folded($0) == "?" }),
        sign + 1 < context.stream.count
      else { return false }
      return context.isOne(sign + 1, of: "no|nope|sorry|unfortunately|not")
    }
  }

  /// "Four sessions and the partial sandbox": one, beside what is counted.
  private func isOne(_ mention: PromiseMention) -> Bool {
    guard mention.kind == "sandbox", !mention.hasAmount, mention.tokens.lowerBound > 0 else { return false }
    return context.isOne(mention.tokens.lowerBound - 1, of: "a|an|the|one")
      && context.folded(mention.tokens.upperBound - 1) == "sandbox"
  }

  /// Names by the packs, in full before in part, longer before shorter, not overlapping.
  private func named() -> [PromiseMention] {
    var found: [PromiseMention] = []
    for name in context.names {
      if let kind = name.kind {
        found.append(mention(kind, name))
      } else if name.list == "promised_kind", let entry = name.entry {
        found.append(mention(Kind(rawValue: entry), name))
      }
    }
    let order = found.indices.sorted { a, b in
      let (x, y) = (found[a], found[b])
      return (x.isWeak ? 1 : 0, -x.tokens.count, a) < (y.isWeak ? 1 : 0, -y.tokens.count, b)
    }
    var kept: [PromiseMention] = []
    for index in order where !kept.contains(where: { $0.tokens.overlaps(found[index].tokens) }) {
      kept.append(found[index])
    }
    return kept.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// "Training: 40 credits": the label says what the credits are, which have no name of their own.
  private func settleLabel(_ mentions: inout [PromiseMention]) {
    guard let label = mentions.first, mentions.count > 1, label.tokens.lowerBound == 0,
      let colon = labelEnd(behind: label.tokens)
    else { return }
    guard let other = mentions.dropFirst().first(where: { $0.tokens.lowerBound >= colon && isGeneric($0) }) else {
      return
    }
    mentions.removeAll { $0.tokens.lowerBound >= colon && isGeneric($0) }
    mentions[0].unit = other.unit ?? mentions[0].unit
    mentions[0].isWeak = false
  }

  /// A name that is one word, such as "credits" or "vouchers".
  private func isGeneric(_ mention: PromiseMention) -> Bool { mention.isWeak && mention.tokens.count == 1 }

  /// Behind the colon, dash or equals sign that follows a label at once; nil where none does.
  func labelEnd(behind label: Range<Int>) -> Int? {
    let next = label.upperBound
    guard next < context.stream.count, [":", "–", "—", "-", "=", "|"].contains(context.folded(next)) else { return nil }
    return next + 1
  }

  /// "Classes on site: 8", "Online exam vouchers (proctored): 10": the colon of a label that says more than the name.
  func colon(behind label: Range<Int>) -> Int? {
    guard label.lowerBound <= 3 else { return nil }
    for token in label.upperBound..<min(label.upperBound + 5, context.stream.count) {
      if context.folded(token) == ":" { return token + 1 }
      guard context.isWord(token) || context.isOne(token, of: "(|)|-|/") else { return nil }
    }
    return nil
  }

  /// "Development credits and training credits": nothing stands between them but what joins a list.
  private func isList(_ mentions: [PromiseMention]) -> Bool {
    let joints: Set<String> = [
      "and", ",", "&", "plus", "+", ";", "/", "the", "a", "an", "some", "free", "also", "as", "well",
    ]
    guard mentions.allSatisfy({ !$0.isWeak }), !reader.says("said_use"), Set(mentions.map(\.kind)).count > 1 else {
      return false
    }
    return zip(mentions, mentions.dropFirst()).allSatisfy { left, right in
      left.tokens.upperBound < right.tokens.lowerBound
        && (left.tokens.upperBound..<right.tokens.lowerBound).allSatisfy { joints.contains(context.folded($0)) }
    }
  }

  /// "We asked for 90, they came back with 60": where the answer begins.
  private var counter: Int? {
    guard reader.says("said_ask"), let ask = reader.spans("said_ask").first else { return nil }
    return reader.spans("said_counter").first { $0.tokens.lowerBound > ask.tokens.upperBound }?.tokens.upperBound
  }

  /// The amount of the answer in place of the one that was asked for.
  private func takeCounter(_ mention: inout PromiseMention, from range: Range<Int>) {
    for value in context.values(in: range) {
      switch value.value {
      case .money where mention.kind.takesMoney:
        mention.money = value
        return
      case .quantity(let amount, let unit, let per) where Units.accepts(unit, kind: mention.kind):
        mention.quantity = Units.normalised(amount, unit: unit, kind: mention.kind, per: per)
        return
      case .number(let number) where mention.quantity != nil:
        mention.quantity?.amount = number
        return
      default: continue
      }
    }
  }

  /// "As to your wish for 20 vouchers, 10 are feasible": the number right before.
  private var feasible: Range<Int>? {
    guard let said = reader.spans("said_feasible").first, reader.says("said_ask") else { return nil }
    return context.values.map(\.tokens).last { $0.upperBound == said.tokens.lowerBound }
  }

  /// "Instead of 20 vouchers we get 12", "12 vouchers rather than 20": the number that is not what was there before.
  private func takeReplacement(_ mention: inout PromiseMention) {
    guard mention.hasAmount, let said = reader.spans("said_instead").first else { return }
    let old = context.values.first {
      $0.tokens.lowerBound >= said.tokens.upperBound && $0.tokens.lowerBound <= said.tokens.upperBound + 1
    }
    guard let old else { return }
    let behind = max(old.tokens.upperBound, mention.tokens.upperBound)
    let before = context.values(in: 0..<said.tokens.lowerBound).contains { isAmount($0, of: mention) }
    takeCounter(
      &mention, from: before ? 0..<said.tokens.lowerBound : min(behind, context.stream.count)..<context.stream.count)
  }

  private func isAmount(_ value: ValueMention, of mention: PromiseMention) -> Bool {
    switch value.value {
    case .money: mention.kind.takesMoney
    case .quantity(_, let unit, _): Units.accepts(unit, kind: mention.kind)
    case .number: mention.quantity != nil
    default: false
    }
  }

  private func mention(_ kind: Kind, _ name: NameSpan) -> PromiseMention {
    PromiseMention(
      kind: kind, tokens: name.tokens, isWeak: name.isWeak, tier: name.tier.flatMap(Tier.init(rawValue:)),
      unit: name.unit ?? context.patterns.unit(of: kind))
  }

  /// One mention a kind and amount.
  private func withoutRepeats(_ mentions: [PromiseMention]) -> [PromiseMention] {
    var kept: [PromiseMention] = []
    for mention in mentions {
      let isRepeat = kept.contains { other in
        guard other.kind == mention.kind else { return false }
        if mention.kind == "support_plan" { return other.tier == mention.tier || mention.isWeak }
        return other.quantity == mention.quantity && other.money?.tokens == mention.money?.tokens
          || !mention.hasAmount
      }
      if !isRepeat { kept.append(mention) }
    }
    return kept
  }
}
