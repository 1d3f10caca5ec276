// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Lengths that measure how the parties deal with each other, and not how long a grant lasts: `confirmed within five
/// days of the request`, `claims are sent within 30 days of the event`, `a session lasts 60 minutes`.
struct Dealings {
  let passage: PassageText

  private static let openers: WordSet = ["within", "inside", "in", "after", "than"]
  /// One of them stands beside whatever is told here.
  static let signals: WordSet = [
    "within", "inside", "in", "after", "than", "lasts", "takes", "last", "take", "of", "runs", "before", "ahead",
    "beforehand", "earlier", "from",
  ]
  /// What one party does when the other asks for something.
  private static let reacting: WordSet = [
    "confirmed", "confirms", "confirm", "activated", "activates", "answered", "acknowledged", "acknowledges",
    "processed", "processes", "approved", "approves", "sent", "submitted", "lodged", "presented", "filed", "handed",
    "forwarded", "emailed", "returned", "reported", "notified", "informed", "reach", "reaches", "received",
    "reimbursed", "reimburses", "settled", "decides", "decided", "replied", "assigned", "allocated", "provisioned",
    "arranged", "arranges", "due", "supplied", "invoiced", "created", "set", "installed", "sends",
  ]
  /// Papers, which run to no end of a grant by an event of their own.
  private static let papers: WordSet = [
    "claim", "claims", "invoice", "invoices", "receipt", "receipts", "request", "requests", "report", "reports",
    "result", "results", "code", "codes", "confirmation", "confirmations", "evidence", "proof", "documentation",
    "certificate", "certificates", "approval", "approvals", "application", "applications", "minutes", "summary",
    "reimbursement", "reimbursements", "refund", "refunds", "complaint", "complaints", "bill", "bills",
  ]
  private static let fillers: WordSet = [
    "the", "all", "any", "each", "every", "a", "an", "its", "their", "our", "such", "final", "agency", "partner",
    "written", "draw", "paid", "copies", "of", "original", "where", "when", "and", "but", "then", "customer",
    "supplier",
    "'s", "’s", "valid", "exam", "expense", "test",
  ]
  /// Words of use, whose length it would be.
  private static let uses: WordSet = [
    "used", "use", "usable", "valid", "redeemed", "redeemable", "consumed", "available", "taken", "attended", "expire",
    "expires", "lapse", "lapses", "booked", "drawn", "spent", "availed", "good", "exercised", "called",
  ]

  /// Not where the length is one of use, or of what is granted.
  func isDealing(_ tokens: Range<Int>, _ length: CalendarDuration, in sentence: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    let isOpened = (0..<3).contains { Self.openers.contains(passage.word(start - $0)) }
    guard isOpened else { return false }
    var low = start
    while low > sentence.lowerBound, start - low < 24, !passage.isOne(low - 1, of: ";|:|,|.") { low -= 1 }
    let clause = low..<start
    if clause.contains(where: { Self.uses.contains(passage.word($0)) }) { return false }
    guard clause.contains(where: { Self.reacting.contains(passage.word($0)) }) else { return false }
    // A week or a month is how fast somebody reacts, whatever it is about.
    if length.isBusiness || length.unit == .hour || length.days.map({ $0 <= 31 }) ?? false, !isOfGrant(clause) {
      return true
    }
    var at = low
    while at < start, Self.fillers.contains(passage.word(at)) { at += 1 }
    return at < start && Self.papers.contains(passage.word(at))
  }

  private static let handing: WordSet = [
    "provided", "issued", "delivered", "credited", "activated", "loaded", "posted", "sent", "released", "furnished",
    "supplied", "provisioned", "allocated", "granted", "installed", "emailed", "mailed", "transferred", "enabled",
  ]

  /// "The credits are provided within ten days of the Order Start Date": by when they are handed over.
  func isHandover(_ tokens: Range<Int>, _ length: CalendarDuration) -> Bool {
    let start = tokens.lowerBound
    guard passage.word(start) == "within", length.isBusiness || length.days.map({ $0 <= 31 }) ?? false else {
      return false
    }
    return Self.handing.contains(passage.word(start - 1)) || passage.has(["made|set", "available|up"], at: start - 2)
      || Self.handing.contains(passage.word(start - 2)) && passage.isOne(start - 1, of: "customer|client|you|it|up|to")
  }

  /// "goes live by 1 October", "meets on 15 April": a day of something else that happens.
  func isOfEvent(before day: Int) -> Bool {
    guard passage.isOne(day - 1, of: "by|on|before|in") else { return false }
    // "the plan delivered on 20 March"
    if TimeFinder.made.contains(passage.word(day - 2)),
      (3...5).contains(where: { TimeFinder.papers.contains(passage.word(day - $0)) })
    {
      return true
    }
    return passage.isOne(
      day - 2, of: "live|migrated|connected|hired|onboarded|meets|meet|convenes|gathers|visits|presents|decides")
  }

  /// "Days cancelled less than five days before their date", "booked two weeks ahead": how long before another day.
  func isNotice(_ tokens: Range<Int>) -> Bool {
    let end = tokens.upperBound
    // "not transferable from one contract year to the next"
    if passage.word(tokens.lowerBound - 1) == "from",
      (0..<2).contains(where: {
        passage.has(["to|into", "the|another|a", "next|following|other|second"], at: end + $0)
      })
        || passage.has(["to|into", "another"], at: end)
    {
      return true
    }
    guard passage.isOne(end, of: "before|ahead|beforehand|earlier") || passage.has(["in", "advance"], at: end) else {
      return false
    }
    return !(1...3).contains {
      passage.isOne(tokens.lowerBound - $0, of: "until|till|by|to|through|ends|lapse|lapses|expire|expires|end")
    }
  }

  /// "They are to be supplied within 30 days": what is granted itself.
  private func isOfGrant(_ clause: Range<Int>) -> Bool {
    clause.contains { passage.isOne($0, of: "must|shall") } && passage.isOne(clause.lowerBound, of: "they|it|these")
  }

  /// "Each session lasts 60 minutes", "a class takes two days", "a session is of 90 minutes": how long one of them is.
  func isOfOnePiece(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    let start = tokens.lowerBound
    guard let verb = (1...3).first(where: { passage.isOne(start - $0, of: "lasts|takes|last|take|of|runs") }),
      sentence.contains(start - verb)
    else { return false }
    let near = max(sentence.lowerBound, start - verb - 4)..<(start - verb)
    return near.contains {
      passage.isOne($0, of: "session|class|workshop|course|meeting|review|call|exam|sitting|attempt|module|webinar|day")
    } && near.contains { passage.isOne($0, of: "each|every|a|an|one|per") }
  }
}
