// SPDX-License-Identifier: GPL-3.0-or-later

/// A small PDF written by a test, object by object.
struct PDFSketch {
  private(set) var objects: [String] = []
  var trailer = ""
  /// Further entries of the catalog.
  var catalog = ""
  private var pages: [Int] = []

  static let fontNumber = 3

  /// Objects 1 to 3 are the catalog, the page tree and the font.
  init(font: String = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>") {
    objects = ["", "", font]
  }

  /// Adds an object and gives its number.
  @discardableResult mutating func add(_ object: String) -> Int {
    objects.append(object)
    return objects.count
  }

  @discardableResult mutating func add(stream: String, _ entries: String = "") -> Int {
    add("<</Length \(stream.utf8.count)\(entries)>>\nstream\n\(stream)\nendstream")
  }

  /// Adds a page of 600 by 800 points with this content.
  mutating func page(_ content: String, _ entries: String = "", fonts: String = "", resources: String = "") {
    let stream = add(stream: content)
    pages.append(
      add(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents \(stream) 0 R"
          + "/Resources<</Font<</F 3 0 R\(fonts)>>\(resources)>>\(entries)>>"))
  }

  /// A line of text with its baseline at this height from the bottom.
  static func line(_ text: String, x: Int = 72, y: Int = 700, size: Int = 12) -> String {
    "BT /F \(size) Tf \(x) \(y) Td (\(text)) Tj ET\n"
  }

  var bytes: [UInt8] {
    var all = objects
    all[0] = "<</Type/Catalog/Pages 2 0 R\(catalog)>>"
    all[1] = "<</Type/Pages/Kids[\(pages.map { "\($0) 0 R" }.joined(separator: " "))]/Count \(pages.count)>>"
    var file = "%PDF-1.7\n"
    var offsets: [Int] = []
    for (index, object) in all.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(all.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      file += String(repeating: "0", count: 10 - digits.utf8.count) + digits + " 00000 n \n"
    }
    file += "trailer\n<</Size \(all.count + 1)/Root 1 0 R\(trailer)>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }
}
