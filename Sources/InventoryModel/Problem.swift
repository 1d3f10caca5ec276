// SPDX-License-Identifier: GPL-3.0-or-later

/// A finding about a document: what could not be read, resolved or decided. A value, not an error.
public struct Problem: Hashable, Sendable {
  /// Stable, snake_case; programs may test for it.
  public struct Code: RawRepresentable, Hashable, Sendable, Codable, ExpressibleByStringLiteral {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(stringLiteral value: String) { rawValue = value }
  }

  public var code: Code
  /// One sentence for people; holds no contract text beyond the few words that are in doubt.
  public var message: String
  /// One-based; nil where it concerns the whole document.
  public var page: Int?

  public init(_ code: Code, _ message: String, page: Int? = nil) {
    self.code = code
    self.message = message
    self.page = page
  }
}

extension Problem.Code {
  // Reading: the document failed.
  public static let unreadable: Self = "unreadable"
  public static let encrypted: Self = "encrypted"
  public static let malformed: Self = "malformed"
  public static let noPages: Self = "no_pages"
  public static let empty: Self = "empty"
  public static let unknownFormat: Self = "unknown_format"
  public static let tooLarge: Self = "too_large"
  // Reading: part of it is missing.
  public static let pageWithoutText: Self = "page_without_text"
  public static let damaged: Self = "damaged"
  public static let truncated: Self = "truncated"
  public static let encodingDoubtful: Self = "encoding_doubtful"
  // Several files.
  public static let duplicateOf: Self = "duplicate_of"
  // Understanding.
  public static let ambiguousDate: Self = "ambiguous_date"
  public static let wordsAndFiguresDisagree: Self = "words_and_figures_disagree"
  public static let ambiguousCurrency: Self = "ambiguous_currency"
  public static let ambiguousNumber: Self = "ambiguous_number"
  public static let unresolvedAnchor: Self = "unresolved_anchor"
  public static let conflictingValues: Self = "conflicting_values"
}

extension Problem: Codable {
  enum CodingKeys: String, CodingKey { case code, message, page }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code.rawValue, forKey: .code)
    try container.encode(message, forKey: .message)
    try container.encode(page, forKey: .page)
  }
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    code = Code(rawValue: try container.decode(String.self, forKey: .code))
    message = try container.decode(String.self, forKey: .message)
    page = try container.decodeIfPresent(Int.self, forKey: .page)
  }
}
