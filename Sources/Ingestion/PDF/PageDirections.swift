// SPDX-License-Identifier: GPL-3.0-or-later

/// Turns words that run down or up the page upright.
enum PageDirections {
  static func page(
    _ words: [PageWords.DirectedWord], utf8: [UInt8], number: Int, width: Float, height: Float
  ) -> PositionedPage {
    var page = PositionedPage(number: number, width: width, height: height, utf8: utf8, words: [])
    var glyphs = [0, 0, 0, 0]
    for word in words { if let turn = word.turn { glyphs[turn.rawValue] += word.glyphs } }
    var ways: [[PositionedWord]] = [[], [], [], []]
    ways[0].reserveCapacity(words.count)
    var last = QuarterTurn.none
    for word in words {
      // What lies outside of the page as it is shown nobody reads.
      let (x, y) = ((word.word.x0 + word.word.x1) / 2, (word.word.y0 + word.word.y1) / 2)
      guard x > -1, y > -1, x < width + 1, y < height + 1 else { continue }
      last = word.turn ?? last
      ways[last.rawValue].append(upright(word.word, last, width, height))
    }
    let main = glyphs.indices.max { (glyphs[$0], -$0) < (glyphs[$1], -$1) } ?? 0
    page.turn = QuarterTurn(rawValue: main) ?? .none
    page.words = ways[main]
    for way in 0..<4 where way != main && !ways[way].isEmpty {
      page.asides.append((QuarterTurn(rawValue: way) ?? .none, ways[way]))
    }
    return page
  }

  /// The word's box on the page turned so that it runs to the right.
  static func upright(_ word: PositionedWord, _ turn: QuarterTurn, _ width: Float, _ height: Float) -> PositionedWord {
    var word = word
    let (x0, y0, x1, y1) = (word.x0, word.y0, word.x1, word.y1)
    switch turn {
    case .none: break
    case .down: (word.x0, word.y0, word.x1, word.y1) = (y0, width - x1, y1, width - x0)
    case .around: (word.x0, word.y0, word.x1, word.y1) = (width - x1, height - y1, width - x0, height - y0)
    case .up: (word.x0, word.y0, word.x1, word.y1) = (height - y1, x0, height - y0, x1)
    }
    return word
  }

  /// The box on the page as it is shown of a box on the turned page.
  static func shown(
    _ box: WordBox, _ turn: QuarterTurn, _ width: Float, _ height: Float
  ) -> WordBox {
    var result = box
    switch turn {
    case .none: break
    case .down: (result.x0, result.y0, result.x1, result.y1) = (width - box.y1, box.x0, width - box.y0, box.x1)
    case .around:
      (result.x0, result.y0, result.x1, result.y1) = (width - box.x1, height - box.y1, width - box.x0, height - box.y0)
    case .up: (result.x0, result.y0, result.x1, result.y1) = (box.y0, height - box.x1, box.y1, height - box.x0)
    }
    return result
  }
}
