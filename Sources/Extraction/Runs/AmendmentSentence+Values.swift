// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// The value that a sentence of an amendment gives instead of another.
extension AmendmentSentence {
  /// "From $60,000 to $75,000", "by $15,000 to $75,000", "until 31 December", "by six months".
  func value(of verb: Verb) -> AmendedValue? {
    var relative: AmendedValue.Content?
    for token in verb.token..<range.upperBound where !isQuoted(token) {
      let word = context.folded(token)
      if ["to", "until", "till", "through"].contains(word), let content = value(behind: token, within: 3) {
        return AmendedValue(content: content, way: .to)
      }
      if word == "by", relative == nil, !isExchange(behind: token) { relative = value(behind: token, within: 4) }
      if ["becomes", "become"].contains(word), let content = value(behind: token, within: 4) {
        return AmendedValue(content: content, way: .to)
      }
    }
    guard let relative else { return nil }
    if case .day = relative { return nil }
    let down: Set<String> = [
      "reduced", "reduce", "reduces", "lowered", "lower", "lowers", "decreased", "decrease", "decreases", "shortened",
      "shorten", "shortens",
    ]
    return AmendedValue(content: relative, way: down.contains(context.folded(verb.token)) ? .down : .up)
  }

  /// "Is amended by replacing twenty with ten": the first of the two is no difference.
  private func isExchange(behind by: Int) -> Bool {
    guard by + 1 < range.upperBound else { return false }
    return context.isOne(by + 1, of: "replacing|substituting|deleting|striking|exchanging|changing|amending|removing")
  }

  func value(behind token: Int, within distance: Int) -> AmendedValue.Content? {
    var best: (value: ValueMention, content: AmendedValue.Content)?
    for value in context.values(in: (token + 1)..<range.upperBound) {
      guard value.tokens.lowerBound <= token + distance else { break }
      guard let content = Self.content(value.value) else { continue }
      if let found = best, found.value.tokens.count >= value.tokens.count { continue }
      if let found = best, value.tokens.lowerBound >= found.value.tokens.upperBound { break }
      best = (value, content)
    }
    return best?.content
  }

  private static func content(_ value: Value) -> AmendedValue.Content? {
    switch value {
    case .money(let amount, _): .money(amount)
    case .number(let amount), .quantity(let amount, _, _): .number(amount)
    case .percent(let amount): .percent(amount)
    case .date(let date): date.date.map { .day($0) }
    case .duration(let duration):
      // A number of hours or days is how much there is.
      duration.months == nil && duration.unit == .hour
        ? .number(duration.amount) : .length(months: duration.months?.wholeNumber, days: duration.days?.wholeNumber)
    case .recurrence: nil
    }
  }
}
