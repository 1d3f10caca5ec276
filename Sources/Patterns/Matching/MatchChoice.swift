// SPDX-License-Identifier: GPL-3.0-or-later

/// Which of a sentence's findings are reported.
enum MatchChoice {
  typealias Finding = PhraseSimulation.Finding
  typealias CaptureNode = PhraseSimulation.CaptureNode

  /// Of one rule and first token the finding with the fewest tokens in gaps, then the longest; of one rule and end not
  /// those that start later with the same captures. By first token, then rule. Puts those in front; gives their number.
  static func choose(from findings: Stack<Finding>, captures: Stack<CaptureNode>) -> Int {
    var list = UnsafeMutableBufferPointer(start: findings.base, count: findings.count)
    guard list.count > 1 else { return list.count }
    list.sort(by: comesFirst)
    list.keep { $0.rule != $1.rule || $0.start != $1.start }
    // Tails are of one rule, and most rules are found once.
    if (1..<list.count).contains(where: { list[$0 - 1].rule == list[$0].rule }) { dropTails(&list, captures) }
    list.sort { a, b in a.start != b.start ? a.start < b.start : a.rule < b.rule }
    return list.count
  }

  private static func comesFirst(_ a: Finding, _ b: Finding) -> Bool {
    if a.rule != b.rule { return a.rule < b.rule }
    if a.start != b.start { return a.start < b.start }
    if a.gaps != b.gaps { return a.gaps < b.gaps }
    return a.end > b.end
  }

  private static func dropTails(_ list: inout UnsafeMutableBufferPointer<Finding>, _ captures: Stack<CaptureNode>) {
    list.sort { a, b in
      if a.rule != b.rule { return a.rule < b.rule }
      return a.end != b.end ? a.end < b.end : a.start < b.start
    }
    list.keep { $0.rule != $1.rule || $0.end != $1.end || !areSame($0.capture, $1.capture, captures) }
  }

  private static func areSame(_ a: Int32, _ b: Int32, _ captures: Stack<CaptureNode>) -> Bool {
    var (a, b) = (a, b)
    while a >= 0, b >= 0 {
      let (left, right) = (captures[Int(a)], captures[Int(b)])
      guard left.filler == right.filler, left.start == right.start, left.end == right.end else { return false }
      (a, b) = (left.before, right.before)
    }
    return a == b
  }
}

extension UnsafeMutableBufferPointer where Element: BitwiseCopyable {
  /// Keeps the first element and each that differs from the one kept last.
  fileprivate mutating func keep(where differs: (_ last: Element, _ next: Element) -> Bool) {
    guard count > 1 else { return }
    var kept = 1
    for index in 1..<count where differs(self[kept - 1], self[index]) {
      self[kept] = self[index]
      kept += 1
    }
    self = Self(rebasing: self[..<kept])
  }
}
