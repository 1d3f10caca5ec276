// SPDX-License-Identifier: GPL-3.0-or-later

/// A table found on one page.
struct TableGrid {
  struct Cell {
    var column: Int
    var span: Int
    /// One entry a line of the cell.
    var lines: [[PositionedWord]]
  }
  struct Row {
    var cells: [Cell]
    var y0: Float, y1: Float
  }
  /// Left and right edge of each column's text.
  var columns: [(x0: Float, x1: Float)]
  var rows: [Row]
  var headerRows = 0
}

/// What stands on a page, in reading order.
enum LayoutElement {
  case row(LayoutRow, frame: LayoutFrame)
  case table(TableGrid)
}

/// A column of running text, or the whole width of the page.
struct LayoutFrame {
  var id: Int
  var x0: Float, x1: Float
  /// Usual distance between baselines.
  var pitch: Float
}

/// Reads what single words say about cells.
struct CellReader {
  let utf8: [UInt8]

  func bytes(_ word: PositionedWord) -> ArraySlice<UInt8> { utf8[word.text] }

  /// Amounts, counts, percentages, dates in figures, "-": the cell of a value column.
  func isValue(_ words: some BidirectionalCollection<PositionedWord>) -> Bool {
    guard let last = words.last, words.count <= 6 else { return false }
    var (digits, letters) = (0, 0)
    for word in words {
      for byte in bytes(word) {
        if byte >= 0x30, byte <= 0x39 {
          digits += 1
        } else if (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A {
          letters += 1
        }
      }
    }
    if digits == 0 { return letters == 0 && words.count == 1 && bytes(last).count <= 3 }
    // "Price to 2027/03/31" is no value; "March 31, 2029" is.
    if let first = words.first, bytes(first).count(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }) > 3,
      !isMonth(first)
    {
      return false
    }
    // So is "EUR to 31.12.2028".
    if words.count > 2, let first = words.first, !bytes(first).contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
      let second = words.dropFirst().first,
      ["to", "until", "from", "for", "per"].contains(where: { $0.utf8.elementsEqual(bytes(second)) })
    {
      return false
    }
    return letters <= 3 || digits * 2 >= letters && words.count <= 3
  }

  private static let months: Set<[UInt8]> = Set(
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].map { Array($0.utf8) })

  /// `May`, `Nov`, `september`: the first letters are a month's.
  func isMonth(_ word: PositionedWord) -> Bool { Self.months.contains(bytes(word).prefix(3).map { $0 | 0x20 }) }

  /// Whether a cell's words end in a number: an amount that is complete, unlike a currency alone.
  func endsInFigure(_ words: some BidirectionalCollection<PositionedWord>) -> Bool {
    guard isValue(words), let last = words.last else { return false }
    return bytes(last).contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  func startsLowerCase(_ words: some BidirectionalCollection<PositionedWord>) -> Bool {
    guard let first = words.first, let byte = bytes(first).first else { return false }
    // `signed : Ann Reed` is a label with its value.
    if let next = words.dropFirst().first, bytes(next).elementsEqual([0x3A]) { return false }
    return (byte >= 0x61 && byte <= 0x7A) || byte == 0x28 || byte == 0x26
  }

  /// `Name:`, `Title`, `By:`: what a row of labels and values starts with.
  func startsWithLabel(_ words: some BidirectionalCollection<PositionedWord>) -> Bool {
    for (count, word) in words.prefix(5).enumerated() {
      let text = bytes(word)
      // `Quill Works B.V. (hereafter: QW)`: no label of a value.
      if count > 0, text.first == 0x28 { return false }
      if text.last == 0x3A || (text.last == 0x2A && text.dropLast().last == 0x3A) { return true }
      if count == 0, let first = text.first, first >= 0x61, first <= 0x7A { return false }
    }
    return false
  }

  /// A rule drawn with characters: `-----`, `=====`, `_____`, and a long row of dots.
  func isRule(_ row: LayoutRow) -> Bool {
    if row.words.count == 1, let only = row.words.first, bytes(only).first == 0x2E {
      return bytes(only).count >= 12 && bytes(only).allSatisfy { $0 == 0x2E }
    }
    var count = 0
    for word in row.words {
      for byte in bytes(word) {
        guard
          byte == 0x2D || byte == 0x3D || byte == 0x5F || byte == 0x2B || byte == 0x7C || byte == 0x2A || byte == 0x7E
        else { return false }
        count += 1
      }
    }
    return count >= 3
  }

  private static let headerWords: Set<[UInt8]> = Set(
    [
      "item", "items", "product", "products", "description", "qty", "quantity", "price", "unit", "units", "rate",
      "total", "fee", "fees", "amount", "term", "start", "end", "date", "service", "services", "metric", "number", "no",
      "sku", "code", "list", "net", "disc", "discount", "users", "user", "subscription", "benefit", "allowance",
      "period",
      "year", "per", "monthly", "annual", "annually", "cost", "value", "type", "name", "level", "sr", "#", "line",
      "month", "sales", "extended", "part", "charge", "charges", "edition", "seats", "hours", "days", "credits",
      "milestone", "due", "from", "to", "until", "validity", "expiry", "role", "licences", "licenses", "license",
      "deliverable", "payment", "contract", "frequency", "availability", "credit", "component", "priority",
      "definition", "target", "response", "severity", "usd", "eur", "gbp",
      "contents", "bundle", "packs", "pack", "valid", "note", "notes", "inr", "cad", "aud", "chf", "sgd", "each",
    ].map { Array($0.utf8) })

  /// The share of a row's cells that hold words usual in column headings.
  func headerShare(_ cells: [TableGrid.Cell]) -> Float {
    var hits = 0
    for cell in cells {
      let words = cell.lines.joined()
      guard words.count <= 8 else { continue }
      let known = words.contains { word in
        var text = bytes(word).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        while let last = text.last, last == 0x2E || last == 0x2F || last == 0x2A || last == 0x29 { text.removeLast() }
        while let first = text.first, first == 0x28 { text.removeFirst() }
        return Self.headerWords.contains(text)
      }
      if known { hits += 1 }
    }
    return cells.isEmpty ? 0 : Float(hits) / Float(cells.count)
  }
}
