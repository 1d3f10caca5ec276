// SPDX-License-Identifier: GPL-3.0-or-later

/// Turns words that run down or up the page upright.
enum PageDirections {
  static func page(
    _ words: [PageWords.DirectedWord], utf8: [UInt8], number: Int, width: Float, height: Float
  ) -> PositionedPage {
    var page = PositionedPage(number: number, width: width, height: height, utf8: utf8, words: [])
    var glyphs = [0, 0, 0, 0]
    var unsure = 0
    for word in words {
      guard let turn = word.turn else { continue }
      glyphs[turn.rawValue] += word.glyphs
      if word.isUnsure, turn == .none { unsure += word.glyphs }
    }
    // Short words of a page on its head run as its long ones do.
    let isAround = glyphs[QuarterTurn.around.rawValue] > glyphs[0] - unsure
    if isAround {
      glyphs[QuarterTurn.around.rawValue] += unsure
      glyphs[0] -= unsure
    }
    var ways: [[PositionedWord]] = [[], [], [], []]
    ways[0].reserveCapacity(words.count)
    var last = QuarterTurn.none
    for word in words {
      // What lies outside of the page as it is shown nobody reads.
      let (x, y) = ((word.word.x0 + word.word.x1) / 2, (word.word.y0 + word.word.y1) / 2)
      guard x > -1, y > -1, x < width + 1, y < height + 1 else { continue }
      last = isAround && word.isUnsure && word.turn == QuarterTurn.none ? .around : word.turn ?? last
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

  private static func upright(
    _ word: PositionedWord, _ turn: QuarterTurn, _ width: Float, _ height: Float
  ) -> PositionedWord {
    guard turn != .none else { return word }
    var word = word
    (word.x0, word.y0, word.x1, word.y1) = PageTurn(turn: turn, width: width, height: height)
      .upright(word.x0, word.y0, word.x1, word.y1)
    return word
  }
}
