// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that is wrong in a pack.
public struct PackFault: Sendable, Hashable, CustomStringConvertible {
  /// The pack's path, as people should see it.
  public var file: String
  /// One-based; columns count Unicode scalars.
  public var line: Int, column: Int
  /// What is wrong, in one sentence without a full stop.
  public var message: String
  /// The word that was perhaps meant.
  public var suggestion: String?
  /// The line as it stands in the file.
  public var source: String

  /// A fault at a place; `line` and `column` are one-based.
  public init(file: String, line: Int, column: Int, message: String, suggestion: String? = nil, source: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.suggestion = suggestion
    self.source = source
  }

  /// `file:line:column: error: message`, the line, and a caret under the place.
  public var description: String {
    var text = "\(file):\(line):\(column): error: \(message)"
    if let suggestion { text += ", did you mean `\(suggestion)`?" }
    guard !source.isEmpty else { return text }
    let number = String(line)
    let margin = String(repeating: " ", count: number.count)
    // A tab stays a tab, so that the caret stands under its place whatever the width of tabs.
    let (shown, at) = window
    let before = String(String.UnicodeScalarView(shown.unicodeScalars.prefix(at).map { $0 == "\t" ? $0 : " " }))
    return text + "\n \(number) | \(shown)\n \(margin) | \(before)^"
  }

  /// The line, of a very long one the part around the place; and where the place is in it.
  private var window: (text: String, at: Int) {
    let (scalars, most) = (source.unicodeScalars, 240)
    guard scalars.count > most else { return (source, column - 1) }
    let start = max(0, min(column - 1, scalars.count) - most / 2)
    let part = scalars.dropFirst(start).prefix(most)
    let isCut = start + part.count < scalars.count
    return ((start > 0 ? "…" : "") + String(part) + (isCut ? "…" : ""), column - 1 - start + (start > 0 ? 1 : 0))
  }
}

/// Everything that is wrong with a set of packs, in the order of files and lines. Nothing of the set may be used.
public struct PackError: Error, Sendable, CustomStringConvertible {
  /// At least one, in the order of files, lines and columns.
  public var faults: [PackFault]

  /// An error of these.
  public init(faults: [PackFault]) { self.faults = faults }

  /// Every fault with its line and caret, then how many there are.
  public var description: String {
    let list = faults.map(\.description).joined(separator: "\n")
    return
      "\(list)\n\(faults.count == 1 ? "1 fault" : "\(faults.count) faults") in the patterns: correct the places named above"
  }
}
