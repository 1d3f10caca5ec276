// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

/// `json`, or several with commas between: `json,csv`.
struct FormatList: ExpressibleByArgument {
  var names: [FormatName]

  init?(argument: String) {
    names = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let name = FormatName(rawValue: String(word)) else { return nil }
      if !names.contains(name) { names.append(name) }
    }
  }

  static var allValueStrings: [String] { FormatName.allCases.map(\.rawValue) }
}

extension CalendarDate: ExpressibleByArgument {
  /// `YYYY-MM-DD`.
  public init?(argument: String) { self.init(iso: argument) }
}

/// How commands that explain or measure write.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
