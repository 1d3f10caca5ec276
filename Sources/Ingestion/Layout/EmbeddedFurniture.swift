// SPDX-License-Identifier: GPL-3.0-or-later

/// Page breaks of an earlier form of the document, which stand amid its pages: lone page numbers that count on, and
/// feet with a page number that are repeated through the document.
struct EmbeddedFurniture {
  private struct Place {
    var page: Int
    var row: Int
  }

  /// For each page the rows that are such furniture, `edges` being known as furniture already.
  static func find(in pages: [(utf8: [UInt8], rows: [LayoutRow])], edges: [Set<Int>]) -> [Set<Int>] {
    var result = pages.map { _ in Set<Int>() }
    var numbers: [(place: Place, order: Int, value: Int)] = []
    var feet: [[UInt8]: [Place]] = [:]
    var order = 0
    for (page, content) in pages.enumerated() {
      for (row, line) in content.rows.enumerated() {
        order += 1
        if edges[page].contains(row) { continue }
        if line.segments.count == 1, line.words.count <= 5, let value = pageNumber(line, content.utf8) {
          numbers.append((Place(page: page, row: row), order, value))
        } else if hasPageNumber(line, content.utf8) {
          feet[Furniture.normalised(text(line, content.utf8)), default: []].append(Place(page: page, row: row))
        }
      }
    }
    for place in countingOn(numbers) { result[place.page].insert(place.row) }
    for places in feet.values where places.count >= 3 { mark(places, pages, &result) }
    return result
  }

  private static func text(_ row: LayoutRow, _ utf8: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for word in row.words { text += utf8[word.text] + [0x20] }
    return text.dropLast()
  }

  private static func pageNumber(_ row: LayoutRow, _ utf8: [UInt8]) -> Int? {
    guard row.words.reduce(0, { $0 + $1.text.count }) < 16 else { return nil }
    let text = text(row, utf8)
    guard FurnitureForm(text).isPageNumber else { return nil }
    let digits = text.drop { $0 < 0x30 || $0 > 0x39 }.prefix { $0 >= 0x30 && $0 <= 0x39 }.prefix(6)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `Page 10 of 22` somewhere in a short line.
  private static func hasPageNumber(_ row: LayoutRow, _ utf8: [UInt8]) -> Bool {
    guard row.words.count >= 4, row.words.count < 40 else { return false }
    for index in 0..<(row.words.count - 3) where row.words[index].text.count == 4 {
      let word = utf8[row.words[index].text]
      guard zip(word, "page".utf8).allSatisfy({ $0 | 0x20 == $1 }),
        utf8[row.words[index + 1].text].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }),
        utf8[row.words[index + 2].text].elementsEqual("of".utf8),
        utf8[row.words[index + 3].text].first.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false
      else { continue }
      return true
    }
    return false
  }

  // MARK: Numbers that count on

  /// The longest chain of numbers each of which repeats the one before it at once, or counts on after some text.
  private static func countingOn(_ numbers: [(place: Place, order: Int, value: Int)]) -> [Place] {
    // Shorter runs may be what a table or list counts.
    let (least, rowsApart) = (4, 12)
    var best: [Int: (index: Int, length: Int)] = [:]
    var before = [Int?](repeating: nil, count: numbers.count)
    var longest: (index: Int, length: Int)?
    for (index, number) in numbers.enumerated() {
      var link: (index: Int, length: Int)?
      if let same = best[number.value], number.order - numbers[same.index].order <= 4 { link = same }
      if let last = best[number.value - 1],
        number.order - numbers[last.index].order >= rowsApart
          || numbers[last.index].order + 1 == number.order && isFirstOfPair(numbers, last.index, before),
        last.length >= link?.length ?? 0
      {
        link = last
      }
      before[index] = link?.index
      let length = (link?.length ?? 0) + 1
      if length >= best[number.value]?.length ?? 0 { best[number.value] = (index, length) }
      if length > longest?.length ?? 0 { longest = (index, length) }
    }
    guard let longest, longest.length >= least else { return [] }
    var (result, index) = ([Place](), Optional(longest.index))
    while let at = index {
      result.append(numbers[at].place)
      index = before[at]
    }
    return result
  }

  /// "2" at a page's foot with "3" at the next page's head: the one before "2" lies some text back.
  private static func isFirstOfPair(
    _ numbers: [(place: Place, order: Int, value: Int)], _ index: Int, _ before: [Int?]
  ) -> Bool {
    guard let last = before[index] else { return true }
    return numbers[index].order - numbers[last].order > 4
  }

  // MARK: Feet

  /// Marks the feet, and the lines beside them that stand beside nearly all of them.
  private static func mark(
    _ places: [Place], _ pages: [(utf8: [UInt8], rows: [LayoutRow])], _ result: inout [Set<Int>]
  ) {
    for place in places { result[place.page].insert(place.row) }
    for step in [-1, 1] {
      for distance in 1...2 {
        var beside: [[UInt8]: [Place]] = [:]
        for place in places {
          let row = place.row + step * distance
          guard pages[place.page].rows.indices.contains(row) else { continue }
          let text = Furniture.normalised(text(pages[place.page].rows[row], pages[place.page].utf8))
          beside[text, default: []].append(Place(page: place.page, row: row))
        }
        guard let most = beside.values.max(by: { $0.count < $1.count }), most.count * 5 >= places.count * 4 else {
          break
        }
        for place in most { result[place.page].insert(place.row) }
      }
    }
  }
}
