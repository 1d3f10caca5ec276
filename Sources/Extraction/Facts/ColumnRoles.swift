// SPDX-License-Identifier: GPL-3.0-or-later

/// What a column holds, by the words of its heading.
enum ColumnRoles {
  /// `words` in lower case, without signs but for `#`, `%`, `/`. `hasProduct`: an earlier column names the product.
  static func role(_ words: [String], hasProduct: Bool) -> TableReading.Column {
    guard !words.isEmpty else { return .other }
    func has(_ any: WordChoice) -> Bool { words.contains { any.allows($0) } }
    func has(_ any: WordSet) -> Bool { words.contains(where: any.contains) }
    if let year = year(words) { return .year(year) }
    if has("discount|disc") || words == ["%"] { return .discount }
    let isPrice =
      has(pricing)
      || words.contains { RowScale.currencies.contains($0) && !["currency", "money"].contains($0) }
    if isPrice, has("list"), !has("total") { return .listPrice }
    if words == ["list"] { return .listPrice }
    // `Overage price`, `Price of each further one`: what more would cost.
    if isPrice, has("overage|overages|excess|surplus|beyond|additional|further") { return .listPrice }
    if words == ["net"] { return .total }
    // "Quantity or amount" counts in some rows and values others.
    if has("quantity|number"), has("amount|value") { return .quantity }
    if let price = price(words, isPrice) { return price }
    // "Price to Customer", "To be paid" are no days.
    // So is "EUR to 31 December".
    let isSum = words.first.map { RowScale.currencies.contains($0) } ?? false
    let isPaid = (has("price|fee|charge|cost|paid|invoiced|billed") || isSum) && has("to|until|for")
    if isPaid, date(words, except: "to") == nil { return .total }
    if words.contains(run: "what end") || words.contains(run: "what ends") { return .purpose }
    if let date = date(words) { return date }
    if has(counting)
      || words == ["number"] || words == ["included"] || words.contains(run: "how much")
      || words.count == 1 && Self.counts.contains(words[0])
      || words.contains(run: "how many") || words == ["members"]
      || words.contains(run: "number of") || words == ["members", "/", "users"]
    {
      return .quantity
    }
    if words == ["unit"] || words == ["metric"] || words.contains(run: "unit of") || words == ["uom"] { return .unit }
    if has("purpose|use|purposes") || words.contains(run: "for whom") || words.contains(run: "to be used")
      || words.contains(run: "what for") || words.contains(run: "meant for")
      || words.contains(run: "intended for") || words.count <= 2 && words.contains(where: purposes.contains)
    {
      return .purpose
    }
    if has("note|notes|remark|remarks|comment|comments|conditions|see|unused|leftover|leftovers|remainder")
      || words.contains(run: "the rest") || words.contains(run: "if not used") || words.contains(run: "not used")
      || words.contains(run: "left over") || has("rollover|carryover") || words.contains(run: "carry over")
      || words.contains(run: "carry forward") || words.contains(run: "roll over")
      || has("carry|roll") && has("over|forward")
    {
      return .note
    }
    // "Product │ From │ To │ No.": how many, not which.
    if words == ["no"], hasProduct { return .quantity }
    if words == ["#"] || words == ["no"] || words == ["ref"] || words == ["reference"] || words == ["pos"]
      || words == ["line"] || words == ["ln"] || words == ["clin"]
      || has("sku") || words.contains(run: "part number") || words.contains(run: "part no")
      || words.contains(run: "product code")
      || words == ["position"] || words.contains(run: "line no") || words == ["item", "no"] || words == ["item", "#"]
      || words == ["row"] || words == ["sl"] || words == ["sr"] || words == ["sl", "no"] || words == ["sr", "no"]
      || words == ["s", "no"] || words == ["nr"] || words == ["id"] || words == ["code"] || words == ["tranche"]
      || words == ["instalment"]
      || words == ["installment"]
    {
      return .reference
    }
    if has("description|details|scope") { return hasProduct ? .description : .product }
    if has(naming) {
      return hasProduct ? .description : .product
    }
    return isPrice ? .total : .other
  }

  /// What a column of prices is headed with.
  private static let pricing: WordSet = [
    "price", "prices", "fee", "fees", "cost", "charge", "charges", "rate", "amount", "value", "sum", "subtotal",
    "a$", "$", "€", "usd", "eur", "chf", "aud", "gbp", "payable", "total", "totals", "pay", "pays",
  ]

  /// What a column of quantities is headed with.
  private static let counting: WordSet = [
    "qty", "quantity", "quantities", "users", "seats", "licences", "licenses", "units", "allowance", "volume",
    "count", "contents", "allocation", "extent", "entitled", "measure", "size", "allotment",
  ]

  /// What a column of products is headed with.
  private static let naming: WordSet = [
    "product", "products", "service", "services", "item", "items", "subscription", "subscriptions", "edition",
    "package", "what", "benefit", "entitlement", "offering", "grant", "name", "component", "module", "solution",
    "sku",
  ]

  /// What a column of last days is headed with.
  private static let endings: WordSet = [
    "end", "to", "until", "through", "thru", "expiry", "expires", "expiration", "ends", "deadline", "closes",
    "closing",
  ]

  /// What a column of times is headed with.
  private static let times: WordSet = [
    "period", "validity", "valid", "when", "dates", "usable", "useable", "redeemable", "window", "available",
    "lifetime", "timeframe", "timing", "life", "runtime", "availability", "lifespan", "span",
  ]

  /// Words that head a column of what each row is for.
  private static let purposes: WordSet = [
    "aim", "aims", "goal", "goals", "objective", "objectives", "topic", "topics", "subject", "subjects", "theme",
    "themes", "audience", "beneficiaries", "recipients", "work",
  ]

  /// Words that head a column of numbers by themselves: what is counted, or how often in other tongues.
  private static let counts: WordSet = [
    "days", "hours", "sessions", "credits", "vouchers", "lots", "packs", "blocks", "bundles", "packages", "pieces",
    "instances", "nos", "no.s",
    "pcs", "pieces.", "agents", "employees", "people", "persons", "workers", "antal", "anzahl", "menge", "aantal",
    "quantité", "cantidad", "quantità", "stück",
  ]

  private static let kindWords: WordSet = [
    "contract", "subscription", "order", "service", "enrollment", "license", "licence", "term",
    "commit", "commitment",
  ]

  /// `Year 2`, `Contract Year 1`, `1 01-Jan-2027 to …` under `Contract Year`.
  private static func year(_ words: [String]) -> Int? {
    // `First year £`
    let words = words.filter { !isCurrency($0) }.map { $0 == "yr" ? "year" : $0 }
    if words.count == 2, words[1] == "year", let number = Ordinals.value(words[0]) { return number }
    guard let at = words.firstIndex(of: "year"), words.count <= 14 else { return nil }
    if at > 0,
      !Self.kindWords.contains(words[at - 1]) || at > 1 && ["per", "each", "a", "every"].contains(words[at - 2])
    {
      return nil
    }
    guard at + 1 < words.count, let number = Int(words[at + 1]) ?? Ordinals.cardinal(words[at + 1]),
      (1...12).contains(number)
    else {
      return nil
    }
    return number
  }

  private static func price(_ words: [String], _ isPrice: Bool) -> TableReading.Column? {
    func has(_ any: WordChoice) -> Bool { words.contains { any.allows($0) } }
    func run(_ text: String) -> Bool { words.contains(run: text) }
    let perUnit =
      has("unit|/unit") || has("each") && !run("each year") && !run("each contract year") || run("per user")
      || run("per unit") || run("a user") || run("per licence")
      || run("per license")
    let perMonth =
      has("monthly") || run("per month") || run("a month") || run("/ month") || run("per mo")
      || ["mo", "mth"].contains(words.last) && words.count <= 3 && !words.contains { Int($0) != nil }
    let yearly =
      has("annual|annually|yearly") || run("per year") || run("a year") || run("/ year") || run("per annum")
      || run("per contract year") || run("per enrollment year") || run("each year") || run("per subscription year")
      || run("p a") || has("p.a|pa") || run("fee per year") || ["yr", "annum"].contains(words.last) && words.count <= 4
      || words.firstIndex(of: "per").map { words[safe: $0 + 2] == "year" } ?? false
    if has("total|totals|extended|ext") && !yearly { return .total }
    if yearly, !perUnit { return isPrice || words.count <= 4 ? .annual : nil }
    if isPrice, perUnit || perMonth { return .unitPrice }
    if perMonth || perUnit && (words.count > 1 || words == ["each"]) && !has("qty") { return .unitPrice }
    if isPrice, has("rate|unit") { return .unitPrice }
    if has("value|worth"), !has("total") { return .value }
    if run("in all") || run("order term") && !has("months|month") || run("sum of") { return .total }
    if isPrice, has("months|month|term|period|whole|amount|net|sum|payable") {
      return .total
    }
    if isMonthsTotal(words) { return .total }
    return nil
  }

  /// `12 months`, `36-month fee`: the sum over that time.
  private static func isMonthsTotal(_ words: [String]) -> Bool {
    let bare = words.filter { !["first", "for", "all", "the", "over", "in"].contains($0) && !isCurrency($0) }
    guard bare.count == 2, ["months", "month", "years"].contains(bare[1]) else { return false }
    return bare[0] == "both" || Int(bare[0]) != nil || Ordinals.cardinal(bare[0]).map { $0 > 1 } ?? false
  }

  /// `24 months (Rs.)`: what the sum is in.
  private static func isCurrency(_ word: String) -> Bool {
    [".", "(", ")"].contains(word) || RowScale.currencies.contains(word)
  }

  /// `except`: a word that is there and tells of no time.
  private static func date(_ words: [String], except: String? = nil) -> TableReading.Column? {
    func has(_ any: WordChoice) -> Bool { words.contains { $0 != except && any.allows($0) } }
    func has(_ any: WordSet) -> Bool { words.contains { $0 != except && any.contains($0) } }
    if words.contains(run: "first day") || words.contains(run: "first date")
      || words.contains(run: "as of") && has("available|valid|usable")
    {
      return .start
    }
    if words.contains(run: "last day") || words.contains(run: "last date") || words.contains(run: "final date") {
      return .end
    }
    if has("issued|issue|credited|posted|applied|loaded|commences|opens"), !has("by|until") {
      return .start
    }
    if has("start|begin|begins|from|commencement|starts") {
      return has("end|to|until") && !words.contains(run: "to be") ? .validity : .start
    }
    if has(endings)
      || words.contains(run: "deliver by") || words.contains(run: "use by") || words.contains(run: "redeem by")
    {
      return .end
    }
    if has(times)
      || words.contains(run: "run time") || words.contains(run: "time of use") || words.contains(run: "time frame")
      || words.contains(run: "running time") || words.contains(run: "time for use")
    {
      return .validity
    }
    if words == ["lapses"] || words == ["lapses", "on"] || words == ["lapse"] { return .end }
    if has("months|term|duration"), !has("fee|price") { return .months }
    if words == ["for"] || words == ["how", "long"] || words == ["length"] { return .months }
    return nil
  }
}
