// SPDX-License-Identifier: GPL-3.0-or-later
import Export
import Extraction

/// What running the examples showed, for people.
public enum ProofReport {
  /// Every failure with the place of its example, then one line with the figures.
  public static func text(_ proof: PackProof, showingCrossings: Bool) -> String {
    var text = ""
    for failure in proof.failures {
      text += "\(failure.fault)\n"
    }
    if showingCrossings {
      for crossing in proof.crossings {
        let (example, sort) = (crossing.example, crossing.example.isReject ? "near miss" : "example")
        text +=
          "\(example.file):\(example.line):\(example.column): the \(sort) of \(crossing.rule.qualifiedID) is read by "
        text += "\(crossing.readBy.joined(separator: ", "))\n    \(example.text)\n"
      }
    }
    let examples = Counted.text(proof.examples, "example")
    text += "\(examples) and \(Counted.text(proof.nearMisses, "near miss", "near misses")): "
    text += proof.failures.isEmpty ? "all hold" : "\(proof.failures.count) failed"
    text +=
      "; \(proof.crossings.count == 1 ? "1 is" : "\(proof.crossings.count) are") read by another rule\(showingCrossings ? "" : " (--crossings lists them)")\n"
    return text
  }
}
