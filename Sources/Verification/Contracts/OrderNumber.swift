// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers of orders, however they are parted.
enum OrderNumber {
  static func bare(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
