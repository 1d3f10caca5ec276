// SPDX-License-Identifier: GPL-3.0-or-later

/// The rules of a document's `style` blocks that reading needs: those on names, classes and ids, also below others.
struct HTMLStyleSheet {
  /// A part of a selector for one element: `td.r#total`.
  struct Compound {
    var tag: HTMLTag?
    var id: String?
    var classes: [String] = []
  }

  struct Rule {
    /// From the element itself outwards; the second part tells whether the one after must be the parent.
    var compounds: [(compound: Compound, isParent: Bool)]
    var specificity: Int
    var order: Int
    var isImportant: Bool
    var declarations: HTMLDeclarations
  }

  private(set) var rules: [Rule] = []
  /// Rules by what their innermost part needs.
  private(set) var byClass: [String: [Int]] = [:]
  private(set) var byID: [String: [Int]] = [:]
  private(set) var byTag: [HTMLTag: [Int]] = [:]
  private(set) var universal: [Int] = []
  private static let mostRules = 20_000

  var isEmpty: Bool { rules.isEmpty }

  /// Adds the rules of one block.
  mutating func add(_ css: ArraySlice<UInt8>) {
    let bytes = Self.withoutComments(css)
    var index = 0
    // Blocks that are open, and whether what stands in them counts.
    var open: [Bool] = []
    while index < bytes.count, rules.count < Self.mostRules {
      let start = index
      while index < bytes.count, bytes[index] != 0x7B, bytes[index] != 0x7D, bytes[index] != 0x3B { index += 1 }
      guard index < bytes.count else { return }
      let prelude = bytes[start..<index].drop { HTMLPreparation.isSpace($0) }
      let mark = bytes[index]
      index += 1
      if mark == 0x7D {
        _ = open.popLast()
      } else if mark == 0x7B {
        if prelude.first == 0x40, Self.holdsRules(prelude) {
          open.append((open.last ?? true) && Self.appliesToScreen(prelude))
        } else {
          let end = bytes[index...].firstIndex(of: 0x7D) ?? bytes.count
          if prelude.first != 0x40, open.last ?? true { addRules(prelude, bytes[index..<end]) }
          index = min(end + 1, bytes.count)
        }
      }
    }
  }

  private static func withoutComments(_ css: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(css.count)
    var index = css.startIndex
    while index < css.endIndex {
      let byte = css[index]
      let next = index + 1 < css.endIndex ? css[index + 1] : 0
      if byte == 0x2F, next == 0x2A {
        index += 2
        while index < css.endIndex, !(css[index] == 0x2F && css[index - 1] == 0x2A) { index += 1 }
        index += 1
      } else if byte == 0x3C && next == 0x21
        || byte == 0x2D && next == 0x2D && index + 2 < css.endIndex && css[index + 2] == 0x3E
      {
        // "<!--" and "-->" around old style blocks.
        while index < css.endIndex, css[index] == 0x3C || css[index] == 0x21 || css[index] == 0x2D || css[index] == 0x3E
        {
          index += 1
        }
      } else {
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  private static func holdsRules(_ prelude: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: prelude.prefix(16).map(HTMLPreparation.lower), as: UTF8.self)
    return name.hasPrefix("@media") || name.hasPrefix("@supports") || name.hasPrefix("@layer")
  }

  /// Rules for narrow screens, or for paper alone, say nothing of what is read.
  private static func appliesToScreen(_ prelude: ArraySlice<UInt8>) -> Bool {
    let query = String(decoding: prelude.prefix(200).map(HTMLPreparation.lower), as: UTF8.self)
    guard query.hasPrefix("@media") else { return query.hasPrefix("@layer") }
    return !query.contains("(") && (query.contains("screen") || query.contains("all")) && !query.contains("not ")
  }

  private mutating func addRules(_ selectors: ArraySlice<UInt8>, _ body: ArraySlice<UInt8>) {
    let (normal, important) = HTMLDeclarations.read(body)
    for (declarations, isImportant) in [(normal, false), (important, true)] where !declarations.isEmpty {
      for selector in selectors.split(separator: 0x2C) {
        guard let (compounds, specificity) = HTMLSelector.read(selector), let first = compounds.first else { continue }
        let number = rules.count
        rules.append(
          .init(
            compounds: compounds, specificity: specificity, order: number, isImportant: isImportant,
            declarations: declarations))
        if let id = first.compound.id {
          byID[id, default: []].append(number)
        } else if let name = first.compound.classes.first {
          byClass[name, default: []].append(number)
        } else if let tag = first.compound.tag {
          byTag[tag, default: []].append(number)
        } else {
          universal.append(number)
        }
      }
    }
  }
}

/// Reads selectors of names, classes, ids, and of elements below others.
enum HTMLSelector {
  /// The parts from the element outwards; nil for selectors that say more than is understood here.
  static func read(
    _ text: ArraySlice<UInt8>
  ) -> (compounds: [(compound: HTMLStyleSheet.Compound, isParent: Bool)], specificity: Int)? {
    guard text.count < 300 else { return nil }
    var result: [(compound: HTMLStyleSheet.Compound, isParent: Bool)] = []
    var specificity = 0
    var isParent = false
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if HTMLPreparation.isSpace(byte) {
        index += 1
      } else if byte == 0x3E {
        isParent = true
        index += 1
      } else {
        guard let compound = compound(text, &index, &specificity) else { return nil }
        result.append((compound, isParent))
        isParent = false
      }
    }
    guard !result.isEmpty, result.count <= 8 else { return nil }
    // "a > b": the mark stands at b, and says so of a.
    return (result.reversed(), specificity)
  }

  private static func compound(
    _ text: ArraySlice<UInt8>, _ index: inout Int, _ specificity: inout Int
  ) -> HTMLStyleSheet.Compound? {
    var result = HTMLStyleSheet.Compound()
    let start = index
    while index < text.endIndex, !HTMLPreparation.isSpace(text[index]), text[index] != 0x3E {
      let mark = text[index]
      if mark == 0x2A {
        index += 1
        continue
      }
      if mark == 0x2E || mark == 0x23 { index += 1 }
      let name = name(text, &index)
      guard !name.isEmpty else { return nil }
      switch mark {
      case 0x2E:
        result.classes.append(name)
        specificity += 100
      case 0x23:
        result.id = name
        specificity += 10_000
      default:
        guard let tag = HTMLTag.named(name.lowercased()) else { return nil }
        result.tag = tag
        specificity += 1
      }
    }
    return index > start ? result : nil
  }

  private static func name(_ text: ArraySlice<UInt8>, _ index: inout Int) -> String {
    var name: [UInt8] = []
    while index < text.endIndex {
      var byte = text[index]
      if byte == 0x5C, index + 1 < text.endIndex {
        index += 1
        byte = text[index]
      } else if !(HTMLPreparation.isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D || byte == 0x5F
        || byte >= 0x80)
      {
        break
      }
      name.append(byte)
      index += 1
    }
    return String(decoding: name, as: UTF8.self)
  }
}
