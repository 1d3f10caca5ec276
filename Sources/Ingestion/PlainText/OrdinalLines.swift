// SPDX-License-Identifier: GPL-3.0-or-later

/// The raised `th` of `17th` on a line of its own joins the figure that it belongs to: the one that the line above ends
/// in, or the one that ends on the line below or above in the column where it stands.
enum OrdinalLines {
  /// Lines changed stand anew at the end of `utf8`; those of the ordinals go.
  static func join(_ lines: inout [TextLine], _ utf8: inout [UInt8]) {
    var joined: Set<Int> = []
    for index in lines.indices where lines[index].end - lines[index].start == 2 {
      let ordinal = Array(utf8[Int(lines[index].start)..<Int(lines[index].end)])
      guard RaisedOrdinals.isOrdinal(ordinal) else { continue }
      let near = [index - 1, index + 1].filter { lines.indices.contains($0) && isShort(lines[$0]) }
      let places = near.compactMap { other in
        place(of: ordinal, lines[index].indent, on: lines[other], endsLine: other < index, utf8).map { (other, $0) }
      }
      guard let (other, end) = places.first else { continue }
      insert(ordinal, at: end, &lines[other], &utf8)
      joined.insert(index)
    }
    guard !joined.isEmpty else { return }
    lines = lines.indices.filter { !joined.contains($0) }.map { lines[$0] }
  }

  /// Not a paragraph on one line, which would be written anew for each ordinal.
  private static func isShort(_ line: TextLine) -> Bool { !line.isBlank && line.end - line.start < 400 }

  /// The end of the figure among the bytes.
  private static func place(
    of ordinal: [UInt8], _ column: Int32, on line: TextLine, endsLine: Bool, _ utf8: [UInt8]
  ) -> Int? {
    var current = line.indent
    for index in Int(line.start)..<Int(line.end) {
      let isEnd = index + 1 == Int(line.end) || utf8[index + 1] < 0x30 || utf8[index + 1] > 0x7A
      if utf8[index] & 0xC0 != 0x80 { current += 1 }
      guard isEnd, abs(current - column) <= 1 && column > 0 || endsLine && index + 1 == Int(line.end),
        RaisedOrdinals.fits(ordinal, after: utf8[Int(line.start)...index])
      else { continue }
      return index + 1
    }
    return nil
  }

  private static func insert(_ ordinal: [UInt8], at end: Int, _ line: inout TextLine, _ utf8: inout [UInt8]) {
    let start = utf8.count
    utf8 += utf8[Int(line.start)..<end] + ordinal + utf8[end..<Int(line.end)]
    (line.start, line.end) = (Int32(start), Int32(utf8.count))
    line.width += 2
  }
}
