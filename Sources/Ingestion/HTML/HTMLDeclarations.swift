// SPDX-License-Identifier: GPL-3.0-or-later

/// What style declarations say of an element, as far as reading needs it; nil where they say nothing.
struct HTMLDeclarations {
  enum Display { case absent, inline, cell, block, flex, grid }
  enum WhiteSpace { case collapse, lines, all }
  enum TypeSize { case tiny, absolute, relative }
  enum Marker { case unmarked, bullet, decimal, lowerLetter, upperLetter, lowerRoman, upperRoman }

  var display: Display?
  var isVisible: Bool?
  var isStruck: Bool?
  var typeSize: TypeSize?
  /// Fully transparent, moved off the page, or clipped to nothing.
  var isOutOfSight: Bool?
  var isBold: Bool?
  var whiteSpace: WhiteSpace?
  var marker: Marker?
  /// Points.
  var indent: Float?
  /// Flexible boxes below each other.
  var isColumn: Bool?
  /// How many columns a grid has.
  var tracks: Int?
  private var position: Bool?, offset: Bool?, noHeight: Bool?, clipped: Bool?

  var isEmpty: Bool {
    display == nil && isVisible == nil && isStruck == nil && typeSize == nil && isOutOfSight == nil && isBold == nil
      && whiteSpace == nil && marker == nil && indent == nil && position == nil && offset == nil && noHeight == nil
      && clipped == nil && isColumn == nil && tracks == nil
  }

  /// Whether all in it is out of sight, whatever it says itself.
  var hidesAll: Bool {
    display == .absent || isOutOfSight == true || (position == true && offset == true)
      || (noHeight == true && clipped == true)
  }

  /// Takes over what `other` says.
  mutating func apply(_ other: HTMLDeclarations) {
    display = other.display ?? display
    isVisible = other.isVisible ?? isVisible
    isStruck = other.isStruck ?? isStruck
    typeSize = other.typeSize ?? typeSize
    isOutOfSight = other.isOutOfSight ?? isOutOfSight
    isBold = other.isBold ?? isBold
    whiteSpace = other.whiteSpace ?? whiteSpace
    marker = other.marker ?? marker
    indent = other.indent ?? indent
    isColumn = other.isColumn ?? isColumn
    tracks = other.tracks ?? tracks
    position = other.position ?? position
    offset = other.offset ?? offset
    noHeight = other.noHeight ?? noHeight
    clipped = other.clipped ?? clipped
  }

  /// Reads `name: value; …`; declarations marked important come apart.
  static func read(_ css: ArraySlice<UInt8>) -> (normal: HTMLDeclarations, important: HTMLDeclarations) {
    var (normal, important) = (HTMLDeclarations(), HTMLDeclarations())
    for declaration in css.split(separator: 0x3B) {
      guard let colon = declaration.firstIndex(of: 0x3A), declaration.count < 2000 else { continue }
      let name = word(declaration[..<colon])
      var value = word(declaration[(colon + 1)...])
      if let mark = value.utf8.lastIndex(of: 0x21), value[mark...].dropFirst().drop(while: { $0 == " " }) == "important"
      {
        value = word(Array(value.utf8[..<mark])[...])
        important.set(name, value)
      } else {
        normal.set(name, value)
      }
    }
    return (normal, important)
  }

  /// Lower case, outer spaces and comments off.
  private static func word(_ bytes: ArraySlice<UInt8>) -> String {
    let isSpace = HTMLPreparation.isSpace
    let end = (bytes.lastIndex { !isSpace($0) } ?? bytes.startIndex - 1) + 1
    return String(decoding: bytes[..<end].drop { isSpace($0) }.map(HTMLPreparation.lower), as: UTF8.self)
  }

  private mutating func set(_ name: String, _ value: String) {
    switch name {
    case "display": display = Self.display(value)
    case "visibility": isVisible = value == "inherit" ? nil : value == "visible"
    case "text-decoration", "text-decoration-line":
      isStruck = value.split(separator: " ").contains("line-through")
    case "font-size": typeSize = Self.typeSize(value)
    case "opacity": isOutOfSight = Self.length(value).map { $0.value <= 0.02 } ?? isOutOfSight
    case "color": if value == "transparent" { isOutOfSight = true }
    case "mso-hide": isOutOfSight = value == "all" ? true : isOutOfSight
    case "font-weight": isBold = value.hasPrefix("bold") || (Int(value).map { $0 >= 600 } ?? false)
    case "white-space": whiteSpace = Self.whiteSpace(value)
    case "list-style", "list-style-type": setMarker(value)
    default: setPlace(name, value)
    }
  }

  private mutating func setPlace(_ name: String, _ value: String) {
    switch name {
    case "flex-direction", "flex-flow": isColumn = value.hasPrefix("column")
    case "grid-template-columns": tracks = HTMLRows.tracks(value)
    case "margin-left", "padding-left", "text-indent": setIndent(name, value)
    case "position": position = value == "absolute" || value == "fixed"
    case "left", "top", "right":
      if let points = Self.length(value)?.points, points <= -700 { offset = true }
    case "height", "max-height", "width", "max-width":
      noHeight = (Self.length(value)?.points).map { $0 <= 1 } ?? noHeight
    case "overflow", "overflow-x", "overflow-y": clipped = value.hasPrefix("hidden") || value.hasPrefix("clip")
    case "clip", "clip-path":
      if value.contains("rect(0") || value.contains("rect(1px") || value.contains("inset(100%")
        || value.contains("inset(50%")
      {
        isOutOfSight = true
      }
    default: break
    }
  }

  private mutating func setIndent(_ name: String, _ value: String) {
    guard let points = Self.length(value)?.points else { return }
    if name == "text-indent", points <= -700 { isOutOfSight = true }
    if name != "text-indent" { indent = (indent ?? 0) + min(max(points, 0), 1000) }
  }

  private mutating func setMarker(_ value: String) {
    for word in value.split(separator: " ") {
      switch word {
      case "none": marker = .unmarked
      case "disc", "circle", "square": marker = .bullet
      case "decimal", "decimal-leading-zero": marker = .decimal
      case "lower-alpha", "lower-latin": marker = .lowerLetter
      case "upper-alpha", "upper-latin": marker = .upperLetter
      case "lower-roman": marker = .lowerRoman
      case "upper-roman": marker = .upperRoman
      default: break
      }
    }
  }

  // MARK: Values

  private static func display(_ value: String) -> Display? {
    switch value {
    case "none": .absent
    case "inline", "contents", "ruby": .inline
    case "inline-block", "table-cell", "inline-table": .cell
    case "inherit", "initial", "unset", "revert", "": nil
    case "flex", "inline-flex", "-webkit-box", "-ms-flexbox": .flex
    case "grid", "inline-grid": .grid
    default: .block
    }
  }

  private static func whiteSpace(_ value: String) -> WhiteSpace? {
    switch value {
    case "pre", "pre-wrap", "break-spaces": .all
    case "pre-line": .lines
    case "normal", "nowrap": .collapse
    default: nil
    }
  }

  private static func typeSize(_ value: String) -> TypeSize? {
    guard let length = length(value) else { return value == "inherit" ? nil : .absolute }
    if length.value <= 0 { return .tiny }
    if let points = length.points { return points <= 0.8 ? .tiny : .absolute }
    return .relative
  }

  /// A number with its unit; `points` where the unit is one of length.
  private static func length(_ value: String) -> (value: Double, points: Float?)? {
    let number = value.utf8.prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B }
    guard let amount = Double(String(decoding: number, as: UTF8.self)) else { return nil }
    switch String(decoding: value.utf8.dropFirst(number.count), as: UTF8.self) {
    case "pt": return (amount, Float(amount))
    case "px": return (amount, Float(amount * 0.75))
    case "in": return (amount, Float(amount * 72))
    case "cm": return (amount, Float(amount * 28.35))
    case "mm": return (amount, Float(amount * 2.835))
    case "pc": return (amount, Float(amount * 12))
    case "em", "rem": return (amount, amount == 0 ? 0 : amount < 0 || amount > 3 ? Float(amount * 12) : nil)
    case "": return (amount, amount == 0 ? 0 : nil)
    default: return (amount, nil)
    }
  }
}
