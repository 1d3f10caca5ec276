// SPDX-License-Identifier: GPL-3.0-or-later
import CPoppler

/// Groups the characters of a page into words.
struct PageWords {
  /// A gap wider than this share of the glyph's height ends a word where the library wrote no space.
  static let widestGap: Float = 0.3

  private var utf8: [UInt8] = []
  private var words: [DirectedWord] = []
  // The open word.
  private var start = 0
  private var box = WordBox()
  private var first = (x: Float(0), y: Float(0))
  private var last = WordBox()
  private var glyphs = 0
  private var type = (size: Float(0), isBold: false)
  /// The last glyph that is no raised figure, and the raised figures behind it.
  private var base = WordBox()
  private var baseSize: Float = 0
  private var raised: [UInt8] = []
  /// The box without them.
  private var unraised = WordBox()
  /// The last glyph where it is a soft hyphen, which has no width where the next glyph stands on it.
  private var softHyphen: WordBox?

  /// A word and the way it runs; `turn` is nil where one character alone does not tell.
  struct DirectedWord {
    var word: PositionedWord
    var turn: QuarterTurn?
    var glyphs: Int
    /// Whether it may as well stand on its head: one upright letter, or few that run to the left.
    var isUnsure = false
  }

  static func page(_ glyphs: PageGlyphs, number: Int) -> PositionedPage {
    var grouping = PageWords()
    grouping.utf8.reserveCapacity(glyphs.text.count)
    grouping.words.reserveCapacity(glyphs.text.count / 5)
    grouping.group(glyphs)
    LetterSpacing.join(&grouping.words, &grouping.utf8)
    RaisedFigures.set(&grouping.words, &grouping.utf8)
    for note in glyphs.notes { grouping.add(note) }
    let (width, height) = (Self.size(glyphs.width), Self.size(glyphs.height))
    return PageDirections.page(grouping.words, utf8: grouping.utf8, number: number, width: width, height: height)
  }

  /// Hostile files give any size at all.
  private static func size(_ points: Double) -> Float { points.isFinite ? Float(min(max(points, 0), 100_000)) : 0 }

  private mutating func group(_ glyphs: PageGlyphs) {
    var runs = TypeRuns(glyphs.typeRuns)
    var (index, place) = (0, 0)
    while index < glyphs.text.count {
      let byte = glyphs.text[index]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(index + length, glyphs.text.count)
      let kind = byte < 0x80 ? GlyphKind(ascii: byte) : GlyphKind(glyphs.text[index..<end])
      if kind == .unplaced {
        index = end
        continue
      }
      if kind == .space {
        close()
      } else if kind != .nothing, place < glyphs.boxes.count {
        add(kind, glyphs.text[index..<end], WordBox(glyphs.boxes[place]), runs.type(at: place))
      }
      place += 1
      index = end
    }
    close()
  }

  private mutating func add(
    _ kind: GlyphKind, _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ glyph: WordBox, _ type: (size: Float, isBold: Bool)
  ) {
    guard glyph.isSane else { return }
    if kind == .softHyphen, min(glyph.x1 - glyph.x0, glyph.y1 - glyph.y0) < 0.01 { return }
    if let hyphen = softHyphen { dropIfCovered(hyphen, by: glyph) }
    if glyphs > 0, last.gap(to: glyph) > Self.widestGap * max(glyph.extent, last.extent) { close() }
    if glyphs > 0, kind == .letter, addRaised(bytes, glyph, type.size) { return }
    (base, baseSize) = (glyph, type.size)
    if glyphs == 0 {
      start = utf8.count
      box = glyph
      first = glyph.middle
      self.type = type
    } else {
      box.formUnion(glyph)
    }
    last = glyph
    glyphs += 1
    softHyphen = kind == .softHyphen ? glyph : nil
    kind.append(bytes, to: &utf8)
  }

  /// A raised figure behind the word; whether it was one. What else stands at figures tells what they are.
  private mutating func addRaised(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ glyph: WordBox, _ size: Float) -> Bool {
    if let digit = bytes.first, RaisedFigures.isDigit(digit), glyph.x0 > base.x0,
      RaisedFigures.isSmaller(size, baseSize),
      RaisedFigures.isRaised(glyph, beside: base)
    {
      if raised.isEmpty { unraised = box }
      raised.append(digit)
      RaisedFigures.append(digit, to: &utf8)
      box.formUnion(glyph)
      last = glyph
      glyphs += 1
      softHyphen = nil
      return true
    }
    if !raised.isEmpty {
      if RaisedFigures.isSlash(bytes) { partFraction() }
      raised = []
    } else if glyphs <= RaisedFigures.mostDigits, RaisedFigures.isRaised(box, beside: glyph), glyph.x0 > last.x0,
      RaisedFigures.isSmaller(type.size, size), utf8[start...].allSatisfy(RaisedFigures.isDigit),
      !RaisedFigures.isSlash(bytes)
    {
      let digits = Array(utf8[start...])
      utf8.removeSubrange(start...)
      for digit in digits { RaisedFigures.append(digit, to: &utf8) }
    }
    return false
  }

  /// The figures before a stroke are no mark but a fraction's: `2 1/2`.
  private mutating func partFraction() {
    let (figures, place, count) = (raised, last, raised.count)
    utf8.removeLast(figures.reduce(0) { $0 + (0x31...0x33 ~= $1 ? 2 : 3) })
    (box, glyphs) = (unraised, glyphs - count)
    close()
    (start, box, first, glyphs) = (utf8.count, place, place.middle, count)
    utf8 += figures
  }

  private mutating func add(_ note: iw_pdf_note) {
    let box = WordBox(note.box)
    guard box.isSane else { return }
    switch note.kind {
    case IW_PDF_NOTE_CHECKED: NoteText(box: box, size: 0).set("[X]", &words, &utf8)
    case IW_PDF_NOTE_UNCHECKED: NoteText(box: box, size: 0).set("[ ]", &words, &utf8)
    default:
      if let text = note.text { NoteText(box: box, size: note.size).set(String(cString: text), &words, &utf8) }
    }
  }

  private mutating func dropIfCovered(_ hyphen: WordBox, by glyph: WordBox) {
    guard abs(glyph.x0 - hyphen.x0) < 0.5 * (hyphen.x1 - hyphen.x0), utf8.last == 0x2D else { return }
    utf8.removeLast()
    glyphs -= 1
  }

  private mutating func close() {
    softHyphen = nil
    if !raised.isEmpty { raised = [] }
    guard glyphs > 0 else { return }
    defer { glyphs = 0 }
    guard utf8.count > start else { return }
    let word = PositionedWord(
      text: start..<utf8.count, x0: box.x0, y0: box.y0, x1: box.x1, y1: box.y1, fontSize: type.size,
      isBold: type.isBold, spaceBefore: true)
    words.append(.init(word: word, turn: turn, glyphs: glyphs, isUnsure: glyphs < 4 && last.middle.x <= first.x))
  }

  /// From the first glyph's middle to the last one's.
  private var turn: QuarterTurn? {
    let (dx, dy) = (last.middle.x - first.x, last.middle.y - first.y)
    if glyphs > 1 {
      if abs(dx) >= abs(dy) { return dx >= 0 || glyphs < 4 ? QuarterTurn.none : .around }
      return dy > 0 ? .down : .up
    }
    // A glyph's box is as high as its type and as wide as itself: upright letters are higher than wide.
    return box.y1 - box.y0 > box.x1 - box.x0 ? QuarterTurn.none : nil
  }
}

/// A box of a glyph or word in single precision.
struct WordBox {
  var x0: Float = 0, y0: Float = 0, x1: Float = 0, y1: Float = 0

  init() {}

  init(_ word: PositionedWord) { (x0, y0, x1, y1) = (word.x0, word.y0, word.x1, word.y1) }

  init(_ box: iw_pdf_box) {
    x0 = Float(min(box.x0, box.x1))
    y0 = Float(min(box.y0, box.y1))
    x1 = Float(max(box.x0, box.x1))
    y1 = Float(max(box.y0, box.y1))
  }

  /// Neither infinite nor absurd.
  var isSane: Bool { x0 > -100_000 && y0 > -100_000 && x1 < 200_000 && y1 < 200_000 && x0 <= x1 && y0 <= y1 }
  var middle: (x: Float, y: Float) { ((x0 + x1) / 2, (y0 + y1) / 2) }
  var extent: Float { max(x1 - x0, y1 - y0) }

  mutating func formUnion(_ other: WordBox) {
    x0 = min(x0, other.x0)
    y0 = min(y0, other.y0)
    x1 = max(x1, other.x1)
    y1 = max(y1, other.y1)
  }

  /// The space between two boxes, whichever way they lie; negative where they overlap.
  func gap(to other: WordBox) -> Float {
    max(max(other.x0 - x1, x0 - other.x1), max(other.y0 - y1, y0 - other.y1))
  }
}

/// Walks the runs of type along with the glyphs.
private struct TypeRuns {
  private let runs: UnsafeBufferPointer<iw_pdf_type_run>
  private var index = 0

  init(_ runs: UnsafeBufferPointer<iw_pdf_type_run>) { self.runs = runs }

  mutating func type(at place: Int) -> (size: Float, isBold: Bool) {
    while index < runs.count, Int(runs[index].last) < place { index += 1 }
    guard index < runs.count, Int(runs[index].first) <= place else { return (0, false) }
    let size = runs[index].size
    return (size > 0 && size < 10_000 ? size : 0, runs[index].is_bold)
  }
}
