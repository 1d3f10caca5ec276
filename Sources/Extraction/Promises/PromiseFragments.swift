// SPDX-License-Identifier: GPL-3.0-or-later

/// Where each of several grants in one promise begins and ends: at the `and` or comma before it.
struct PromiseFragments {
  let context: DocumentContext
  let mentions: [PromiseMention]

  var ranges: [Range<Int>] {
    guard mentions.count > 1 else { return mentions.map { _ in 0..<context.stream.count } }
    var starts = [0]
    for index in 1..<mentions.count {
      let low = mentions[index - 1].tokens.upperBound
      var at = max(low, mentions[index].tokens.lowerBound)
      while at > low, !isJoint(at - 1) { at -= 1 }
      starts.append(at > low ? at : mentions[index].tokens.lowerBound)
    }
    return starts.indices.map { index in
      starts[index]..<max(starts[index], index + 1 < starts.count ? starts[index + 1] : context.stream.count)
    }
  }

  /// "As well as", but not "as success fund".
  private func isJoint(_ token: Int) -> Bool {
    if context.folded(token) == "as" { return token > 0 && context.folded(token - 1) == "well" }
    return context.isOne(token, of: "and|,|;|plus|&|+|.")
  }
}
