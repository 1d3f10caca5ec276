// SPDX-License-Identifier: GPL-3.0-or-later

/// A line of text as markup gives it.
struct HTMLLine {
  /// Bytes of the flow's pool.
  var text: Range<Int>
  /// Whether it begins a block; otherwise it goes on with the line before.
  var startsBlock: Bool
  var isBold: Bool
  var hasTab: Bool
  /// Level of a heading or list item that markup makes it; nil for other text.
  var heading: Int?
  var item: Int?
  /// Length of a generated label at its start.
  var labelLength: Int
  /// Whether a wide gap stands after the label that the text itself begins with.
  var labelIsSet: Bool
  var indent: Float
}

/// What stands on the page, in order.
enum HTMLItem {
  case line(HTMLLine)
  /// Elements that are read by readers of their own.
  case table(Int)
  case boxes(Int)
  case definitions(Int)
  case preformatted(Range<Int>)
  case pageBreak
}

/// Items and the bytes of their lines.
struct HTMLFlow {
  var pool: [UInt8] = []
  var items: [HTMLItem] = []

  var lines: [HTMLLine] {
    items.compactMap { if case .line(let line) = $0 { line } else { nil } }
  }
}
