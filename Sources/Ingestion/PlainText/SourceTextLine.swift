// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

extension SourceText {
  /// The text of one line in one block, byte for byte; a string of several lines is read like a plain text file.
  public init(line: String) {
    let bytes = Array(line.utf8)
    if bytes.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x0C }) {
      self = PlainTextReader.read(utf8: bytes)
      return
    }
    let range = 0..<bytes.count
    let label = ListLabel.scan(bytes[...]).flatMap { $0.isWeak ? nil : 0..<$0.length }
    self.init(
      utf8: bytes, pages: [.init(number: 1, range: range)],
      lines: bytes.isEmpty ? [] : [.init(range: range, page: 1)],
      blocks: bytes.isEmpty
        ? [] : [.init(role: label == nil ? .paragraph : .listItem(level: 1), range: range, label: label, page: 1)])
  }
}
