// SPDX-License-Identifier: GPL-3.0-or-later
import Batch
import DocumentText
import ExactJSON
import Ingestion
import InventoryModel
import Lexis
import ValueRecognition

/// Finds values in text: money, quantities, percentages, durations, dates and recurrences. Needs no packs.
public struct ValueReader: Sendable {
  private let vocabulary: Vocabulary
  private let recogniser: ValueRecogniser

  /// Prepares the recognisers: make one and keep it.
  public init() {
    var vocabulary = Vocabulary.withSentenceWords()
    recogniser = ValueRecogniser(lexicon: ValueLexicon(&vocabulary))
    self.vocabulary = vocabulary
  }

  /// The values of a text of one line, in its order; `start` and `end` count its Unicode scalars.
  public func values(inLine line: String) -> [PrintedValue] { values(in: SourceText(line: line)) }

  /// The values of a document of any format, and what could not be read of it. `start` and `end` count Unicode scalars
  /// of what `inwriting text` prints. `fileName` helps where the content does not tell the format.
  public func values(in bytes: [UInt8], fileName: String) -> FoundValues {
    let reading = DocumentReader.read(bytes, fileName: fileName)
    return FoundValues(values: values(in: reading.text), problems: reading.text.problems, status: reading.status)
  }

  private func values(in text: SourceText) -> [PrintedValue] {
    recogniser.printedValues(in: TokenStream(text, vocabulary: vocabulary))
  }

  /// `{"line": 1, "values": […]}` for each line of the text, one JSON line each. Lines are counted from 1 and end with
  /// a line feed, before which a carriage return does not count.
  public func jsonLines(_ bytes: [UInt8], to sink: ([UInt8]) throws -> Void) rethrows {
    var pending: [UInt8] = []
    var number = 0
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      var line = rest[..<end]
      if line.last == 0x0D { line.removeLast() }
      rest = end < rest.endIndex ? rest[(end + 1)...] : []
      number += 1
      let values = values(inLine: String(decoding: line, as: UTF8.self))
      pending += JSONValue.object([
        .init("line", .number(.init(number))), .init("values", .array(values.map(\.json))),
      ]).utf8(.line)
      pending.append(0x0A)
      if pending.count > 1 << 16 {
        try sink(pending)
        pending = []
      }
    }
    try sink(pending)
  }
}

extension PrintedValue {
  /// The fields of the contract for its type.
  public var json: JSONValue {
    .object(
      fields.map { name, value in
        switch value {
        case .text(let text): .init(name, .string(text))
        case .number(let number): .init(name, .number(number))
        case .integer(let number): .init(name, .number(.init(number)))
        case .texts(let texts): .init(name, .array(texts.map { .string($0) }))
        case .null: .init(name, .null)
        }
      })
  }

  /// What it comes to, on one line: `amount 5, unit day`.
  public var meaning: String {
    fields.filter { !["type", "text", "start", "end"].contains($0.name) }.map { name, value in
      switch value {
      case .text(let text): "\(name) \(text)"
      case .number(let number): "\(name) \(number)"
      case .integer(let number): "\(name) \(number)"
      case .texts(let texts): "\(name) \(texts.joined(separator: ", "))"
      case .null: "\(name) not known"
      }
    }.joined(separator: ", ")
  }
}
