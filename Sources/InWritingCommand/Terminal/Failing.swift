// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

extension ExitCode {
  /// A pack is wrong, or an example fails.
  static let wrongPack = ExitCode(1)
  /// At least one document could not be read.
  static let unreadDocument = ExitCode(2)
  /// Wrong usage: sysexits' EX_USAGE, as ArgumentParser has it.
  static let usage = ExitCode(64)
  /// The output could not be written: sysexits' EX_IOERR.
  static let output = ExitCode(74)
}

/// Runs a command's body; errors become one message for people and the exit code that the contract gives them.
func withFailuresReported(_ body: () throws -> ExitCode) throws {
  let code: ExitCode
  do {
    code = try body()
  } catch let error as OutputError {
    if !error.isBrokenPipe {
      StandardOutput.note(error.description)
      throw ExitCode.output
    }
    code = .success
  } catch let error as PackError {
    StandardOutput.noteAsIs(error.description)
    code = .wrongPack
  } catch let error as PatternsNotFound {
    StandardOutput.note(error.description)
    code = .usage
  } catch let error as InputError {
    StandardOutput.note(error.description)
    code = .unreadDocument
  } catch let error as GoldError {
    StandardOutput.note(error.description)
    code = .unreadDocument
  }
  if code != .success { throw code }
}
