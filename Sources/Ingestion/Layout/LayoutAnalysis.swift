// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Makes the text of a document of the positioned words of its pages: lines, columns, tables, furniture, blocks.
enum LayoutAnalysis {
  static func sourceText(
    pages: [PositionedPage], problems: [Problem] = [], signatureFields: [SignatureField] = []
  ) -> SourceText {
    var builder = SourceTextBuilder(capacity: pages.reduce(0) { $0 + $1.utf8.count + 16 })
    var writer = LayoutWriter()
    let rows = pages.map { page in
      var rows = RowClustering.rows(of: page.words)
      RaisedOrdinals.join(&rows, page.utf8)
      rows.joinTouching(page.utf8)
      return rows
    }
    let furniture = Furniture.find(in: zip(pages, rows).map { ($0.utf8, $0.uprightHeight, $1) })
    let embedded = EmbeddedFurniture.find(in: zip(pages, rows).map { ($0.utf8, $1) }, edges: furniture)
    let asides = LayoutAside.asides(of: pages)
    for (index, page) in pages.enumerated() {
      builder.beginPage()
      writer.write(page, rows[index], furniture[index], embedded[index], asides: asides[index], into: &builder)
      builder.endPage(number: page.number, width: Double(page.width), height: Double(page.height))
      if page.isImage, !page.words.isEmpty, furniture[index].count == rows[index].count {
        // An envelope id stamped on a scan is no text of the document.
        builder.report(.init(.pageWithoutText, "The page is an image without text of its own.", page: page.number))
      }
    }
    var text = builder.finish()
    text.problems = problems + text.problems
    text.signatureFields = signatureFields
    return text
  }

  /// The elements of a page's body in reading order. Frames are numbered from `frame` on.
  static func elements(_ rows: [LayoutRow], utf8: [UInt8], frame: inout Int, depth: Int = 0) -> [LayoutElement] {
    let reader = CellReader(utf8: utf8)
    let regions = depth < 3 ? ColumnRegions(reader: reader).regions(of: rows) : [.single(rows)]
    var result: [LayoutElement] = []
    for region in regions {
      switch region {
      case .single(let rows):
        guard !rows.isEmpty else { continue }
        let labelled = LabelCuts(reader: reader).cut(
          NarrowGaps(reader: reader).cut(
            Justification.join(rows.map { joiningMark(joiningLabel($0, reader), reader) }, reader)))
        let bounds = LayoutFrame(
          id: frame, x0: rows.map(\.x0).min() ?? 0, x1: rows.map(\.x1).max() ?? 0, pitch: pitch(of: rows))
        result += TableDetection(reader: reader).elements(of: labelled, frame: bounds)
        frame += 1
      case .columns(let left, let right):
        result += elements(RowClustering.rows(of: left), utf8: utf8, frame: &frame, depth: depth + 1)
        frame += 1
        result += elements(RowClustering.rows(of: right), utf8: utf8, frame: &frame, depth: depth + 1)
        frame += 1
      }
    }
    return result
  }

  /// `1.1    This Order …` is a label and its text, no row of two cells.
  private static func joiningLabel(_ row: LayoutRow, _ reader: CellReader) -> LayoutRow {
    guard row.segments.count == 2 else { return row }
    let label = row.segments[0]
    guard label.words.count <= 2, row.segments[1].x0 - label.x0 < 9 * row.size else { return row }
    var bytes: [UInt8] = []
    for word in row.words[label.words] { bytes += reader.bytes(word) + [0x20] }
    guard let found = ListLabel.scan(bytes[...]), found.length >= bytes.count - 2 else { return row }
    var row = row
    row.joinFirstSegments()
    return row
  }

  /// `/s/` set apart from the name that it signs is no cell of its own.
  private static func joiningMark(_ row: LayoutRow, _ reader: CellReader) -> LayoutRow {
    guard row.segments.count > 1 else { return row }
    var row = row
    for index in row.segments.indices.dropLast().reversed() where row.segments[index].words.count == 1 {
      let text = reader.bytes(row.words[row.segments[index].words.lowerBound])
      if text.elementsEqual("/s/".utf8) || text.elementsEqual("/S/".utf8) { row.joinSegments(at: index) }
    }
    return row
  }

  /// The most usual distance between baselines, in half points; the smaller where two are equally usual.
  static func pitch(of rows: [LayoutRow]) -> Float {
    var counts: [Int: Int] = [:]
    for (above, below) in zip(rows, rows.dropFirst()) {
      let distance = below.y0 - above.y0
      if distance > 0.5 * below.size, distance < 3.2 * below.size { counts[Int(distance * 2 + 0.5), default: 0] += 1 }
    }
    let size = rows.first?.size ?? 10
    guard !counts.isEmpty else { return size * 1.35 }
    // Neighbouring half points are one distance.
    let best = counts.max {
      let (a, b) = ($0.value + (counts[$0.key + 1] ?? 0), $1.value + (counts[$1.key + 1] ?? 0))
      return a != b ? a < b : $0.key > $1.key
    }
    let usual = Float(best?.key ?? 0) / 2 + 0.5
    // A page of single lines far apart has no paragraph pitch; type needs no more than twice its size.
    return min(usual, 2.45 * size)
  }
}
