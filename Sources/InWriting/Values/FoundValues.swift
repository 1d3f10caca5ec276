// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import InventoryModel
import ValueRecognition

/// The values of one document.
public struct FoundValues: Sendable {
  /// In the order of the text, not overlapping.
  public var values: [PrintedValue]
  /// What could not be read of the file.
  public var problems: [Problem]
  /// How much of it could be read.
  public var status: ReadingStatus

  /// A list for people: place, type, words and meaning.
  public var text: String {
    values.map { value in
      let text = String(String.UnicodeScalarView(value.text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
      return "\(value.start)–\(value.end)  \(value.type.rawValue)  “\(text)”  \(value.meaning)\n"
    }.joined()
  }

  /// `{"values": […]}`, with a line break at its end.
  public var jsonText: String {
    JSONValue.object([.init("values", .array(values.map(\.json)))]).text(.readable) + "\n"
  }
}
