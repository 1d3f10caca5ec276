// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Compiled packs as bytes, so that the same program need not read and compile the same packs each time it starts.
extension CompiledPatterns {
  /// An image of patterns that were compiled with `vocabulary`, which had `first` words before. `maker` names the
  /// program: another one has other tables.
  public func image(vocabulary: Vocabulary, first: Int, maker: String) -> [UInt8] {
    var image = ImageWriter()
    image.add(maker)
    image.add(packs.files) { file, image in
      image.add(file.path)
      image.add(file.text)
    }
    image.add(first)
    image.add(Array(first..<vocabulary.count)) { $1.add(table: vocabulary.folded(Vocabulary.WordID($0))) }
    packs.write(to: &image)
    names.write(to: &image)
    for part in Matcher.Part.allCases { phrases(of: part).automaton.write(to: &image) }
    return image.closed()
  }

  /// The patterns of an image, their words added to `vocabulary`; nil, and nothing added, where the image is damaged, was
  /// made by another program or of other packs, or with another vocabulary.
  public init?(image bytes: [UInt8], of files: [PackFile], vocabulary: inout Vocabulary, maker: String) {
    let known = vocabulary
    let read = bytes.withUnsafeBytes { bytes -> Content? in
      guard var image = try? ImageReader(bytes) else { return nil }
      return try? Content(&image, files, known, maker)
    }
    guard let read else { return nil }
    vocabulary = read.vocabulary
    self = read.patterns
  }
}

private struct Content {
  var patterns: CompiledPatterns
  var vocabulary: Vocabulary

  init(
    _ image: inout ImageReader, _ files: [PackFile], _ known: Vocabulary, _ maker: String
  ) throws(DamagedImage) {
    guard try image.text() == maker, try image.number() == files.count else { throw DamagedImage() }
    for file in files {
      guard try Self.holds(file.path, &image), try Self.holds(file.text, &image), file.damage.isEmpty else {
        throw DamagedImage()
      }
    }
    guard try image.number() == known.count else { throw DamagedImage() }
    vocabulary = known
    let words = try image.list { (image) throws(DamagedImage) in try image.table(of: UInt8.self) }
    for word in words { _ = vocabulary.intern(folded: word) }
    let set = try PackSet(files: files, from: &image)
    let names = try NameAutomaton(set, SpanClasses(set), from: &image)
    let phrases = try Matcher.Part.allCases.map { (_) throws(DamagedImage) in try PhraseAutomaton(from: &image) }
    patterns = CompiledPatterns(set, names, phrases, words: vocabulary.count)
  }

  /// Whether the next text is this one.
  private static func holds(_ text: String, _ image: inout ImageReader) throws(DamagedImage) -> Bool {
    let stored = try image.utf8()
    var text = text
    return text.withUTF8 { text in
      guard text.count == stored.count else { return false }
      let text = UnsafeRawBufferPointer(text)
      var at = 0
      while at + 8 <= text.count {
        guard
          text.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            == stored.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        else { return false }
        at += 8
      }
      return text[at...].elementsEqual(stored[at...])
    }
  }
}
