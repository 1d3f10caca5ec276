// SPDX-License-Identifier: GPL-3.0-or-later

/// Walks a part of the tree and writes its lines. Without recursion: documents may be nested as deep as they like.
struct HTMLWalker {
  let tree: HTMLTree
  let boxes: HTMLBoxes
  let shapes: HTMLTableShapes
  /// Whether tables, lists of definitions and preformatted text become plain lines too, as in a cell.
  let isFlat: Bool

  private var flow = HTMLFlow()
  private var line = HTMLInline()
  private var lists = HTMLLists()
  private var open: [Int] = []
  private var startsBlock = true
  private var breaks = 0
  private var heading: Int?
  private var item: Int?
  private var label: [UInt8] = []
  private var indent: Float = 0
  private var superscripts = 0

  private init(_ tree: HTMLTree, _ boxes: HTMLBoxes, _ shapes: HTMLTableShapes, isFlat: Bool) {
    self.tree = tree
    self.boxes = boxes
    self.shapes = shapes
    self.isFlat = isFlat
  }

  /// The content of nodes, which are whole elements and texts.
  static func flow(
    _ nodes: Range<Int>, _ tree: HTMLTree, _ boxes: HTMLBoxes, _ shapes: HTMLTableShapes, isFlat: Bool
  ) -> HTMLFlow {
    var walker = HTMLWalker(tree, boxes, shapes, isFlat: isFlat)
    walker.walk(nodes)
    return walker.flow
  }

  private mutating func walk(_ nodes: Range<Int>) {
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      while let last = open.last, tree.end(last) <= node {
        open.removeLast()
        close(last)
      }
      let box = boxes[node]
      if tree.nodes[node].isText {
        if box.isShown { text(node, box) }
        node += 1
        continue
      }
      if let next = replaced(node, box) {
        node = next
        continue
      }
      openElement(node, box)
      open.append(node)
      node += 1
    }
    while let last = open.popLast() { close(last) }
    endBlock()
  }

  // MARK: Elements

  /// Elements that do not show their content as it stands; gives the node after them.
  private mutating func replaced(_ node: Int, _ box: HTMLBoxes.Box) -> Int? {
    switch tree.nodes[node].tag {
    case .br:
      if box.isShown { lineBreak() }
      return tree.end(node)
    case .hr:
      endBlock()
      return tree.end(node)
    case .input, .select:
      if box.isShown { control(node, box) }
      return tree.end(node)
    case _ where !isFlat && boxes.tables[node] != nil:
      endBlock()
      flow.items.append(.boxes(node))
      return boxes.tables[node]?.end
    case .table where !isFlat && shapes.isData(node):
      endBlock()
      flow.items.append(.table(node))
      return tree.end(node)
    case .dl where !isFlat && box.isShown:
      endBlock()
      flow.items.append(.definitions(node))
      return tree.end(node)
    case .pre where !isFlat && box.isShown && box.keepsSpaces, .listing where !isFlat && box.isShown,
      .xmp where !isFlat && box.isShown, .plaintext where !isFlat && box.isShown:
      endBlock()
      preformatted(node)
      return tree.end(node)
    default: return nil
    }
  }

  private mutating func openElement(_ node: Int, _ box: HTMLBoxes.Box) {
    let tag = tree.nodes[node].tag
    if box.isBlock {
      endBlock()
      indent = box.indent
    } else if box.isCell, box.isShown {
      line.gap()
    }
    switch tag {
    case .ol, .ul, .menu, .dir: lists.open(tree, node, box)
    case .li: if box.isShown { openItem(node, box) }
    case .q: if box.isShown { line.append(Array("“".utf8)[...], isBold: box.isBold) }
    case .sup: superscripts += 1
    case .summary, .caption: break
    default: if let level = tag.headingLevel { heading = level }
    }
  }

  private mutating func openItem(_ node: Int, _ box: HTMLBoxes.Box) {
    label = lists.label(tree, node, box)
    item = lists.level
  }

  private mutating func close(_ node: Int) {
    let box = boxes[node]
    let tag = tree.nodes[node].tag
    switch tag {
    case .q: if box.isShown { line.append(Array("”".utf8)[...], isBold: box.isBold) }
    case .sup: superscripts -= 1
    default: break
    }
    if box.isBlock { endBlock() } else if box.isCell, box.isShown { line.gap() }
    switch tag {
    case .ol, .ul, .menu, .dir: lists.close()
    case .li: (item, label) = (nil, [])
    default: if tag.headingLevel != nil { heading = nil }
    }
  }

  // MARK: Text

  private mutating func text(_ node: Int, _ box: HTMLBoxes.Box) {
    let text = tree.text(node)
    if superscripts > 0, let mark = Self.superscript(text) ?? Self.letterMark(text, behind: line.bytes.last) {
      line.append(mark[...], isBold: box.isBold)
      if mark.first == 0x28 { line.space() }
      return
    }
    guard box.keepsLines else {
      HTMLText.append(text, box: box, to: &line) { _ in }
      return
    }
    var rest = text
    while let end = rest.firstIndex(of: 0x0A) {
      HTMLText.append(rest[..<end], box: box, to: &line) { _ in }
      lineBreak()
      rest = rest[(end + 1)...]
    }
    HTMLText.append(rest, box: box, to: &line) { _ in }
  }

  /// A raised figure must not become a digit of the number before it.
  private static func superscript(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard text.count <= 3, !text.isEmpty, text.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return text.flatMap { Array(digits[Int($0) - 0x30].utf8) }
  }

  /// A raised letter that marks a note must not become the last of the word before it: `Year` with a raised `a` is
  /// written as `Year (a)`. Behind a figure a letter is an ordinal's.
  private static func letterMark(_ text: ArraySlice<UInt8>, behind last: UInt8?) -> [UInt8]? {
    guard text.count == 1, let letter = text.first, (0x61...0x7A).contains(letter) else { return nil }
    guard let last else { return [0x28, letter, 0x29] }
    switch last | 0x20 {
    case 0x61...0x7A: return [0x20, 0x28, letter, 0x29]
    default: return nil
    }
  }

  private mutating func control(_ node: Int, _ box: HTMLBoxes.Box) {
    for (index, text) in HTMLControls.lines(tree, boxes, node).enumerated() {
      if index > 0 { lineBreak() }
      HTMLText.append(text[...], box: box, to: &line) { _ in }
    }
    if HTMLControls.isBox(tree, node) { line.space() }
  }

  // MARK: Lines

  private mutating func lineBreak() {
    if line.isEmpty {
      breaks += 1
    } else {
      endLine()
      breaks = 1
    }
    // An empty line between two lines parts paragraphs.
    if breaks > 1 { startsBlock = true }
  }

  private mutating func endBlock() {
    endLine()
    startsBlock = true
    breaks = 0
  }

  private mutating func endLine() {
    defer { line.reset() }
    guard !line.isEmpty else { return }
    let start = flow.pool.count
    var labelLength = 0
    if startsBlock, !label.isEmpty {
      // An item that brings its own number needs no other.
      if let own = ListLabel.scan(line.bytes[...]), !own.isWeak {
        labelLength = own.length
      } else {
        flow.pool += label + [0x20]
        labelLength = label.count
      }
    }
    flow.pool += line.bytes
    flow.items.append(
      .line(
        .init(
          text: start..<flow.pool.count, startsBlock: startsBlock, isBold: line.isBold, hasTab: line.hasTab,
          heading: heading, item: startsBlock ? item : nil, labelLength: labelLength, labelIsSet: line.labelIsSet,
          indent: indent)))
    startsBlock = false
    breaks = 0
    // Only an item's first block has its label.
    (item, label) = (nil, [])
  }

  // MARK: Preformatted text

  /// The text as it stands, for the reader of plain text.
  private mutating func preformatted(_ node: Int) {
    let start = flow.pool.count
    var child = node + 1
    while child < tree.end(node) {
      let box = boxes[child]
      if tree.nodes[child].isText, box.isShown {
        flow.pool += tree.text(child)
      } else if tree.nodes[child].tag == .br, box.isShown {
        flow.pool.append(0x0A)
      }
      child += 1
    }
    if flow.pool.count > start { flow.items.append(.preformatted(start..<flow.pool.count)) }
    startsBlock = true
  }
}
