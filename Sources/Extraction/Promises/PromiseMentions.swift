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
    settleLabel(&mentions)
    if mentions.contains(where: { !$0.isWeak }) { mentions.removeAll { $0.isWeak } }
    // "Premier support for six months at no charge": the months are its length, no gift of their own.
    if mentions.contains(where: { $0.unit != "month" }) { mentions.removeAll { $0.unit == "month" } }
    for index in mentions.indices { complete(&mentions[index], among: mentions) }
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
      mentions.removeAll { !$0.hasAmount && $0.kind != "support_plan" }
    } else if mentions.count > 1, !isList(mentions) {
      // "Unused credits can be spent on training": the first is what is spoken of.
      let first = mentions[0]
      mentions = mentions.filter { $0.kind == "support_plan" && first.kind == "support_plan" && $0.tier == nil }
      mentions.insert(first, at: 0)
      mentions = [mentions[0]]
    }
    return withoutRepeats(mentions)
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
  private func labelEnd(behind label: Range<Int>) -> Int? {
    let next = label.upperBound
    guard next < context.stream.count, [":", "–", "—", "-", "=", "|"].contains(context.folded(next)) else { return nil }
    return next + 1
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
      case .money where acceptsMoney(mention.kind):
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
    case .money: acceptsMoney(mention.kind)
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

  // MARK: Amounts

  private func complete(_ mention: inout PromiseMention, among all: [PromiseMention]) {
    let sentence = context.sentence(of: mention.tokens.lowerBound)
    let finder = CandidateFinder(context)
    let tokens = mention.tokens
    let kind = mention.kind
    if let candidate = finder.candidates(in: sentence).first(where: {
      $0.kind == kind && $0.name.tokens.overlaps(tokens) && $0.hasSubstance
    }) {
      mention.quantity = candidate.quantity
      mention.money = candidate.money
      mention.share = candidate.share.map { ($0.percent, base(behind: candidate.tokens) ?? $0.base) }
      mention.tier = mention.tier ?? candidate.tier
    }
    if !mention.hasAmount, mention.kind != "support_plan" { takeNearest(&mention, among: all, sentence) }
    if !mention.hasAmount, mention.kind != "support_plan", mention.kind != "complimentary_product" {
      let before = max(0, mention.tokens.lowerBound - 2)..<mention.tokens.lowerBound
      mention.isUnlimited = before.contains { context.folded($0) == "unlimited" }
    }
  }

  /// The fees that a share is of, where the packs know them by name.
  private func base(behind share: Range<Int>) -> String? {
    context.names.first { $0.list == "fee_base" && $0.tokens.lowerBound >= share.lowerBound }?.entry
  }

  /// The nearest number before the name, else behind it, that belongs to no other name, date, length or price.
  private func takeNearest(_ mention: inout PromiseMention, among all: [PromiseMention], _ sentence: Range<Int>) {
    let values = context.values(in: sentence).filter { value in
      !all.contains { $0.tokens != mention.tokens && isBetween($0.tokens, value.tokens, mention.tokens) }
    }
    let sorted = values.sorted { distance($0.tokens, mention.tokens) < distance($1.tokens, mention.tokens) }
    for value in sorted where distance(value.tokens, mention.tokens) <= reach(value) {
      switch value.value {
      case .money where mention.money == nil && acceptsMoney(mention.kind) && !isUnitPrice(value): mention.money = value
      case .quantity(let amount, let unit, let per)
      where mention.quantity == nil && Units.accepts(unit, kind: mention.kind):
        mention.quantity = Units.normalised(amount, unit: unit, kind: mention.kind, per: per)
      case .duration(let length) where mention.quantity == nil && isWorkingTime(length, mention):
        mention.quantity = Quantity(amount: length.amount, unit: length.unit.rawValue)
      case .percent(let percent) where acceptsMoney(mention.kind) && isShare(value):
        mention.share = (percent, base(behind: value.tokens))
      case .number(let number) where mention.quantity == nil && isCount(value, mention):
        mention.quantity = Quantity(amount: number, unit: mention.unit, per: rate(behind: value))
      default: continue
      }
      if mention.hasAmount { return }
    }
  }

  private func reach(_ value: ValueMention) -> Int {
    if case .percent = value.value { return 40 }
    return 14
  }

  /// "Ten percent of what you spend".
  private func isShare(_ value: ValueMention) -> Bool {
    let next = value.tokens.upperBound
    return next < context.stream.count && context.folded(next) == "of"
  }

  private func isWorkingTime(_ length: CalendarDuration, _ mention: PromiseMention) -> Bool {
    ["services_hours", "development_credit"].contains(mention.kind.rawValue) && !length.isBusiness
      && (length.unit == .hour || length.unit == .day)
  }

  /// "EUR 400 each", "$90 per seat" is a price and no worth.
  private func isUnitPrice(_ value: ValueMention) -> Bool {
    let next = value.tokens.upperBound
    guard next < context.stream.count else { return false }
    if ["each", "apiece", "/"].contains(context.folded(next)) { return true }
    guard ["per", "a", "an"].contains(context.folded(next)), next + 1 < context.stream.count else { return false }
    return !["year", "contract", "quarter", "month", "calendar"].contains(context.folded(next + 1))
  }

  private func acceptsMoney(_ kind: Kind) -> Bool {
    ["success_fund", "partner_voucher", "usage_credit", "development_credit", "training_credit"].contains(kind.rawValue)
  }

  private func isCount(_ value: ValueMention, _ mention: PromiseMention) -> Bool {
    guard !["success_fund", "storage", "support_plan"].contains(mention.kind.rawValue) else { return false }
    // Right before its noun, a word or two between: "ten free exam vouchers"; or behind a label: "Exam vouchers: 10".
    let isBefore =
      value.tokens.upperBound <= mention.tokens.lowerBound
      && mention.tokens.lowerBound - value.tokens.upperBound <= 4
    guard isBefore || isLabelled(value, by: mention) else { return false }
    return !context.values(in: context.sentence(of: value.tokens.lowerBound)).contains { other in
      guard other.tokens.overlaps(value.tokens) else { return false }
      switch other.value {
      case .number, .quantity: return false
      default: return true
      }
    }
  }

  private func isLabelled(_ value: ValueMention, by mention: PromiseMention) -> Bool {
    guard mention.tokens.lowerBound == 0, let start = labelEnd(behind: mention.tokens) else { return false }
    return value.tokens.lowerBound == start
  }

  /// "100k/day", "500 per month": the period of a bare number.
  private func rate(behind value: ValueMention) -> String? {
    let next = value.tokens.upperBound
    guard next + 1 < context.stream.count, ["/", "per", "a", "each"].contains(context.folded(next)) else { return nil }
    return ["day", "hour", "minute", "second"].first { $0 == context.folded(next + 1) }
  }

  private func isBetween(_ name: Range<Int>, _ value: Range<Int>, _ own: Range<Int>) -> Bool {
    value.upperBound <= own.lowerBound
      ? name.lowerBound >= value.upperBound && name.upperBound <= own.lowerBound
      : name.lowerBound >= own.upperBound && name.upperBound <= value.lowerBound
  }

  private func distance(_ value: Range<Int>, _ name: Range<Int>) -> Int {
    if value.overlaps(name) { return 0 }
    if value.upperBound <= name.lowerBound { return (name.lowerBound - value.upperBound) * 2 }
    return (value.lowerBound - name.upperBound) * 2 + 1
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
