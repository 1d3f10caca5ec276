// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Verification

/// Verdicts for a terminal: what became of each promise at a glance, then why.
struct VerdictTable {
  let style: TableStyle

  func text(_ verification: Verification) -> String {
    guard !verification.promises.isEmpty else { return "No promises.\n" }
    var grid = Grid(
      columns: [
        .init(title: "Verdict", minimum: 14, keepsWords: true), .init(title: "Id", minimum: 3),
        .init(title: "Promise", minimum: 24),
        .init(title: "In the contract", minimum: 24), .init(title: "Page", isNumeric: true, minimum: 4),
      ], style: style)
    for promise in verification.promises { grid.rows.append(.cells(cells(promise))) }
    grid.rows.append(.rule)
    return (grid.fits ? grid.text() : cards(verification)) + summary(verification)
  }

  private func cells(_ promise: PromiseVerdict) -> [Grid.Cell] {
    [
      .init(
        text: Self.mark(promise.verdict) + " " + promise.verdict.rawValue, emphasis: Self.emphasis(promise.verdict)),
      .init(text: promise.promise.id), .init(text: promise.promise.text),
      .init(text: VerdictWording.contract(promise)),
      .init(text: promise.evidence.first.map { String($0.evidence.page) } ?? ""),
    ]
  }

  /// Field by field, for a terminal that is too narrow for columns.
  private func cards(_ verification: Verification) -> String {
    var output = ""
    for promise in verification.promises {
      let title = "\(Self.mark(promise.verdict)) \(promise.verdict.rawValue)  \(promise.promise.id)"
      output += style.paragraph(title, Self.emphasis(promise.verdict))
      for text in [promise.promise.text, VerdictWording.contract(promise)] {
        output += style.paragraph(text, indent: 2)
      }
    }
    return output
  }

  private func summary(_ verification: Verification) -> String {
    let counts = Verdict.allCases.filter { verification.count($0) > 0 }.map { verdict in
      Self.emphasis(verdict).applied(to: "\(verification.count(verdict)) \(verdict.rawValue)", style.isColoured)
    }
    var output = counts.joined(separator: ", ") + "\n"
    if verification.promises.contains(where: \.isDisclaimed) {
      output += style.paragraph(
        "A contract says that it is the entire agreement: what is missing from it cannot be relied on.")
    }
    for document in verification.documents where document.status == .failed {
      output += style.paragraph("\(document.path) could not be read; what is missing may stand there.", .warning)
    }
    return output + leftOut(verification)
  }

  /// What the file names and does not promise: a person sees whether something was passed over that should count.
  private func leftOut(_ verification: Verification) -> String {
    guard !verification.leftOut.isEmpty else { return "" }
    var output = "\n" + style.paragraph("Not taken for promises")
    for words in verification.leftOut.prefix(Self.mostLeftOut) {
      let place = words.line.map { "line \($0): " } ?? ""
      output += style.paragraph("\(place)“\(TextWrap.cut(words.text, width: 100))” \(words.wording)", indent: 2)
    }
    let rest = verification.leftOut.count - Self.mostLeftOut
    return rest > 0 ? output + style.paragraph("and \(rest) more", indent: 2) : output
  }

  private static let mostLeftOut = 20

  private static func mark(_ verdict: Verdict) -> String {
    switch verdict {
    case .landed: "✓"
    case .weakened: "▼"
    case .missing: "✗"
    case .contradicted: "⊘"
    case .unclear: "?"
    }
  }

  private static func emphasis(_ verdict: Verdict) -> Emphasis {
    switch verdict {
    case .landed: .good
    case .weakened, .unclear: .warning
    case .missing, .contradicted: .bad
    }
  }
}

/// Verdicts in words.
enum VerdictWording {
  /// What the contract says instead: the differences, the clause that contradicts, the nearest lead.
  static func contract(_ promise: PromiseVerdict) -> String {
    switch promise.verdict {
    case .landed: return promise.evidence.first.map { quoted($0.evidence.quote) } ?? ""
    case .weakened: return promise.differences.map(difference).joined(separator: "; ")
    case .contradicted:
      guard let quote = promise.evidence.first.map({ quoted($0.evidence.quote) }) else { return promise.reason }
      return promise.reason == PromiseVerdict.opposite ? quote : "\(promise.reason) \(quote)"
    case .missing, .unclear:
      guard let lead = promise.leads.first else { return promise.reason }
      let reason = lead.reason.map { " (\(PlainWords.spaced($0)))" } ?? ""
      return "\(promise.reason) Nearest, page \(lead.page)\(reason): \(quoted(lead.quote))"
    }
  }

  /// `quantity: 100 promised, 75 in the contract`.
  static func difference(_ difference: Difference) -> String {
    switch difference.field {
    case .signature:
      return difference.contracted == "partial"
        ? "signature: only one side has signed" : "signature: the document is \(difference.contracted ?? "not signed")"
    case .conditions:
      return "conditions: " + (difference.contracted.map(quoted) ?? "restricted")
    default:
      return "\(difference.field.rawValue): \(difference.promised ?? "nothing said") promised, "
        + "\(difference.contracted ?? "nothing said") in the contract"
    }
  }

  private static func quoted(_ text: String) -> String { "“" + TextWrap.cut(text, width: 160) + "”" }
}
