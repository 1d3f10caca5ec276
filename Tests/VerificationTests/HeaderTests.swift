// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import InventoryModel
import PromiseReading
import Testing

/// Tables of promises without a line of column names, or with a title above it; and JSON of other shapes.
@Suite struct HeaderTests {
  private func texts(_ csv: String, file name: String = "p.csv") throws -> [String] {
    try Support.promises(csv, file: name).promises.map(\.text)
  }

  @Test(arguments: [
    "1,40 training credits\n2,2 sandboxes\n", "40 training credits\n2 sandboxes\n",
    "\"40 training credits\",\"Rhea\"\n\"2 sandboxes\",\"Rhea\"\n",
  ])
  func noHeader(_ csv: String) throws {
    #expect(try texts(csv) == ["40 training credits", "2 sandboxes"])
    #expect(try Support.promises(csv, file: "p.csv").problems.map(\.code) == [.noHeader])
  }

  @Test(arguments: [
    "Promises of Quillmark,,\n,,\nid,text,owner\n1,2 sandboxes,Rhea\n", "Sales promises\nPromise,Qty\n2 sandboxes,\n",
    "text\n2 sandboxes\n", "what they said,who\n2 sandboxes,Rhea\n",
  ])
  func header(_ csv: String) throws {
    let list = try Support.promises(csv, file: "p.csv")
    #expect(list.promises.map(\.text) == ["2 sandboxes"])
    #expect(list.problems.isEmpty)
  }

  @Test(arguments: [
    #"{"a": ["2 sandboxes"], "b": ["40 training credits"]}"#, #"[["2 sandboxes"], ["40 training credits"]]"#,
    #"{"documents": [{"path": "x"}], "entitlements": ["2 sandboxes", "40 training credits"]}"#,
  ])
  func lists(_ json: String) throws {
    #expect(try texts(json, file: "p.json") == ["2 sandboxes", "40 training credits"])
  }

  @Test func fieldsOfTheContract() throws {
    let json = #"""
      [{"text": "success fund of EUR 900", "recurrence": {"every": "month"}},
       {"text": "support plan", "kind": "support_plan", "tier": "premier_plus", "fee": {"amount": 0}},
       {"text": "success fund of EUR 900", "recurrence": "now and then"}]
      """#
    let found = try Support.promises(json, file: "p.json").promises
    #expect(found[0].grants.first?.recurrence == .month)
    #expect(found[1].grants.first?.tier == .premier_plus)
    #expect(found[1].grants.first?.isFree == true)
    #expect(found[2].doubt == .unread_field)
  }
}
