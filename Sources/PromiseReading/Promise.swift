// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Something that was said or mailed before signing, to be found in the contract.
public struct Promise: Sendable {
  /// The file's own id, or `P1`, `P2`, … in its order.
  public var id: String
  /// As the file has it, white space folded.
  public var text: String
  /// What it promises; empty where the words name nothing that can be checked.
  public var grants: [PromisedGrant]
  /// Why it cannot be checked as worded; nil where it can.
  public var doubt: Doubt?
  /// Fields of its row or object that could not be understood; with one of them the promise cannot be checked.
  public var unread: [UnreadField] = []
  /// How much and until when by columns of their own, as the file has them: "60", "until 2027-03-31".
  public var columns: [String] = []
  /// Who said it, when, where: as the file has it.
  public var source: String?
  /// The line of the file, one-based; nil where the format has none.
  public var line: Int?
  /// Columns or members that this program does not know, in the file's order.
  public var others: [Other]

  /// A column or member beyond the known ones.
  public struct Other: Sendable, Hashable {
    /// The column's title or the member's key.
    public var name: String
    /// As text, whatever it is in the file.
    public var value: String
    /// A column with its cell.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// A field that a row or object gives and that could not be understood.
  public struct UnreadField: Sendable, Hashable, CustomStringConvertible {
    /// The file's own name of the column or member.
    public var column: String
    /// What stands in it, as the file has it.
    public var words: String
    /// What would be understood: "a day, month, year or period".
    public var expected: String
    /// Whether the promise cannot be checked without it.
    public var isDecisive: Bool
    /// One sentence that names the column and what it should hold.
    public var description: String { "column '\(column)' says '\(words)', which is not \(expected)." }
  }

  /// Why a promise cannot be checked.
  public enum Doubt: String, Sendable, Hashable, Codable, CaseIterable {
    /// It names nothing that a contract grants.
    case no_entitlement
    /// Somebody will try.
    case best_efforts
    /// No number and no thing that could be looked up: "we look after you".
    case vague
    /// Two things could be meant.
    case ambiguous
    /// A column that would settle it could not be understood.
    case unread_field
    /// It counts or measures something in words that were not understood.
    case unread_amount
  }

  /// A promise; without grants it names nothing that can be checked.
  public init(
    id: String, text: String, grants: [PromisedGrant] = [], doubt: Doubt? = nil, source: String? = nil,
    line: Int? = nil,
    others: [Other] = []
  ) {
    self.id = id
    self.text = text
    self.grants = grants
    self.doubt = doubt
    self.source = source
    self.line = line
    self.others = others
  }
}

/// How a file holds its promises.
public enum PromiseFormat: String, Sendable, Hashable, CaseIterable { case csv, json, text, mail }

/// What a file of promises gave.
public struct PromiseList: Sendable {
  /// How the file was found to hold them.
  public var format: PromiseFormat
  /// In the file's order.
  public var promises: [Promise]
  /// What could not be read well.
  public var problems: [Problem]
  /// What names something and promises nothing, in the file's order; of notes and mails only.
  public var leftOut: [LeftOut]
  /// A list of these.
  public init(
    format: PromiseFormat, promises: [Promise], problems: [Problem] = [], leftOut: [LeftOut] = []
  ) {
    self.format = format
    self.promises = promises
    self.problems = problems
    self.leftOut = leftOut
  }
}

/// Names of the two sides, as the contracts give them: they tell who offers and who asks.
public struct PromiseParties: Sendable {
  /// Names of those who supply.
  public var vendors: [String]
  /// Names of those who buy.
  public var customers: [String]
  /// Names of both sides; without any, mails tell the sides by their words alone.
  public init(vendors: [String] = [], customers: [String] = []) {
    self.vendors = vendors
    self.customers = customers
  }
}

/// Why a file of promises could not be read at all.
public enum PromiseFileError: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  case binary
  /// The header's names.
  case noTextColumn([String])
  /// A column that stands twice, by its name.
  case doubledColumn(String)
  /// Rows or objects, none of which has a text.
  case noTexts
  /// Where the JSON goes wrong, one-based; the column counts characters.
  case malformedJSON(line: Int, column: Int)
  /// JSON without a list of promises.
  case noList
  case malformedMail
  /// A mail that holds attachments or nothing at all.
  case noMailText
  /// Only its receiver can read it.
  case encryptedMail
  /// Text was read, and nothing in it is an offer; with what names something that a contract could grant, and how many
  /// parts of a mail were not read.
  case noPromises([LeftOut], partsSkipped: Int = 0)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .empty: "the promises file is empty"
    case .binary: "the promises file is no text: give a CSV, JSON, text or .eml file"
    case .noTextColumn(let names):
      "the promises file has no column 'text'; its columns are \(names.map { "'\($0)'" }.joined(separator: ", "))"
    case .doubledColumn(let name): "the promises file has two columns '\(name)': name one of them otherwise"
    case .noTexts: "no row of the promises file has a text"
    case .malformedJSON(let line, let column):
      "the promises file is no valid JSON: it goes wrong in line \(line), column \(column)"
    case .noList: "the promises file holds no list of promises: give a JSON list, or an object with a list `promises`"
    case .malformedMail: "the promises file is no mail message"
    case .encryptedMail: "the mail is encrypted: save what it says as text"
    case .noMailText: "the mail has no text that can be read"
    case .noPromises(let leftOut, let skipped):
      "no promise was found in the file: nothing in it offers anything that a contract could grant"
        + leftOut.prefix(10).map { "\n  " + ($0.line.map { "line \($0): " } ?? "") + "“\($0.text)” \($0.wording)" }
        .joined()
        + (skipped == 0
          ? ""
          : "\n  \(skipped) parts of the mail are attachments or no text and were not read: give what promises something "
            + "as a file of its own")
    }
  }
}
