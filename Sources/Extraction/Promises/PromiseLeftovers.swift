// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Finds what a promise counts or measures and nothing has understood: a number that no field took, a rate by the hour,
/// by the user. A promise with such words cannot be checked; passing over them would make it land.
struct PromiseLeftovers {
  let context: DocumentContext
  let grant: PromisedGrant
  let mention: PromiseMention
  /// Tokens of times and of what else has been understood.
  let taken: [Range<Int>]

  /// The words that are left over; nil where nothing is.
  func words(in range: Range<Int>) -> String? {
    if let discount = discount(in: range) { return context.text(discount) }
    if let sum = sum(in: range) { return context.text(sum) }
    guard grant.subject == .grant, !["support_plan", "complimentary_product", "other"].contains(mention.kind.rawValue)
    else { return nil }
    return (rate(in: range) ?? (grant.hasAmount ? nil : amount(in: range))).map { context.text($0) }
  }

  // MARK: Rates

  static let periods: WordSet = ["second", "minute", "hour", "week", "fortnight", "sprint"]
  private static let heads: WordSet = [
    "user", "users", "agent", "agents", "seat", "employee", "employees", "person", "people", "head", "developer",
    "developers", "admin", "administrator", "learner", "participant", "attendee", "license", "licence", "consultant",
    "team", "department", "org", "instance", "site", "project", "country", "location", "anniversary", "renewal",
  ]
  private static let rhythms: WordSet = ["hourly", "weekly", "biweekly", "fortnightly"]

  /// `an hour`, `per week`, `per user`, `weekly`: no contract's amount is counted so.
  private func rate(in range: Range<Int>) -> Range<Int>? {
    // Calls by the hour were counted by the day.
    if mention.kind == "api_capacity", grant.quantity?.per == "day", HourlyRate(context: context).tokens != nil {
      return nil
    }
    for token in range {
      let word = context.folded(token)
      if Self.rhythms.contains(word) { return token..<(token + 1) }
      guard token + 1 < range.upperBound else { continue }
      let next = context.folded(token + 1)
      switch word {
      case "per", "/":
        guard Self.periods.contains(next) || Self.heads.contains(next), !isPrice(before: token) else { continue }
      case "each", "every":
        guard Self.periods.contains(next) || Self.heads.contains(next) else { continue }
      case "a", "an":
        guard Self.periods.contains(next), isBehindAmount(token), !isPrice(before: token) else { continue }
      default: continue
      }
      return token..<(token + 2)
    }
    return nil
  }

  private func isBehindAmount(_ token: Int) -> Bool {
    mention.tokens.upperBound == token || context.values.contains { $0.tokens.upperBound == token }
  }

  private func isPrice(before token: Int) -> Bool {
    context.values.contains { value in
      guard case .money = value.value else { return false }
      return value.tokens.upperBound == token
    }
  }

  // MARK: Discounts

  private static let reductions: WordSet = ["discount", "off", "rebate", "reduction", "cheaper", "less"]

  /// `at a 50% discount`, `20 percent off`: how much that leaves to pay no contract says.
  private func discount(in range: Range<Int>) -> Range<Int>? {
    guard grant.subject == .grant, !grant.isFree, grant.value == nil else { return nil }
    for value in context.values(in: range) {
      guard case .percent = value.value else { continue }
      let next = value.tokens.upperBound..<min(value.tokens.upperBound + 2, range.upperBound)
      if let word = next.first(where: { context.isOne($0, of: Self.reductions) }) {
        return value.tokens.lowerBound..<(word + 1)
      }
    }
    return ReducedPrice(context: context).words(in: range)
  }

  // MARK: Sums

  static let worths: WordSet = [
    "worth", "value", "valued", "normally", "usually", "list", "saves", "save", "saving", "instead", "otherwise",
    "regular", "regularly", "retail", "equals", "equivalent",
  ]

  /// A sum that is neither what is granted nor a price that was understood: nobody knows what it asks for.
  private func sum(in range: Range<Int>) -> Range<Int>? {
    guard grant.subject == .grant, grant.hasAmount || grant.tier != nil, !grant.isFree, grant.price == nil,
      grant.value == nil
    else { return nil }
    return context.values(in: range).first { value in
      guard case .money = value.value, !taken.contains(where: { $0.overlaps(value.tokens) }) else { return false }
      let near = max(range.lowerBound, value.tokens.lowerBound - 5)..<min(value.tokens.upperBound + 3, range.upperBound)
      return !near.contains { context.isOne($0, of: Self.worths) }
    }?.tokens
  }

  // MARK: Amounts

  private static let labels: WordSet = [
    "section", "clause", "item", "year", "line", "tier", "level", "phase", "no", "nr", "#", "version", "v", "option",
    "page", "schedule", "exhibit", "annex", "appendix", "lot", "wave", "step", "week", "day", "quote", "order", "point",
    "month", "quarter", "q", "fy",
  ]

  /// A number, sum or share where none was taken.
  private func amount(in range: Range<Int>) -> Range<Int>? {
    let values = context.values(in: range)
    let found = values.first { value in
      switch value.value {
      case .number, .quantity, .percent, .money: break
      default: return false
      }
      return !taken.contains { $0.overlaps(value.tokens) } && !mention.tokens.overlaps(value.tokens)
        && !values.contains { $0.tokens != value.tokens && $0.tokens.overlaps(value.tokens) && isTime($0) }
        && !Self.isAside(value, context, mention)
    }
    return found?.tokens
  }

  /// A number that only names something, or a year.
  static func isAside(_ value: ValueMention, _ context: DocumentContext, _ mention: PromiseMention) -> Bool {
    isLabelled(value, context, mention) || isYear(value)
  }

  private func isTime(_ value: ValueMention) -> Bool {
    switch value.value {
    case .date, .duration, .recurrence: true
    default: false
    }
  }

  /// "Section 4", "year 2", "Office 365".
  private static func isLabelled(
    _ value: ValueMention, _ context: DocumentContext, _ mention: PromiseMention
  ) -> Bool {
    let before = value.tokens.lowerBound - 1
    guard before >= 0, case .number = value.value else { return false }
    if labels.contains(context.folded(before)) { return true }
    return context.isCapitalised(before) && !mention.tokens.contains(before)
      && !context.stream.tokens[before].flags.contains(.sentenceStart) && before > 0
  }

  private static func isYear(_ value: ValueMention) -> Bool {
    guard case .number(let number) = value.value else { return false }
    return number >= 1990 && number <= 2100 && value.tokens.count == 1
  }
}
