// SPDX-License-Identifier: GPL-3.0-or-later

/// Checks what rules and their examples give.
extension PackReader {
  /// Links and facts give what the schema knows; grants and cues say all by their subject.
  func checkGiven(_ rule: RawRule) {
    for (field, word) in rule.gives {
      if rule.role == .grant || rule.role == .cue {
        faults.add("a rule of `\(RawPackReader.sections[rule.role] ?? "")` gives nothing but its subject", in: field)
      } else if let allowed = schema.gives[field.text] {
        check(word, field.text, among: allowed)
      } else {
        faults.add(
          "nothing reads `\(field.text)`", in: field,
          suggestion: Suggestion.nearest(to: field.text, among: schema.gives.keys.sorted()))
      }
    }
  }

  /// What a share is one of: an entry of the list `fee_base`, where the packs have one.
  private func checkBase(_ base: PackText) {
    guard let list = set.lists.first(where: { $0.name == "fee_base" }) else { return }
    check(base, "of", among: list.entries.compactMap(\.key))
  }

  func given(_ example: RawExample, role: PhraseRule.Role) -> [ExampleField: PackScalar] {
    var given: [ExampleField: PackScalar] = [:]
    let fields = ExampleField.allCases.map(\.rawValue)
    for (field, value, place) in example.gives {
      guard role == .grant else {
        faults.add("only examples of grants say what they give: of others it is asked whether they match", in: field)
        continue
      }
      guard let known = ExampleField(rawValue: field.text) else {
        check(field, "field", among: fields)
        continue
      }
      if let fault = known.fault(value, kinds: set.kinds.map(\.kind.rawValue)) {
        faults.add(fault.message, in: place, suggestion: fault.suggestion)
      }
      if known == .of, case .text(let base) = value { checkBase(PackText(text: base, at: place)) }
      given[known] = value
    }
    return given
  }
}
