// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

extension Outline {
  /// The nearest heading over a block; the block itself where it is one; -1 for none.
  func section(of block: Int) -> Int {
    if isHeading[block] { return block }
    return ancestors(of: block).first { isHeading[$0] } ?? -1
  }

  /// The outermost list item or paragraph that a block belongs to: itself, or the one it stands under.
  func item(of block: Int) -> Int {
    var item = block
    for ancestor in ancestors(of: block) {
      if isHeading[ancestor] { break }
      item = ancestor
    }
    return item
  }
}

extension DocumentContext {
  /// The list item that a block is or stands in; nil outside lists.
  func listItem(of block: Int) -> Int? {
    ([block] + outline.ancestors(of: block)).first { block in
      if case .listItem = source.blocks[block].role { true } else { false }
    }
  }
}
