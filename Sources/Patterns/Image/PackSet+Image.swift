// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// What packs say, without examples and parsed phrases: what matches, `explain` and `patterns` show.
extension PackSet {
  func write(to image: inout ImageWriter) {
    image.add(packs) { pack, image in
      image.add(pack.name)
      image.add(pack.version)
      image.add(pack.about)
      image.add(pack.file)
    }
    image.add(kinds) { kind, image in
      image.add(kind.kind.rawValue)
      image.add(kind.about)
      image.add(kind.unit)
      image.add(kind.names) { $0.write(to: &$1) }
      image.add(kind.file)
      image.add(kind.line)
    }
    image.add(lists) { list, image in
      image.add(list.name)
      image.add(list.entries) { entry, image in
        image.add(entry.key)
        image.add(entry.names) { $0.write(to: &$1) }
      }
      image.add(list.file)
      image.add(list.line)
    }
    image.add(rules) { $0.write(to: &$1) }
  }

  init(files: [PackFile], from image: inout ImageReader) throws(DamagedImage) {
    self.init(files: files)
    packs = try image.list { (image) throws(DamagedImage) in
      Pack(name: try image.text(), version: try image.text(), about: try image.textOrNil(), file: try image.text())
    }
    kinds = try image.list { (image) throws(DamagedImage) in
      PackKind(
        kind: Kind(rawValue: try image.text()), about: try image.textOrNil(), unit: try image.textOrNil(),
        names: try image.list(PackName.init), file: try image.text(), line: try image.number())
    }
    lists = try image.list { (image) throws(DamagedImage) in
      PackList(
        name: try image.text(),
        entries: try image.list { (image) throws(DamagedImage) in
          PackList.Entry(key: try image.textOrNil(), names: try image.list(PackName.init))
        }, file: try image.text(), line: try image.number())
    }
    rules = try image.list(PhraseRule.init)
  }
}

extension PackName {
  fileprivate func write(to image: inout ImageWriter) {
    image.add(phrase)
    image.add(unit)
    image.add(tier)
    image.add(isWeak)
    image.add(file)
    image.add(line)
  }

  fileprivate init(from image: inout ImageReader) throws(DamagedImage) {
    self.init(
      phrase: try image.text(), unit: try image.textOrNil(), tier: try image.textOrNil(), isWeak: try image.flag(),
      file: try image.text(), line: try image.number(), node: .empty)
  }
}

extension PhraseRule {
  fileprivate func write(to image: inout ImageWriter) {
    image.add(role.rawValue)
    image.add(subject)
    image.add(reach)
    image.add(gives.sorted { $0.key < $1.key }) { pair, image in
      image.add(pair.key)
      image.add(pair.value)
    }
    image.add(about)
    image.add(id)
    image.add(qualifiedID)
    image.add(phrases) { $1.add($0) }
    image.add(priority)
    image.add(file)
    image.add(line)
  }

  fileprivate init(from image: inout ImageReader) throws(DamagedImage) {
    guard let role = Role(rawValue: try image.text()) else { throw DamagedImage() }
    let (subject, reach) = (try image.text(), try image.textOrNil())
    let pairs = try image.list { (image) throws(DamagedImage) in (try image.text(), try image.text()) }
    let gives = Dictionary(pairs) { first, _ in first }
    self.init(
      role: role, subject: subject, reach: reach, gives: gives, about: try image.textOrNil(), id: try image.text(),
      qualifiedID: try image.text(), phrases: try image.list { (image) throws(DamagedImage) in try image.text() },
      priority: try image.number(), file: try image.text(), line: try image.number())
  }
}

extension SlotType {
  /// As phrases write it; a kind and a list with a letter before them, for they may have one name.
  private var word: String {
    switch self {
    case .kind(let kind): "k" + kind.rawValue
    case .list(let list): "l" + list
    case .entry(let list, let entry): "e" + list + "\n" + entry
    default: "b" + (Self.builtIn.first { $0.value == self }?.key ?? "")
    }
  }

  func write(to image: inout ImageWriter) { image.add(word) }

  init(from image: inout ImageReader) throws(DamagedImage) {
    let word = try image.text()
    let rest = String(word.dropFirst())
    switch word.first {
    case "k": self = .kind(Kind(rawValue: rest))
    case "l": self = .list(rest)
    case "e":
      let parts = rest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { throw DamagedImage() }
      self = .entry(list: parts[0], entry: parts[1])
    default:
      guard let type = Self.builtIn[rest] else { throw DamagedImage() }
      self = type
    }
  }
}
