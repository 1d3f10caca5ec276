// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Headings, list items and paragraphs, decided when all blocks are known.
enum BlockRoles {
  static func assign(_ text: inout SourceText, _ traits: [SourceTextBuilder.BlockTraits], bodySize: Float) {
    var levels = IndentLevels()
    let traits = unnumbered(&text, settled(&text, traits))
    for index in text.blocks.indices {
      if case .tableRow = text.blocks[index].role { continue }
      let trait = traits[index]
      let next = index + 1 < traits.count ? traits[index + 1] : nil
      if let level = headingLevel(text.blocks, index, trait, next, bodySize: bodySize, text.utf8) {
        text.blocks[index].role = .heading(level: level)
        levels.reset()
      } else if let label = trait.label {
        text.blocks[index].role = .listItem(level: levels.level(of: label, indent: trait.indent))
      }
    }
  }

  /// Doubtful labels made sure by a neighbour: `A.` before an item `B.`, or after an item.
  private static func settled(
    _ text: inout SourceText, _ traits: [SourceTextBuilder.BlockTraits]
  ) -> [SourceTextBuilder.BlockTraits] {
    guard traits.contains(where: { $0.doubtful != nil }) else { return traits }
    var traits = traits
    func letter(_ index: Int) -> UInt8? {
      guard traits.indices.contains(index), let label = traits[index].label ?? traits[index].doubtful,
        label.kind == .letter || label.kind == .roman, label.length == 2
      else { return nil }
      return text.utf8[text.blocks[index].range.lowerBound]
    }
    func isBullet(_ index: Int) -> Bool {
      traits.indices.contains(index) && traits[index].label?.kind == .bullet
    }
    for index in traits.indices {
      guard let label = traits[index].doubtful, let own = letter(index) else { continue }
      // Other paragraphs of an item may stand between, and its bullets.
      let next = (1...16).first { letter(index + $0) != nil || !isBullet(index + $0) && $0 > 3 } ?? 1
      let isFirst = (1...3).contains { letter(index + $0) == own + 1 } || letter(index + next) == own + 1
      let isNext = (1...3).contains { letter(index - $0).map { $0 + 1 == own } ?? false }
      guard isFirst || isNext else { continue }
      traits[index].label = label
      let start = text.blocks[index].range.lowerBound
      text.blocks[index].label = start..<min(start + label.length, text.blocks[index].range.upperBound)
    }
    return traits
  }

  /// "24 Academy seats", "3 API calls": a bare number before a capital is a label only where others count with it.
  private static func unnumbered(
    _ text: inout SourceText, _ traits: [SourceTextBuilder.BlockTraits]
  ) -> [SourceTextBuilder.BlockTraits] {
    guard traits.contains(where: { $0.label.map(isBareNumber) ?? false }) else { return traits }
    var traits = traits
    let numbers = traits.indices.map { index -> Int? in
      guard traits[index].label?.kind == .number else { return nil }
      let digits = text.utf8[text.blocks[index].range].prefix(3).prefix { $0 >= 0x30 && $0 <= 0x39 }
      return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    for index in traits.indices {
      guard let label = traits[index].label, isBareNumber(label), let own = numbers[index], !traits[index].isBold,
        !traits[index].isAllCapitals
      else { continue }
      let near = max(0, index - reachOfNumbers)...min(traits.count - 1, index + reachOfNumbers)
      let isCounted = near.contains { other in
        guard other != index, let number = numbers[other], let label = traits[other].label else { return false }
        return label.depth > 1 ? number == own && other > index : other < index ? number == own - 1 : number == own + 1
      }
      if !isCounted {
        traits[index].label = nil
        text.blocks[index].label = nil
      }
    }
    return traits
  }

  private static let reachOfNumbers = 40

  private static func isBareNumber(_ label: ListLabel) -> Bool {
    label.kind == .number && label.depth == 1 && label.isWeak
  }

  private static func headingLevel(
    _ blocks: [SourceBlock], _ index: Int, _ trait: SourceTextBuilder.BlockTraits,
    _ next: SourceTextBuilder.BlockTraits?, bodySize: Float, _ utf8: [UInt8]
  ) -> Int? {
    let block = blocks[index]
    let length = block.range.count - (block.label?.count ?? 0)
    guard length > 1 || block.label != nil, length <= 140, trait.lines <= 3, !trait.hasTab else { return nil }
    if trait.label?.kind == .bullet { return nil }
    let last = utf8[block.range.upperBound - 1]
    // A heading may end in a colon only where type or capitals show it; one that ends in ", and" is none.
    if last == 0x2C || last == 0x3B || (last == 0x2E && length > 60) { return nil }
    let larger = trait.size > bodySize * 1.12
    let marked = larger || trait.isBold || trait.isAllCapitals
    if let label = trait.label {
      if label.kind == .bracket, !trait.isBold { return nil }
      if marked { return label.depth }
      if trait.endsSentence || length > 72 || trait.lines > 1 { return nil }
      guard label.kind == .number || label.kind == .letter || label.kind == .roman || label.kind == .named,
        startsUpperCase(block, utf8)
      else { return nil }
      // A short item among its like is a list item; one that text or deeper numbers follow is a heading.
      guard let next else { return nil }
      guard next.size > 0 else { return label.depth }
      if restarts(index + 1 < blocks.count ? blocks[index + 1] : nil, after: block, utf8) { return label.depth }
      if let sibling = next.label {
        return sibling.depth > label.depth || sibling.kind != label.kind ? label.depth : nil
      }
      return label.depth
    }
    guard marked, trait.endsSentence == false || larger || last == 0x3A else { return nil }
    guard hasLetters(block, utf8) else { return nil }
    return trait.size > bodySize * 1.3 || trait.isAllCapitals ? 1 : (larger ? 1 : 2)
  }

  /// "4. Terms" before "1. Prior order": the numbers begin anew below a heading.
  private static func restarts(_ next: SourceBlock?, after block: SourceBlock, _ utf8: [UInt8]) -> Bool {
    guard let label = next?.label, let own = block.label else { return false }
    func number(_ range: Range<Int>) -> [UInt8] { utf8[range].filter { $0 >= 0x30 && $0 <= 0x39 } }
    return number(label) == [0x31] && number(own) != [0x31] && !number(own).isEmpty
  }

  private static func startsUpperCase(_ block: SourceBlock, _ utf8: [UInt8]) -> Bool {
    guard let label = block.label else { return false }
    var i = label.upperBound
    while i < block.range.upperBound, utf8[i] == 0x20 { i += 1 }
    guard i < block.range.upperBound else { return label.count > 4 }
    return (utf8[i] >= 0x41 && utf8[i] <= 0x5A) || utf8[i] >= 0xC0 || utf8[i] == 0x22 || utf8[i] == 0x28
  }

  private static func hasLetters(_ block: SourceBlock, _ utf8: [UInt8]) -> Bool {
    var letters = 0
    for byte in utf8[block.range] where (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A { letters += 1 }
    return letters >= 2
  }
}

/// The level of an item: numbers by their depth, others one below what they stand in, told apart by their indent.
private struct IndentLevels {
  private var open: [(indent: Float, kind: ListLabel.Kind, level: Int)] = []

  mutating func reset() { open.removeAll(keepingCapacity: true) }

  mutating func level(of label: ListLabel, indent: Float) -> Int {
    if label.kind == .number || label.kind == .named || label.depth > 1 {
      open.removeAll { $0.kind != .number || $0.level >= label.depth }
      open.append((indent, .number, label.depth))
      return label.depth
    }
    if let same = open.lastIndex(where: { $0.kind == label.kind && abs($0.indent - indent) < 6 }) {
      open.removeSubrange((same + 1)...)
      return open[same].level
    }
    while let last = open.last, last.kind != .number, last.indent > indent + 3 { open.removeLast() }
    let level = min((open.last?.level ?? 0) + 1, 9)
    open.append((indent, label.kind, level))
    return level
  }
}
