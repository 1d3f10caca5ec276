// SPDX-License-Identifier: GPL-3.0-or-later

/// Which of a sentence's findings are reported.
enum MatchChoice {
  typealias Finding = PhraseSimulation.Finding

  /// Of one rule and first token the one with the fewest tokens in gaps, then the longest; of one rule and end not
  /// those that start later with the same captures. By first token, then rule. `same` compares captures.
  static func chosen(_ findings: [Finding], same: (Int32, Int32) -> Bool) -> [Finding] {
    if findings.count == 1 { return findings }
    var kept: [Finding] = []
    for finding in findings.sorted(by: comesFirst)
    where kept.last.map({ $0.rule != finding.rule || $0.start != finding.start }) ?? true {
      kept.append(finding)
    }
    kept.sort { ($0.rule, $0.end, $0.start) < ($1.rule, $1.end, $1.start) }
    var chosen: [Finding] = []
    for finding in kept {
      if let last = chosen.last, last.rule == finding.rule, last.end == finding.end, same(last.capture, finding.capture)
      {
        continue
      }
      chosen.append(finding)
    }
    return chosen.sorted { ($0.start, $0.rule) < ($1.start, $1.rule) }
  }

  private static func comesFirst(_ a: Finding, _ b: Finding) -> Bool {
    (a.rule, a.start, a.gaps, b.end) < (b.rule, b.start, b.gaps, a.end)
  }
}
