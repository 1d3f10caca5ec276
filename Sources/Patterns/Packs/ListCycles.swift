// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds lists of words that hold themselves, by whatever way, and have no end, and those that stand too deep in one
/// another.
struct ListCycles {
  /// Where a name of one list uses another.
  struct Use {
    var list: String
    var place: PackText
  }

  /// Lists may hold lists that hold lists, so deep at most.
  static let deepest = 16

  /// By list, the lists that its names use.
  let uses: [String: [Use]]

  func faults(in lists: [String]) -> [(message: String, place: PackText)] {
    var search = Search(uses: uses)
    for list in lists { _ = search.depth(of: list) }
    return search.faults
  }

  private struct Search {
    let uses: [String: [Use]]
    var faults: [(message: String, place: PackText)] = []
    private var depths: [String: Int] = [:]
    /// The lists by which the one at hand was reached.
    private var path: [String] = []

    init(uses: [String: [Use]]) { self.uses = uses }

    /// How many lists stand in one another, this one among them.
    mutating func depth(of list: String) -> Int {
      if let known = depths[list] { return known }
      path.append(list)
      var deepest = 1
      for use in uses[list] ?? [] {
        if let start = path.firstIndex(of: use.list) {
          let way = (path[start...] + [use.list]).map { "`\($0)`" }.joined(separator: " in ")
          faults.append(("a list of words that holds itself: \(way)", use.place))
        } else if path.count >= ListCycles.deepest {
          tooDeep(use.place)
        } else {
          let depth = depth(of: use.list) + 1
          if depth > ListCycles.deepest { tooDeep(use.place) } else { deepest = max(deepest, depth) }
        }
      }
      path.removeLast()
      depths[list] = deepest
      return deepest
    }

    private mutating func tooDeep(_ place: PackText) {
      faults.append(("more than \(ListCycles.deepest) lists of words stand in one another", place))
    }
  }
}
