// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// What a promise says of who may use a grant, where, and what becomes of more of it.
public struct PromisedUse: Sendable, Hashable {
  /// Affiliates and others than the customer may use it too.
  public var isTransferable = false
  /// It may be turned into something else.
  public var isSwappable = false
  /// What goes beyond the amount costs nothing.
  public var isOverageFree = false
  /// With people in one room.
  public var isOnSite = false

  /// Nothing said.
  public init() {}

  /// Both together.
  public mutating func formUnion(_ other: PromisedUse) {
    isTransferable = isTransferable || other.isTransferable
    isSwappable = isSwappable || other.isSwappable
    isOverageFree = isOverageFree || other.isOverageFree
    isOnSite = isOnSite || other.isOnSite
  }
}

/// What a support plan brings besides its name, as a promise or a clause says it.
public struct ServiceFeatures: Sendable, Hashable {
  /// A person who is the customer's own contact.
  public var hasManager = false
  /// At any hour of any day.
  public var isAroundTheClock = false
  /// The shortest time to an answer, in minutes.
  public var response: Decimal?
  /// It speaks of nights, weekends or holidays, whatever it says of them.
  public var namesOddHours = false

  /// Nothing said.
  public init() {}

  /// Whether nothing is said.
  public var isEmpty: Bool { !hasManager && !isAroundTheClock && response == nil }

  /// Both together.
  public mutating func formUnion(_ other: ServiceFeatures) {
    hasManager = hasManager || other.hasManager
    isAroundTheClock = isAroundTheClock || other.isAroundTheClock
    namesOddHours = namesOddHours || other.namesOddHours
    if let minutes = other.response { response = min(response ?? minutes, minutes) }
  }

  init(_ context: DocumentContext, in tokens: Range<Int>) {
    let named = context.names(in: tokens).filter { $0.list == "promised_feature" }
    guard !named.isEmpty else { return }
    namesOddHours = named.contains { $0.entry == "odd_hours" }
    hasManager = named.contains { $0.entry == "manager" && !HandlingWords.isDenied($0.tokens, context) }
    isAroundTheClock = named.contains { $0.entry == "all_hours" && !HandlingWords.isDenied($0.tokens, context) }
    for name in named where name.entry == "response" {
      // "15 minute response", "response within one hour".
      let near = max(tokens.lowerBound, name.tokens.lowerBound - 4)..<min(tokens.upperBound, name.tokens.upperBound + 5)
      for value in context.values(in: near) {
        guard case .duration(let length) = value.value, let minutes = Self.minutes(length) else { continue }
        response = min(response ?? minutes, minutes)
      }
    }
  }

  private static func minutes(_ length: CalendarDuration) -> Decimal? {
    switch length.unit.rawValue {
    case "minute": length.amount
    case "hour": length.amount * 60
    case "day": length.amount * 1440
    default: nil
    }
  }
}

/// Words of handling and whether they are taken back at once: "not refundable", "non transferable".
enum HandlingWords {
  private static let denials: WordSet = [
    "not", "non", "never", "nor", "neither", "don't", "doesn't", "won't", "cannot", "can't", "isn't", "aren't",
  ]
  /// "What is not used" denies nothing.
  private static let uses: WordSet = [
    "use", "used", "need", "needed", "consumed", "consume", "spent", "redeemed", "drawn", "taken", "expired",
  ]

  /// A word of denial stands before the words, one or two between ("do not simply roll over"), or "no" right before.
  static func isDenied(_ tokens: Range<Int>, _ context: DocumentContext) -> Bool {
    var at = tokens.lowerBound - 1
    while at >= 0, at >= tokens.lowerBound - 3 {
      let word = context.folded(at)
      guard context.stream.tokens[at].tokenClass != .sign else { return false }
      if denials.contains(word) { return !uses.contains(context.folded(at + 1)) }
      if at == tokens.lowerBound - 1, word == "no" || word == "without" { return true }
      at -= 1
    }
    return false
  }
}

extension PromiseReader {
  /// Whether a list's words stand there and are not denied.
  func saysSo(_ list: String) -> Bool { spans(list).contains { !HandlingWords.isDenied($0.tokens, context) } }

  /// Who may use it, where, and what more of it costs.
  func use(isFree: Bool) -> PromisedUse {
    var use = PromisedUse()
    let rolls = spans("said_rolls_over").map(\.tokens)
    use.isTransferable = spans("said_transferable").contains { span in
      !HandlingWords.isDenied(span.tokens, context) && !rolls.contains { $0.overlaps(span.tokens) }
        && !isIntoAnotherYear(span.tokens.upperBound)
    }
    use.isSwappable = saysSo("said_swappable")
    // "No overage charges" is free, and so is overage that is not billed.
    use.isOverageFree =
      says("said_overage")
      && (isFree || spans("said_overage").contains { HandlingWords.isDenied($0.tokens, context) }
        || says("said_denial"))
    use.isOnSite = saysSo("said_on_site")
    return use
  }

  /// "Transferable to the next year": that is rolling over.
  private func isIntoAnotherYear(_ token: Int) -> Bool {
    (token..<min(token + 5, all.upperBound)).contains {
      context.isOne($0, of: "year|years|quarter|period|term")
    }
  }
}
