// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

extension DocumentFacts {
  /// Whether vendor and customer are those of another document. A name that one of them lacks speaks against nothing.
  public func hasParties(of other: DocumentFacts) -> Bool {
    CompanyForms.areOne(vendor, other.vendor) && CompanyForms.areOne(customer, other.customer)
  }
}

extension CompanyForms {
  /// "Quill Works Ltd" and "Quill Works Limited" are one company: without their forms one name begins the other.
  fileprivate static func areOne(_ a: String?, _ b: String?) -> Bool {
    guard let a = a.map(bare), let b = b.map(bare) else { return true }
    return a.isEmpty || b.isEmpty || zip(a, b).allSatisfy(==)
  }

  private static func bare(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter {
      $0 != "the" && !words.contains($0)
    }
  }
}
