// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Numbers for everything that can fill a slot: each type of value, each kind, each entry of a list.
struct SpanClasses {
  private var numbers: [SlotType: [Int]] = [:]
  private(set) var count = 0

  static let values: [SlotType] = [.money, .quantity, .number, .percent, .duration, .date, .recurrence]
  /// `{name}` is filled by the tokens themselves, no span.
  static let name = 7

  /// A value's number; nil for slots that hold no values.
  @inline(__always)
  static func number(of slot: SlotType) -> Int32? {
    switch slot {
    case .money: 0
    case .quantity: 1
    case .number: 2
    case .percent: 3
    case .duration: 4
    case .date: 5
    case .recurrence: 6
    default: nil
    }
  }

  init(_ set: PackSet) {
    for (number, slot) in Self.values.enumerated() { numbers[slot] = [number] }
    numbers[.name] = [Self.name]
    count = 8
    numbers[.anyKind] = []
    for kind in set.kinds {
      numbers[.kind(kind.kind)] = [count]
      numbers[.anyKind, default: []].append(count)
      count += 1
    }
    for list in set.lists {
      for entry in list.entries {
        if let key = entry.key { numbers[.entry(list: list.name, entry: key)] = [count] }
        numbers[.list(list.name), default: []].append(count)
        count += 1
      }
    }
  }

  func classes(of slot: SlotType) -> [Int] { numbers[slot] ?? [] }

  func number(of kind: Kind) -> Int { numbers[.kind(kind)]?.first ?? 0 }

  func number(ofEntry index: Int, in list: String) -> Int { numbers[.list(list)]?[index] ?? 0 }
}
