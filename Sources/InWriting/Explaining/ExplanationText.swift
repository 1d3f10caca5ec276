// SPDX-License-Identifier: GPL-3.0-or-later
import Export
import Extraction
import InventoryModel

extension Explanation {
  /// The explanation for a terminal.
  public func text(_ style: TableStyle) -> String {
    var printer = ExplanationPrinter(style: style)
    printer.print(self)
    return printer.output
  }
}

private struct ExplanationPrinter {
  let style: TableStyle
  var output = ""
  private static let labelWidth = 14

  init(style: TableStyle) { self.style = style }

  mutating func print(_ explanation: Explanation) {
    line(DocumentWording.title(explanation.document), .strong)
    for note in DocumentWording.notes(explanation.document) { line(note.text, note.emphasis, indent: 2) }
    let grants = explanation.entries.filter { $0.entitlement != nil }
    let leads = explanation.entries.filter { $0.entitlement == nil }
    output += "\n"
    line(Counted.text(grants.count, "entitlement"), .strong)
    for entry in grants {
      output += "\n"
      print(entry, explanation.entitlements.first { $0.id == entry.entitlement })
    }
    output += "\n"
    line("\(Counted.text(leads.count, "lead")): clauses that look like grants and gave none", .strong)
    for entry in leads {
      output += "\n"
      print(lead: entry)
    }
  }

  private mutating func print(_ entry: TraceEntry, _ entitlement: Entitlement?) {
    let kind = entry.kind ?? entitlement?.kind
    let title = [kind.map { EntitlementWording.kind($0) }, entitlement?.name].compactMap { $0 }.joined(separator: " · ")
    line("\(title), page \(entry.page)", .good)
    line("“\(entry.quote)”", .none, indent: 2)
    printRules(entry)
    if let entitlement { printFields(entitlement, entry) }
    printLinks(entry)
  }

  private mutating func print(lead entry: TraceEntry) {
    let reason = entry.reason.map { EntitlementWording.spaced($0.rawValue) } ?? "no reason"
    let kind = entry.kind.map { EntitlementWording.kind($0) + ", " } ?? ""
    line("\(kind)page \(entry.page): \(reason)", .warning)
    line("“\(entry.quote)”", .none, indent: 2)
    printRules(entry)
    printLinks(entry)
  }

  private mutating func printRules(_ entry: TraceEntry) {
    for rule in entry.rules {
      field(rule.role == .name ? "named by" : "rule", "\(rule.id)  \(rule.file):\(rule.line)", .faint)
    }
  }

  private mutating func printFields(_ entitlement: Entitlement, _ entry: TraceEntry) {
    let validity = entitlement.validity
    let period = "\(validity.start?.description ?? "?") to \(validity.end?.description ?? "?")"
    let basis = EntitlementWording.spaced(validity.basis.rawValue)
    let fields = [
      ("quantity", EntitlementWording.quantity(entitlement.quantity)),
      ("value", EntitlementWording.value(entitlement.value)), ("fee", EntitlementWording.fee(entitlement.fee)),
      ("validity", validity.basis == .none ? "" : "\(period) (\(basis))"),
      ("recurrence", EntitlementWording.recurrence(entitlement.recurrence)), ("purpose", entitlement.purpose ?? ""),
      ("notes", EntitlementWording.notes(entitlement).joined(separator: "; ")),
      ("certainty", entitlement.certainty.rawValue),
    ]
    for (name, text) in fields where !text.isEmpty { field(name, text, .none) }
  }

  private mutating func printLinks(_ entry: TraceEntry) {
    for link in entry.links {
      let place = "\(EntitlementWording.spaced(link.from)), page \(link.page)"
      if link.field == "objection" {
        field("because", "“\(link.text)” (\(place))", .none)
      } else if let refused = link.refused {
        field("refused", "\(link.field) “\(link.text)” (\(place)): \(refused)", .faint)
      } else {
        field("linked", "\(link.field) “\(link.text)” (\(place))", .none)
      }
    }
  }

  private mutating func field(_ name: String, _ text: String, _ emphasis: Emphasis) {
    // On a narrow terminal the label stands over its text.
    let isBeside = style.width >= Self.labelWidth + 20
    let indent = isBeside ? Self.labelWidth : 4
    if !isBeside { line(name, .faint, indent: 2) }
    let lines = TextWrap.lines(DisplayWidth.printable(text), width: style.width - indent)
    for (index, line) in lines.enumerated() {
      let label = TextWrap.padded(index == 0 && isBeside ? "  " + name : "", width: indent)
      output +=
        Emphasis.faint.applied(to: label, style.isColoured) + emphasis.applied(to: line, style.isColoured) + "\n"
    }
  }

  private mutating func line(_ text: String, _ emphasis: Emphasis, indent: Int = 0) {
    for line in TextWrap.lines(DisplayWidth.printable(text), width: style.width - indent) {
      output += String(repeating: " ", count: indent) + emphasis.applied(to: line, style.isColoured) + "\n"
    }
  }
}
