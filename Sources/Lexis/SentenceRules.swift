// SPDX-License-Identifier: GPL-3.0-or-later

/// Where sentences start: after `.`, `!` or `?` with white space behind it (and behind a bracket that closes there),
/// but for abbreviations.
enum SentenceRules {
  private struct Role: OptionSet {
    let rawValue: UInt8
    static let stop = Role(rawValue: 1)
    static let period = Role(rawValue: 2)
    /// A period after it does not end a sentence.
    static let abbreviation = Role(rawValue: 4)
    /// Of companies: a period after it ends a sentence only before a word that opens one.
    static let companyForm = Role(rawValue: 8)
    /// Opens sentences.
    static let opener = Role(rawValue: 16)
    static let closer = Role(rawValue: 32)
  }

  private static let groups: [(Role, String)] = [
    ([.stop, .period], "."), (.stop, "! ?"), (.closer, ") ]"),
    (
      .abbreviation,
      "no nos nr sl sec secs sect art arts approx eg ie etc vs cf fig mr mrs ms dr prof st jr sr para paras cl cls pp vol ed dept est incl excl "
        + "jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri attn tel ref ext max min hr hrs rs fr exp eff"
    ),
    (.companyForm, "inc ltd corp co llc plc bv nv sa ag gmbh pty pte limited lp"),
    (
      .opener,
      "the this these those such any all each every no if in it its for upon unless where when we you our your a an as "
        + "at by customer client subscriber supplier vendor provider licensee licensor company both neither either on "
        + "after before during to with without"
    ),
  ]

  /// All words that these rules look for, each once: a new vocabulary has them under the numbers 1, 2, 3 …
  static let words: [String] = {
    var words: [String] = []
    for (_, group) in groups {
      for word in group.split(separator: " ") where !words.contains(String(word)) { words.append(String(word)) }
    }
    return words
  }()

  /// Roles by number of the word; numbers beyond have none.
  private static let roles: [Role] = {
    var roles = [Role](repeating: [], count: words.count + 1)
    for (role, group) in groups {
      for word in group.split(separator: " ") {
        guard let index = words.firstIndex(of: String(word)) else { continue }
        roles[index + 1].formUnion(role)
      }
    }
    return roles
  }()

  /// Marks the tokens that sentences start with.
  static func mark(_ tokens: UnsafeMutableBufferPointer<Token>) {
    guard tokens.count > 1 else { return }
    roles.withUnsafeBufferPointer { roles in
      // Stops and closers have the smallest numbers: one comparison passes over all other tokens.
      let lastSign = Vocabulary.WordID(groups[0...2].reduce(0) { $0 + $1.1.split(separator: " ").count })
      for i in 1..<tokens.count {
        let word = tokens[i - 1].word
        guard word &- 1 < lastSign, tokens[i].flags.contains(.spaceBefore) else { continue }
        var stop = i - 1
        if roles[Int(word)].contains(.closer) {
          guard stop > 0, !tokens[stop].flags.contains(.spaceBefore) else { continue }
          stop -= 1
        }
        let role = Self.role(tokens[stop].word, roles)
        if role.contains(.stop), opens(tokens, i, stop: stop, role, roles) { tokens[i].flags.insert(.sentenceStart) }
      }
    }
  }

  @inline(__always)
  private static func role(_ word: Vocabulary.WordID, _ roles: UnsafeBufferPointer<Role>) -> Role {
    Int(word) < roles.count ? roles[Int(word)] : []
  }

  private static func opens(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ i: Int, stop: Int, _ role: Role, _ roles: UnsafeBufferPointer<Role>
  ) -> Bool {
    let next = tokens[i]
    let upper = next.flags.contains(.capitalised) || next.tokenClass != .word
    guard upper, role.contains(.period), stop >= 1 else { return upper }
    let before = tokens[stop - 1]
    guard before.tokenClass == .word else { return true }
    let beforeRole = Self.role(before.word, roles)
    if beforeRole.contains(.abbreviation) { return false }
    // An initial (`J. Smith`, `U. S.`), the end of `p.m.` or of `e.g.`.
    let isInitial =
      before.end - before.start == 1
      && (before.flags.contains(.capitalised) || (stop >= 2 && isGluedPeriod(tokens, stop - 2, roles)))
    if isInitial || beforeRole.contains(.companyForm) { return Self.role(next.word, roles).contains(.opener) }
    return true
  }

  /// Whether a token is a period with no space on either side.
  private static func isGluedPeriod(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ i: Int, _ roles: UnsafeBufferPointer<Role>
  ) -> Bool {
    role(tokens[i].word, roles).contains(.period) && !tokens[i].flags.contains(.spaceBefore)
      && !tokens[i + 1].flags.contains(.spaceBefore)
  }
}
