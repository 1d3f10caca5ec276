// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds running heads and feet, page numbers and envelope ids. A line that stands once and is no page number, no
/// envelope id and no foot line by its form is never furniture: a grant must not be lost.
enum Furniture {
  /// A line near a page's edge.
  struct Line {
    /// The caller's number of the line.
    var index: Int
    /// Its text, gaps being one space.
    var text: [UInt8]
    var y0: Float, y1: Float
    /// Whether it is the heading of a table, which is repeated for the reader.
    var isTableHead = false
    /// Whether its last or first piece is `Page 2 of 3` or `2 / 3`.
    var holdsPageNumber = false
  }

  /// The outermost lines of a page, from the edge inwards.
  struct Page {
    var top: [Line]
    var bottom: [Line]
    var height: Float
  }

  /// How many lines from the edge may be furniture.
  static let depth = 5
  /// Letters and signs that a line has at least if it is a running head or foot.
  private static let leastLength = 3

  /// For each page the indices of its furniture.
  static func find(in pages: [Page]) -> [Set<Int>] {
    // Pages of plain text are of different lengths: their feet stand at no common height.
    let hasHeights = pages.contains { $0.height > 0 }
    let mostPages = max(3, (pages.count + 1) / 2)
    let heads = Edge(pages.map(\.top), heightsCount: true)
    let feet = Edge(pages.map(\.bottom), heightsCount: hasHeights)
    return pages.enumerated().map { number, page in
      var result: Set<Int> = []
      mark(page.top, heads, number, isTop: true, height: page.height, mostPages, &result)
      mark(page.bottom, feet, number, isTop: false, height: page.height, mostPages, &result)
      return result
    }
  }

  static func find(in pages: [(utf8: [UInt8], height: Float, rows: [LayoutRow])]) -> [Set<Int>] {
    let found = find(
      in: pages.map { page in
        let reader = CellReader(utf8: page.utf8)
        func line(_ index: Int) -> Line {
          let row = page.rows[index]
          let cells = row.segments.map { TableGrid.Cell(column: 0, span: 1, lines: [Array(row.words[$0.words])]) }
          var text: [UInt8] = []
          for word in row.words {
            if !text.isEmpty { text.append(0x20) }
            text += page.utf8[word.text]
          }
          return Line(
            index: index, text: text, y0: row.y0, y1: row.y1,
            isTableHead: cells.count > 2 && reader.headerShare(cells) >= 0.6,
            holdsPageNumber: row.segments.count > 1 && holdsPageNumber(row, page.utf8))
        }
        return Page(
          top: page.rows.indices.prefix(depth).map(line), bottom: page.rows.indices.suffix(depth).reversed().map(line),
          height: page.height)
      })
    return zip(found, pages).map { $0.isEmpty ? $0 : $0.subtracting(CellsAtEdges.lines($1.rows, furniture: $0)) }
  }

  /// `Page 2 of 3` or `2 / 3` apart from the line's other text. A number alone may be a table's.
  private static func holdsPageNumber(_ row: LayoutRow, _ utf8: [UInt8]) -> Bool {
    for segment in [row.segments.first, row.segments.last].compactMap({ $0 }) where segment.words.count <= 4 {
      var text: [UInt8] = []
      for word in row.words[segment.words] { text += utf8[word.text] + [0x20] }
      let form = FurnitureForm(Array(text.dropLast()))
      if form.isPageNumber, !text.dropLast().allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return true }
    }
    return false
  }

  /// On how many pages a text, numbers aside, stands near an edge, by height in bands of 8 points.
  private struct Sightings {
    private(set) var firstPage: Int
    private let firstBand: Int
    /// Empty as long as it was seen once only, as most lines are.
    private var pages: [Int: Int] = [:]
    private var lastPage: [Int: Int] = [:]

    init(page: Int, y: Float) {
      firstPage = page
      firstBand = Int(y / 8)
    }

    mutating func add(page: Int, y: Float) {
      let band = Int(y / 8)
      if pages.isEmpty {
        if band == firstBand, page == firstPage { return }
        pages[firstBand] = 1
        lastPage[firstBand] = firstPage
      }
      firstPage = min(firstPage, page)
      if lastPage[band] == page { return }
      lastPage[band] = page
      pages[band, default: 0] += 1
    }

    func count(near y: Float) -> Int {
      let band = Int(y / 8)
      guard !pages.isEmpty else { return abs(band - firstBand) <= 1 ? 1 : 0 }
      return (pages[band - 1] ?? 0) + (pages[band] ?? 0) + (pages[band + 1] ?? 0)
    }
  }

  /// What a line is known again by: a digest of its bytes, and how many they are. Two lines of one digest are the same
  /// line; the chance that they are not is one in 2^64, and nobody can choose it: the digest has a new seed in each run.
  private struct Key: Hashable {
    let digest: Int
    let length: Int

    init(_ text: UnsafeRawBufferPointer) {
      var hasher = Hasher()
      hasher.combine(bytes: text)
      digest = hasher.finalize()
      length = text.count
    }

    /// A text with the number in `digits` counted from the page's.
    init(_ text: UnsafeRawBufferPointer, digits: Range<Int>, fromPage number: Int) {
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: text[..<digits.lowerBound]))
      hasher.combine(number)
      hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: text[digits.upperBound...]))
      digest = hasher.finalize()
      length = text.count - digits.count + 2
    }
  }

  /// The lines of all pages at one edge: what each is known again by, and where else that stands.
  private struct Edge {
    /// By page and line.
    var keys: [[[Key]]]
    /// Of keys that stand more than once, as few do; others may be here too.
    var seen: [Key: Sightings] = [:]

    init(_ edges: [[Line]], heightsCount: Bool) {
      keys = edges.enumerated().map { page, lines in lines.map { Furniture.keys($0.text, page) } }
      var digests: [Int] = []
      for lines in keys {
        for line in lines {
          for key in line { digests.append(key.digest) }
        }
      }
      let repeated = RepeatedDigests(digests)
      for (page, lines) in edges.enumerated() {
        for (line, keys) in zip(lines, keys[page]) {
          let y = heightsCount ? line.y0 : 0
          for key in keys where repeated.mayHold(key.digest) {
            seen[key, default: Sightings(page: page, y: y)].add(page: page, y: y)
          }
        }
      }
    }
  }

  /// What a line is known again by on another page: its text, and its text with its first or last number counted from
  /// the page's. Lines whose other numbers differ are rows of a table, and no furniture.
  private static func keys(_ text: [UInt8], _ page: Int) -> [Key] {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { letters in
      var count = 0
      // The first and the last number.
      var (first, last): (Range<Int>?, Range<Int>?)
      for byte in text where byte != 0x20 && byte != 0x09 {
        if byte &- 0x30 < 10 {
          if let open = last, open.upperBound == count {
            last = open.lowerBound..<(count + 1)
            if first?.lowerBound == open.lowerBound { first = last }
          } else {
            last = count..<(count + 1)
            first = first ?? last
          }
        }
        letters[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        count += 1
      }
      // What is too short to be furniture need not be known again.
      guard count >= leastLength - 1 else { return [] }
      let all = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(letters)[..<count])
      guard let first, let last else { return [Key(all)] }
      var result: [Key] = []
      result.reserveCapacity(3)
      result.append(Key(all))
      for (place, number) in [first, last].enumerated() where number.count <= 4 && (place == 0 || last != first) {
        let value = letters[number].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        result.append(Key(all, digits: number, fromPage: value - page))
      }
      return result
    }
  }

  /// Lower case, digits as one `#`, no spaces.
  static func normalised(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
      switch byte {
      case 0x20, 0x09: continue
      case 0x30...0x39: if result.last != 0x23 { result.append(0x23) }
      case 0x41...0x5A: result.append(byte | 0x20)
      default: result.append(byte)
      }
    }
    return result
  }

  private static func mark(
    _ lines: [Line], _ edge: Edge, _ page: Int, isTop: Bool, height: Float, _ mostPages: Int,
    _ result: inout Set<Int>
  ) {
    var skipped = 0
    for (number, line) in lines.enumerated() {
      let form = FurnitureForm(line.text)
      let place = isTop || height > 0 ? line.y0 : 0
      var (firstPage, count, length) = (Int.max, 0, 0)
      for key in edge.keys[page][number] {
        guard let seen = edge.seen[key] else { continue }
        let times = seen.count(near: place)
        if firstPage == .max || times > count { (firstPage, count, length) = (seen.firstPage, times, key.length) }
      }
      // At the top of its first page a running head is the document's own heading.
      let isHeading =
        isTop && firstPage == page && !form.isPageNumber && !form.isEnvelope
        && !form.isConfidential
      let isolated = isIsolated(lines, number)
      // Signatures of one person on several pages are alike; initials stand at the foot of most pages.
      let enough = form.isSignature ? mostPages : 2
      let isRepeated = count >= enough && length >= leastLength && !line.isTableHead && (isolated || skipped == 0)
      if form.isEnvelope || form.isPageNumber && (skipped == 0 || isolated) {
        result.insert(line.index)
      } else if isRepeated, !isHeading, skipped == 0, !form.isRule || !result.isEmpty {
        result.insert(line.index)
      } else if !isTop, skipped == 0, form.isConfidential || line.holdsPageNumber, isolated, height > 0,
        line.y0 > 0.88 * height, line.text.count < 160
      {
        result.insert(line.index)
      } else if isTop, isRepeated {
        continue
      } else {
        skipped += 1
        if skipped > 1 { return }
      }
    }
  }

  /// Stands apart from the line next inwards.
  private static func isIsolated(_ lines: [Line], _ place: Int) -> Bool {
    guard place + 1 < lines.count else { return true }
    let (line, next) = (lines[place], lines[place + 1])
    let gap = line.y0 > next.y0 ? line.y0 - next.y1 : next.y0 - line.y1
    return gap > 0.9 * max(line.y1 - line.y0, 6)
  }
}
