// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the terminal is and wants.
enum Terminal {
  static var isOutput: Bool { isatty(1) == 1 }

  /// Columns: `COLUMNS`, else those of the terminal, else 120.
  static var width: Int {
    if let named = environment("COLUMNS").flatMap({ Int($0) }), named > 0 { return named }
    var size = winsize()
    for descriptor: Int32 in [1, 2] where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 120
  }

  /// Only on a terminal that can, and where nobody objects (https://no-color.org).
  static var isColoured: Bool {
    isOutput && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// The local date.
  static var today: CalendarDate? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  /// The look of tables; `today` stands for the date where it is given.
  static func style(today given: CalendarDate? = nil) -> TableStyle {
    TableStyle(width: width, isColoured: isColoured, today: given ?? today ?? CalendarDate(dayNumber: 0))
  }

  private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
