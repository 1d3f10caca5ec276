// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Tells a volume of work ("ten days of consulting") from time that runs: "within ten days", "ten days' notice".
enum Deadlines {
  static func isDeadline(_ mention: ValueMention, isDays: Bool, _ context: DocumentContext) -> Bool {
    let start = mention.tokens.lowerBound
    var end = mention.tokens.upperBound
    if start > 0, running.contains(context.folded(start - 1)) { return true }
    // The apostrophe of "ten days' notice".
    while end < context.stream.count, ["'", "’", "s"].contains(context.folded(end)) { end += 1 }
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
      ["follow", "follows"].contains(context.folded(end + 1))
    {
      return true
    }
    if next == "of", end + 2 < context.stream.count {
      return ["receipt", "receiving", "delivery", "notice", "being", "date"].contains(context.folded(end + 1))
        || (["the", "such", "its", "any"].contains(context.folded(end + 1))
          && ["date", "receipt", "notice", "delivery", "request", "month", "end", "expiry"]
            .contains(context.folded(end + 2)))
    }
    return later.contains(next)
  }

  private static let running: Set<String> = ["within", "every"]
  private static let noticed: Set<String> = ["prior", "notice", "advance", "written", "before", "beforehand"]
  private static let later: Set<String> = ["after", "following", "from", "later", "thereafter"]
}
