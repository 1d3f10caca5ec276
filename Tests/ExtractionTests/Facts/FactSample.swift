// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import Ingestion
import InventoryModel
import Patterns
import Testing

@testable import Extraction

/// Reads the facts of a text as of a plain text file, with the packs of this repository.
enum FactSample {
  /// The core and the facts, of this repository's packs.
  static let packs: [PackFile] = {
    let root = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/patterns/"
    let core = (try? FileManager.default.contentsOfDirectory(atPath: root + "core")) ?? []
    return (["core.yaml"] + core.sorted().map { "core/\($0)" } + ["facts.yaml"]).compactMap { name in
      FileManager.default.contents(atPath: root + name).map { PackFile(path: name, bytes: Array($0)) }
    }
  }()

  static let extractor: Extractor? = packs.count > 2 ? try? Extractor(packs: packs) : nil

  static func read(_ text: String, fileName: String = "sample.txt") -> (
    facts: DocumentFacts, knowledge: DocumentKnowledge
  ) {
    var facts = DocumentFacts(id: "sha256:0", path: fileName, format: .text)
    guard let extractor else {
      Issue.record("the packs cannot be read")
      return (facts, DocumentKnowledge())
    }
    let reading = DocumentReader.read(Array(text.utf8), fileName: fileName)
    let context = DocumentContext(reading.text, extractor: extractor)
    let knowledge = FactReader.read(context, into: &facts)
    return (facts, knowledge)
  }

  /// A whole reading, grants and all.
  static func extraction(of text: String) -> ExtractionResult? {
    let facts = DocumentFacts(id: "sha256:0", path: "sample.txt", format: .text)
    return extractor?.extract(DocumentReader.read(Array(text.utf8), fileName: "sample.txt").text, facts: facts)
  }

  /// The facts as a whole reading leaves them, once the grants are read too.
  static func factsBesideGrants(_ text: String) -> DocumentFacts {
    extraction(of: text)?.facts ?? DocumentFacts(id: "sha256:0", path: "sample.txt", format: .text)
  }

  static func facts(_ text: String, fileName: String = "sample.txt") -> DocumentFacts {
    read(text, fileName: fileName).facts
  }

  static func day(_ iso: String?) -> CalendarDate? { iso.flatMap { CalendarDate(iso: $0) } }
}
