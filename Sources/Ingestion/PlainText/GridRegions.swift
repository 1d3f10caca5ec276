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
    var index = start + 1
    while index < range.upperBound, index - last <= 4, !furniture.contains(index), index - start < 4000 {
      if isGappy(index) {
        if (lines[index].pipes > 0) != isPiped, !lines[index].isRule, isPiped || lines[index - 1].isBlank { break }
        if index - last > 1, endsText(last, before: index) { break }
        last = index
        gappy += 1
      } else if lines[index].isRule {
        last = index
      } else if isPiped, !lines[index].isBlank {
        break
      }
      index += 1
    }
    guard gappy > 1 else { return nil }
    var end = last + 1
    if !isPiped {
      // A wrapped cell below the last row.
      while end < range.upperBound, end - last <= 2, !lines[end].isBlank, !furniture.contains(end) { end += 1 }
    }
    var first = start
    while first > after, !lines[first - 1].isBlank, !furniture.contains(first - 1), start - first < 2,
      lines[first - 1].isRule || lines[first - 1].indent > lines[start].indent + 8
    {
      first -= 1
    }
    return first..<end
  }

  /// Whether text in columns ends and labels with their values begin below it.
  private func endsText(_ last: Int, before index: Int) -> Bool {
    guard startsWithLabel(index), index + 1 < lines.count, startsWithLabel(index + 1), !startsWithLabel(last) else {
      return false
    }
    let end = utf8[Int(lines[last].end) - 1]
    return !(end >= 0x30 && end <= 0x39) && lines[last].width > 50
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
