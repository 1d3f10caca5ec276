// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// The look of tables for people.
public struct TableStyle: Sendable {
  /// Columns of the terminal; at least 20 are used.
  public var width: Int
  /// Whether control sequences of ECMA-48 colour the text.
  public var isColoured: Bool
  /// The day from which expiries count.
  public var today: CalendarDate

  /// Plain text in 120 columns unless something else is said; a smaller width than 20 counts as 20.
  public init(width: Int = 120, isColoured: Bool = false, today: CalendarDate) {
    self.width = max(20, width)
    self.isColoured = isColoured
    self.today = today
  }
}

/// How a piece of text stands out where the style is coloured.
package enum Emphasis: Sendable {
  case none, strong, faint, good, warning, bad

  /// The text in this emphasis. Width and content do not change.
  package func applied(to text: String, _ isColoured: Bool) -> String {
    guard isColoured, !text.isEmpty, let code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private var code: String? {
    switch self {
    case .none: nil
    case .strong: "1"
    case .faint: "2"
    case .good: "32"
    case .warning: "33"
    case .bad: "31"
    }
  }
}

extension TableStyle {
  /// Text over as many lines as it needs, each indented and with its line break.
  package func paragraph(_ text: String, _ emphasis: Emphasis = .none, indent: Int = 0) -> String {
    let spaces = String(repeating: " ", count: indent)
    return TextWrap.lines(DisplayWidth.printable(text), width: max(1, width - indent))
      .map { spaces + emphasis.applied(to: $0, isColoured) + "\n" }.joined()
  }
}
