// SPDX-License-Identifier: GPL-3.0-or-later

/// A pack as it was read: the text of one YAML file and the path that faults name it by.
public struct PackFile: Sendable, Hashable {
  /// As people should see it: `core.yaml`, `vendors/oracle.yaml`, `/home/me/packs/mine.yaml`.
  public var path: String
  /// Without a byte order mark.
  public var text: String
  /// Why the bytes are no text; empty for a sound file.
  let damage: [PackEncoding.Damage]

  /// A pack whose text is known.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// A pack as it stands in a file. Bytes that are not UTF-8 throw nothing here: loading the pack says where they are.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    (text, damage) = PackEncoding.decode(bytes)
  }
}
