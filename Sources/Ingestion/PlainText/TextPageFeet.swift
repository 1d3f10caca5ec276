// SPDX-License-Identifier: GPL-3.0-or-later

/// Pages of a text that has neither form feeds nor "Page 2 of 7": lines that stand alone again and again, amid
/// sentences, or numbers that count up, are feet of pages.
enum TextPageFeet {
  static func assign(_ lines: inout [TextLine], _ utf8: [UInt8]) {
    var feet: Set<Int> = []
    utf8.withUnsafeBufferPointer { bytes in
      let alone = standalone(lines)
      feet = numbers(alone, lines, bytes)
      feet.formUnion(repeated(alone, lines, bytes))
    }
    guard feet.count > 1 else { return }
    var page: Int32 = 0
    var isBelow = false
    for index in lines.indices {
      if feet.contains(index) {
        isBelow = true
      } else if isBelow, !lines[index].isBlank {
        page += 1
        isBelow = false
      }
      lines[index].page = page
    }
  }

  /// Short lines between blank ones.
  private static func standalone(_ lines: [TextLine]) -> [Int] {
    lines.indices.filter { index in
      let line = lines[index]
      return !line.isBlank && line.end - line.start < 120 && (index == 0 || lines[index - 1].isBlank)
        && (index + 1 == lines.count || lines[index + 1].isBlank)
    }
  }

  /// Whether a sentence goes on from the text before a line to that after it.
  private static func interrupts(
    _ index: Int, _ lines: [TextLine], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let above = near(index, -1, lines), let below = near(index, 1, lines) else { return false }
    let last = bytes[Int(lines[above].end) - 1]
    let first = bytes[Int(lines[below].start)]
    let ends = last == 0x2E || last == 0x3A || last == 0x3B || last == 0x21 || last == 0x3F
    return !ends && first >= 0x61 && first <= 0x7A && lines[above].end - lines[above].start > 30
  }

  /// The next line of text, past blank ones and short ones such as another foot.
  private static func near(_ index: Int, _ step: Int, _ lines: [TextLine]) -> Int? {
    var next = index + step
    for _ in 0..<8 {
      guard lines.indices.contains(next) else { return nil }
      if lines[next].end - lines[next].start > 12 { return next }
      next += step
    }
    return nil
  }

  // MARK: Numbers

  /// Numbers alone on their lines that count up by one, at least three of them.
  private static func numbers(
    _ alone: [Int], _ lines: [TextLine], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Set<Int> {
    var run: [Int] = []
    var last = 0
    for index in alone where lines[index].end - lines[index].start < 16 {
      let text = Array(bytes[Int(lines[index].start)..<Int(lines[index].end)])
      guard FurnitureForm(text).isPageNumber, let number = number(text) else { continue }
      if number == last + 1 || run.isEmpty && number <= 3 {
        run.append(index)
        last = number
      }
    }
    guard run.count > 2 else { return [] }
    let isFar = zip(run, run.dropFirst()).allSatisfy { $1 - $0 > 12 }
    return isFar || run.contains { interrupts($0, lines, bytes) } ? Set(run) : []
  }

  private static func number(_ text: [UInt8]) -> Int? {
    let digits = text.drop { $0 < 0x30 || $0 > 0x39 }.prefix { $0 >= 0x30 && $0 <= 0x39 }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  // MARK: Repeated lines

  private struct Sighting {
    var count = 0
    var isAmid = false
  }

  /// Lines that stand three times and more, and at least once amid a sentence.
  private static func repeated(
    _ alone: [Int], _ lines: [TextLine], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Set<Int> {
    var seen: [Int: Sighting] = [:]
    let keys = alone.map { hash(lines[$0], bytes) }
    let repeated = RepeatedDigests(keys)
    for (index, key) in zip(alone, keys) where repeated.mayHold(key) {
      seen[key, default: .init()].count += 1
      if interrupts(index, lines, bytes) { seen[key, default: .init()].isAmid = true }
    }
    var result: Set<Int> = []
    for (index, key) in zip(alone, keys) {
      guard let sighting = seen[key], sighting.count > 2, sighting.isAmid, lines[index].end - lines[index].start > 5
      else {
        continue
      }
      result.insert(index)
    }
    return result
  }

  /// Fowler, Noll and Vo's hash (FNV-1a) of the line's bytes.
  private static func hash(_ line: TextLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in Int(line.start)..<Int(line.end) { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash)
  }
}
