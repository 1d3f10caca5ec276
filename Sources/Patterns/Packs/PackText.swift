// SPDX-License-Identifier: GPL-3.0-or-later
import Yams

/// A text in a pack and where it stands, so that a fault inside it can be shown at its column.
struct PackText: Sendable {
  /// As YAML decodes it.
  var text: String
  /// Index of the file in the set.
  var file: Int
  /// Where the scalar starts (at its quotation mark, if it has one), one-based.
  var line: Int, column: Int
}

extension PackText {
  /// The place of a node.
  init(node: Node, text: String, file: Int) {
    self.init(text: text, file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// Another text at the same place.
  init(text: String, at place: PackText) {
    self.init(text: text, file: place.file, line: place.line, column: place.column)
  }
}

extension String {
  /// Small letters, digits and `_`, `-`, `.`: what packs, kinds, lists and rules are called.
  var isIdentifier: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x61...0x7A, 0x30...0x39, 0x5F, 0x2D, 0x2E: true
        default: false
        }
      }
  }
}
