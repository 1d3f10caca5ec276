// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Which rows of a table are paid for, where a sentence by the table says so: "Only row A is payable", "no row is
/// charged on its own", "rows B to D are thrown in".
struct RowFees {
  private let context: DocumentContext
  private let reading: TableReading
  /// By row: paid for or not; rows that nothing is said of are not in it.
  private var isPaid: [Int: Bool] = [:]

  private static let charges: WordSet = [
    "payable", "charged", "chargeable", "priced", "invoiced", "billed", "billable", "paid",
  ]
  private static let rests: WordSet = ["rest", "others", "other", "remaining", "remainder", "else"]
  private static let gifts: WordSet = [
    "free", "thrown", "included", "gratis", "complimentary", "gift", "bundled", "added", "courtesy", "granted",
  ]

  init(_ context: DocumentContext, _ reading: TableReading) {
    self.context = context
    self.reading = reading
    guard reading.role == .schedule || reading.role == .lineItems || reading.role == .other else { return }
    for sentence in TableSurroundings(context: context).sentences(around: reading).prefix(40)
    where sentence.count <= 60 {
      read(sentence)
    }
    guard isHeadedFree || isCaptionedFree else { return }
    for row in reading.rows.indices where isPaid[row] == nil && !reading.rows[row].isSummary { isPaid[row] = false }
  }

  /// `Complimentary entitlement`, `Free items` over what the rows name, and no column of prices.
  private var isHeadedFree: Bool {
    if isCountedAsIncluded { return true }
    guard let column = reading.columns.firstIndex(of: .product), let heading = reading.headers[safe: column],
      heading.count <= 6,
      !reading.columns.contains(where: { [.unitPrice, .total, .annual, .fee].contains($0) })
    else { return false }
    let words = context.words(heading)
    return words.contains { ["complimentary", "free", "gratis", "included"].contains($0) }
      && !words.contains { ["not", "if", "or", "from"].contains($0) }
  }

  /// `Included quantity` over the numbers, and no column of prices but those of more.
  private var isCountedAsIncluded: Bool {
    guard let column = reading.columns.firstIndex(of: .quantity), let heading = reading.headers[safe: column],
      heading.count <= 6, !reading.columns.contains(where: { [.unitPrice, .total, .annual, .fee].contains($0) })
    else { return false }
    let words = context.words(heading)
    return words.contains { ["included", "incl", "free", "complimentary"].contains($0) }
      && !words.contains { ["not", "if", "or"].contains($0) }
  }

  /// "Table B: supplied without a price", "Salesforce supplies the following; Customer pays for none of it" right over a
  /// table that has no column of prices.
  private var isCaptionedFree: Bool {
    guard !hasPrices,
      let block = TableSurroundings(context: context).blocksOver(reading).first
    else { return false }
    let tokens = context.stream.tokens(ofBlock: block)
    guard tokens.count <= 30, context.says([.free], in: tokens), !context.says(Self.asides, in: tokens) else {
      return false
    }
    let words = context.words(tokens)
    if words.contains(where: { ["except", "unless", "only", "if", "but", "or"].contains($0) }) { return false }
    return context.outline.isHeading[block] || words.last != "." || words.contains(where: Self.tells.contains)
  }

  private static let prices: WordSet = [
    "price", "prices", "fee", "fees", "cost", "costs", "charge", "charges", "total", "net", "extended", "rate", "pay",
  ]

  /// A column of prices; "Sum", "Amount" may say what each row is worth.
  private var hasPrices: Bool {
    reading.columns.indices.contains { column in
      switch reading.columns[column] {
      case .unitPrice, .annual, .fee: true
      case .total:
        (reading.headers[safe: column] ?? 0..<0).isEmpty
          || reading.headers[column].contains { context.isOne($0, of: Self.prices) }
      default: false
      }
    }
  }

  private static let asides: Set<Cue.Sense> = [
    .objection(.optional_purchase), .objection(.remedy), .objection(.negated), .objection(.conditional),
  ]

  private mutating func read(_ sentence: Range<Int>) {
    let words = context.words(sentence)
    if words.contains(where: Self.strokes.contains), context.says([.free], in: sentence) {
      for row in reading.rows.indices where isStruck(reading.rows[row]) { isPaid[row] = false }
      return
    }
    let named = RowMentions(context: context).rows(in: sentence, of: reading)
    let isCharge = words.contains(where: Self.charges.contains)
    let grants = reading.rows.indices.filter { !reading.rows[$0].isSummary && !reading.rows[$0].isGroup }
    if isCharge, deniesAll(words) {
      for row in grants { isPaid[row] = false }
      return
    }
    if named.isEmpty, givesAll(words) {
      for row in grants where isPaid[row] == nil { isPaid[row] = false }
      return
    }
    guard !named.isEmpty, named.count < grants.count else { return }
    let isGift = words.contains(where: Self.gifts.contains) || words.contains(run: "no charge")
    if isCharge, words.contains("only") || words.contains("solely") || words.contains("alone") {
      for row in grants { isPaid[row] = named.contains(row) }
    } else if isGift, words.contains(where: Self.rests.contains) {
      for row in grants { isPaid[row] = named.contains(row) }
    } else if isGift, !isCharge || words.contains("not") {
      for row in named { isPaid[row] = false }
    }
  }

  private static let tells: WordSet = [
    "table", "below", "above", "items", "rows", "lines", "listed", "following", "these", "list", "steps", "portions",
    "tranches", "instalments", "installments",
  ]

  /// "Everything in the table below is bundled", "all of these items are free": the whole table costs nothing more.
  private func givesAll(_ words: [String]) -> Bool {
    guard let all = words.prefix(6).firstIndex(where: { ["everything", "all"].contains($0) }) else { return false }
    let rest = Array(words[(all + 1)...])
    guard rest.prefix(8).contains(where: Self.tells.contains) else { return false }
    // "free of viruses" is another freedom.
    let last = rest.last { $0 != "." && $0 != "," } ?? ""
    return (rest.contains(run: "free of charge") || ["free", "bundled", "gratis", "complimentary"].contains(last))
      && !rest.contains(where: { ["not", "except", "unless", "only", "but"].contains($0) })
  }

  private static let strokes: WordSet = ["dash", "dashes", "hyphen", "hyphens", "stroke"]

  /// Nothing but strokes in the columns of prices.
  private func isStruck(_ row: TableReading.Row) -> Bool {
    let prices = row.cells.enumerated().filter { column, cell in
      [.total, .annual, .unitPrice, .fee].contains(reading.columns[safe: column] ?? .other) && !cell.isEmpty
    }
    return !prices.isEmpty && !row.isSummary
      && prices.allSatisfy { context.isOne($1.upperBound - 1, of: "-|–|—|--") && $1.count <= 2 }
  }

  private static let nouns: WordSet = [
    "row", "rows", "line", "lines", "item", "items", "position", "positions", "entry", "entries",
  ]

  /// "no row is charged on its own", "none of the items is priced".
  private func deniesAll(_ words: [String]) -> Bool {
    for (index, word) in words.enumerated() {
      let after = words.dropFirst(index + 1).prefix(4)
      if word == "no", let next = after.first, Self.nouns.contains(next) { return true }
      if ["none", "neither"].contains(word), after.contains(where: Self.nouns.contains) { return true }
    }
    return false
  }

  /// The candidate with what is said of its row's price.
  func settled(_ candidate: Candidate, row: Int, _ currency: String?) -> Candidate {
    guard let isPaid = isPaid[row] else { return candidate }
    var candidate = candidate
    if !isPaid {
      if candidate.fee == nil, candidate.feePercent == nil { candidate.fee = Fee(amount: 0, currency: currency) }
    } else if candidate.fee == nil, case .money(let amount, let stated)? = candidate.money?.value {
      candidate.fee = Fee(amount: amount, currency: stated ?? currency)
    }
    return candidate
  }
}
