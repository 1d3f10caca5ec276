// SPDX-License-Identifier: GPL-3.0-or-later

/// What the controls of a form show.
enum HTMLControls {
  /// Whether it is a box to be ticked.
  static func isBox(_ tree: HTMLTree, _ node: Int) -> Bool {
    guard tree.nodes[node].tag == .input, let type = tree.word(.type, of: node) else { return false }
    return type == "checkbox" || type == "radio"
  }

  /// The lines of its value; none where it shows nothing.
  static func lines(_ tree: HTMLTree, _ boxes: HTMLBoxes, _ node: Int) -> [[UInt8]] {
    if tree.nodes[node].tag == .select { return options(tree, boxes, node) }
    switch tree.word(.type, of: node) ?? "text" {
    case "checkbox", "radio": return [Array((tree.attribute(.checked, of: node) == nil ? "[ ]" : "[X]").utf8)]
    case "hidden", "password", "submit", "reset", "button", "image", "file", "range", "color": return []
    default: return tree.attribute(.value, of: node).map { $0.isEmpty ? [] : [Array($0)] } ?? []
    }
  }

  /// The options that are chosen; the first where none is, for a list shows it then.
  private static func options(_ tree: HTMLTree, _ boxes: HTMLBoxes, _ select: Int) -> [[UInt8]] {
    var chosen: [[UInt8]] = []
    var first: [UInt8]?
    var node = select + 1
    while node < tree.end(select) {
      guard tree.nodes[node].tag == .option else {
        node += 1
        continue
      }
      var text: [UInt8] = []
      for child in (node + 1)..<max(node + 1, tree.end(node)) where tree.nodes[child].isText {
        text += tree.text(child)
      }
      if boxes[node].isShown, first == nil { first = text }
      if tree.attribute(.selected, of: node) != nil { chosen.append(text) }
      node = tree.end(node)
    }
    let isMultiple = tree.attribute(.multiple, of: select) != nil
    if !isMultiple, chosen.count > 1 { chosen = chosen.suffix(1) }
    if chosen.isEmpty, !isMultiple, let first, (tree.number(.size, of: select) ?? 1) <= 1 { chosen = [first] }
    return chosen
  }
}
