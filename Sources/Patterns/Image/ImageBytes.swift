// SPDX-License-Identifier: GPL-3.0-or-later

/// An image whose bytes do not hold what they should.
struct DamagedImage: Error {}

/// Writes numbers, texts and tables one after the other, as this machine holds them in memory.
struct ImageWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) { withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) } }

  mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  mutating func add<Element: BitwiseCopyable>(table: [Element]) {
    add(table.count)
    table.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func add<Element>(table: FrozenArray<Element>) {
    add(table.count)
    bytes.append(contentsOf: UnsafeRawBufferPointer(UnsafeBufferPointer(start: table.base, count: table.count)))
  }

  mutating func add<Element>(_ list: [Element], _ element: (Element, inout ImageWriter) -> Void) {
    add(list.count)
    for item in list { element(item, &self) }
  }

  /// The bytes, closed with a digest of them.
  consuming func closed() -> [UInt8] {
    let digest = bytes.withUnsafeBytes(ImageReader.digest)
    withUnsafeBytes(of: digest) { bytes.append(contentsOf: $0) }
    return bytes
  }
}

/// Reads what `ImageWriter` wrote, in the same order.
struct ImageReader {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0

  /// Throws where the bytes are not those that were written.
  init(_ bytes: UnsafeRawBufferPointer) throws(DamagedImage) {
    let size = MemoryLayout<UInt64>.size
    guard bytes.count >= size else { throw DamagedImage() }
    self.bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast(size))
    let digest = bytes.loadUnaligned(fromByteOffset: bytes.count - size, as: UInt64.self)
    guard digest == Self.digest(self.bytes) else { throw DamagedImage() }
  }

  /// Of a disk's mistakes, not of malice.
  static func digest(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
    var at = 0
    while at + 8 <= bytes.count {
      digest = (digest ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      digest ^= digest >> 29
      at += 8
    }
    for byte in bytes[at...] { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return digest
  }

  private mutating func next(_ count: Int) throws(DamagedImage) -> UnsafeRawBufferPointer {
    guard count >= 0, count <= bytes.count - at else { throw DamagedImage() }
    defer { at += count }
    return UnsafeRawBufferPointer(rebasing: bytes[at..<(at + count)])
  }

  mutating func number() throws(DamagedImage) -> Int {
    try next(MemoryLayout<Int>.size).loadUnaligned(as: Int.self)
  }

  mutating func flag() throws(DamagedImage) -> Bool { try next(1)[0] == 1 }

  /// The bytes of a text, at the place where they stand.
  mutating func utf8() throws(DamagedImage) -> UnsafeRawBufferPointer { try next(try number()) }

  mutating func text() throws(DamagedImage) -> String { String(decoding: try utf8(), as: UTF8.self) }

  mutating func textOrNil() throws(DamagedImage) -> String? { try flag() ? try text() : nil }

  mutating func table<Element: BitwiseCopyable>(of type: Element.Type) throws(DamagedImage) -> [Element] {
    let (count, bytes) = try elements(of: type)
    return [Element](unsafeUninitializedCapacity: count) { out, filled in
      UnsafeMutableRawBufferPointer(out).copyMemory(from: bytes)
      filled = count
    }
  }

  mutating func frozen<Element: BitwiseCopyable & Sendable>(
    _ type: Element.Type
  ) throws(DamagedImage) -> FrozenArray<Element> {
    let (count, bytes) = try elements(of: type)
    return FrozenArray(count: count, bytes: bytes)
  }

  private mutating func elements<Element>(
    of type: Element.Type
  ) throws(DamagedImage) -> (count: Int, bytes: UnsafeRawBufferPointer) {
    let count = try number()
    guard count >= 0, count <= bytes.count else { throw DamagedImage() }
    return (count, try next(count * MemoryLayout<Element>.stride))
  }

  mutating func list<Element>(
    _ element: (inout ImageReader) throws(DamagedImage) -> Element
  ) throws(DamagedImage) -> [Element] {
    let count = try number()
    guard count >= 0, count <= bytes.count else { throw DamagedImage() }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }
}
