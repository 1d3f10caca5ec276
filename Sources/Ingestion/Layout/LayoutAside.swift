// SPDX-License-Identifier: GPL-3.0-or-later

/// Text that runs another way than its page: a stamp along the margin, a turned table.
struct LayoutAside {
  var turn: QuarterTurn
  var rows: [LayoutRow]
  /// Stamped on several pages.
  var isFurniture = false

  /// For each page its asides; what stands on two pages and more, numbers aside, is furniture.
  static func asides(of pages: [PositionedPage]) -> [[LayoutAside]] {
    var seen: [[UInt8]: Int] = [:]
    func text(_ aside: LayoutAside, _ page: PositionedPage) -> [UInt8] {
      Furniture.normalised(aside.rows.flatMap { $0.words.flatMap { page.utf8[$0.text] } })
    }
    var result = pages.map { page in
      page.asides.map { LayoutAside(turn: $0.turn, rows: RowClustering.rows(of: $0.words)) }
    }
    for (page, asides) in zip(pages, result) {
      for aside in asides { seen[text(aside, page), default: 0] += 1 }
    }
    for index in result.indices {
      for number in result[index].indices {
        let text = text(result[index][number], pages[index])
        result[index][number].isFurniture = text.count < 200 && (seen[text] ?? 0) > 1
      }
    }
    return result
  }
}
