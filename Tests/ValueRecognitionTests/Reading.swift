// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Lexis
import Testing

@testable import ValueRecognition

/// A text with the values that must be found in it, each as `Reading.describe` writes it.
struct Case: Sendable, CustomTestStringConvertible {
  let text: String
  let values: [String]
  init(_ text: String, _ values: String...) {
    self.text = text
    self.values = values
  }
  var testDescription: String { text }
}

/// Reads texts with one recogniser for all tests.
enum Reading {
  private static let shared: (vocabulary: Vocabulary, recogniser: ValueRecogniser) = {
    var vocabulary = Vocabulary.withSentenceWords()
    let lexicon = ValueLexicon(&vocabulary)
    return (vocabulary, ValueRecogniser(lexicon: lexicon))
  }()

  static var recogniser: ValueRecogniser { shared.recogniser }

  /// A text as documents have it: lines at `\n`, blocks at empty lines.
  static func source(_ text: String) -> SourceText {
    let bytes = Array(text.utf8)
    var source = SourceText(utf8: bytes, pages: [SourcePage(number: 1, range: 0..<bytes.count)])
    var start = 0
    var block: Range<Int>?
    for end in bytes.indices + [bytes.count] where end == bytes.count || bytes[end] == 0x0A {
      if start < end {
        source.lines.append(SourceLine(range: start..<end, page: 1))
        block = (block?.lowerBound ?? start)..<end
      } else if let whole = block {
        source.blocks.append(SourceBlock(role: .paragraph, range: whole, page: 1))
        block = nil
      }
      start = end + 1
    }
    if let block { source.blocks.append(SourceBlock(role: .paragraph, range: block, page: 1)) }
    return source
  }

  static func stream(_ text: String) -> TokenStream { TokenStream(source(text), vocabulary: shared.vocabulary) }
  static func mentions(_ text: String) -> [ValueMention] { shared.recogniser.mentions(in: stream(text)) }
  static func printed(_ text: String) -> [PrintedValue] { shared.recogniser.printedValues(in: stream(text)) }

  /// All printed values of a text.
  static func values(_ text: String) -> [String] { printed(text).map(describe) }

  /// Printed values of one type.
  static func values(_ text: String, _ kind: PrintedValue.Kind) -> [String] {
    printed(text).filter { $0.type == kind }.map(describe)
  }

  /// The bare numbers of a text.
  static func numbers(_ text: String) -> [String] {
    mentions(text).compactMap {
      if case .number(let value) = $0.value {
        return ([value.description] + $0.problems.map(\.rawValue)).joined(separator: " ")
      }
      return nil
    }
  }

  /// `500 USD`, `12 month`, `5%`, `2025-03-15`, `every month`, with the codes of its problems behind it.
  static func describe(_ value: PrintedValue) -> String {
    var parts: [String] = []
    if let amount = value.amount { parts.append(value.type == .percent ? "\(amount)%" : "\(amount)") }
    if value.type == .money { parts.append(value.currency ?? "?") }
    if let unit = value.unit { parts.append(unit) }
    if let date = value.date { parts.append(date) }
    let partial = [value.year, value.month, value.day]
    if partial.contains(where: { $0 != nil }) {
      parts.append(partial.map { $0.map(String.init) ?? "-" }.joined(separator: "/"))
    }
    if let every = value.every { parts.append("every \(every)") }
    // That a bare sign is ambiguous shows by the question mark.
    parts += value.problems.filter { $0 != .ambiguousCurrency }.map(\.rawValue)
    return parts.joined(separator: " ")
  }
}
