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
    var kept: [Finding] = []
    for finding in list {
      if let last = kept.last, last.rule == finding.rule, last.start == finding.start { continue }
      kept.append(finding)
    }
    if kept.count > 1 { kept = withoutTails(kept, captures) }
    return kept
  }

  private static func comesFirst(_ a: Finding, _ b: Finding) -> Bool {
    if a.rule != b.rule { return a.rule < b.rule }
    if a.start != b.start { return a.start < b.start }
    if a.gaps != b.gaps { return a.gaps < b.gaps }
    return a.end > b.end
  }

  private static func withoutTails(_ findings: [Finding], _ captures: Stack<CaptureNode>) -> [Finding] {
    var list = findings
    list.sort { a, b in
      if a.rule != b.rule { return a.rule < b.rule }
      return a.end != b.end ? a.end < b.end : a.start < b.start
    }
    var chosen: [Finding] = []
    for finding in list {
      if let last = chosen.last, last.rule == finding.rule, last.end == finding.end,
        areSame(last.capture, finding.capture, captures)
      {
        continue
      }
      chosen.append(finding)
    }
    chosen.sort { a, b in a.start != b.start ? a.start < b.start : a.rule < b.rule }
    return chosen
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
