// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output and standard error.
enum StandardOutput {
  /// A reader that has seen enough is no fault: writing then fails with an error instead of a signal.
  static func keepBrokenPipesQuiet() { signal(SIGPIPE, SIG_IGN) }

  static func write(_ bytes: [UInt8]) throws(OutputError) {
    let number = FileWriting.write(bytes, descriptor: 1)
    if number != 0 { throw OutputError(path: "standard output", number: number) }
  }

  static func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// A line on standard error.
  static func note(_ text: String) { _ = FileWriting.write(Array("inwriting: \(text)\n".utf8), descriptor: 2) }

  /// Lines on standard error, as they are.
  static func noteAsIs(_ text: String) { _ = FileWriting.write(Array("\(text)\n".utf8), descriptor: 2) }
}
