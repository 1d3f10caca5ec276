// SPDX-License-Identifier: GPL-3.0-or-later

/// Which of a sentence's findings are reported.
enum MatchChoice {
  typealias Finding = PhraseSimulation.Finding
  typealias CaptureNode = PhraseSimulation.CaptureNode

  /// Of one rule and first token the finding with the fewest tokens in gaps, then the longest; of one rule and end not
  /// those that start later with the same captures. By first token, then rule.
  static func chosen(_ findings: Stack<Finding>, captures: Stack<CaptureNode>) -> [Finding] {
    var list = Array(UnsafeBufferPointer(start: findings.base, count: findings.count))
    guard list.count > 1 else { return list }
    list.sort(by: comesFirst)
    list.keep { $0.rule != $1.rule || $0.start != $1.start }
    if list.count > 1 { dropTails(&list, captures) }
    return list
  }

  private static func comesFirst(_ a: Finding, _ b: Finding) -> Bool {
    if a.rule != b.rule { return a.rule < b.rule }
    if a.start != b.start { return a.start < b.start }
    if a.gaps != b.gaps { return a.gaps < b.gaps }
    return a.end > b.end
  }

  private static func dropTails(_ list: inout [Finding], _ captures: Stack<CaptureNode>) {
    list.sort { a, b in
      if a.rule != b.rule { return a.rule < b.rule }
      return a.end != b.end ? a.end < b.end : a.start < b.start
    }
    list.keep { $0.rule != $1.rule || $0.end != $1.end || !areSame($0.capture, $1.capture, captures) }
    list.sort { a, b in a.start != b.start ? a.start < b.start : a.rule < b.rule }
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

extension Array {
  /// Keeps the first element and each that differs from the one kept last.
  fileprivate mutating func keep(where differs: (_ last: Element, _ next: Element) -> Bool) {
    guard count > 1 else { return }
    var kept = 1
    for index in 1..<count where differs(self[kept - 1], self[index]) {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
  }
}
