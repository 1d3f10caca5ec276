// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

extension Extractor {
  /// Reads a few words as a promise. Nothing is thrown: words that promise nothing give no grants.
  public func readPromise(_ text: SourceText) -> PromiseReading {
    let context = DocumentContext(text, extractor: self)
    guard context.stream.count > 0 else { return PromiseReading() }
    var reader = PromiseReader(context)
    let reading = reader.read()
    // "Vouchers (exam): 6" means exam vouchers.
    guard reading.grants.allSatisfy(\.isKindVague),
      let turned = QualifiedLabel.turned(text.string(0..<text.utf8.count))
    else { return reading }
    let other = DocumentContext(QualifiedLabel.text(turned), extractor: self)
    var second = PromiseReader(other)
    let better = second.read()
    return better.grants.contains { !$0.isKindVague } ? better : reading
  }

  /// The sentences of a text as it has them, white space folded; a heading, item or cell is one at least.
  public func sentences(of text: SourceText) -> [String] {
    let stream = TokenStream(text, vocabulary: vocabulary)
    var sentences: [String] = []
    var start = 0
    while start < stream.count {
      var end = start + 1
      while end < stream.count, stream.tokens[end].flags.isDisjoint(with: [.sentenceStart, .cellStart, .blockStart]) {
        end += 1
      }
      sentences.append(stream.text(start..<end))
      start = end
    }
    return sentences
  }

  /// The kind that a word of a table's column means: its key (`training_credit`) or one of its names; nil where the
  /// packs know none.
  public func kind(named text: SourceText) -> Kind? {
    let words = text.string(0..<text.utf8.count).lowercased().utf8.map { byte -> UInt8 in
      byte == 0x20 || byte == 0x2D ? 0x5F : byte
    }
    let key = String(decoding: words, as: UTF8.self)
    if let kind = patterns.kinds.first(where: { $0.kind.rawValue == key || $0.kind.rawValue + "s" == key }) {
      return kind.kind
    }
    return readPromise(text).grants.first?.kind
  }
}

/// Puts together what a promise's words say.
struct PromiseReader {
  let context: DocumentContext
  let all: Range<Int>
  /// Entries of the promise pack's lists, by list.
  private let said: [String: [NameSpan]]
  /// What was found in `read`.
  private var mentions: [PromiseMention] = []

  init(_ context: DocumentContext) {
    self.context = context
    all = 0..<context.stream.count
    said = Dictionary(grouping: context.names.filter { $0.list != nil }) { $0.list ?? "" }
  }

  func spans(_ list: String) -> [NameSpan] { said[list] ?? [] }
  func says(_ list: String) -> Bool { said[list] != nil }

  mutating func read() -> PromiseReading {
    var reading = PromiseReading()
    for cue in PromiseCue.allCases where says(cue.rawValue) { reading.cues.insert(cue) }
    if context.matches.contains(where: { isFree($0) }) { reading.cues.insert(.free) }
    // "Not agreed", "asked whether they agreed" offer nothing.
    let inquiries = spans("said_inquiry").map(\.tokens)
    if !inquiries.isEmpty, spans("said_offer").allSatisfy({ offer in inquiries.contains { $0.overlaps(offer.tokens) } })
    {
      reading.cues.remove(.offer)
    }
    // "With anyone we like" asks for nothing.
    let freedom = spans("said_unconditional").map(\.tokens)
    if !freedom.isEmpty, spans("said_ask").allSatisfy({ ask in freedom.contains { $0.overlaps(ask.tokens) } }) {
      reading.cues.remove(.ask)
    }
    if says("said_feasible"), says("said_ask") { reading.cues.insert(.counter) }
    if spans("said_costs").contains(where: { isValue($0.tokens.upperBound) }) { reading.cues.insert(.price) }
    reading.isQuestion = context.folded(all.upperBound - 1) == "?"
    var mentions = PromiseMentions(self).chosen()
    // "The 90 credits were a mistake: it is 60 credits."
    if let last = mentions.last, mentions.count == 2, says("said_changed"), says("said_withdrawn"),
      mentions[0].kind == last.kind, last.hasAmount
    {
      mentions = [last]
      reading.isCorrected = true
    }
    if mentions.count > 1 { mentions.removeAll(where: isSwapped) }
    let replaced = mentions.count > 1 ? mentions.filter(isReplaced) : []
    if !replaced.isEmpty, replaced.count < mentions.count {
      mentions.removeAll { mention in replaced.contains { $0.tokens == mention.tokens } }
      reading.cues.formUnion([.offer, .revision])
      reading.isCorrected = true
    }
    if mentions.allSatisfy(\.isWeak), let partner = namedPartner() { mentions = [partner] }
    if mentions.isEmpty, let product = freeProduct() { mentions = [product] }
    for index in mentions.indices {
      settleFee(&mentions[index])
      if mentions.count == 1, AmountChange(reader: self).apply(to: &mentions[index]) { reading.isCorrected = true }
    }
    self.mentions = mentions
    FulfilledAsks(context: context, asks: spans("said_ask").map(\.tokens)).settle(&reading.cues, mentions)
    reading.isQuestion = reading.isQuestion || areAskedFor(mentions)
    let fragments = PromiseFragments(context: context, mentions: mentions).ranges
    for (mention, range) in zip(mentions, fragments) {
      reading.grants.append(grant(mention, in: range, alone: mentions.count == 1))
    }
    if reading.grants.isEmpty, says("said_leftover") {
      let terms = terms()
      if terms.unused != nil, terms.subject == .unused { reading.handling = terms }
    }
    if reading.grants.count == 1, let parts = YearlyAmounts(context: context).split(reading.grants[0]) {
      reading.grants = parts
    }
    return reading
  }

  /// Whether a sum or share begins there.
  private func isValue(_ token: Int) -> Bool {
    context.values.contains { value in
      switch value.value {
      case .money, .percent: value.tokens.lowerBound == token
      default: false
      }
    }
  }

  func isFree(_ match: PhraseMatch) -> Bool { context.cue(match)?.sense == .free }

  // MARK: One grant

  func grant(_ mention: PromiseMention, in range: Range<Int>, alone: Bool) -> PromisedGrant {
    var grant = PromisedGrant(kind: mention.kind, isKindVague: mention.isWeak, text: context.text(withoutJoints(range)))
    grant.name = context.text(mention.tokens)
    grant.tier = mention.kind == "support_plan" ? mention.tier : nil
    grant.quantity = mention.quantity
    if case .money(let amount, let currency)? = mention.money?.value {
      grant.value = EntitlementValue(amount: amount, currency: currency)
    }
    if let sum = mention.sum { grant.value = EntitlementValue(amount: sum, currency: nil) }
    if let share = mention.share {
      grant.value = EntitlementValue(
        amount: nil, currency: nil, basis: .computed, formula: Formula(percent: share.percent, of: share.base))
    }
    grant.isFree = says("said_free") || context.matches.contains(where: isFree) || costsZero(in: range)
    grant.isUnconditional = says("said_unconditional")
    grant.wants = Set(spans("said_wide").compactMap { $0.entry.flatMap(ContractClause.Restriction.init(rawValue:)) })
    grant.product = mention.kind == "complimentary_product" ? product(near: mention, in: range) : nil
    let times = PromiseTimes(self)
    grant.timing = times.timing(in: range, of: mention)
    // "… and ten exam vouchers, all for three years": what stands at the end is everyone's.
    if !alone, grant.timing.isEmpty { grant.timing = times.shared(by: mentions, of: mention) }
    grant.unreadTime = times.unreadEnd(in: range, grant.timing)
    grant.recurrence = times.recurrence(in: range, of: grant.quantity)
    if mention.kind == "api_capacity", let every = grant.recurrence {
      let per = grant.quantity?.per ?? (every == .month ? "month" : "year")
      grant.quantity?.per = per
      grant.recurrence = nil
    }
    if mention.kind == "api_capacity" { HourlyRate(context: context).settle(&grant.quantity) }
    grant.isExceeded = isExceeded(grant)
    grant.isUnlimited = mention.isUnlimited
    grant.unit = unit(said: mention)
    grant.unused = unused
    grant.use = use(isFree: grant.isFree)
    if mention.kind == "support_plan" { grant.features = ServiceFeatures(context, in: range) }
    grant.subject = subject(grant, mention)
    let taken = mentions.map(\.tokens) + grant.timing.tokens + termSpans + spans("said_free").map(\.tokens)
    grant.price = grant.isFree ? nil : PromisePrices(context: context, mention: mention).price(in: range)
    let understood = taken + [grant.price?.tokens].compactMap { $0 }
    grant.unread = PromiseLeftovers(context: context, grant: grant, mention: mention, taken: understood).words(
      in: range)
    if grant.unread == nil, !alone || YearlyAmounts(context: context).split(grant) == nil {
      let apart =
        grant.timing.tokens + termSpans + spans("said_free").map(\.tokens) + [grant.price?.tokens].compactMap { $0 }
      let second = SecondAmounts(context: context, grant: grant, mention: mention, taken: apart).words(in: range)
      grant.unread = second.map { context.text($0) }
    }
    grant.purpose = PromisePurpose(self).words(in: range, of: mention, besides: taken)
    // What is named only by what it does is told apart by just these words.
    let name = mention.isWeak ? 0..<0 : mention.tokens
    grant.words = Stems.of(context, in: range, but: name, context.values(in: range).map(\.tokens))
    return grant
  }

  /// "Days of consulting", "training seats": what is counted stands beside the name.
  private func unit(said mention: PromiseMention) -> String? {
    let near = (mention.tokens.lowerBound - 2)..<(mention.tokens.upperBound + 2)
    return near.clamped(to: all).lazy.map { context.folded($0).droppingPlural }
      .first { Units.accepts($0, kind: mention.kind) && $0 != context.patterns.unit(of: mention.kind) }
  }

  /// Without the "and" or comma that only joins it to what stands beside it.
  private func withoutJoints(_ range: Range<Int>) -> Range<Int> {
    let joints: Set<String> = ["and", ",", ";", "plus", "&", "+", "as", "well"]
    var (low, high) = (range.lowerBound, range.upperBound)
    while high < all.upperBound, high > low + 1, joints.contains(context.folded(high - 1)) { high -= 1 }
    while low > 0, low + 1 < high, joints.contains(context.folded(low)) { low += 1 }
    return low..<high
  }

  /// "They do not roll over" promises nothing; "not lost" does.
  private var unused: PromisedGrant.Unused? {
    if says("said_never_expires") { return .never_expires }
    if rollsOver { return .rolls_over }
    if saysSo("said_extendable") { return .extendable }
    return saysSo("said_refundable") ? .refundable : nil
  }

  /// "They waive the implementation fee", "free implementation by the partner": work that is not charged, and no voucher
  /// for it.
  private func settleFee(_ mention: inout PromiseMention) {
    guard mention.kind == "partner_voucher", mention.isWeak, !mention.hasAmount,
      !context.isOne(mention.tokens.upperBound - 1, of: "voucher|vouchers")
    else { return }
    mention.kind = "services_hours"
  }

  private func subject(_ grant: PromisedGrant, _ mention: PromiseMention) -> PromisedGrant.Subject {
    if grant.unused != nil {
      // "80 leftover credits move across" counts what is left; "80 credits, the unused roll over" grants.
      let isOfLeftover = spans("said_leftover").contains { $0.tokens.lowerBound < mention.tokens.upperBound }
      if !grant.hasAmount || isOfLeftover { return .unused }
    }
    if grant.hasAmount { return .grant }
    if says("said_use") || says("said_overage") { return .use }
    if grant.use.isTransferable || grant.use.isSwappable { return .use }
    // "What you don't use" denies nothing.
    let leftover = spans("said_leftover").map(\.tokens)
    // "Credits we have not used stay ours": speaks of the unused, in whatever words.
    if speaksOfLeftover, grant.use == PromisedUse(), mention.kind != "support_plan" { return .unused }
    if let denial = spans("said_denial").first(where: { span in !leftover.contains { $0.overlaps(span.tokens) } }),
      !isPartOfFree(denial.tokens)
    {
      return .denial
    }
    return .grant
  }

  private func isPartOfFree(_ tokens: Range<Int>) -> Bool {
    context.matches.contains { isFree($0) && $0.tokens.overlaps(tokens) }
      || spans("said_free").contains { $0.tokens.overlaps(tokens) }
  }

  // MARK: Products

  /// "The Insights add-on is free for year one": a name and nothing that the packs know.
  private func freeProduct() -> PromiseMention? {
    guard says("said_free") || context.matches.contains(where: isFree) else { return nil }
    guard let tokens = ProperNames.first(in: all, of: context) else { return nil }
    var mention = PromiseMention(kind: "complimentary_product", tokens: tokens, isWeak: true)
    for value in context.values {
      if case .quantity(let amount, let unit, _) = value.value, unit != "month", Units.accepts(unit, kind: mention.kind)
      {
        mention.quantity = Units.normalised(amount, unit: unit, kind: mention.kind, per: nil)
        break
      }
    }
    return mention
  }

  private func product(near mention: PromiseMention, in range: Range<Int>) -> String? {
    guard let tokens = ProperNames.first(in: range, of: context), !isPlace(tokens) else { return nil }
    return context.text(tokens)
  }

  /// "For the crew at the Burin plant": where somebody works.
  private func isPlace(_ name: Range<Int>) -> Bool {
    let next = name.upperBound
    guard next < all.upperBound, context.isOne(next, of: Self.places) else { return false }
    return (max(0, name.lowerBound - 2)..<name.lowerBound).contains { context.isOne($0, of: "at|in|from|of|for") }
  }

  private static let places: WordSet = [
    "plant", "site", "office", "factory", "branch", "store", "campus", "clinic", "hospital", "warehouse", "depot",
    "region", "team", "crew", "terminal", "yard", "mill", "school", "location", "headquarters", "subsidiary",
  ]
}

/// A place of a promise that names a kind, with the amount that belongs to it.
struct PromiseMention {
  var kind: Kind
  var tokens: Range<Int>
  var isWeak = false
  var tier: Tier?
  var unit: String?
  var quantity: Quantity?
  var money: ValueMention?
  var share: (percent: Decimal, base: String?)?
  /// A sum without a currency that stands as a bare number.
  var sum: Decimal?
  var isUnlimited = false

  var hasAmount: Bool { quantity != nil || money != nil || sum != nil || share != nil || isUnlimited }
}
