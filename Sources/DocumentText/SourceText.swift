// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// The one text of a document, made once and never changed, whatever its format. All ranges are byte offsets into
/// `utf8`. What a person would not read is not in it; page furniture is in it, marked, so that rules pass over it.
///
/// Layout of the buffer, the same for all formats:
/// - reading order: on a two-column page the left column comes whole before the right one;
/// - a line ends with `\n`; blocks (paragraphs, list items, headings, table rows) are separated by a line of their own
///   (`\n\n`), rows of one table by a single `\n`; pages by `\u{0C}` standing alone between two `\n`;
/// - a table row is one line: its cells in column order separated by one `\t`, an empty cell being empty; the lines of
///   a multi-line cell are joined by a space. Wide gaps in a line that is no table's are a `\t` too;
/// - no other control characters; non-breaking and other wide or thin spaces are kept as they are (they matter in
///   numbers), soft hyphens and zero-width characters are gone, ligatures are spelled out, runs of spaces are one.
public struct SourceText: Sendable {
  /// Valid UTF-8, as the layout above has it.
  public var utf8: [UInt8]
  /// In order; at least one where there is text.
  public var pages: [SourcePage]
  /// In buffer order, not overlapping, covering all text but separators.
  public var lines: [SourceLine]
  /// In buffer order, not overlapping. Every non-furniture line belongs to exactly one block.
  public var blocks: [SourceBlock]
  /// In the order of their first rows; blocks name them by index.
  public var tables: [SourceTable]
  /// Words with their boxes, in buffer order; empty where the format has no geometry.
  public var words: [SourceWord]
  /// Byte ranges that matching skips inside a word: the hyphen and line break of a word hyphenated over a line.
  /// In order. `Sup-\nplier` has the range of `-\n`.
  public var joins: [Range<Int>]
  /// What could not be read, in no particular order; empty for a sound document.
  public var problems: [Problem]
  /// Digital signature fields of a PDF form.
  public var signatureFields: [SignatureField]

  /// A text whose parts fit together: the caller answers for the ranges.
  public init(
    utf8: [UInt8] = [], pages: [SourcePage] = [], lines: [SourceLine] = [], blocks: [SourceBlock] = [],
    tables: [SourceTable] = [], words: [SourceWord] = [], joins: [Range<Int>] = [], problems: [Problem] = [],
    signatureFields: [SignatureField] = []
  ) {
    self.utf8 = utf8
    self.pages = pages
    self.lines = lines
    self.blocks = blocks
    self.tables = tables
    self.words = words
    self.joins = joins
    self.problems = problems
    self.signatureFields = signatureFields
  }

  /// The text of a byte range, as it stands in the buffer.
  public func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
}

/// One page. HTML has a single one, plain text those between its form feeds.
public struct SourcePage: Sendable {
  /// One-based.
  public var number: Int
  /// Bytes from its first line to its last.
  public var range: Range<Int>
  /// Points; 0 where the format has no pages of a size.
  public var width: Double, height: Double
  /// `width` and `height` in points; left out where the format has no pages of a size.
  public init(number: Int, range: Range<Int>, width: Double = 0, height: Double = 0) {
    self.number = number
    self.range = range
    self.width = width
    self.height = height
  }
}

/// One line as it was set.
public struct SourceLine: Sendable {
  /// Without the line break.
  public var range: Range<Int>
  /// One-based.
  public var page: Int
  /// A running head or foot, page number or envelope id: rules pass over it.
  public var isFurniture: Bool
  /// Nil where the format has no geometry.
  public var box: Box?
  /// A line; `page` is one-based.
  public init(range: Range<Int>, page: Int, isFurniture: Bool = false, box: Box? = nil) {
    self.range = range
    self.page = page
    self.isFurniture = isFurniture
    self.box = box
  }
}

/// A paragraph, heading, list item or table row.
public struct SourceBlock: Sendable {
  /// What a block is.
  public enum Role: Sendable, Hashable {
    /// `level` 1 is the outermost; from markup, or from numbering, type size and weight.
    case heading(level: Int)
    case paragraph
    /// A numbered, lettered or bulleted item; `level` 1 is the outermost (by numbering depth or indent).
    case listItem(level: Int)
    /// One row of `tables[table]`.
    case tableRow(table: Int, row: Int)
  }
  /// What the block is, and for a table row which.
  public var role: Role
  /// From its first line's start to its last line's end; furniture lines may stand between.
  public var range: Range<Int>
  /// The item's or heading's own label without the text after it: `4.2`, `(a)`, `R 1`, `•`; nil where it has none.
  public var label: Range<Int>?
  /// Where it begins; one-based.
  public var page: Int
  /// A block; `page` is one-based.
  public init(role: Role, range: Range<Int>, label: Range<Int>? = nil, page: Int) {
    self.role = role
    self.range = range
    self.label = label
    self.page = page
  }
}

/// A table, with all its rows over all its pages.
public struct SourceTable: Sendable {
  /// How many of the first rows are headers: 0 for a table of labels and values.
  public var headerRows: Int
  /// How many, those of the widest row.
  public var columns: Int
  /// Header rows first, then all others in reading order.
  public var rows: [SourceRow]
  /// A table; every row's cells stand within `columns`.
  public init(headerRows: Int, columns: Int, rows: [SourceRow]) {
    self.headerRows = headerRows
    self.columns = columns
    self.rows = rows
  }
}

/// One row of a table.
public struct SourceRow: Sendable {
  /// In column order.
  public var cells: [SourceCell]
  /// One-based.
  public var page: Int
  /// A header that was repeated on a further page: there once more in the text, no row of values.
  public var isRepeatedHeader: Bool
  /// A row; `page` is one-based.
  public init(cells: [SourceCell], page: Int, isRepeatedHeader: Bool = false) {
    self.cells = cells
    self.page = page
    self.isRepeatedHeader = isRepeatedHeader
  }
}

/// One cell.
public struct SourceCell: Sendable {
  /// Empty where the cell is. A cell that spans rows has its text in the first of them; see `spannedFrom`.
  public var range: Range<Int>
  /// Zero-based first column.
  public var column: Int
  /// One or more.
  public var columnSpan: Int
  /// For a row below the first of a row-spanning cell: the range of that cell's text (the cell itself is empty here).
  public var spannedFrom: Range<Int>?
  /// A cell; `column` is zero-based.
  public init(range: Range<Int>, column: Int, columnSpan: Int = 1, spannedFrom: Range<Int>? = nil) {
    self.range = range
    self.column = column
    self.columnSpan = columnSpan
    self.spannedFrom = spannedFrom
  }
}

/// One word with its box, in little room: a document has many.
public struct SourceWord: Sendable {
  /// Byte offsets.
  public var start: Int32, end: Int32
  /// Left, top, right, bottom, in points from the page's top left corner.
  public var x0: Float, y0: Float, x1: Float, y1: Float
  /// A word; bytes into the buffer, points on its page.
  public init(start: Int32, end: Int32, x0: Float, y0: Float, x1: Float, y1: Float) {
    self.start = start
    self.end = end
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }
}

/// A digital signature field of a PDF form.
public struct SignatureField: Hashable, Sendable {
  /// The field's own name in the form; nil where it has none.
  public var name: String?
  /// Whether a signature was put into it; not whether that is valid, which nobody checks here.
  public var isSigned: Bool
  /// Who the signature says has signed.
  public var signer: String?
  /// The day that the signature says.
  public var date: CalendarDate?
  /// One-based.
  public var page: Int
  /// A field as the form has it.
  public init(name: String?, isSigned: Bool, signer: String?, date: CalendarDate?, page: Int) {
    self.name = name
    self.isSigned = isSigned
    self.signer = signer
    self.date = date
    self.page = page
  }
}
