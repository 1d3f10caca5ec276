// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset
import InWriting
import SchemaChecking
import Testing

@Suite struct CorporaTests {
  @Test func `There are order forms of all three formats`() {
    let types = Set(Corpora.names.compactMap { $0.split(separator: ".").last })
    #expect(Corpora.names.count >= 12)
    #expect(types.isSuperset(of: ["pdf", "html", "txt"]))
  }

  @Test(arguments: Corpora.names) func `Everything that the gold states is read`(name: String) throws {
    let card = try Corpora.card.get()
    let document = try #require(card.documents.first { $0.name.hasSuffix("/" + name) })
    let isPerfect = document.misses.isEmpty
    #expect(isPerfect, "\(document.misses.joined(separator: "\n"))")
  }

  @Test func `What cannot be read says so, with the expected code`() throws {
    let expected = try Repository.json("corpora/unreadable/expected.json")
    let reader = try Corpora.reader.get()
    let documents = try #require(expected.members)
    for document in documents {
      let path = "\(Repository.root)/corpora/unreadable/\(document.key)"
      let facts = reader.extract([path]).inventory.documents.first
      #expect(facts?.status.rawValue == document.value["status"]?.text, "\(document.key)")
      let problem = facts?.problems.first { $0.code.rawValue == document.value["problem"]?.text }
      #expect(problem != nil, "\(document.key)")
      if let page = document.value["page"]?.decimal { #expect(problem?.page.map { Decimal($0) } == page) }
    }
  }

  @Test func `Two runs, and one core against two, give the same bytes`() throws {
    let reader = try Corpora.reader.get()
    let paths = [Repository.root + "/corpora"]
    let one = JSONFormat().utf8(reader.extract(paths, jobs: 1).inventory)
    let isSame = one == JSONFormat().utf8(reader.extract(paths, jobs: 2).inventory)
    #expect(isSame)
  }

  @Test func `Real output fits the schema and reads back`() throws {
    let inventory = try Corpora.reader.get().extract([Repository.root + "/corpora"]).inventory
    let bytes = JSONFormat().utf8(inventory)
    let tree = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    #expect(SchemaValidator.faults(tree, InventorySchema.tree) == [])
    let isSame = JSONFormat().utf8(try JSONDecoder().decode(Inventory.self, from: Data(bytes))) == bytes
    #expect(isSame)
  }

  @Test func `Evidence stands in the text where it says`() throws {
    let reader = try Corpora.reader.get()
    for name in Corpora.names {
      let path = "\(Corpora.folder)/\(name)"
      let text = Array(try PrintedDocument(path).text.unicodeScalars)
      for entitlement in reader.extract([path]).inventory.entitlements {
        for evidence in entitlement.evidence where evidence.end <= text.count {
          let words = String(String.UnicodeScalarView(text[evidence.start..<evidence.end]))
          #expect(Self.folded(words) == Self.folded(evidence.quote), "\(name), page \(evidence.page)")
        }
        #expect(entitlement.evidence.allSatisfy { $0.start < $0.end && $0.end <= text.count }, "\(name)")
      }
    }
  }

  /// Letters and digits: quotes may leave out breaks, hyphens and furniture.
  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
