// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

extension Extractor {
  /// What words say of time, price and handling where they name no kind: for a promise whose kind is given elsewhere.
  public func readTerms(_ text: SourceText) -> PromisedGrant {
    let context = DocumentContext(text, extractor: self)
    guard context.stream.count > 0 else { return PromisedGrant() }
    return PromiseReader(context).terms()
  }
}

extension PromiseReader {
  /// The whole text as one grant of no kind.
  func terms() -> PromisedGrant {
    var grant = self.grant(PromiseMention(kind: "other", tokens: 0..<0), in: all, alone: true)
    grant.kind = nil
    grant.name = nil
    if grant.subject == .denial { grant.subject = .grant }
    return grant
  }
}
