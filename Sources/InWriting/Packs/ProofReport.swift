// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction

/// What running the examples showed, for people.
public enum ProofReport {
  /// Every failure with the place of its example, then one line with the figures.
  public static func text(_ proof: PackProof, showingCrossings: Bool) -> String {
    var text = ""
    for failure in proof.failures {
      text += "\(failure.example.file):\(failure.example.line): \(failure.rule.qualifiedID) \(failure.message)\n"
      text += "    \(failure.example.text)\n"
    }
    if showingCrossings {
      for crossing in proof.crossings {
        let sort = crossing.example.isReject ? "near miss" : "example"
        text +=
          "\(crossing.example.file):\(crossing.example.line): the \(sort) of \(crossing.rule.qualifiedID) is read by "
        text += "\(crossing.readBy.joined(separator: ", "))\n    \(crossing.example.text)\n"
      }
    }
    text += "\(proof.examples) examples and \(proof.nearMisses) near misses: "
    text += proof.failures.isEmpty ? "all hold" : "\(proof.failures.count) failed"
    text +=
      "; \(proof.crossings.count) are read by another rule\(showingCrossings ? "" : " (--crossings lists them)")\n"
    return text
  }
}
