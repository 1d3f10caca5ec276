// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Reads HTML. What a person who looks at the page would read is in the text; what markup or styles hide, strike out
/// or delete is not. Nothing is thrown: what could not be read stands among the text's problems.
public enum HTMLReader {
  /// The text of a file's bytes. `charset` is the encoding that a transport named; nil where none did.
  public static func read(_ bytes: [UInt8], charset: String?) -> SourceText {
    let decoded = HTMLDecoding.decode(bytes, charset: charset)
    if decoded.isBinary {
      return SourceText(problems: [.init(.malformed, "The file is no page: it holds control characters throughout.")])
    }
    let prepared = HTMLPreparation.prepare(decoded.utf8)
    let tree = HTMLTree(prepared.bytes)
    let boxes = HTMLBoxes(tree)
    var writer = HTMLWriter(tree: tree, boxes: boxes, shapes: HTMLTableShapes(tree, boxes))
    writer.write()
    let isCut = writer.isCut
    var text = writer.finish()
    text.problems = decoded.problems + text.problems
    report(prepared.flaws, tree.outcome, &text.problems)
    if isCut {
      text.problems.append(.init(.truncated, "Cells of a table that reach down very many rows were cut short."))
    }
    if boxes.isIncomplete {
      text.problems.append(.init(.damaged, "The page's style rules are too many; hidden text may be among the text."))
    }
    if text.lines.isEmpty { text.problems.append(.init(.empty, "The page has no text.")) }
    return text
  }

  private static func report(
    _ flaws: Set<HTMLPreparation.Flaw>, _ outcome: HTMLTree.Outcome, _ problems: inout [Problem]
  ) {
    switch outcome {
    case .complete: break
    case .outOfMemory: problems.append(.init(.truncated, "The page is too large: its end was not read."))
    case .stopped: problems.append(.init(.truncated, "The parser gave up: the page's end was not read."))
    case .tooCostly:
      problems.append(
        .init(.truncated, "The page closes too many elements that it never opened: its end was not read."))
    }
    if flaws.contains(.unclosedComment) {
      problems.append(.init(.damaged, "A comment in the page has no end; what follows it was not read."))
    }
    if flaws.contains(.unclosedElement) {
      problems.append(.init(.damaged, "A script, style or text field has no end; what follows it was not read."))
    }
    if flaws.contains(.unclosedTag) {
      problems.append(.init(.damaged, "A tag in the page has no end; text beside it may be missing."))
    }
    if flaws.contains(.tooManyAttributes) {
      problems.append(.init(.damaged, "A tag has very many attributes, of which the last were not read."))
    }
  }
}
