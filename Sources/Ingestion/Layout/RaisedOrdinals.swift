// SPDX-License-Identifier: GPL-3.0-or-later

/// The raised `th` of `17th` that stands so high, or so far from its line, that it makes a row of its own.
enum RaisedOrdinals {
  /// No line has more.
  private static let mostWords = 40

  /// `st`, `nd`, `rd`, `th`.
  static func isOrdinal(_ text: some Collection<UInt8>) -> Bool {
    ["st", "nd", "rd", "th"].contains { text.elementsEqual($0.utf8) }
  }

  /// `1` takes `st`, `12` takes `th`.
  static func fits(_ ordinal: some Collection<UInt8>, after number: some BidirectionalCollection<UInt8>) -> Bool {
    let digits = Array(number.suffix(2))
    guard let last = digits.last, last >= 0x30, last <= 0x39 else { return false }
    let isTeen = digits.count == 2 && digits[0] == 0x31
    let fitting =
      switch last {
      case 0x31 where !isTeen: "st"
      case 0x32 where !isTeen: "nd"
      case 0x33 where !isTeen: "rd"
      default: "th"
      }
    return ordinal.elementsEqual(fitting.utf8)
  }

  /// Puts the ordinals of rows that hold nothing else beside the figures that end where they begin.
  static func join(_ rows: inout [LayoutRow], _ utf8: [UInt8]) {
    let raised = rows.indices.filter { index in
      rows[index].words.count <= mostWords && rows[index].words.allSatisfy { isOrdinal(utf8[$0.text]) }
    }
    guard !raised.isEmpty else { return }
    for index in raised {
      let left = rows[index].words.filter { word in
        ![index + 1, index - 1].contains { rows.indices.contains($0) && place(word, beside: &rows[$0], utf8) }
      }
      if left.count < rows[index].words.count { rows[index] = LayoutRow(words: left) }
    }
    rows.removeAll(where: \.words.isEmpty)
  }

  private static func place(_ ordinal: PositionedWord, beside row: inout LayoutRow, _ utf8: [UInt8]) -> Bool {
    let place = row.words.lastIndex { word in
      let height = word.y1 - word.y0
      let gap = ordinal.x0 - word.x1
      return gap > -0.3 * height && gap < 0.3 * height && ordinal.y1 > word.y0 - 0.6 * height && ordinal.y0 < word.y1
        && fits(utf8[ordinal.text], after: utf8[word.text])
    }
    guard let place else { return false }
    var moved = ordinal
    (moved.y0, moved.y1, moved.spaceBefore) = (row.words[place].y0, row.words[place].y1, false)
    var words = row.words
    words.insert(moved, at: place + 1)
    row = LayoutRow(words: words)
    return true
  }
}
