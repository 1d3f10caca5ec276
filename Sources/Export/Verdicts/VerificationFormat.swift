// SPDX-License-Identifier: GPL-3.0-or-later
import Verification

/// Writes verifications in the formats that inventories have. The same result and style give the same bytes.
public enum VerificationFormat {
  /// UTF-8 with a line break at its end. `style` is the look of tables.
  public static func utf8(_ verification: Verification, as name: FormatName, style: TableStyle) -> [UInt8] {
    switch name {
    case .json: JSONText.utf8(verification)
    case .csv: VerdictCSV.utf8(verification)
    case .table: Array(VerdictTable(style: style).text(verification).utf8)
    case .markdown: Array(VerdictMarkdown.text(verification).utf8)
    }
  }

  /// `verification.json` and so on.
  public static func fileName(_ name: FormatName) -> String { "verification." + name.fileExtension }
}

extension FormatName {
  /// `json`, `csv`, `txt`, `md`.
  var fileExtension: String {
    switch self {
    case .json: "json"
    case .csv: "csv"
    case .table: "txt"
    case .markdown: "md"
    }
  }
}
