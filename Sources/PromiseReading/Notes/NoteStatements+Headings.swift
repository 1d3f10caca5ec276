// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import Ingestion

/// What headings say of the lines below them.
extension NoteStatements {
  /// What kind of part a heading opens.
  func section(_ text: String) -> NoteSection {
    let cues = extractor.readPromise(SourceText(line: text)).cues
    if cues.contains(.headingRejected) { return .rejected }
    if cues.contains(.headingTodo) { return .tasks }
    if cues.contains(.headingAsk) { return presents(text) ? .offers : .asks }
    if cues.contains(.headingOffer) || cues.contains(.offer) {
      if isDuty(text) { return .tasks }
      return cues.contains(.headingRecap) || cues.contains(.recap) || namesVendor(text) ? .recap : .offers
    }
    if cues.contains(.headingRecap) || cues.contains(.recap) { return .told }
    return cues.contains(.headingOther) && text.split(separator: " ").count <= 5 ? .rejected : .none
  }

  /// "You asked for it in black and white, so here goes:", "As you requested, the whole list:": what was asked for is
  /// what stands below. "You asked for the following:" and "Here is what we asked for:" head asks all the same.
  private func presents(_ text: String) -> Bool {
    let parts = text.split { ",;–—.!".contains($0) }.map { Answers.words(String($0)) }
    guard parts.count > 1, let last = parts.last, last.count > 1 else { return false }
    let asks: Set<String> = [
      "asked", "ask", "asks", "wanted", "want", "requested", "request", "requests", "need", "needs", "wish", "wishes",
      "questions", "question", "open", "points",
    ]
    let isAsk = { (words: [String]) in words.contains(where: asks.contains) }
    guard let asked = parts.first(where: isAsk), asked != last, !isAsk(last) else { return false }
    let shows: Set<String> = [
      "here", "below", "list", "summary", "following", "follows", "confirm", "confirmed", "answer", "answers", "offer",
      "package", "give", "get", "receive", "agreed", "included", "writing", "goes", "yes",
    ]
    return last.contains(where: shows.contains)
  }

  /// "Dunmore will provide:" heads what the vendor gives, whoever writes it down.
  private func namesVendor(_ text: String) -> Bool {
    let sides = Sides(parties: parties, extractor: extractor)
    return text.split { !$0.isLetter }.contains {
      ($0.first?.isUppercase ?? false) && sides.side(of: String($0)) == .vendor
    }
  }

  /// "Dunmore commits to:" heads what the customer has to do.
  private func isDuty(_ text: String) -> Bool {
    let words = Answers.words(text)
    let verbs: Set<String> = ["commits", "commit", "agrees", "undertakes", "pledges", "promises", "provides", "will"]
    guard let first = words.first, words.contains(where: verbs.contains) else { return false }
    return first == "customer" || Sides(parties: parties, extractor: extractor).side(of: first) == .customer
  }
}
