// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Yams

/// Reads YAML nodes of one file, and says what is wrong with them.
struct PackNodes {
  let file: Int
  var faults: FaultList
  /// More nodes than a file has bytes come from aliases that repeat each other.
  private var nodesLeft: Int

  init(file: Int, faults: FaultList) {
    self.file = file
    self.faults = faults
    nodesLeft = faults.files[file].text.utf8.count + 1
  }

  /// A mapping's fields by key; keys that may not stand there are faults.
  mutating func fields(_ node: Node, of what: String, allowed: [String]) -> [String: Node] {
    guard let pairs = pairs(node, of: what) else { return [:] }
    var fields: [String: Node] = [:]
    for (key, value) in pairs {
      if allowed.contains(key.text) {
        fields[key.text] = value
      } else {
        let suggestion = Suggestion.nearest(to: key.text, among: allowed)
        faults.add("unknown key `\(key.text)` in \(what)", in: key, suggestion: suggestion)
      }
    }
    return fields
  }

  /// A mapping's keys and values in order; nil, with a fault, where it is none.
  mutating func pairs(_ node: Node, of what: String) -> [(key: PackText, value: Node)]? {
    guard mayRead(node) else { return nil }
    guard case .mapping(let mapping) = node else {
      faults.add("\(what) must be a mapping of keys to values", at: node, file: file)
      return nil
    }
    var pairs: [(PackText, Node)] = []
    for (key, value) in mapping {
      if let text = text(key, of: "a key") { pairs.append((text, value)) }
    }
    return pairs
  }

  mutating func pairsIfThere(_ node: Node?, of what: String) -> [(key: PackText, value: Node)] {
    guard let node else { return [] }
    return pairs(node, of: what) ?? []
  }

  mutating func itemsIfThere(_ node: Node?, of what: String) -> [Node] {
    guard let node else { return [] }
    return items(node, of: what)
  }

  mutating func items(_ node: Node, of what: String) -> [Node] {
    guard mayRead(node) else { return [] }
    guard case .sequence(let sequence) = node else {
      faults.add("\(what) must be a list", at: node, file: file)
      return []
    }
    return Array(sequence)
  }

  private mutating func mayRead(_ node: Node) -> Bool {
    nodesLeft -= 1
    if nodesLeft == 0 { faults.add("aliases make this file too large to read", at: node, file: file) }
    return nodesLeft > 0
  }

  /// A scalar's text; nil, with a fault, where the node is no scalar.
  mutating func text(_ node: Node, of what: String) -> PackText? {
    guard mayRead(node) else { return nil }
    guard case .scalar(let scalar) = node else {
      faults.add("\(what) must be a text", at: node, file: file)
      return nil
    }
    return PackText(text: scalar.string, file: file, line: scalar.mark?.line ?? 1, column: scalar.mark?.column ?? 1)
  }

  /// A text that is not empty and not `null`.
  mutating func word(_ node: Node, of what: String) -> PackText? {
    guard let text = text(node, of: what) else { return nil }
    guard !isNull(node), !text.text.isEmpty else {
      faults.add("\(what) is missing", in: text)
      return nil
    }
    return text
  }

  /// Words, and not a number or a flag that YAML takes for one.
  mutating func sentence(_ node: Node, of what: String) -> PackText? {
    guard let text = word(node, of: what), isText(node, text, of: what) else { return nil }
    return text
  }

  /// The same of a text that may be empty as well.
  mutating func phrase(_ node: Node, of what: String) -> PackText? {
    guard let text = text(node, of: what), isText(node, text, of: what) else { return nil }
    return text
  }

  private mutating func isText(_ node: Node, _ text: PackText, of what: String) -> Bool {
    switch scalar(node, of: what) {
    case .number, .flag:
      faults.add("\(what) must be a text: put it in quotation marks", in: text)
      return false
    default: return true
    }
  }

  mutating func flag(_ node: Node, of what: String) -> Bool {
    guard let text = text(node, of: what) else { return false }
    if text.text == "true" { return true }
    if text.text != "false" { faults.add("\(what) must be true or false", in: text) }
    return false
  }

  mutating func integer(_ node: Node, of what: String) -> Int {
    guard let text = text(node, of: what) else { return 0 }
    guard let number = Int(text.text) else {
      faults.add("\(what) must be a whole number", in: text)
      return 0
    }
    return number
  }

  /// Whether a plain scalar says that there is nothing.
  func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "null", "~"].contains(scalar.string)
  }

  mutating func scalar(_ node: Node, of what: String) -> PackScalar? {
    guard let text = text(node, of: what), case .scalar(let scalar) = node else { return nil }
    guard scalar.style == .plain || scalar.style == .any else { return .text(text.text) }
    if isNull(node) { return PackScalar.none }
    if text.text == "true" || text.text == "false" { return .flag(text.text == "true") }
    if isNumber(text.text), let number = Decimal(string: text.text) { return .number(number) }
    return .text(text.text)
  }

  private func isNumber(_ text: String) -> Bool {
    var digits = 0
    var dots = 0
    for (i, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E: dots += 1
      case 0x2D where i == 0: continue
      default: return false
      }
    }
    return digits > 0 && dots <= 1
  }
}
