// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel

/// A contract as promises are checked against it: what was extracted, and its clauses one by one.
public struct ContractReading: Sendable {
  /// What `extract` gives for it.
  public var result: ExtractionResult
  /// In document order; a table row is one clause.
  public var clauses: [ContractClause]
  /// What an amendment changes word by word.
  public var changes: [WordChange]
  /// The yearly fee, where the facts do not have it and one clause gives it.
  public var annualFee: EntitlementValue?
  /// A reading; without clauses nothing can be looked up in it.
  public init(result: ExtractionResult, clauses: [ContractClause] = [], changes: [WordChange] = []) {
    self.result = result
    self.clauses = clauses
    self.changes = changes
  }
}

/// One sentence or table row of a contract, and what it says of the things that may be granted.
public struct ContractClause: Sendable {
  /// A place that names a kind.
  public struct Mention: Sendable, Hashable {
    /// The kind that is named.
    public var kind: Kind
    /// The words that name it.
    public var name: String
    /// Of support plans.
    public var tier: Tier?
    /// Named in part only: "credits".
    public var isWeak: Bool
    /// Why the clause grants nothing of it; nil where nothing speaks against a grant.
    public var objection: Lead.Reason?
  }

  /// A restriction that an ordinary grant does not have.
  public enum Restriction: String, Sendable, Hashable, CaseIterable {
    case approval, efforts, partners, purchase
    /// It depends on something that the customer does; counts in the sentence that grants.
    case condition
    /// Not on site; counts where that was promised.
    case remote
    /// For some of the customer's people only; counts where it was promised to more.
    case users
    /// The vendor may grant it and need not; counts in the sentence that grants.
    case option
    /// For another company than the customer, or shared with others.
    case others
    /// For one purpose only; counts where it was promised for any, and beside another contract.
    case purpose
    /// As much as the customer itself spends or brings.
    case matching
    /// A part of each bill only, or less something that is taken off.
    case share
    /// It may be taken back or replaced.
    case revocable
    /// As long as there is some, and when there is.
    case scarce
    /// One amount for the customer and others.
    case shared
    /// So much in each period, or not at every time; counts where it was promised for any.
    case rate
    /// For some places only; counts where it was promised for all.
    case place
  }

  /// What the customer pays for something.
  public struct Charge: Sendable, Hashable {
    /// The sum; nil where none is given.
    public var amount: Decimal?
    /// ISO 4217; nil where it is not known.
    public var currency: String?
    /// Of a fee; what remains to be paid where it is a discount.
    public var percent: Decimal?
    /// Less than the price is asked, and not nothing.
    public var isDiscount: Bool
    /// The kind that was named last before it; nil where the clause names none before it.
    public var kind: Kind?
    /// The plan that was named last before it.
    public var tier: Tier?
    /// From some time on: "thereafter".
    public var isLater: Bool
    /// The words that ask it.
    public var wording: String
  }

  /// What one unit is worth: an hour at CHF 150.
  public struct UnitPrice: Sendable, Hashable {
    /// Singular noun: `hour`.
    public var unit: String
    /// What one of it is worth.
    public var amount: Decimal
    /// ISO 4217; nil where nothing settles it.
    public var currency: String?
  }

  /// One of a unit is so many of another: a pass is one seat.
  public struct Equivalence: Sendable, Hashable {
    /// Singular noun: `pass`.
    public var unit: String
    /// Singular noun: `seat`.
    public var other: String
    /// How many of `other` one of `unit` is.
    public var factor: Decimal
  }

  /// Page, offsets and words.
  public var evidence: Evidence
  /// Clauses of one paragraph, item or row have the same number.
  public var block: Int
  /// Whether it is a row of a table.
  public var isRow: Bool
  /// Every place that names a kind, in order.
  public var mentions: [Mention]
  /// Stems of its words, to find what a promise's words are about.
  public var stems: Set<String>
  /// Something in it is denied.
  public var isDenied: Bool
  /// It refuses to grant something ("none are granted", "shall not be provided").
  public var isRefused: Bool
  /// Stems of what is excepted: "…, except for data migration".
  public var exceptions: Set<String>
  /// Something is at no charge.
  public var isFree: Bool
  /// Somebody gives something.
  public var isGranting: Bool
  /// Something may be bought.
  public var isOptional: Bool
  /// What binds what it grants.
  public var restrictions: Set<Restriction>
  /// What it asks the customer to pay.
  public var charges: [Charge]
  /// What work that it names is for; nil where it says nothing of it.
  public var aim: String?
  /// What it says of a support plan's service.
  public var features: ServiceFeatures
  /// What it says of what is not used; nil where it says nothing.
  public var unused: UnusedHandling?
  /// For when something is free or lasts.
  public var timing: PromisedTiming
  /// What it says one unit is worth.
  public var unitPrices: [UnitPrice]
  /// What it says one unit is of another.
  public var equivalences: [Equivalence]
  /// Words that limit whatever stands in it ("only", "unless"), as they stand.
  public var limits: [Evidence]
  /// It says what a word means.
  public var isDefinition: Bool
  /// It takes something out of its own document, or may only show it.
  public var isRemoval: Bool
  /// It takes up what was granted before: "they", "the rest".
  public var refersBack: Bool
  /// `row:5`, `item:4.2`, `note:1`: the label that it stands under.
  public var label: String?
  /// Labels of other places that it names.
  public var pointers: Set<String>
}

/// What an amendment does to words of the document that it amends.
public struct WordChange: Sendable, Hashable {
  /// The words as the amendment quotes them.
  public var old: String
  /// Nil where they are taken out.
  public var new: String?
  /// Where the amendment says so.
  public var evidence: Evidence
}

extension Extractor {
  /// The last day that a clause gives for anything at all: "invoices must reach Vendor before 1 May 2029". Nil where it
  /// gives none.
  public func deadline(_ text: SourceText) -> CalendarDate? {
    let context = DocumentContext(text, extractor: self)
    var last: CalendarDate?
    for value in context.values {
      guard case .date(let date) = value.value, var day = date.date else { continue }
      let words = (max(0, value.tokens.lowerBound - 2)..<value.tokens.lowerBound).map { context.folded($0) }
      guard words.contains(where: { ["before", "by", "until", "till", "than", "through"].contains($0) }) else {
        continue
      }
      if words.contains("before") { day = day.adding(days: -1) }
      last = max(last ?? day, day)
    }
    return last
  }

  /// The product that a clause grants free of charge: the last capitalised name in it that is no sentence's first word
  /// alone. Nil where there is none.
  public func productName(_ text: SourceText) -> String? {
    let context = DocumentContext(text, extractor: self)
    var found: String?
    var rest = 0..<context.stream.count
    while let name = ProperNames.first(in: rest, of: context) {
      // "Ten users of Pulse for 12 months from the Order Start Date".
      let isAnchor = context.names(in: name).contains { $0.list == "anchor" }
      if !isAnchor || found == nil { found = context.text(name) }
      rest = name.upperBound..<context.stream.count
    }
    return found
  }

  /// Reads a contract and its clauses. A pure function of its arguments.
  public func readContract(_ text: SourceText, facts: DocumentFacts) -> ContractReading {
    let result = extract(text, facts: facts)
    let context = DocumentContext(text, extractor: self)
    guard context.stream.count > 0 else { return ContractReading(result: result) }
    var again = facts
    let knowledge = FactReader.read(context, into: &again)
    let reader = ClauseReader(
      context: context, scope: Scope(context: context, knowledge: knowledge, type: result.facts.type))
    var reading = ContractReading(
      result: result, clauses: reader.clauses(), changes: WordChangeReader(context: context).changes())
    if result.facts.fees.annual == nil { reading.annualFee = AnnualFeeReader(context: context).fee() }
    return reading
  }
}
