// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One line of a terminal that says how far a batch is, drawn anew a few times a second and gone at the end.
public final class ProgressLine: Sendable {
  private let descriptor: Int32
  private let width: Int
  private let last: Mutex<ContinuousClock.Instant?>
  private static let interval = Duration.milliseconds(80)

  /// Draws on standard error. Nil where that is no terminal.
  public init?(width: Int) {
    guard isatty(2) == 1 else { return nil }
    descriptor = 2
    self.width = width
    last = Mutex(nil)
  }

  /// Shows the state, unless another was shown just before.
  public func show(_ progress: BatchProgress) {
    let now = ContinuousClock.now
    let isDue = last.withLock { last in
      if let shown = last, shown.duration(to: now) < Self.interval { return false }
      last = now
      return true
    }
    if isDue { draw(Self.text(progress, width: width)) }
  }

  /// Removes the line.
  public func end() { draw("") }

  static func text(_ progress: BatchProgress, width: Int) -> String {
    let state = "\(progress.done)/\(progress.total) "
    let room = max(0, width - 1 - state.utf8.count)
    // File names may hold controls that a terminal would obey.
    let path = progress.path.unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? "?" : $0 }
    // The end of a path tells more than its beginning.
    var shown = String.UnicodeScalarView()
    if path.count > room {
      shown.append("…")
      shown.append(contentsOf: path.suffix(max(0, room - 1)))
    } else {
      shown.append(contentsOf: path)
    }
    return state + String(shown)
  }

  private func draw(_ text: String) {
    let bytes = Array("\r\u{1B}[K\(text)".utf8)
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
  }
}
