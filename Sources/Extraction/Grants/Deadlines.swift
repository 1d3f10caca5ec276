// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Tells a volume of work ("ten days of consulting") from time that runs: "within ten days", "ten days' notice".
enum Deadlines {
  static func isDeadline(_ mention: ValueMention, isDays: Bool, _ context: DocumentContext) -> Bool {
    let start = mention.tokens.lowerBound
    var end = mention.tokens.upperBound
    if start > 0, running.contains(context.folded(start - 1)) { return true }
    // The apostrophe of "ten days' notice".
    while end < context.stream.count, context.isOne(end, of: "'|’|s") { end += 1 }
    guard end < context.stream.count else { return false }
    let next = context.folded(end)
    if noticed.contains(next) { return true }
    // "24 hours a day" is a time of service.
    if !isDays, ["a", "per", "each"].contains(next), end + 1 < context.stream.count, context.folded(end + 1) == "day" {
      return true
    }
    guard isDays else { return false }
    // "in the thirty days that follow acceptance"
    if ["that", "which"].contains(next), end + 1 < context.stream.count,
      context.isOne(end + 1, of: "follow|follows")
    {
      return true
    }
    if next == "of", end + 2 < context.stream.count {
      return context.isOne(end + 1, of: "receipt|receiving|delivery|notice|being|date")
        || (context.isOne(end + 1, of: "the|such|its|any")
          && context.isOne(end + 2, of: "date|receipt|notice|delivery|request|month|end|expiry"))
    }
    return later.contains(next)
  }

  private static let running: WordSet = ["within", "every"]
  private static let noticed: WordSet = ["prior", "notice", "advance", "written", "before", "beforehand"]
  private static let later: WordSet = ["after", "following", "from", "later", "thereafter"]
}
