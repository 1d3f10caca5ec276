// SPDX-License-Identifier: GPL-3.0-or-later
import Yams

/// Faults as they are found, with the files that they are found in.
struct FaultList {
  let files: [PackFile]
  private var found: [(file: Int, fault: PackFault)] = []

  init(files: [PackFile]) { self.files = files }

  mutating func add(_ message: String, file: Int, line: Int, column: Int, suggestion: String? = nil) {
    let source = PackLines(files[file].text).line(line)
    found.append(
      (
        file,
        PackFault(
          file: files[file].path, line: line, column: column, message: message, suggestion: suggestion, source: source)
      ))
  }

  mutating func add(_ message: String, at node: Node, file: Int, suggestion: String? = nil) {
    add(message, file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, suggestion: suggestion)
  }

  mutating func add(_ message: String, in text: PackText, offset: Int = 0, suggestion: String? = nil) {
    let place = PackLines(files[text.file].text).place(of: offset, in: text)
    add(message, file: text.file, line: place.line, column: place.column, suggestion: suggestion)
  }

  /// In the order of files, lines and columns, each once.
  func sorted() -> [PackFault] {
    let order = found.enumerated().sorted {
      ($0.element.file, $0.element.fault.line, $0.element.fault.column, $0.offset)
        < ($1.element.file, $1.element.fault.line, $1.element.fault.column, $1.offset)
    }
    var list: [PackFault] = []
    for (_, entry) in order where list.last != entry.fault { list.append(entry.fault) }
    return list
  }
}
