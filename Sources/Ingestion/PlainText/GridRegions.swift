// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the stretches of plain text whose gaps or pipes may be columns.
struct GridRegions {
  let lines: [TextLine]
  let furniture: Set<Int>
  let utf8: [UInt8]

  func find(in range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard isGappy(index) else {
        index += 1
        continue
      }
      let region = grow(index, range, after: result.last?.upperBound ?? range.lowerBound)
      if let region { result.append(region) }
      index = max(index + 1, region?.upperBound ?? 0)
    }
    return result
  }

  private func isGappy(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.isBlank, !furniture.contains(index) else { return false }
    return line.hasGap || line.pipes > 1 || (line.pipes == 1 && (hasPipes(index - 1) || hasPipes(index + 1)))
      || repeatsLabel(line)
  }

  /// `By: /s/ Ann Reed By: /s/ Bo Lind`: two signatures on one line.
  private func repeatsLabel(_ line: TextLine) -> Bool {
    guard line.end - line.start < 200 else { return false }
    return utf8.withUnsafeBufferPointer {
      SignatureLabels.isRepeated(UnsafeBufferPointer(rebasing: $0[Int(line.start)..<Int(line.end)]))
    }
  }

  private func hasPipes(_ index: Int) -> Bool {
    guard lines.indices.contains(index) else { return false }
    return lines[index].pipes > 0
      || (lines[index].isRule && lines.indices.contains(index + 1) && lines[index + 1].pipes > 0)
  }

  /// From the first gappy line to the last that stands near, with lines wrapped below and rules around.
  private func grow(_ start: Int, _ range: Range<Int>, after: Int) -> Range<Int>? {
    var (last, gappy) = (start, 1)
    let isPiped = lines[start].pipes > 0
    var columns = GridColumns()
    columns.add(lines[start], utf8)
    var index = start + 1
    while index < range.upperBound, index - last <= columns.patience(lines[index]), !furniture.contains(index),
      index - start < 4000
    {
      if lines[index].isRule, isHeading(below: index) { break }
      if isGappy(index) {
        if (lines[index].pipes > 0) != isPiped, !lines[index].isRule, isPiped || isApart(index) { break }
        if index - last > 1, endsText(last, before: index) || endsLabels(last, before: index) { break }
        last = index
        gappy += 1
        columns.add(lines[index], utf8)
      } else if lines[index].isRule {
        // A rule below a blank line belongs to what follows it.
        if !isApart(index) { last = index }
      } else if isPiped, !lines[index].isBlank {
        break
      } else if columns.isCrossed(by: lines[index], of: gappy), isSentence(index) {
        break
      } else if columns.isInSecond(lines[index]) {
        last = index
      }
      index += 1
    }
    guard gappy > 1 else { return nil }
    return firstLine(start, after: after)..<endLine(last, range, isPiped ? nil : columns)
  }

  /// Whether headings of columns stand between this rule and the next: a table begins, whatever stands above.
  private func isHeading(below rule: Int) -> Bool {
    var index = rule + 1
    while index < lines.count, index - rule < 4, isGappy(index), !lines[index].isRule, !hasDigit(index) { index += 1 }
    return index > rule + 1 && index < lines.count && lines[index].isRule && gaps(rule + 1) > 1
  }

  private func hasDigit(_ index: Int) -> Bool {
    utf8[Int(lines[index].start)..<Int(lines[index].end)].prefix(400).contains { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// How many gaps of two spaces or more stand within the line.
  private func gaps(_ index: Int) -> Int {
    var (found, spaces, hasText) = (0, 0, false)
    for byte in utf8[Int(lines[index].start)..<Int(lines[index].end)].prefix(400) {
      if byte == 0x20 {
        spaces += 1
        continue
      }
      if spaces > 1, hasText { found += 1 }
      (spaces, hasText) = (0, true)
    }
    return found
  }

  /// Whether a line between blank ones ends as a sentence does.
  private func isSentence(_ index: Int) -> Bool {
    guard !lines[index].isBlank, utf8[Int(lines[index].end) - 1] == 0x2E, isApart(index) else { return false }
    return index + 1 >= lines.count || lines[index + 1].isBlank
  }

  /// Whether a blank line stands above, with nothing but rules between.
  private func isApart(_ index: Int) -> Bool {
    var above = index - 1
    while above >= 0, lines[above].isRule, index - above < 4 { above -= 1 }
    return above < 0 || lines[above].isBlank
  }

  /// Below the last row: a wrapped cell, or the rest of the first column of text.
  private func endLine(_ last: Int, _ range: Range<Int>, _ columns: GridColumns?) -> Int {
    var end = last + 1
    guard let columns else { return end }
    while end < range.upperBound, end - last <= 2 || end - last < 60 && columns.isInFirst(lines[end]),
      !lines[end].isBlank, !furniture.contains(end), !(lines[end].isRule && isHeading(below: end))
    { end += 1 }
    return end
  }

  /// Above the first row: rules, headings of columns, and labels whose values stand as the first row's does.
  private func firstLine(_ start: Int, after: Int) -> Int {
    var first = start
    while first > after, !lines[first - 1].isBlank, !furniture.contains(first - 1) {
      let above = lines[first - 1]
      let isNear = start - first < 2 && (above.isRule || above.indent > lines[start].indent + 8)
      guard isNear || isLabelled(first - 1, as: start) else { break }
      first -= 1
    }
    return first
  }

  /// Whether both lines begin with a label on one edge and have their values on another.
  private func isLabelled(_ index: Int, as other: Int) -> Bool {
    guard lines[index].indent == lines[other].indent, other - index < 12, let value = valueColumn(lines[index]) else {
      return false
    }
    return value == valueColumn(lines[other])
  }

  /// The column after `Customer:   `, counted from the line's own beginning.
  private func valueColumn(_ line: TextLine) -> Int? {
    let text = utf8[Int(line.start)..<Int(line.end)].prefix(64)
    guard let colon = text.firstIndex(of: 0x3A), let first = text.first, !(first >= 0x61 && first <= 0x7A),
      let value = text[colon...].dropFirst().firstIndex(where: { $0 != 0x20 }), value > colon + 1
    else { return nil }
    return text[..<value].count { $0 & 0xC0 != 0x80 }
  }

  /// Whether text in columns ends and labels with their values begin below it.
  private func endsText(_ last: Int, before index: Int) -> Bool {
    guard startsWithLabel(index), index + 1 < lines.count, startsWithLabel(index + 1), !startsWithLabel(last) else {
      return false
    }
    let end = utf8[Int(lines[last].end) - 1]
    return !(end >= 0x30 && end <= 0x39) && lines[last].width > 50
  }

  /// Whether labels with their values end and headings of several columns follow below a blank line.
  private func endsLabels(_ last: Int, before index: Int) -> Bool {
    isApart(index) && startsWithLabel(last) && !startsWithLabel(index) && gaps(last) == 1 && gaps(index) > 1
      && !hasDigit(index)
  }

  /// `Customer:   …`
  private func startsWithLabel(_ index: Int) -> Bool {
    let line = utf8[Int(lines[index].start)..<Int(lines[index].end)].prefix(32)
    guard let colon = line.firstIndex(of: 0x3A), let first = line.first, !(first >= 0x61 && first <= 0x7A) else {
      return false
    }
    return colon + 2 >= line.endIndex || line[colon + 1] == 0x20 && line[colon + 2] == 0x20
  }
}

/// Where the columns of a stretch of plain text stand, as far as its lines tell.
private struct GridColumns {
  /// How many lines have text after a gap in a column.
  private var votes: [Int32: Int] = [:]
  /// Where the second of two columns of text begins; 0 where there are none.
  private var second: Int32 = 0
  private static let narrowest: Int32 = 24

  mutating func add(_ line: TextLine, _ utf8: [UInt8]) {
    guard line.pipes == 0, line.end - line.start < 400 else { return }
    var (column, gap) = (line.indent, 0)
    for index in Int(line.start)..<Int(line.end) {
      let byte = utf8[index]
      if byte == 0x20 {
        gap += 1
      } else {
        if gap > 1, column >= Self.narrowest { vote(column) }
        gap = 0
      }
      if byte & 0xC0 != 0x80 { column += 1 }
    }
  }

  private mutating func vote(_ column: Int32) {
    guard votes.count < 200 || votes[column] != nil else { return }
    let count = (votes[column] ?? 0) + 1
    votes[column] = count
    if count >= 3, count >= votes[second] ?? 0 { second = column }
  }

  /// How many lines without a gap may stand between two with one: columns of text have headings and blank lines that
  /// keep no common lines.
  func patience(_ line: TextLine) -> Int { line.isBlank || isInFirst(line) || isInSecond(line) ? 12 : 4 }

  /// Whether text runs over where a column begins that three gappy lines share, or all but one of them.
  func isCrossed(by line: TextLine, of gappy: Int) -> Bool {
    !line.isBlank
      && votes.contains { column, count in
        (count >= 3 || count >= max(2, gappy - 1)) && line.indent < column && line.width > column + 8
      }
  }

  func isInFirst(_ line: TextLine) -> Bool { second > 0 && line.width <= second - 2 }
  func isInSecond(_ line: TextLine) -> Bool { second > 0 && !line.isBlank && line.indent == second }
}
