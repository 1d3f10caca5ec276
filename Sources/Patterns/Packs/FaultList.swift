// SPDX-License-Identifier: GPL-3.0-or-later
import Yams

/// Faults as they are found, with the files that they are found in.
struct FaultList {
  let files: [PackFile]
  private var found: [(file: Int, fault: PackFault)] = []
  /// Made when a file's first fault is found.
  private var lines: [PackLines?]
  /// Places where the text was mended to read on: what is found there is only the echo of a known fault.
  private var mended: Set<[Int]> = []
  /// An alias shows the same fault wherever it is used.
  private var known: Set<PackFault> = []

  init(files: [PackFile]) {
    self.files = files
    lines = [PackLines?](repeating: nil, count: files.count)
  }

  mutating func add(_ message: String, file: Int, line: Int, column: Int, suggestion: String? = nil) {
    guard !mended.contains([file, line, column]) else { return }
    let source = lines(of: file).line(line)
    let fault = PackFault(
      file: files[file].path, line: line, column: column, message: message, suggestion: suggestion, source: source)
    if known.insert(fault).inserted { found.append((file, fault)) }
  }

  mutating func add(_ message: String, at node: Node, file: Int, suggestion: String? = nil) {
    add(message, file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, suggestion: suggestion)
  }

  mutating func add(_ message: String, in text: PackText, offset: Int = 0, suggestion: String? = nil) {
    let place = lines(of: text.file).place(of: offset, in: text)
    add(message, file: text.file, line: place.line, column: place.column, suggestion: suggestion)
  }

  /// Takes over what was found elsewhere in the same files.
  mutating func add(_ other: FaultList) {
    found += other.found.filter { known.insert($0.fault).inserted }
    mended.formUnion(other.mended)
  }

  mutating func mend(file: Int, line: Int, column: Int) { mended.insert([file, line, column]) }

  /// In the order of files, lines and columns.
  func sorted() -> [PackFault] {
    let order = found.enumerated().sorted {
      ($0.element.file, $0.element.fault.line, $0.element.fault.column, $0.offset)
        < ($1.element.file, $1.element.fault.line, $1.element.fault.column, $1.offset)
    }
    return order.map(\.element.fault)
  }

  private mutating func lines(of file: Int) -> PackLines {
    if let known = lines[file] { return known }
    let made = PackLines(files[file].text)
    lines[file] = made
    return made
  }
}
