// SPDX-License-Identifier: GPL-3.0-or-later

/// The lists that are open, and the labels that they give to their items.
struct HTMLLists {
  private struct List {
    var marker: HTMLDeclarations.Marker
    var next: Int
    var step: Int
  }
  private var open: [List] = []

  var level: Int { min(max(open.count, 1), 9) }

  mutating func open(_ tree: HTMLTree, _ node: Int, _ box: HTMLBoxes.Box) {
    guard tree.nodes[node].tag == .ol else {
      open.append(.init(marker: box.marker ?? .bullet, next: 1, step: 1))
      return
    }
    var marker = HTMLDeclarations.Marker.decimal
    if let type = tree.attribute(.type, of: node) { marker = Self.marker(type) ?? marker }
    let isReversed = tree.attribute(.reversed, of: node) != nil
    let start = tree.number(.start, of: node) ?? (isReversed ? Self.items(tree, node) : 1)
    open.append(.init(marker: box.marker ?? marker, next: start, step: isReversed ? -1 : 1))
  }

  mutating func close() { _ = open.popLast() }

  /// The label of the next item, empty where it has none.
  mutating func label(_ tree: HTMLTree, _ item: Int, _ box: HTMLBoxes.Box) -> [UInt8] {
    if open.isEmpty { return Array("•".utf8) }
    let last = open.count - 1
    if let value = tree.number(.value, of: item) { open[last].next = value }
    let number = open[last].next
    open[last].next = Swift.max(-1_000_000_000, Swift.min(1_000_000_000, number + open[last].step))
    let own = tree.attribute(.type, of: item).flatMap(Self.marker)
    let marker = own ?? (box.marker == .unmarked ? .unmarked : open[last].marker)
    switch marker {
    case .unmarked: return []
    case .bullet: return Array("•".utf8)
    default: return Array("\(Self.numeral(number, marker)).".utf8)
    }
  }

  private static func marker(_ type: ArraySlice<UInt8>) -> HTMLDeclarations.Marker? {
    switch type.first {
    case 0x31: .decimal
    case 0x61 where type.count == 1: .lowerLetter
    case 0x41 where type.count == 1: .upperLetter
    case 0x69 where type.count == 1: .lowerRoman
    case 0x49 where type.count == 1: .upperRoman
    case 0x64 where type.count > 1, 0x63 where type.count > 1, 0x73 where type.count > 1, 0x44 where type.count > 1:
      .bullet
    default: nil
    }
  }

  /// How many items a reversed list counts down from.
  private static func items(_ tree: HTMLTree, _ list: Int) -> Int {
    var (node, count) = (list + 1, 0)
    while node < tree.end(list) {
      if tree.nodes[node].tag == .li { count += 1 }
      node = tree.nodes[node].isText ? node + 1 : tree.end(node)
    }
    return count
  }

  static func numeral(_ number: Int, _ marker: HTMLDeclarations.Marker) -> String {
    switch marker {
    case .lowerLetter, .upperLetter:
      guard number > 0 else { return String(number) }
      var (rest, letters) = (number, [UInt8]())
      while rest > 0 {
        letters.append(UInt8((rest - 1) % 26) + (marker == .lowerLetter ? 0x61 : 0x41))
        rest = (rest - 1) / 26
      }
      return String(decoding: letters.reversed(), as: UTF8.self)
    case .lowerRoman, .upperRoman:
      guard number > 0, number < 4000 else { return String(number) }
      var (rest, text) = (number, "")
      for (value, digits) in Self.romans {
        while rest >= value {
          text += digits
          rest -= value
        }
      }
      return marker == .lowerRoman ? text.lowercased() : text
    default: return String(number)
    }
  }

  private static let romans = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
}
