// SPDX-License-Identifier: GPL-3.0-or-later

/// A finding about a document: what could not be read, resolved or decided. A value, not an error.
public struct Problem: Hashable, Sendable {
  /// Stable, snake_case; programs may test for it.
  public struct Code: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    /// The code as JSON has it.
    public let rawValue: String
    /// A code of any name; the known ones are constants below.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A code of any name.
    public init(stringLiteral value: String) { rawValue = value }
  }

  /// What sort of finding it is.
  public var code: Code
  /// One sentence for people; holds no contract text beyond the few words that are in doubt.
  public var message: String
  /// One-based; nil where it concerns the whole document.
  public var page: Int?

  /// A finding; `page` is one-based, nil for the whole document.
  public init(_ code: Code, _ message: String, page: Int? = nil) {
    self.code = code
    self.message = message
    self.page = page
  }
}

extension Problem.Code {
  // Reading: the document failed.
  /// The file is not there or cannot be opened.
  public static let unreadable: Self = "unreadable"
  /// The file needs a password.
  public static let encrypted: Self = "encrypted"
  /// The bytes are not of the format that they claim to be.
  public static let malformed: Self = "malformed"
  /// A document of zero pages.
  public static let noPages: Self = "no_pages"
  /// There is no text in it at all.
  public static let empty: Self = "empty"
  /// Neither PDF, HTML nor text.
  public static let unknownFormat: Self = "unknown_format"
  /// More bytes than are allowed.
  public static let tooLarge: Self = "too_large"
  // Reading: part of it is missing.
  /// The page shows something but has no text: a scan.
  public static let pageWithoutText: Self = "page_without_text"
  /// Something in the file is broken; what could be read was.
  public static let damaged: Self = "damaged"
  /// Reading stopped at a limit.
  public static let truncated: Self = "truncated"
  /// The characters may be other ones.
  public static let encodingDoubtful: Self = "encoding_doubtful"
  /// The file's name says one format, its content another, as which it was read.
  public static let wrongExtension: Self = "wrong_extension"
  // Several files.
  /// The same bytes were read under another path.
  public static let duplicateOf: Self = "duplicate_of"
  // Understanding.
  /// Day and month could be either way round.
  public static let ambiguousDate: Self = "ambiguous_date"
  /// "seventy-five (57)".
  public static let wordsAndFiguresDisagree: Self = "words_and_figures_disagree"
  /// A sign that several currencies share.
  public static let ambiguousCurrency: Self = "ambiguous_currency"
  /// A separator that could mean thousands or decimals.
  public static let ambiguousNumber: Self = "ambiguous_number"
  /// A period counts from a date that the document does not give.
  public static let unresolvedAnchor: Self = "unresolved_anchor"
  /// Words say when something may be used, and they could not be read.
  public static let unreadTime: Self = "unread_time"
  /// Words say how often something comes again, and the inventory has no word for that rhythm.
  public static let unreadRecurrence: Self = "unread_recurrence"
  /// Two values stand for one thing: a range, alternatives, or two clauses that differ.
  public static let conflictingValues: Self = "conflicting_values"
}

extension Problem: Codable {
  enum CodingKeys: String, CodingKey { case code, message, page }
  /// Writes an object with every field of the contract, null where nothing is known.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code.rawValue, forKey: .code)
    try container.encode(message, forKey: .message)
    try container.encode(page, forKey: .page)
  }
  /// Reads what `encode(to:)` writes; throws `DecodingError` where a field is of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    code = Code(rawValue: try container.decode(String.self, forKey: .code))
    message = try container.decode(String.self, forKey: .message)
    page = try container.decodeIfPresent(Int.self, forKey: .page)
  }
}
