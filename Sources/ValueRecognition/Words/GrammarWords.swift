// SPDX-License-Identifier: GPL-3.0-or-later

extension LexiconBuilder {
  /// Function words, labels, parties and what may stand before a counted thing.
  mutating func addGrammar() {
    add(
      words:
        "the of and or to in for on at by with from as is are was were be been has have had will shall may must can "
        + "not no nor if unless until per each every any all a an this that these those such its their his her our your "
        + "which who whom whose than then when where while after before under over within without during through into "
        + "upon between among against about it they we you he she but so only also plus",
      .function)
    add(
      words: "section sections clause clauses article articles exhibit schedule appendix annex attachment paragraph "
        + "paragraphs pages lines items steps pp page line item note version iso chapter part rule form no nos number room suite floor box phase level "
        + "tier table figure step release v § #",
      .label)
    add(
      words: "customer client supplier vendor provider licensee licensor subscriber company buyer seller party parties "
        + "contractor purchaser agreement amendment term month day year fees fee section it",
      .party)
    add(words: "percent pct % ％ bps", .percent)
    add(
      words: "api training certification exam learning instructor led virtual paced enterprise professional standard "
        + "premium premier advanced basic full partial named concurrent active internal external additional extra further "
        + "free complimentary included bonus annual monthly daily technical consulting implementation advisory coaching "
        + "expert success onboarding support services service platform cloud data ai ml flex usage compute storage file "
        + "developer development production test staging copy admin administrator end licensed registered authorized "
        + "authorised unused remaining prepaid paid use time demand live online private public group classroom class "
        + "course seat user customer person business marketing sales product analytics integration automation migration "
        + "workshop review total new individual transactional outbound inbound push text voice email sms web mobile "
        + "input output processing streaming batch unlimited physical dedicated reserved managed sandbox preparation "
        + "elearning capacity adviser advisor architect engineer engineering design strategy practitioner fundamentals "
        + "university academy job man successful failed more other different separate single",
      .modifier)
  }
}
