// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// What a promise says, read by the same recognisers and names as contracts are.
public struct PromisedGrant: Sendable, Hashable {
  /// What the promise is about.
  public enum Subject: String, Sendable, Hashable, Codable, CaseIterable {
    /// That something is granted.
    case grant
    /// What becomes of the part that is not used: it rolls over, never expires, may be extended, is refunded.
    case unused
    /// What a grant may be used for: "can be spent in the marketplace".
    case use
    /// That something will not happen: "does not turn into a paid plan".
    case denial
  }

  /// What is said of the part that is not used.
  public enum Unused: String, Sendable, Hashable, Codable, CaseIterable {
    case rolls_over, never_expires, extendable, refundable
  }

  /// What the promise is about.
  public var subject: Subject
  /// Nil where the words name nothing that the packs know.
  public var kind: Kind?
  /// The kind was named in part only ("credits"), or only people who talk call it so.
  public var isKindVague: Bool
  /// The words that name it.
  public var name: String?
  /// Of support plans; nil where the words name none.
  public var tier: Tier?
  /// How many; nil where the words do not say.
  public var quantity: Quantity?
  /// "Unlimited": as much as is wanted.
  public var isUnlimited = false
  /// "More than 40": just as much is not enough.
  public var isExceeded = false
  /// What it is to be used for: "onboarding of the night shift".
  public var purpose: String?
  /// What it is worth; the currency is nil where a bare sign leaves it open.
  public var value: EntitlementValue?
  /// What a bare number of a column counts, by the promise's own words: "days of consulting". Nil where they do not say.
  public var unit: String?
  /// Whether it is promised at no charge.
  public var isFree: Bool
  /// What it is promised to cost; nil where nothing is said.
  public var price: PromisedPrice?
  /// Words of an amount that could not be understood: with them it cannot be checked.
  public var unread: String?
  /// Words of a last day that no calendar settles ("until Christmas"): nobody can tell whether it lands.
  public var unreadTime: String?
  /// How often; nil where it is promised once.
  public var recurrence: Recurrence.Every?
  /// When it may be used.
  public var timing: PromisedTiming
  /// What becomes of what is not used; nil where nothing is said.
  public var unused: Unused?
  /// "No strings attached".
  public var isUnconditional: Bool
  /// For any purpose, for everybody, everywhere, at any time: which restrictions take something from it.
  public var wants: Set<ContractClause.Restriction> = []
  /// Who may use it, where, and what more of it costs.
  public var use = PromisedUse()
  /// Of support plans: what the plan is to bring besides its name.
  public var features = ServiceFeatures()
  /// The name of a product that is promised free of charge.
  public var product: String?
  /// Stems of the words that tell it apart from other promises of its kind.
  public var words: Set<String>
  /// The words of the promise that say this grant; the whole text where it says one only.
  public var text: String

  /// A promised grant; what is left out is not said.
  public init(
    subject: Subject = .grant, kind: Kind? = nil, isKindVague: Bool = false, name: String? = nil, tier: Tier? = nil,
    quantity: Quantity? = nil, value: EntitlementValue? = nil, isFree: Bool = false,
    recurrence: Recurrence.Every? = nil, timing: PromisedTiming = PromisedTiming(), unused: Unused? = nil,
    isUnconditional: Bool = false, product: String? = nil, words: Set<String> = [], text: String = ""
  ) {
    self.subject = subject
    self.kind = kind
    self.isKindVague = isKindVague
    self.name = name
    self.tier = tier
    self.quantity = quantity
    self.value = value
    self.isFree = isFree
    self.recurrence = recurrence
    self.timing = timing
    self.unused = unused
    self.isUnconditional = isUnconditional
    self.product = product
    self.words = words
    self.text = text
  }

  /// "The vouchers": of exams or for a partner, as was spoken of before.
  public var isBareVoucher: Bool {
    kind == "partner_voucher" && value == nil && ["voucher", "vouchers"].contains(name?.lowercased() ?? "")
  }

  /// Whether the promise says how much.
  public var hasAmount: Bool { quantity != nil || value != nil || isUnlimited }
}

/// What the words around a promise tell: who speaks in what spirit.
public enum PromiseCue: String, Sendable, Hashable, CaseIterable {
  case offer = "said_offer"
  /// Something is said to be in the price, which offers and wishes say alike.
  case included = "said_included"
  case ask = "said_ask"
  /// Somebody tells of a question or of a no.
  case inquiry = "said_inquiry"
  /// Somebody tells of a no, or that it is left out.
  case refused = "said_refused"
  /// What something costs.
  case price = "said_price"
  case effort = "said_effort"
  case vague = "said_vague"
  /// A gift is hinted at and none is named.
  case gift = "said_gift"
  case counter = "said_counter"
  case otherCustomer = "said_other_customer"
  /// The customer tells what was agreed.
  case recap = "said_recap"
  case status = "said_status"
  case advert = "said_advert"
  case revision = "said_revision"
  case withdrawn = "said_withdrawn"
  case free = "said_free"
  case headingOffer = "heading_offer"
  case headingRecap = "heading_recap"
  case headingRejected = "heading_rejected"
  case headingOther = "heading_other"
  case headingAsk = "heading_ask"
  case headingTodo = "heading_todo"
}

/// A text as a promise: what it grants, one entry a grant, and the cues in it.
public struct PromiseReading: Sendable {
  /// One a thing that is promised, in the order of the text.
  public var grants: [PromisedGrant]
  /// What the packs' words around it tell.
  public var cues: Set<PromiseCue>
  /// It ends with a question mark.
  public var isQuestion: Bool
  /// It says what an amount has become.
  public var isCorrected = false
  /// What becomes of the unused where the text does not say of what: "anything left over rolls over". Of no kind.
  public var handling: PromisedGrant?
  /// What is promised: the grants, else what is said of the unused of all of them.
  public var promised: [PromisedGrant] { grants.isEmpty ? [handling].compactMap { $0 } : grants }

  /// A reading of a text.
  public init(grants: [PromisedGrant] = [], cues: Set<PromiseCue> = [], isQuestion: Bool = false) {
    self.grants = grants
    self.cues = cues
    self.isQuestion = isQuestion
  }
}
