// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import InventoryModel
import ValueRecognition

/// The values of one document.
public struct FoundValues: Sendable {
  public var values: [PrintedValue]
  public var problems: [Problem]
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
