// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Puts files together to one set: what several say of a kind or a list is joined, every word that refers to something
/// is looked up, every phrase is parsed.
final class PackReader {
  let files: [PackFile]
  let schema: PackSchema
  var faults: FaultList
  var set: PackSet
  private var kindIndex: [String: Int] = [:]
  private var listIndex: [String: Int] = [:]
  private var slots: [String: SlotType] = SlotType.builtIn
  /// Where the names of a list stand that use other lists.
  private var listUses: [String: [ListCycles.Use]] = [:]

  init(files: [PackFile], schema: PackSchema) {
    self.files = files
    self.schema = schema
    faults = FaultList(files: files)
    set = PackSet(files: files)
  }

  func read() -> PackSet {
    let (files, schema) = (files, schema)
    let read = Concurrently.map(files.count) { file in
      var faults = FaultList(files: files)
      return (pack: RawPackReader.read(file: file, schema: schema, faults: &faults), faults: faults)
    }
    for (_, found) in read { faults.add(found) }
    let raws = read.map(\.pack)
    let names = raws.map(packName)
    declare(raws)
    for raw in raws { parseNames(raw) }
    let cycles = ListCycles(uses: listUses)
    for fault in cycles.faults(in: set.lists.map(\.name)) { faults.add(fault.message, in: fault.place) }
    for (raw, name) in zip(raws, names) { readRules(raw, pack: name) }
    return set
  }

  // MARK: Packs

  private func packName(_ raw: RawPack) -> String {
    guard let id = raw.id else { return "" }
    let parts = id.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0].isIdentifier, parts[1].isIdentifier else {
      faults.add("`pack` must be a name and a version, as `mine/1`", in: id)
      return id.text
    }
    if let other = set.packs.first(where: { $0.name == parts[0] }) {
      faults.add("the pack `\(parts[0])` is already there, from \(other.file)", in: id)
    }
    set.packs.append(Pack(name: parts[0], version: parts[1], about: raw.about, file: files[raw.file].path))
    return parts[0]
  }

  // MARK: Kinds and lists

  /// Notes every kind and list before any phrase is read, for phrases name them wherever they are defined.
  private func declare(_ raws: [RawPack]) {
    for raw in raws {
      for kind in raw.kinds { declare(kind) }
    }
    for raw in raws {
      for list in raw.lists { declare(list) }
    }
  }

  private func declare(_ raw: RawKind) {
    let name = raw.name.text
    if let unit = raw.unit ?? nil { checkUnit(unit) }
    if let index = kindIndex[name] {
      let known = set.kinds[index]
      if let unit = raw.unit, unit?.text != known.unit {
        faults.add(
          "the kind `\(name)` has another unit at \(known.file):\(known.line); give one unit, or one a name",
          in: raw.name)
      }
      if set.kinds[index].about == nil { set.kinds[index].about = raw.about }
      return
    }
    guard isSlotName(raw.name, "kind") else { return }
    checkNew(raw)
    kindIndex[name] = set.kinds.count
    slots[name] = .kind(Kind(rawValue: name))
    set.kinds.append(
      PackKind(
        kind: Kind(rawValue: name), about: raw.about, unit: (raw.unit ?? nil)?.text, names: [],
        file: files[raw.name.file].path,
        line: raw.name.line))
  }

  /// A kind that no pack before has named: a known one with a slip in it would silently become a kind of its own.
  private func checkNew(_ raw: RawKind) {
    let file = files[raw.name.file].path
    guard raw.about == nil || raw.unit == nil, set.kinds.contains(where: { $0.file != file }) else { return }
    let near = Suggestion.nearest(to: raw.name.text, among: set.kinds.map(\.kind.rawValue))
    faults.add(
      "unknown kind `\(raw.name.text)`: a new one needs `about` and `unit`, which is null where nothing is counted",
      in: raw.name, suggestion: near)
  }

  private func declare(_ raw: RawList) {
    let name = raw.name.text
    if listIndex[name] == nil {
      guard isSlotName(raw.name, "list of words") else { return }
      listIndex[name] = set.lists.count
      slots[name] = .list(name)
      set.lists.append(PackList(name: name, entries: [], file: files[raw.name.file].path, line: raw.name.line))
    }
    guard let index = listIndex[name] else { return }
    for (key, _) in raw.entries {
      let isMixed = set.lists[index].entries.contains { ($0.key == nil) != (key == nil) }
      if isMixed {
        faults.add("`\(name)` is a list in one place and has sub-entries in another", in: key ?? raw.name)
        continue
      }
      if let key { slots["\(name).\(key.text)"] = .entry(list: name, entry: key.text) }
      if !set.lists[index].entries.contains(where: { $0.key == key?.text }) {
        set.lists[index].entries.append(PackList.Entry(key: key?.text, names: []))
      }
    }
  }

  private func isSlotName(_ text: PackText, _ what: String) -> Bool {
    if !text.text.isIdentifier || text.text.contains(".") {
      faults.add("the name of a \(what) holds small letters, digits and `_` only", in: text)
      return false
    }
    if slots[text.text] != nil {
      faults.add("`\(text.text)` already names another slot", in: text)
      return false
    }
    return true
  }

  private func parseNames(_ raw: RawPack) {
    for kind in raw.kinds {
      guard let index = kindIndex[kind.name.text] else { continue }
      for name in kind.names { set.kinds[index].names.append(parse(name, kind: kind.name.text)) }
    }
    for list in raw.lists {
      guard let index = listIndex[list.name.text] else { continue }
      for (key, names) in list.entries {
        guard let entry = set.lists[index].entries.firstIndex(where: { $0.key == key?.text }) else { continue }
        for name in names {
          set.lists[index].entries[entry].names.append(parse(name, kind: key?.text, list: list.name.text))
        }
      }
    }
  }

  /// A name of a kind, or an entry of a list, whose key may be a kind's.
  private func parse(_ raw: RawName, kind: String? = nil, list: String? = nil) -> PackName {
    let (node, isSound) = parse(raw.phrase)
    if let unit = raw.unit { checkUnit(unit) }
    if let tier = raw.tier { checkTier(tier, of: kind) }
    if isSound {
      checkNameSlots(node, raw.phrase, list: list)
      checkSize(node.size(), raw.phrase)
    }
    return PackName(
      phrase: raw.phrase.text, unit: raw.unit?.text, tier: raw.tier?.text, isWeak: raw.isWeak,
      file: files[raw.phrase.file].path,
      line: raw.phrase.line, node: node)
  }

  private func checkUnit(_ unit: PackText) {
    guard let fault = UnitForm.fault(unit.text) else { return }
    faults.add(fault.message, in: unit, suggestion: fault.suggestion)
  }

  private func checkTier(_ tier: PackText, of kind: String?) {
    guard kind == Kind.supportPlan.rawValue else {
      faults.add("only names of `\(Kind.supportPlan.rawValue)` have a tier", in: tier)
      return
    }
    check(tier, "tier", among: Tier.allCases.map(\.rawValue))
  }

  private func checkNameSlots(_ node: PhraseNode, _ text: PackText, list: String?) {
    for slot in node.slots {
      switch slot {
      case .list(let used), .entry(let used, _):
        if let list { listUses[list, default: []].append(ListCycles.Use(list: used, place: text)) }
      default:
        faults.add("a name holds words and lists of words only, no values and no kinds", in: text)
        return
      }
    }
  }

  /// The phrase, and whether it has no fault of form.
  private func parse(_ text: PackText) -> (node: PhraseNode, isSound: Bool) {
    let parsed = PhraseParser.parse(text.text, slots: slots, words: &set.words)
    for fault in parsed.faults {
      faults.add(fault.message, in: text, offset: fault.offset, suggestion: fault.suggestion)
    }
    return (parsed.node, parsed.faults.isEmpty)
  }

  /// More positions than this make a phrase slow to match and hard to understand.
  static let mostPositions = 512

  private func parseRulePhrase(_ text: PackText) -> PhraseNode {
    let (node, isSound) = parse(text)
    guard isSound else { return node }
    if !node.hasAnchor {
      faults.add("a phrase needs a word, a value or a kind besides `{name}`", in: text)
    }
    checkSize(node.size(), text)
    return node
  }

  private func checkSize(_ size: Int, _ text: PackText) {
    guard size > Self.mostPositions else { return }
    faults.add("the phrase has \(size) states, more than \(Self.mostPositions): shorten its gaps or split it", in: text)
  }

  // MARK: Rules

  private func readRules(_ raw: RawPack, pack: String) {
    var known: [String: Int] = [:]
    for rule in raw.rules {
      if rule.id.text.isEmpty {
        read(rule, pack: pack)
        continue
      }
      if let line = known[rule.id.text] {
        faults.add("the id `\(rule.id.text)` is already used in line \(line)", in: rule.id)
      }
      known[rule.id.text] = rule.id.line
      if !rule.id.text.isIdentifier {
        faults.add("an id holds small letters, digits, `.`, `-` and `_` only", in: rule.id)
      }
      read(rule, pack: pack)
    }
  }

  private func read(_ raw: RawRule, pack: String) {
    if let subject = raw.subject { check(subject, role: raw.role) }
    checkGiven(raw)
    let index = set.rules.count
    set.rules.append(
      PhraseRule(
        role: raw.role, subject: raw.subject?.text ?? "", reach: raw.reach,
        gives: Dictionary(raw.gives.map { ($0.field.text, $0.word.text) }) { $1 },
        about: raw.about,
        id: raw.id.text, qualifiedID: "\(pack)/\(raw.id.text)", phrases: raw.phrases.map(\.text),
        priority: raw.priority, file: files[raw.file].path, line: raw.line))
    set.nodes.append(raw.phrases.map(parseRulePhrase))
    for example in raw.examples {
      set.examples.append(
        PackExample(
          rule: index, text: example.text.text, gives: given(example, role: raw.role), isReject: example.isReject,
          file: files[raw.file].path, line: example.text.line, column: example.text.column))
    }
  }

  private func check(_ subject: PackText, role: PhraseRule.Role) {
    let allowed: [String]
    let what: String
    switch role {
    case .grant: (allowed, what) = (["any"] + set.kinds.map(\.kind.rawValue), "kind")
    case .cue: (allowed, what) = (schema.cues, "cue")
    case .link: (allowed, what) = (schema.links, "link")
    case .fact: (allowed, what) = (schema.facts, "fact")
    }
    check(subject, what, among: allowed)
  }

  func check(_ word: PackText, _ what: String, among allowed: [String]) {
    guard !allowed.contains(word.text) else { return }
    let suggestion = Suggestion.nearest(to: word.text, among: allowed)
    faults.add("unknown \(what) `\(word.text)`", in: word, suggestion: suggestion)
  }
}
