// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis
import Patterns

extension DocumentContext {
  /// A word like "outage" beside a named grant ("training on outage management") makes no remedy of it.
  func speaksOfRemedy(_ match: PhraseMatch) -> Bool {
    if match.tokens.contains(where: { Self.remedies.contains(folded($0)) }) { return true }
    // "For every hour of downtime", "if the portal is down": who says when it is given speaks of a failure.
    return match.tokens.count >= 4 && isOne(match.tokens.lowerBound, of: "for|if|should|where|when|whenever|in")
  }

  private static let remedies: WordSet = [
    "credit", "credits", "credited", "rebate", "rebates", "remedy", "remedies", "penalty", "penalties", "damages",
    "availability", "miss", "misses", "missed", "fail", "fails", "failed", "failure", "delay", "delays", "delayed",
    "breach", "breaches", "default", "exceed", "exceeds", "overrun", "overruns", "late", "unavailability",
    "compensation", "exceeded", "slips", "slip", "interruption", "behind", "meet", "deliver", "respond", "achieve",
    "resolved", "completed", "finished", "delivered", "restored", "answered",
  ]
}
