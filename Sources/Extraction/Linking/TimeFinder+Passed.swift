// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Lengths that have gone by: what opens or ends behind them.
extension TimeFinder {
  /// "once eighteen months have passed since the start of the order"
  func passedLength(at token: Int) -> TimeStatement? {
    guard passage.isOne(token, of: "once|when|after|until|as"),
      let value = [token + 1, token + 2, token + 3].lazy.compactMap({ passage.value(at: $0) }).first,
      case .duration(let duration) = value.value
    else { return nil }
    let at = value.tokens.upperBound
    // "after six months from the Start Date have gone by"
    if passage.isOne(at, of: "since|from|after|following|of"),
      let base = parser.point(at: at + 1), passage.has(["have|has", "passed|elapsed|expired|run|gone"], at: base.end)
    {
      return passed(duration, base.value, token, base.end + 2)
    }
    guard
      passage.has(["have|has", "passed|elapsed|expired|run|gone"], at: at)
        || passage.has(["are|is", "over|up"], at: at)
    else { return nil }
    let since = passage.has(["by|past", "since|from|after"], at: at + 2) ? at + 3 : at + 2
    guard passage.isOne(since, of: "since|from|after|following"), let base = parser.point(at: since + 1)
    else { return nil }
    return passed(duration, base.value, token, base.end)
  }

  /// "It is set up on 1 May 2031 and removed after twelve months": so long behind the day that was just named.
  func removedAfter(at token: Int) -> TimeStatement? {
    guard passage.word(token) == "after", Self.removals.contains(passage.word(token - 1)),
      let value = passage.value(at: token + 1), case .duration(let duration) = value.value, duration.unit != .hour,
      [".", ",", ";", ")", "", "and", "unless", "at"].contains(passage.word(value.tokens.upperBound)),
      let base = parser.antecedent, !base.isEndOfPeriod
    else { return nil }
    return make(.end, point: .after(duration, base), token, value.tokens.upperBound)
  }

  private static let removals: WordSet = [
    "removed", "deleted", "withdrawn", "deactivated", "closed", "decommissioned", "retired", "dismantled", "revoked",
    "terminated", "discontinued", "expire", "expires", "lapse", "lapses", "end", "ends", "cease", "ceases",
    "terminates",
    "closes", "stops", "off", "down", "void",
  ]

  private static let allowing: WordSet = ["may", "can", "becomes", "become", "opens", "starts", "begins"]

  /// "Once six months have passed Customer may book them" opens; "they are void once six months have passed" ends.
  private func passed(_ duration: CalendarDuration, _ base: TimePoint, _ token: Int, _ end: Int) -> TimeStatement {
    let sentence = passage.context.sentence(of: token).filter { !(token..<end).contains($0) }
    let point = TimePoint.after(duration, base)
    let isAllowed = sentence.contains { Self.allowing.contains(passage.word($0)) }
    let isDenied = sentence.contains {
      passage.isOne($0, of: "not|no|cannot|never|none|longer|nothing|neither|nobody")
        || Self.endingWords.contains(passage.word($0))
    }
    guard isAllowed, !isDenied, passage.word(token) != "until" else { return make(.end, point: point, token, end) }
    return make(.start, point: point, token, end)
  }
}
