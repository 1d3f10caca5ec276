// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import InWriting
import Testing

@Suite struct ExplanationTests {
  private func explanation() throws -> Explanation {
    let text = """
      ORDER FORM
      Supplier grants Customer forty (40) training credits at no additional charge.
      Customer may purchase 10 sandboxes at list price.
      """
    return Explanation(try Corpora.reader.get().read(Array(text.utf8), name: "order.txt"))
  }

  @Test func `Names the rule with file and line, and the reason of a lead`() throws {
    let style = TableStyle(width: 100, today: CalendarDate(dayNumber: 20_000))
    let text = try explanation().text(style)
    #expect(text.contains("1 entitlement\n"))
    #expect(text.contains("core/") && text.contains("core.yaml:"))
    #expect(text.contains("1 lead:") && text.contains("optional purchase"))
    #expect(text.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 100 })
  }

  @Test func `As JSON every entry has its rules and links`() throws {
    let tree = try JSONValue(encoding: explanation())
    #expect(tree.members?.map(\.key) == ["schema", "document", "entitlements", "leads"])
    let entry = tree["entitlements"]?.elements?.first
    #expect(entry?["quantity"]?["amount"] == 40 && entry?["fee"]?["amount"] == 0)
    #expect(entry?["value"] == .null && entry?["validity"]?["basis"] == "none")
    #expect(entry?["links"]?.elements?.first?.members?.map(\.key) == ["field", "text", "page", "from", "refused"])
    #expect(entry?["rules"]?.elements?.first?["line"]?.decimal != nil)
    let lead = tree["leads"]?.elements?.first
    #expect(lead?.members?.map(\.key) == ["reason", "kind", "page", "quote", "rules", "links"])
    #expect(lead?["reason"] == "optional_purchase")
    #expect(lead?["rules"]?.elements?.contains { $0["role"] == "cue" } == true)
    #expect(lead?["links"]?.elements?.first?["field"] == "objection")
  }

  private func explanation(of text: String) throws -> Explanation {
    Explanation(try Corpora.reader.get().read(Array(text.utf8), name: "order.txt"))
  }

  @Test func `What was offered and lost is told with what won`() throws {
    let explanation = try explanation(
      of: """
        ORDER FORM

        1. Training. Supplier grants Customer forty (40) training credits at no additional charge, valid until 31 March 2027.
        The training credits shall be used within six (6) months after the Effective Date of 1 June 2026.
        """)
    let links = explanation.entries.first { $0.entitlement != nil }?.links ?? []
    let lost = links.filter { $0.refused != nil }
    #expect(
      lost.contains { $0.field == "validity" && $0.refused?.hasPrefix("a nearer one says “") == true }, "\(links)")
    #expect(links.first { $0.field == "validity" }?.refused == nil)
    let style = TableStyle(width: 100, today: CalendarDate(dayNumber: 20_000))
    #expect(explanation.text(style).contains("  refused     "))
  }

  @Test func `A row's rule is the name that the packs give its kind`() throws {
    let explanation = try explanation(
      of: """
        ORDER FORM

        | Product | Quantity | Total |
        | --- | --- | --- |
        | Training credits | 25 | USD 0.00 |
        | Warehouse Cloud | 40 | USD 9,000.00 |
        """)
    let grant = try #require(explanation.entitlements.first)
    #expect(grant.rule.first == "core/kinds.training_credit")
    let rule = try #require(explanation.entries.first { $0.entitlement == grant.id }?.rules.first)
    #expect(rule.role == .name && rule.id == "core/kinds.training_credit" && rule.line > 1)
    #expect(rule.file.hasSuffix("core.yaml"))
  }

  @Test func `Every rule of every inventory is known to the list of patterns`() throws {
    let reader = try Corpora.reader.get()
    let known = Set(
      PatternCatalogue(reader.patterns).text.split(whereSeparator: { " \n".contains($0) }).map(String.init))
    for entitlement in reader.extract([Corpora.folder]).inventory.entitlements {
      #expect(!entitlement.rule.isEmpty)
      for rule in entitlement.rule { #expect(known.contains(rule), "\(rule)") }
    }
  }
}
