// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Lines that look like a title and are none.
extension AgreementDateReader {
  /// "… amend the Master | Agreement of 3 May 2030": running text that a line broke.
  func goesOn(_ token: Int) -> Bool {
    let before = context.sentence(of: token).lowerBound..<token
    return before.count > 6 && before.suffix(8).contains { context.isOne($0, of: "the|of|and|amend|to|under|as") }
  }
}
