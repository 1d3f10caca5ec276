// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Later words that cut or move what a grant's own sentence says of its end.
extension ValidityBuilder {
  private static let moving: WordSet = [
    "moved", "extended", "postponed", "prolonged", "changed", "deferred", "brought", "shortened", "replaced",
  ]
  private static let cutting: WordSet = [
    "not", "no", "never", "save", "provided", "except", "however", "notwithstanding", "but", "expire", "expires",
    "lapse", "lapses",
    "forfeited", "void", "ceases", "cease", "latest", "cancelled", "nor",
  ]

  /// Whether the words around say that the day is a limit to something longer.
  func isLimit(_ attachment: Attachment) -> Bool {
    let sentence = context.sentence(of: attachment.tokens.lowerBound)
    let near = max(sentence.lowerBound, attachment.tokens.lowerBound - 12)..<attachment.tokens.upperBound
    return near.contains { Self.cutting.contains(context.folded($0)) }
  }

  /// Whether its sentence stands right behind that of the grant.
  func follows(_ attachment: Attachment, _ candidate: Candidate) -> Bool {
    context.sentence(of: attachment.tokens.lowerBound).lowerBound == candidate.sentence.upperBound
  }

  /// "The deadline is extended to 31 March", "Notwithstanding the foregoing they expire on 31 December 2031".
  func revise(_ outcome: inout Outcome, by later: [Attachment]) {
    guard let end = outcome.validity.end else { return }
    for attachment in later {
      guard case .time(let statement) = attachment.content, statement.role == .end || statement.role == .endBefore,
        let point = statement.point, var day = resolver.day(point, asEnd: true)
      else { continue }
      if statement.role == .endBefore { day = day.adding(days: -1) }
      let isMoved = Self.moving.contains(context.folded(attachment.tokens.lowerBound))
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
