// SPDX-License-Identifier: GPL-3.0-or-later

/// A word on a page, in points from the top left corner of the page as it is read.
struct PositionedWord {
  /// Byte range into the page's `utf8`.
  var text: Range<Int>
  var x0: Float, y0: Float, x1: Float, y1: Float
  /// In points; 0 where it is not known.
  var fontSize: Float
  var isBold: Bool
  /// False where the word touches the one before it on its line, as a superscript does.
  var spaceBefore: Bool
  /// Whether it is set with space between its letters: the spaces around it are wide then.
  var isSpaced = false
}

/// A page as a reader of its format hands it to the layout: words with places, in no order.
struct PositionedPage {
  /// One-based.
  var number: Int
  /// Of the page as it is shown.
  var width: Float, height: Float
  /// What the words' ranges point into.
  var utf8: [UInt8]
  /// Words that run as most of the page does, turned upright.
  var words: [PositionedWord]
  /// How the words were turned.
  var turn = QuarterTurn.none
  /// Words that run another way (a stamp along the margin), turned upright, each way a piece of its own.
  var asides: [(turn: QuarterTurn, words: [PositionedWord])] = []
  /// Whether an image fills the page, with next to no text on it.
  var isImage = false

  /// Height of the page turned so that its text is upright.
  var uprightHeight: Float { turn == .none || turn == .around ? height : width }
}

/// The direction in which text runs on a page as it is shown.
enum QuarterTurn: Int {
  /// To the right, down, to the left, up.
  case none, down, around, up
}

/// Where turned words stand on the page as it is shown.
struct PageTurn {
  var turn = QuarterTurn.none
  var width: Float = 0, height: Float = 0

  /// The box on the page as it is shown of a box on the page turned upright.
  func shown(_ x0: Float, _ y0: Float, _ x1: Float, _ y1: Float) -> (x0: Float, y0: Float, x1: Float, y1: Float) {
    switch turn {
    case .none: (x0, y0, x1, y1)
    case .down: (width - y1, x0, width - y0, x1)
    case .around: (width - x1, height - y1, width - x0, height - y0)
    case .up: (y0, height - x1, y1, height - x0)
    }
  }

  /// The box on the page turned upright of a box on the page as it is shown.
  func upright(_ x0: Float, _ y0: Float, _ x1: Float, _ y1: Float) -> (x0: Float, y0: Float, x1: Float, y1: Float) {
    switch turn {
    case .none: (x0, y0, x1, y1)
    case .down: (y0, width - x1, y1, width - x0)
    case .around: (width - x1, height - y1, width - x0, height - y0)
    case .up: (height - y1, x0, height - y0, x1)
    }
  }
}
