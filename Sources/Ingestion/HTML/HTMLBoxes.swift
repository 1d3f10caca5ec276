// SPDX-License-Identifier: GPL-3.0-or-later

/// How each element is shown: whether at all, on lines of its own, in bold. One pass over the tree.
struct HTMLBoxes {
  struct Box {
    var isShown = true
    /// Takes no room at all, unlike what is only invisible.
    var isRemoved = false
    var isBlock = false
    /// Stands beside its neighbours with a gap.
    var isCell = false
    var isBold = false
    var keepsLines = false
    var keepsSpaces = false
    var marker: HTMLDeclarations.Marker?
    /// Points from the left edge.
    var indent: Float = 0
    // What goes on to children.
    fileprivate var isVisible = true
    fileprivate var isTiny = false
    fileprivate var isGone = false
    fileprivate var isFlex = false
    fileprivate var isInDrawing = false
  }

  private(set) var boxes: [Box]
  /// Whether the rules of the document's styles were too many to be followed to the end.
  private(set) var isIncomplete = false

  /// Tables made of boxes, by the first of them.
  private(set) var tables: [Int: HTMLRows.Table] = [:]

  subscript(node: Int) -> Box { boxes[node] }

  init(_ tree: HTMLTree) {
    boxes = []
    boxes.reserveCapacity(tree.nodes.count)
    var sheet = HTMLStyleSheet()
    for node in tree.nodes.indices where tree.nodes[node].tag == .style {
      if let media = tree.word(.media, of: node), !media.isEmpty, media != "all", media != "screen" { continue }
      for child in (node + 1)..<max(node + 1, tree.end(node)) where tree.nodes[child].isText {
        sheet.add(tree.text(child))
      }
    }
    var matcher = HTMLStyleMatcher(sheet: sheet)
    var rows = HTMLRows()
    var open: [Int] = []
    for node in tree.nodes.indices {
      while let last = open.last, tree.end(last) <= node {
        open.removeLast()
        matcher.close()
      }
      let parent = open.last.map { boxes[$0] } ?? Box()
      if tree.nodes[node].isText {
        var box = parent
        box.isShown =
          parent.isShown && (!parent.isInDrawing || open.last.map { tree.nodes[$0].tag == .svgText } ?? true)
        boxes.append(box)
        continue
      }
      let style = matcher.open(tree, node)
      let box = Self.box(tree, node, parent, style)
      if box.isFlex, box.isShown { rows.add(tree, node, style) }
      boxes.append(box)
      open.append(node)
    }
    isIncomplete = matcher.isExhausted
    tables = rows.tables(tree)
  }

  private static func box(_ tree: HTMLTree, _ node: Int, _ parent: Box, _ style: HTMLDeclarations) -> Box {
    let tag = tree.nodes[node].tag
    var box = parent
    var isGone = parent.isGone || tag.isNeverShown || style.hidesAll || style.isStruck == true
    switch tag {
    case .del, .s, .strike: if style.isStruck == nil { isGone = true }
    case .dialog: if tree.attribute(.open, of: node) == nil { isGone = true }
    case .svg: box.isInDrawing = true
    default: break
    }
    if style.display == nil, let hidden = tree.word(.hidden, of: node), hidden != "false" { isGone = true }
    // Pages that scripts uncover begin with a hidden body.
    if tag == .body || tag == .html { isGone = parent.isGone }
    box.isGone = isGone
    if let isVisible = style.isVisible { box.isVisible = isVisible }
    switch style.typeSize {
    case .tiny: box.isTiny = true
    case .absolute: box.isTiny = false
    case .relative, nil: break
    }
    box.isRemoved =
      parent.isRemoved || tag.isNeverShown || style.display == .absent
      || style.display == nil && tree.attribute(.hidden, of: node) != nil
    box.isShown = !isGone && box.isVisible && !box.isTiny
    box.isBold = style.isBold ?? (parent.isBold || isBold(tag))
    box.marker = style.marker ?? (tag == .ol || tag == .ul || tag == .menu || tag == .dir ? nil : parent.marker)
    box.isFlex = style.display == .flex || style.display == .grid
    box.isBlock = tag.isBlock
    box.isCell = parent.isFlex && !tag.isBlock
    switch style.display {
    case .inline: (box.isBlock, box.isCell) = (false, parent.isFlex)
    // What has lines of its own would run into the lines of its neighbour: it stands by itself.
    case .cell: (box.isBlock, box.isCell) = hasLines(tree, node) ? (true, false) : (false, true)
    case .block, .flex, .grid: (box.isBlock, box.isCell) = (true, false)
    case .absent, nil: break
    }
    setSpace(tag, style, &box)
    return box
  }

  /// Lines are broken among the first things in an element.
  private static func hasLines(_ tree: HTMLTree, _ node: Int) -> Bool {
    ((node + 1)..<max(node + 1, min(tree.end(node), node + 40))).contains { tree.nodes[$0].tag == .br }
  }

  private static func setSpace(_ tag: HTMLTag, _ style: HTMLDeclarations, _ box: inout Box) {
    switch style.whiteSpace {
    case .all: (box.keepsLines, box.keepsSpaces) = (true, true)
    case .lines: (box.keepsLines, box.keepsSpaces) = (true, false)
    case .collapse: (box.keepsLines, box.keepsSpaces) = (false, false)
    case nil:
      if tag == .pre || tag == .listing || tag == .xmp || tag == .plaintext || tag == .textarea {
        (box.keepsLines, box.keepsSpaces) = (true, true)
      }
    }
    box.indent += style.indent ?? 0
    if tag == .blockquote || tag == .dd { box.indent += 30 }
  }

  private static func isBold(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .b, .strong, .th, .h1, .h2, .h3, .h4, .h5, .h6, .dt, .caption, .legend: true
    default: false
    }
  }
}

/// Finds the declarations of elements, which are opened and closed in document order.
struct HTMLStyleMatcher {
  let sheet: HTMLStyleSheet
  private struct Element {
    var tag: HTMLTag
    var id: String?
    var classes: [String]
  }
  private var open: [Element] = []
  /// Steps along ancestors that may still be made: hostile styles must not take for ever.
  private var steps = 4_000_000

  init(sheet: HTMLStyleSheet) { self.sheet = sheet }

  var isExhausted: Bool { steps <= 0 }

  mutating func close() { open.removeLast() }

  mutating func open(_ tree: HTMLTree, _ node: Int) -> HTMLDeclarations {
    var element = Element(tag: tree.nodes[node].tag, id: nil, classes: [])
    var result = HTMLDeclarations()
    var important = HTMLDeclarations()
    if !sheet.isEmpty {
      element.id = tree.attribute(.id, of: node).map { String(decoding: $0, as: UTF8.self) }
      if let classes = tree.attribute(.class, of: node) {
        element.classes = classes.split(whereSeparator: HTMLPreparation.isSpace).prefix(64).map {
          String(decoding: $0, as: UTF8.self)
        }
      }
      for rule in matching(element) {
        if rule.isImportant { important.apply(rule.declarations) } else { result.apply(rule.declarations) }
      }
    }
    open.append(element)
    if let style = tree.attribute(.style, of: node), !style.isEmpty {
      let own = HTMLDeclarations.read(style)
      result.apply(own.normal)
      result.apply(important)
      result.apply(own.important)
    } else {
      result.apply(important)
    }
    return result
  }

  /// The rules that match, the strongest last.
  private mutating func matching(_ element: Element) -> [HTMLStyleSheet.Rule] {
    var found = sheet.universal + (sheet.byTag[element.tag] ?? [])
    for name in element.classes { found += sheet.byClass[name] ?? [] }
    if let id = element.id { found += sheet.byID[id] ?? [] }
    guard !found.isEmpty else { return [] }
    steps -= found.count
    guard steps > 0 else { return [] }
    var rules: [HTMLStyleSheet.Rule] = []
    for number in found where matches(sheet.rules[number], element) { rules.append(sheet.rules[number]) }
    return rules.sorted { ($0.specificity, $0.order) < ($1.specificity, $1.order) }
  }

  private mutating func matches(_ rule: HTMLStyleSheet.Rule, _ element: Element) -> Bool {
    guard Self.matches(rule.compounds[0].compound, element) else { return false }
    var depth = open.count - 1
    for (index, part) in rule.compounds.enumerated().dropFirst() {
      let mustBeParent = rule.compounds[index - 1].isParent
      var isFound = false
      while depth >= 0, !isFound {
        steps -= 1
        guard steps > 0 else { return false }
        isFound = Self.matches(part.compound, open[depth])
        depth -= 1
        if mustBeParent, !isFound { return false }
      }
      if !isFound { return false }
    }
    return true
  }

  private static func matches(_ compound: HTMLStyleSheet.Compound, _ element: Element) -> Bool {
    if let tag = compound.tag, tag != element.tag { return false }
    if let id = compound.id, id != element.id { return false }
    return compound.classes.allSatisfy { element.classes.contains($0) }
  }
}
