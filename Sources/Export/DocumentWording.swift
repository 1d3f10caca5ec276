// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// A document as people read it.
package enum DocumentWording {
  package struct Note {
    package var text: String
    package var emphasis: Emphasis
  }

  /// `acme/Q-1.pdf · order form Q-1 · Salesforce, Inc. → Acme Corporation · 2025-02-01 to 2028-01-31 · signed`.
  package static func title(_ document: DocumentFacts) -> String {
    var parts = [document.path]
    let type = document.type.map { EntitlementWording.spaced($0.rawValue) }
    let number = [type, document.orderNumber].compactMap { $0 }.joined(separator: " ")
    if !number.isEmpty { parts.append(number) }
    if document.vendor != nil || document.customer != nil {
      parts.append("\(document.vendor ?? "?") → \(document.customer ?? "?")")
    }
    if document.term.start != nil || document.term.end != nil {
      parts.append("\(document.term.start?.description ?? "?") to \(document.term.end?.description ?? "?")")
    }
    if document.status != .failed, let signed = signature(document.signature.status) { parts.append(signed) }
    return parts.joined(separator: " · ")
  }

  private static func signature(_ status: Signature.Status) -> String? {
    switch status {
    case .executed: "signed"
    case .partial: "partly signed"
    case .unsigned: "not signed"
    case .unknown: nil
    }
  }

  /// What could not be read, and how much looks like a grant and is none.
  package static func notes(_ document: DocumentFacts) -> [Note] {
    var notes: [Note] = []
    let emphasis: Emphasis = document.status == .failed ? .bad : .warning
    for problem in document.problems {
      let page = problem.page.map { " (page \($0))" } ?? ""
      notes.append(Note(text: "\(problem.code.rawValue): \(problem.message)\(page)", emphasis: emphasis))
    }
    if document.status == .failed, document.problems.isEmpty {
      notes.append(Note(text: "could not be read", emphasis: .bad))
    }
    return notes
  }
}
