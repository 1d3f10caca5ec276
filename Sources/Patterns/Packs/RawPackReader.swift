// SPDX-License-Identifier: GPL-3.0-or-later
import Yams

/// Reads one file's YAML into what it says, checking keys and types but nothing that other files have a part in.
struct RawPackReader {
  private var nodes: PackNodes
  private let schema: PackSchema
  private var pack: RawPack

  /// Gives what could be read; what could not is among the faults.
  static func read(file: Int, schema: PackSchema, faults: inout FaultList) -> RawPack {
    var reader = RawPackReader(file: file, schema: schema, faults: faults)
    if let root = YAMLRoot.compose(file: file, faults: &reader.nodes.faults) { reader.read(root) }
    faults = reader.nodes.faults
    return reader.pack
  }

  private init(file: Int, schema: PackSchema, faults: FaultList) {
    nodes = PackNodes(file: file, faults: faults)
    self.schema = schema
    pack = RawPack(file: file)
  }

  private mutating func read(_ root: Node) {
    let fields = nodes.fields(
      root, of: "a pack", allowed: ["pack", "about", "words", "kinds", "rules", "cues", "links", "facts"])
    if let node = fields["pack"] {
      pack.id = nodes.word(node, of: "`pack`")
    } else if case .mapping = root {
      nodes.faults.add(
        "`pack` is missing: a pack begins with its name and version, as `pack: mine/1`", at: root, file: pack.file)
    }
    pack.about = fields["about"].flatMap { nodes.word($0, of: "`about`")?.text }
    if let node = fields["words"] { lists(node) }
    if let node = fields["kinds"] { kinds(node) }
    for (key, role) in [("rules", PhraseRule.Role.grant), ("cues", .cue), ("links", .link), ("facts", .fact)] {
      guard let node = fields[key] else { continue }
      for item in nodes.items(node, of: "`\(key)`") { rule(item, role: role) }
    }
  }

  // MARK: Words and kinds

  private mutating func lists(_ node: Node) {
    for (name, value) in nodes.pairsIfThere(node, of: "`words`") {
      var list = RawList(name: name)
      if case .mapping = value {
        for (key, names) in nodes.pairsIfThere(value, of: "a list of words") {
          list.entries.append((key, words(names, of: key)))
        }
      } else {
        list.entries.append((nil, words(value, of: name)))
      }
      pack.lists.append(list)
    }
  }

  /// The words of a list, which must hold some: a phrase that names an empty one never matches.
  private mutating func words(_ node: Node, of name: PackText) -> [RawName] {
    if case .sequence(let items) = node, items.isEmpty {
      nodes.faults.add("`\(name.text)` holds no words", at: node, file: pack.file)
    }
    return names(node, of: "`\(name.text)`")
  }

  private mutating func kinds(_ node: Node) {
    for (name, value) in nodes.pairsIfThere(node, of: "`kinds`") {
      let fields = nodes.fields(value, of: "a kind", allowed: ["about", "unit", "names"])
      var kind = RawKind(name: name)
      kind.about = fields["about"].flatMap { nodes.word($0, of: "`about`")?.text }
      if let unit = fields["unit"] {
        kind.unit = .some(nodes.isNull(unit) ? nil : nodes.word(unit, of: "`unit`"))
      }
      if let names = fields["names"] { kind.names = self.names(names, of: "`names`") }
      pack.kinds.append(kind)
    }
  }

  private mutating func names(_ node: Node, of what: String) -> [RawName] {
    var list: [RawName] = []
    for item in nodes.items(node, of: what) {
      if case .mapping = item {
        let fields = nodes.fields(item, of: "a name", allowed: ["phrase", "unit", "tier", "weak"])
        guard let phrase = fields["phrase"].flatMap({ nodes.text($0, of: "`phrase`") }) else {
          if fields["phrase"] == nil { nodes.faults.add("a name without `phrase`", at: item, file: pack.file) }
          continue
        }
        list.append(
          RawName(
            phrase: phrase, unit: fields["unit"].flatMap { nodes.word($0, of: "`unit`") },
            tier: fields["tier"].flatMap { nodes.word($0, of: "`tier`") },
            isWeak: fields["weak"].map { nodes.flag($0, of: "`weak`") } ?? false))
      } else if let phrase = nodes.phrase(item, of: "a name") {
        list.append(RawName(phrase: phrase))
      }
    }
    return list
  }

  // MARK: Rules

  private mutating func rule(_ node: Node, role: PhraseRule.Role) {
    let subjectKey = Self.subjectKeys[role] ?? "grants"
    let fields = nodes.fields(
      node, of: "a rule of `\(Self.sections[role] ?? "rules")`",
      allowed: ["id", subjectKey, "about", "reach", "gives", "priority", "phrase", "phrases", "examples", "rejects"])
    guard case .mapping = node else { return }
    if fields["id"] == nil { nodes.faults.add("a rule without `id`", at: node, file: pack.file) }
    // What else is wrong with it is told all the same.
    let id =
      fields["id"].flatMap { nodes.word($0, of: "`id`") }
      ?? PackText(text: "", file: pack.file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    var rule = RawRule(role: role, id: id, file: pack.file, line: node.mark?.line ?? id.line)
    rule.subject = fields[subjectKey].flatMap { nodes.word($0, of: "`\(subjectKey)`") }
    if fields[subjectKey] == nil { nodes.faults.add("\(rule.called) does not say `\(subjectKey)`", in: id) }
    rule.about = fields["about"].flatMap { nodes.word($0, of: "`about`")?.text }
    rule.priority = fields["priority"].map { nodes.integer($0, of: "`priority`") } ?? 0
    if let node = fields["reach"], let reach = nodes.word(node, of: "`reach`") {
      rule.reach = reach.text
      check(reach, "reach", among: schema.reaches)
    }
    for (field, value) in given(fields) {
      if let word = nodes.word(value, of: "`\(field.text)`") { rule.gives.append((field, word)) }
    }
    readPhrases(fields, into: &rule)
    readExamples(fields, into: &rule)
    pack.rules.append(rule)
  }

  private mutating func readPhrases(_ fields: [String: Node], into rule: inout RawRule) {
    if let node = fields["phrase"], let phrase = nodes.text(node, of: "`phrase`") { rule.phrases.append(phrase) }
    for item in nodes.itemsIfThere(fields["phrases"], of: "`phrases`") {
      if let phrase = nodes.text(item, of: "a phrase") { rule.phrases.append(phrase) }
    }
    if fields["phrase"] == nil, fields["phrases"] == nil || rule.phrases.isEmpty {
      nodes.faults.add("\(rule.called) has no phrase", in: rule.id)
    }
  }

  private mutating func readExamples(_ fields: [String: Node], into rule: inout RawRule) {
    for item in nodes.itemsIfThere(fields["examples"], of: "`examples`") {
      if let example = example(item) { rule.examples.append(example) }
    }
    for item in nodes.itemsIfThere(fields["rejects"], of: "`rejects`") {
      if let text = nodes.sentence(item, of: "a near miss") {
        rule.examples.append(RawExample(text: text, isReject: true))
      }
    }
    if !rule.examples.contains(where: { !$0.isReject }) {
      nodes.faults.add("\(rule.called) has no example under `examples`", in: rule.id)
    }
    if !rule.examples.contains(where: \.isReject) {
      nodes.faults.add("\(rule.called) has no near miss under `rejects`", in: rule.id)
    }
  }

  private mutating func example(_ node: Node) -> RawExample? {
    guard case .mapping = node else {
      return nodes.sentence(node, of: "an example").map { RawExample(text: $0, isReject: false) }
    }
    let fields = nodes.fields(node, of: "an example", allowed: ["text", "gives"])
    guard let textNode = fields["text"], let text = nodes.sentence(textNode, of: "`text`") else {
      if fields["text"] == nil { nodes.faults.add("an example without `text`", at: node, file: pack.file) }
      return nil
    }
    var example = RawExample(text: text, isReject: false)
    for (field, value) in given(fields) {
      guard let scalar = nodes.scalar(value, of: "`\(field.text)`") else { continue }
      let place = PackText(node: value, text: field.text, file: pack.file)
      example.gives.append((field, scalar, place))
    }
    return example
  }

  /// What stands under `gives`, which must say something where it stands.
  private mutating func given(_ fields: [String: Node]) -> [(key: PackText, value: Node)] {
    guard let node = fields["gives"], let pairs = nodes.pairs(node, of: "`gives`") else { return [] }
    if pairs.isEmpty { nodes.faults.add("`gives` says nothing: leave it out", at: node, file: pack.file) }
    return pairs
  }

  private mutating func check(_ word: PackText, _ what: String, among allowed: [String]) {
    guard !allowed.contains(word.text) else { return }
    nodes.faults.add(
      "unknown \(what) `\(word.text)`", in: word, suggestion: Suggestion.nearest(to: word.text, among: allowed))
  }

  static let subjectKeys: [PhraseRule.Role: String] = [.grant: "grants", .cue: "cue", .link: "links", .fact: "fact"]
  static let sections: [PhraseRule.Role: String] = [.grant: "rules", .cue: "cues", .link: "links", .fact: "facts"]
}
