// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Later words that cut or move what a grant's own sentence says of its end.
extension ValidityBuilder {
  private static let cutting: WordSet = [
    "not", "no", "never", "save", "provided", "except", "however", "notwithstanding", "but", "expire", "expires",
    "lapse", "lapses",
    "forfeited", "void", "ceases", "cease", "latest", "cancelled", "nor", "event",
  ]

  /// Whether the words around say that the day is a limit to something longer.
  func isLimit(_ attachment: Attachment) -> Bool {
    let sentence = context.sentence(of: attachment.tokens.lowerBound)
    let near = max(sentence.lowerBound, attachment.tokens.lowerBound - 12)..<attachment.tokens.upperBound
    return near.contains { context.isOne($0, of: Self.cutting) }
  }

  /// Whether its sentence stands right behind that of the grant.
  func follows(_ attachment: Attachment, _ candidate: Candidate) -> Bool {
    context.sentence(of: attachment.tokens.lowerBound).lowerBound == candidate.sentence.upperBound
  }

  private static let consuming: WordSet = [
    "performed", "attended", "attend", "held", "delivered", "used", "taken", "sat", "consumed", "spent", "completed",
    "worked", "place", "carried", "hold", "attends", "complete", "completes",
  ]

  /// "The hours are ordered before 1 March. They are performed by 31 August": the first day is one to order by. So is one
  /// on which "classes booked by that day may be attended until 30 June" looks back.
  func consume(_ outcome: inout Outcome, by later: [Attachment]) {
    guard let ordered = outcome.validity.end, outcome.validity.redeemBy == nil, let first = outcome.used.first,
      outcome.validity.basis != .term
    else { return }
    for attachment in later {
      guard case .time(let statement) = attachment.content, statement.role == .end || statement.role == .endBefore,
        attachment.tokens.lowerBound > first.tokens.lowerBound, let point = statement.point,
        var day = resolver.day(point, asEnd: true)
      else { continue }
      if statement.role == .endBefore { day = day.adding(days: -1) }
      let sentence = context.sentence(of: attachment.tokens.lowerBound)
      let near = max(sentence.lowerBound, attachment.tokens.lowerBound - 6)..<attachment.tokens.upperBound
      guard day > ordered, near.contains(where: { context.isOne($0, of: Self.consuming) }) else { continue }
      let looksBack = later.contains { other in
        guard case .time(let said) = other.content, sentence.contains(other.tokens.lowerBound), isOrdering(other) else {
          return false
        }
        return said.point.flatMap { resolver.day($0, asEnd: true) } == ordered
      }
      guard isOrdering(first) || looksBack || isRegistration(first) else { continue }
      outcome.validity.redeemBy = ordered
      outcome.validity.end = day
      outcome.used.append(attachment)
      return
    }
  }

  private static let done: WordSet = [
    "claimed", "activated", "registered", "redeemed", "assigned", "collected", "issued", "downloaded",
  ]

  /// "Must be claimed within 60 days; claimed vouchers stay valid for twelve months": the first day is one to claim by,
  /// and the end counts from a day that nobody knows yet.
  func lastOnceClaimed(_ outcome: inout Outcome, by all: [Attachment]) {
    guard let claimed = outcome.validity.end, outcome.validity.redeemBy == nil, let first = outcome.used.first,
      outcome.validity.basis != .term, isOrdering(first)
    else { return }
    for attachment in all where attachment.tokens.lowerBound > first.tokens.lowerBound {
      if case .time(let statement) = attachment.content {
        guard statement.role == .during, case .duration? = statement.period,
          statement.period.flatMap({ resolver.days($0) }) == nil
        else { continue }
      }
      let sentence = context.sentence(of: attachment.tokens.lowerBound)
      let low = max(sentence.lowerBound, attachment.tokens.lowerBound - 10)
      guard (low..<attachment.tokens.lowerBound).contains(where: { context.isOne($0, of: Self.done) }) else { continue }
      outcome.validity.redeemBy = claimed
      outcome.validity.end = nil
      outcome.validity.text = context.text(attachment.tokens)
      outcome.used.append(attachment)
      outcome.isOpen = true
      return
    }
  }

  /// "Registration for the seats closes on …", "may be called up by …".
  private func isRegistration(_ attachment: Attachment) -> Bool {
    let sentence = context.sentence(of: attachment.tokens.lowerBound)
    return (max(sentence.lowerBound, attachment.tokens.lowerBound - 14)..<attachment.tokens.upperBound).contains {
      context.isOne($0, of: "registration|booking|enrolment|enrollment|called|requested|sign|ordering")
    }
  }

  /// "The deadline is extended to 31 March", "Notwithstanding the foregoing they expire on 31 December 2031".
  func revise(_ outcome: inout Outcome, by later: [Attachment]) {
    guard let end = outcome.validity.end else { return }
    for attachment in later {
      guard case .time(let statement) = attachment.content, statement.role == .end || statement.role == .endBefore,
        let point = statement.point, var day = resolver.day(point, asEnd: true)
      else { continue }
      if statement.role == .endBefore { day = day.adding(days: -1) }
      let isMoved =
        context.isOne(attachment.tokens.lowerBound, of: TimeFinder.movingVerbs)
        || context.isOne(attachment.tokens.lowerBound, of: "put|set|pushed|shifted")
      let isCut =
        outcome.validity.basis == .term && day < end && day > outcome.validity.start ?? .distantPast
        && isLimit(attachment) && !isOrdering(attachment)
      guard isMoved || isCut else { continue }
      outcome.validity.end = day
      outcome.validity.basis = basis(point)
      outcome.validity.text = context.text(attachment.tokens)
      outcome.used.append(attachment)
      return
    }
  }
}

extension TimePeriod {
  /// Counted from the end of a term or of a period.
  var isTail: Bool {
    guard case .duration(_, let from?) = self else { return false }
    switch from {
    case .anchor("term_end"), .endOf: return true
    default: return false
    }
  }
}
