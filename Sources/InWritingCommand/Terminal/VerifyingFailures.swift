// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

extension ExitCode {
  /// A promise did not land; something was dropped or weakened.
  static let notLanded = ExitCode(1)
}

/// As `withFailuresReported`, with the errors of promises files, trackers and contracts besides.
/// `path` is the file that promises or a tracker's rows come from.
func withVerifyingFailuresReported(_ path: String?, _ body: () throws -> ExitCode) throws {
  let prefix = path.map { ($0 == "-" ? "standard input" : $0) + ": " } ?? ""
  try withFailuresReported {
    do {
      return try body()
    } catch let error as PromiseFileError {
      StandardOutput.note(prefix + error.description)
    } catch let error as NoContractError {
      StandardOutput.note(error.description)
    } catch let error as UsageFileError {
      StandardOutput.note(prefix + error.description)
    }
    return .unreadDocument
  }
}
