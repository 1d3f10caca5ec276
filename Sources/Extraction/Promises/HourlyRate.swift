// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// "5,000 calls per hour": as many a day as the hours of a day make of it, for no contract's amount is kept by the hour.
struct HourlyRate {
  let context: DocumentContext

  /// The words that say it, behind the amount or what it counts; nil where none do.
  var tokens: Range<Int>? {
    for token in 0..<max(0, context.stream.count - 1) {
      switch context.folded(token) {
      case "per", "/", "an", "each", "every":
        if context.folded(token + 1) == "hour" { return token..<(token + 2) }
      case "hourly": return token..<(token + 1)
      default: continue
      }
    }
    return nil
  }

  /// Gives an amount without a period that is said by the hour that of a day.
  func settle(_ quantity: inout Quantity?) {
    guard let amount = quantity?.amount, quantity?.per == nil || quantity?.per == "hour", tokens != nil else { return }
    quantity?.amount = amount * 24
    quantity?.per = "day"
  }
}
