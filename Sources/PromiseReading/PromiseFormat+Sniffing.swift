// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset

extension PromiseFormat {
  /// By the file's ending where that settles it; else by what the text looks like: standard input has no name, and
  /// tables are saved as `.txt`.
  static func of(_ text: String, ending: String) -> PromiseFormat {
    if ending == "json" { return .json }
    if ending == "csv" || ending == "tsv" { return .csv }
    if looksLikeJSON(text) { return .json }
    return CSVPromises.isTable(text) ? .csv : .text
  }

  /// A brace or bracket and what JSON has behind it; `[09:30] Ann: …` is a chat.
  private static func looksLikeJSON(_ text: String) -> Bool {
    var signs = text.utf8.lazy.filter { $0 > 0x20 }.makeIterator()
    var first = signs.next()
    // The mark of UTF-8.
    if first == 0xEF { for _ in 0..<3 { first = signs.next() } }
    guard let second = signs.next() else { return false }
    switch first {
    case 0x7B: return second == 0x22 || second == 0x7D
    case 0x5B: return [0x22, 0x7B, 0x5B, 0x5D].contains(second) || isJSON(text)
    default: return false
    }
  }

  private static func isJSON(_ text: String) -> Bool {
    (try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))) != nil
  }
}
