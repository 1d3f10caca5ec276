// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// How common words are in contracts, so that phrases are not looked for by `the` and `of`. Only their order matters:
/// rounded counts in a thousand words of English contracts.
enum WordFrequency {
  /// By number of the vocabulary.
  static func perMille(_ vocabulary: Vocabulary) -> [Float] {
    var table = [Float](repeating: 0.1, count: vocabulary.count)
    for (frequency, words) in groups {
      for word in words.split(separator: " ") { table[Int(vocabulary.id(of: word))] = frequency }
    }
    return table
  }

  private static let groups: [(Float, String)] = [
    (45, "the ,"),
    (25, "of - and . to or"),
    (13, "in ( ) any a"),
    (8, "shall by agreement this be for such with as"),
    (5, "party that other ] [ all : is not /"),
    (3, "its will 's on ; under may at which company section parties from you your customer"),
    (2, "if have each time an date information including are product products use has it no services service i ii"),
    (
      1.3,
      "business provided rights applicable terms term right notice set upon without confidential forth termination "
        + "third been obligations within prior event required subject otherwise provide than days pursuant means order"
    ),
    (
      0.8,
      "period reasonable during after material property law accordance one agree payment effective following connection "
        + "except affiliates made agrees we but laws their either exhibit between writing hereunder person agent us "
        + "materials costs license licence performance name action necessary conditions related purchase limited fees "
        + "our support subscription"
    ),
    (
      0.5,
      "delivery software liability make transfer development reasonably consent into year against request data out "
        + "approval then group only page interest whether expenses new day pay due affiliate case amount unless state "
        + "effect sale through sales $ part employees title contract used system must control marketing shares "
        + "exchange include additional form first agreed more insurance obligation plan client receipt so same legal "
        + "above sole supplier good available contained failure equipment work % joint activities similar end change "
        + "exclusive credit credits fee training"
    ),
    (
      0.3,
      "general cause application payments claims permitted agreements those certain financial account approved below "
        + "responsible would paid specified own delivered further expiration price given when does month number "
        + "maintenance based owner management documents executed cost described do records expense initial supply stock "
        + "calendar received per granted take who amounts months access default document content technology fund both "
        + "addition basis distribution where quality entitled standards being consultant assets nor require less review "
        + "field unit units before two sell separately thirty loss minimum current hours hour items item value"
    ),
  ]
}
