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
    #expect(entry?["value"] == .null && entry?["validity"]?["basis"] == "term")
    #expect(entry?["links"]?.elements?.first?.members?.map(\.key) == ["field", "text", "page", "from", "refused"])
    #expect(entry?["rules"]?.elements?.first?["line"]?.decimal != nil)
    let lead = tree["leads"]?.elements?.first
    #expect(lead?.members?.map(\.key) == ["reason", "kind", "page", "quote", "rules", "links"])
    #expect(lead?["reason"] == "optional_purchase")
    #expect(lead?["rules"]?.elements?.contains { $0["role"] == "cue" } == true)
    #expect(lead?["links"]?.elements?.first?["field"] == "objection")
  }
}
