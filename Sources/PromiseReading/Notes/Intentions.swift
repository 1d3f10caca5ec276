// SPDX-License-Identifier: GPL-3.0-or-later

/// What somebody else than the speaker wishes, means to find out, doubts or shows, which offers nothing: "Carol would
/// like five more sandboxes", "Sue will check whether …", "Bob presented the roadmap for AI credits".
enum Intentions {
  /// Why the words promise nothing; nil where they are none of these.
  static func reason(_ text: String) -> LeftOut.Reason? {
    let words = Answers.words(String(text.prefix(160)))
    guard words.count > 2, let first = words.first, !speakers.contains(first) else { return nil }
    guard text.first(where: \.isLetter)?.isUppercase ?? false else { return nil }
    for at in words.indices.dropFirst().prefix(6) {
      let rest = words[at...]
      if opens(rest, wishes) { return isOfGiver(rest) ? nil : .ask }
      if opens(rest, inquiries) { return .task }
      if opens(rest, doubts) { return .no_offer }
      if opens(rest, shows), words.allSatisfy({ !giving.contains($0) }) { return .told }
    }
    return nil
  }

  /// "Sorry, storage I can't move", "we cannot change the limit": what the speaker will not do promises nothing.
  static func refuses(_ text: String) -> Bool {
    let words = Answers.words(String(text.prefix(160)))
    let denials: Set<String> = ["can't", "cannot", "won't", "couldn't", "wouldn't", "not"]
    return words.indices.dropLast().contains { at in
      guard ["i", "we"].contains(words[at]) else { return false }
      let next = words[(at + 1)...].prefix(2)
      return next.first.map(denials.contains) ?? false
        || ["can", "could", "will", "would"].contains(next.first) && next.last == "not"
    }
  }

  /// "If you need 20 hours of consulting, ask Jonas for a quote": where to turn to, and no offer.
  static func isForThoseInNeed(_ text: String) -> Bool {
    let words = Answers.words(String(text.prefix(160)))
    guard ["if", "should", "when", "whenever"].contains(words.first), words.count > 3 else { return false }
    let needs: Set<String> = ["need", "want", "require", "like", "wish", "prefer"]
    guard let at = words.prefix(5).firstIndex(where: needs.contains) else { return false }
    let turns: Set<String> = [
      "ask", "contact", "call", "order", "buy", "quote", "know", "tell", "price", "priced", "purchase", "pay", "shout",
      "request", "cost", "costs", "email", "mail", "write", "talk", "reach", "ping",
    ]
    return words[at...].contains(where: turns.contains)
  }

  private static func opens(_ words: ArraySlice<String>, _ phrases: [[String]]) -> Bool {
    phrases.contains { words.starts(with: $0) }
  }

  /// "Sue expects to include twenty": what a giver expects is to give.
  private static func isOfGiver(_ words: ArraySlice<String>) -> Bool {
    words.prefix(6).contains { giving.contains($0) && $0 != "get" && $0 != "free" && $0 != "included" }
  }

  private static func phrases(_ text: String) -> [[String]] {
    text.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
  }

  private static let speakers: Set<String> = [
    "i", "we", "you", "i'll", "we'll", "i'd", "we'd", "you'll", "i'm", "we're", "if", "as", "since", "once", "when",
  ]
  private static let wishes = phrases(
    "would like|would love|would prefer|would appreciate|hopes to|hopes for|hopes that|is hoping|are hoping|hoped for"
      + "|expects|is expecting|wishes|is keen|dreams of|is after|longs for|had hoped|is looking for")
  private static let inquiries = phrases(
    ["will", "must", "has to", "needs to", "wants to", "is going to", "still has to", "should", "is to", "promised to"]
      .flatMap { lead in
        [
          "check", "clarify", "ask", "consult", "discuss", "verify", "investigate", "explore", "consider", "revert",
          "find out", "come back to", "come back on", "come back with a proposal", "come back with a quote",
          "come back with an answer", "come back with a number", "get back", "think", "look", "talk", "speak",
          "see whether", "see if", "see what",
        ].map { lead + " " + $0 }
      }.joined(separator: "|"))
  private static let doubts = phrases(
    "is not sure|isn't sure|is unsure|is not certain|isn't certain|has doubts|is undecided|was not sure|wasn't sure"
      + "|has not decided|hasn't decided")
  private static let shows = phrases(
    "presented|showed|demoed|demonstrated|displayed|walked us|talked us through|ran a demo|gave a demo|shared a slide"
      + "|showed us|handed out|pitched")
  private static let giving: Set<String> = [
    "get", "gets", "give", "gives", "gave", "offer", "offers", "offered", "include", "includes", "included", "free",
    "promised", "promises", "grant", "grants", "granted", "commits", "committed", "agreed", "agrees", "confirms",
    "confirmed", "provide", "provides", "add", "adds", "guarantees", "guaranteed", "receive", "receives", "credit",
  ]
}
