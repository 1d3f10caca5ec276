// SPDX-License-Identifier: GPL-3.0-or-later
import Verification

/// Verdicts to paste into a mail to the account executive: what to add or change, each with a clause, then the rest.
enum VerdictMarkdown {
  static func text(_ verification: Verification) -> String {
    var page = ""
    let open = verification.promises.filter { $0.verdict != .landed && $0.wording != nil }
    if !open.isEmpty {
      page += "Please add the following to the order form, or change it so:\n"
      for (index, promise) in open.enumerated() { page += entry(promise, number: index + 1) }
      page += "\nWhat stands in [square brackets] was left open; please complete it.\n"
    }
    let unclear = verification.promises.filter { $0.verdict == .unclear && $0.wording == nil }
    if !unclear.isEmpty {
      page += "\nPlease say what exactly is meant by:\n\n"
      for promise in unclear {
        let why = promise.promise.unread.isEmpty ? "" : " – " + escaped(promise.reason)
        page += "- “\(escaped(promise.promise.text))”\(source(promise))\(why)\n"
      }
    }
    let landed = verification.promises.filter { $0.verdict == .landed }
    if !landed.isEmpty {
      page += "\nAgreed as promised:\n\n"
      for promise in landed { page += "- \(title(promise))\(place(promise))\n" }
    }
    if page.isEmpty { page = "No promises.\n" }
    let unread = verification.documents.filter { $0.status == .failed }
    if !unread.isEmpty {
      page += "\nWhat is missing may stand in a document that could not be read:\n\n"
      for document in unread { page += "- \(escaped(document.path))\n" }
    }
    return page.hasPrefix("\n") ? String(page.dropFirst()) : page
  }

  private static func entry(_ promise: PromiseVerdict, number: Int) -> String {
    var text = "\n\(number). **\(title(promise))**\(source(promise)): "
    switch promise.verdict {
    case .weakened:
      text +=
        "granted, but " + promise.differences.map { escaped(VerdictWording.difference($0)) }.joined(separator: "; ")
    case .missing: text += "not in the contract"
    case .contradicted:
      text += promise.reason.prefix(1).lowercased() + promise.reason.dropFirst().prefix { $0 != "." }
      if let evidence = promise.evidence.first {
        text += " (page \(evidence.evidence.page): “\(escaped(evidence.evidence.quote))”)"
      }
    default: text += escaped(promise.reason)
    }
    return text + "\n   > \(clause(promise.wording ?? ""))\n"
  }

  /// Its words, with what stands in columns of its own: "training credits (60, until 2027-03-31)".
  private static func title(_ promise: PromiseVerdict) -> String {
    let columns = promise.promise.columns
    return escaped(promise.promise.text + (columns.isEmpty ? "" : " (\(columns.joined(separator: ", ")))"))
  }

  private static func source(_ promise: PromiseVerdict) -> String {
    promise.promise.source.map { " (\(escaped($0)))" } ?? ""
  }

  private static func place(_ promise: PromiseVerdict) -> String {
    promise.evidence.first.map { " (page \($0.evidence.page))" } ?? ""
  }

  /// Brackets stay as they are: they are no links, and look better where Markdown is pasted as plain text.
  private static func clause(_ text: String) -> String {
    escaped(text).replacing("\\[", with: "[").replacing("\\]", with: "]")
  }

  private static func escaped(_ text: String) -> String { MarkdownFormat.escaped(text) }
}
