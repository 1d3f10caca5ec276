// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Tells a time within which somebody answers from hours that are granted: "a reaction time of one hour for critical
/// tickets", "4-hour response", "updates every two hours".
struct ResponseTimes {
  let context: DocumentContext

  private static let answers: WordSet = [
    "response", "responses", "respond", "responds", "responding", "responded", "reaction", "react", "reacts", "reply",
    "replies", "answer", "answers", "answered", "acknowledge", "acknowledges", "acknowledged", "acknowledgement",
    "acknowledgment", "callback", "callbacks", "update", "updates", "resolution", "resolve", "resolves", "resolved",
    "fix", "fixes", "fixed", "restore", "restores", "restored", "restoration", "recovery", "recovered", "turnaround",
    "escalation", "escalated", "rto", "rpo", "workaround", "sla", "back",
  ]
  /// What leads from the word to its time, and what may stand between.
  private static let links: WordSet = ["within", "in", "under", "inside", "of", "every", "below", "after", ":", "is"]
  private static let asides: WordSet = ["the", "first", "max", "maximum", "most", "at", "less", "than", "just", "only"]

  /// The tokens of each such time.
  var spans: [Range<Int>] {
    context.values.compactMap { value in
      guard isShort(value), isBehindAnswer(value.tokens) || isBeforeAnswer(value.tokens) else { return nil }
      return value.tokens
    }
  }

  private func isShort(_ value: ValueMention) -> Bool {
    switch value.value {
    case .duration(let length): ["minute", "hour"].contains(length.unit.rawValue)
    case .quantity(_, let unit, _): ["minute", "hour"].contains(unit)
    default: false
    }
  }

  private func isBehindAnswer(_ tokens: Range<Int>) -> Bool {
    var at = tokens.lowerBound - 1
    while at >= 0, at > tokens.lowerBound - 4, context.isOne(at, of: Self.asides) { at -= 1 }
    guard at > 0, context.isOne(at, of: Self.links) else { return false }
    let floor = max(context.sentence(of: tokens.lowerBound).lowerBound, at - 7)
    return floor < at && (floor..<at).contains { context.isOne($0, of: Self.answers) }
  }

  private func isBeforeAnswer(_ tokens: Range<Int>) -> Bool {
    var at = tokens.upperBound
    while at < context.stream.count, at < tokens.upperBound + 2, context.isOne(at, of: "-|first|initial|critical") {
      at += 1
    }
    return at < context.stream.count && context.isOne(at, of: "response|reaction|reply|answer|turnaround|callback")
  }

  /// Without hours that only say how soon somebody answers; where nothing else is named, the answer is what is promised.
  func settle(_ mentions: inout [PromiseMention]) {
    let spans = spans
    guard !spans.isEmpty else { return }
    mentions.removeAll { mention in
      mention.isWeak && mention.kind == "services_hours" && spans.contains { $0.overlaps(mention.tokens) }
    }
    guard mentions.isEmpty, let name = context.names.first(where: { $0.list == "promised_feature" }) else { return }
    mentions = [PromiseMention(kind: "support_plan", tokens: name.tokens)]
  }
}

extension PromisedGrant {
  /// How soon somebody answers, and no plan by name.
  public var isResponseOnly: Bool {
    guard kind == "support_plan", tier == nil, features.response != nil, !features.hasManager else { return false }
    let words = Set((name ?? "").lowercased().split { !$0.isLetter }.map(String.init))
    return words.isDisjoint(with: ["support", "plan", "care", "success", "package", "premier", "service"])
  }
}
