// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import InWriting
import Testing
import Verification

/// The project's own promises and pairs, every one of them right.
@Suite struct CorpusTests {
  @Test(arguments: Support.folders(in: "verify"))
  func everyVerdict(_ name: String) throws {
    let folder = "\(Support.root)/corpora/verify/\(name)"
    let promises = try #require(Support.files(folder, startingWith: "promises.").first)
    let run = try Support.reader().verify(promises: promises, against: Support.files(folder, startingWith: "contract"))
    let gold = try #require(try Support.json(folder + "/gold.json")["promises"]?.elements)
    let verdicts = run.verification.promises
    #expect(verdicts.count == gold.count)
    for (verdict, wanted) in zip(verdicts, gold) {
      let text = wanted["text"]?.text ?? ""
      #expect(verdict.promise.text == text)
      #expect(verdict.verdict.rawValue == wanted["verdict"]?.text, "\(text)")
      #expect(verdict.promise.grants.first?.kind?.rawValue == wanted["kind"]?.text, "\(text)")
      if verdict.verdict == .weakened {
        let fields = Set((wanted["fields"]?.elements ?? []).compactMap(\.text))
        #expect(Set(verdict.differences.map(\.field.rawValue)) == fields, "\(text)")
      }
      if case .bool(let flag)? = wanted["disclaimed"] { #expect(verdict.isDisclaimed == flag, "\(text)") }
    }
  }

  @Test(arguments: Support.folders(in: "compare"))
  func everyChange(_ name: String) throws {
    let folder = "\(Support.root)/corpora/compare/\(name)"
    let before = try #require(Support.files(folder, startingWith: "before.").first)
    let after = try #require(Support.files(folder, startingWith: "after.").first)
    let run = try Support.reader().compare(before, after)
    let found = run.comparison.changes.map { change in
      "\(change.kind.rawValue) \(change.change.rawValue) \(change.differences.map(\.field.rawValue).sorted())"
    }
    let wanted = try #require(try Support.json(folder + "/gold.json").elements).map { entry in
      let fields = (entry["differences"]?.elements ?? []).compactMap(\.text).sorted()
      return "\(entry["kind"]?.text ?? "") \(entry["verdict"]?.text ?? "") \(fields)"
    }
    #expect(found.sorted() == wanted.sorted())
  }

  @Test func sameBytesTwice() throws {
    let folder = "\(Support.root)/corpora/verify/theatre-mail"
    let texts = try (0..<2).map { _ in
      let run = try Support.reader().verify(promises: folder + "/promises.eml", against: [folder + "/contract.txt"])
      return JSONText.utf8(run.verification)
    }
    #expect(texts[0] == texts[1])
  }
}
