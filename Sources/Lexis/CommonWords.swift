// SPDX-License-Identifier: GPL-3.0-or-later

extension Vocabulary {
  /// The signs and words that English contracts have most often, the most common first, whether anything asks for them
  /// or not. A new vocabulary has them under its first numbers, so that what is kept by word lies close together for
  /// most of a text's words, and none of them is ever spelled out from the text.
  static let common: [String] = (signs + " " + words).split(separator: " ").map(String.init)

  private static let signs = ", . ( ) : ; / - $ % [ ] & 's"

  private static let words = """
    the of and to or in any a shall by agreement this be for such with as party that other s all is not its will \
    on under may at which company section parties from if have each time an date information including are \
    product b use has it no services business provided rights you applicable products written terms right notice \
    set upon without term confidential respect forth termination i c third been obligations within prior event \
    required subject otherwise provide than days pursuant means inc period reasonable during ii after material \
    property law accordance source one agree service payment distributor effective customer following connection \
    except affiliates made agrees we but order laws their securities non either exhibit between act writing \
    hereunder breach person agent us materials herein your costs provisions bank license performance name action \
    necessary conditions related purchase limited fees our extent delivery software liability make transfer \
    development reasonably consent into year against request data out franchise licensed claim approval \
    intellectual provision then group only page deemed interest thereof whether expenses new day pay due article \
    affiliate case amount hereby unless state effect sale authority site territory through sales marks part \
    employees iii title contract used system must control marketing relating shares exchange include additional \
    hereto limitation schedule form first agreed more insurance obligation plan statement client receipt so same \
    legal defined disclosure perform requested above sole supplier good requirements regulatory available \
    contained failure advertising equipment arising vendor work hereof joint commission foregoing activities \
    terminate similar end filed change compliance exclusive meaning regulations cause application proprietary \
    payments general claims fee permitted agreements manufacturer operation those certain network financial \
    account approved below responsible behalf authorized public corporation force damages purposes would paid \
    specified support own delivered further licensee registration promptly expiration price trademarks \
    respective amended when does given month jurisdiction directly result entity maintain full purpose \
    immediately number com manner comply however trade efforts maintenance warranties based notwithstanding \
    owner management documents executed cost described do records expense initial agents supply mean stock \
    treatment appropriate calendar united specifications received program governmental expressly omitted \
    incurred per america granted take who amounts court dispute months access waiver representations default \
    assignment document content technology fund notify neither receiving solely representatives both \
    confidentiality co addition ownership execution basis amendment distribution where constitute quality \
    entitled standards power copy directors being consultant assets nor association capacity require counsel \
    matter customers less review field unit address market before two sell least separately thirty associated \
    rules loss proceeding minimum obtain training warranty current owned commercial conduct relevant \
    indemnification they iv independent duly contemplated user notices states procedures also faith federal \
    executive patent regarding binding agency indemnified operating until discretion place up systems clause \
    licenses reference deliver value grant exercise taxes attachment officers process benefit covenants apply \
    rate royalty principal rule security net therein orders branded offer thereto disclosing board determined \
    acknowledges research follows five manufacturing referred providing was location member statements code \
    designated technical arbitration proposed indirectly capital report existing changes reports operations \
    sponsor payable facility mutually reason offering compensation transactions llc there continue these \
    remedies specific transaction release ensure consideration contractor actions documentation trademark option \
    promotional production trust construed tax credit free licensor audit enter mail project them acknowledge \
    manufacture actual annual common percent direct collectively registered paragraph hold closing together \
    promotion terminated officer equity sections country way government remain know patents indemnify partner \
    disclose indemnifying years employee lease complete issued portions electronic three how copies results well \
    equal give fully using persons losses attached sold entire knowledge majeure communications representative \
    warrants total disclosed assign represents charges trustee infringement transportation remedy signed whereas \
    carrier relationship express over included operate meet damage performed developed having york become final \
    condition liable programs policies duties personnel times execute corp entered later commercially monthly \
    director quarter local personal applications mobile thereafter receive defense settlement sent original \
    facilities list proceedings investment return design matters resolution subcontractor mutual web premises \
    policy best acquisition acceptance violation bankruptcy filing nature names nothing entities assigns center \
    substantially circumstances portion international individual conducted dated can corporate specifically \
    invoice venture delay committee outside includes meeting plans responsibility affect certificate particular \
    incorporated items harmless share conflict manager future should users judgment funds located grants master \
    online his gross hours valid liabilities employment mark modification regulation safety held attorneys fails \
    listed professional counterparts delaware charge assistance inventory successors determine cooperate \
    interests hosting intended generally revenue recipient members standard permit caused pricing cure \
    technologies accounting stated partnership manual contractors resources long resulting energy were \
    components office consistent advance another signature unreasonably now aggregate approvals processing \
    assigned concerning commencement possession president defend implied inventions medical media sub \
    restrictions becomes suite identified acts construction brand facsimile whole submit replacement internet \
    file fiscal ten anything contrary base said supplement health relief acceptable obtained modified issue \
    adverse withheld giving point develop reporting taken considered making protection subsequent transferred \
    retain care appendix therefore inspection domain performing separate negligence risk successor decision \
    version administrative survive dollars accepted representation partners subcontractors coverage renewal \
    special notes ip bound subsidiaries provides instrument course maximum among participate demand foreign \
    income governed parts modify hereinafter class area events accounts governing national methods keep \
    whatsoever occurrence collection testing established email possible affected collaboration completion cannot \
    via sites authorities computer sixty suit carry assist communication witness seek establish controlled item \
    fact respects level suppliers preceding timely note last create enforcement completed prices oral obtaining \
    opportunity certified competent books card provider scope contracts global materially
    """
}
