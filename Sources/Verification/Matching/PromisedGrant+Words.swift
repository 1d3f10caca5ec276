// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction

/// What the plain words of a promise say of how its amount is spread over time.
extension PromisedGrant {
  private func says(_ words: [String]) -> Bool {
    let text = text.lowercased()
    return words.contains { text.contains($0) }
  }

  /// "72,000 in total", "72,000 in all"; "in all regions" says nothing of it.
  var saysSum: Bool {
    if says(["in total", "altogether", "a total of", "all years", "cumulative", "combined"]) { return true }
    let text = text.lowercased() + "."
    return ["in all", "in sum", "overall"].contains { words in
      [".", ",", ";", ")"].contains { text.contains(words + $0) }
    }
  }

  /// "Two million over the three years": a sum, where a time is promised with it.
  var saysSpread: Bool { saysSum || says(["over the ", "over all", "across ", "spread"]) }

  /// "100 GB on top", "another ten": besides what was promised before.
  var saysOnTop: Bool {
    says(["on top", "another ", "further ", "in addition", " extra ", "additional ", " more ", "plus "])
  }

  /// "All of it up front": no yearly part meets it.
  var saysAtOnce: Bool { says(["up front", "upfront", "all at once", "in one go", "at the start", "on day one"]) }

  /// "To be spent any time in the three years": not each part in its own year.
  var saysAnyTime: Bool {
    says([
      "any time", "anytime", "at any point", "whenever", "any year", "as and when", "when we like", "when you like",
    ])
  }
}

extension PromisedGrant {
  /// "A voucher for Marlow Partners": whom the promise names, by capitalised words behind "for", "with" and the like.
  var namedFirms: [String] {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "&" }.map(String.init)
    return words.indices.dropFirst().compactMap { index in
      guard
        ["for", "with", "at", "through", "from", "to", "toward", "towards", "of", "pay"].contains(
          words[index - 1].lowercased()),
        words[index].first?.isUppercase ?? false, words[index].count > 2, !isCurrency(words, index)
      else { return nil }
      return words[index]
    }
  }

  /// "Of GBP 25,000": a sum, and no firm.
  private func isCurrency(_ words: [String], _ index: Int) -> Bool {
    words[index].utf8.count == 3 && words[index].allSatisfy(\.isUppercase) && index + 1 < words.count
      && words[index + 1].first?.isNumber ?? false
  }

  /// So many "credits", with nothing said of which.
  var isBareCredits: Bool {
    guard kind == "usage_credit", quantity != nil, value == nil, name?.lowercased() == "credits" else { return false }
    let words = NameMatch.words(text)
    guard let at = words.firstIndex(of: "credits"), at > 0 else { return false }
    return ["free", "extra", "additional", "more", "complimentary", "further"].contains(words[at - 1])
      || words[at - 1].allSatisfy(\.isNumber)
  }

  /// Whether contracts call its kind by the word "credits" alone.
  var isCredit: Bool { ["usage_credit", "training_credit", "development_credit"].contains(kind?.rawValue ?? "") }
}
