// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// Runs the built `inwriting`.
@Suite(.enabled(if: Program.isBuilt)) struct CommandTests {
  private struct Outcome {
    var code: Int32
    var output: String
    var errors: String
  }

  private let folder: String
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "inwriting-command-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Runs a line of the shell in which `inwriting` is the program.
  private func run(_ line: String) throws -> Outcome {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let code = try Program.run(
      "{ \(line); } >out 2>err", in: folder,
      environment: [
        "INWRITING_PATTERNS": Repository.root + "/patterns", "CORPORA": Repository.root + "/corpora",
      ])
    func content(_ name: String) -> String {
      FileManager.default.contents(atPath: folder + "/" + name).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    return Outcome(code: code, output: content("out"), errors: content("err"))
  }

  private static let order = "Supplier grants Customer 40 training credits at no additional charge."

  @Test(
    arguments: [
      ("inwriting --version", 0), ("inwriting extract \"$CORPORA/orderforms\"", 0), ("inwriting extract", 64),
      ("inwriting extract x.pdf --unknown", 64), ("inwriting nonsense", 64), ("inwriting extract missing.pdf", 2),
      ("inwriting extract \"$CORPORA/orderforms\" missing.pdf", 2), ("inwriting extract \"$CORPORA/unreadable\"", 2),
      ("inwriting extract . --jobs 0", 64), ("inwriting extract . --format json,csv", 64),
      ("inwriting extract . --format xml", 64), ("inwriting extract . --patterns nowhere", 64),
      ("inwriting extract . --output /dev/null/x", 74), ("inwriting text missing.txt", 2),
      ("inwriting values missing.txt", 2), ("inwriting explain missing.txt", 2), ("inwriting patterns check", 0),
      ("inwriting patterns check nowhere", 64), ("echo 'pack: [' >bad.yaml; inwriting patterns check bad.yaml", 1),
      ("echo 'pack: [' >bad.yaml; inwriting extract . --patterns bad.yaml", 1), ("inwriting patterns list", 0),
      ("inwriting score .", 64), ("inwriting reference schema", 0),
    ])
  func `Exit codes`(line: String, code: Int32) throws {
    let outcome = try run(line)
    #expect(outcome.code == code, "\(outcome.errors)")
    #expect(code == 0 || !outcome.errors.isEmpty)
  }

  @Test func `Standard input is read, and JSON goes where there is no terminal`() throws {
    let outcome = try run("echo '\(Self.order)' | inwriting extract -")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("{\n  \"schema\": \"inwriting/inventory/1\""))
    #expect(outcome.output.contains("\"path\": \"-\"") && outcome.output.contains("\"kind\": \"training_credit\""))
  }

  @Test func `A folder of output gets the files, and nothing goes to standard output`() throws {
    let outcome = try run("echo '\(Self.order)' >o.txt; inwriting extract o.txt --output a/b; ls a/b >&2")
    #expect(outcome.code == 0 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("inventory.csv\ninventory.json\n"))
  }

  @Test func `What was passed over or failed is said, the rest is written`() throws {
    let outcome = try run("mkdir d; echo '\(Self.order)' >d/o.txt; echo x >d/.h; echo x >d/o.docx; inwriting extract d")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("d/.h: hidden") && outcome.errors.contains("d/o.docx: unknown_format"))
    #expect(outcome.output.contains("training_credit") && outcome.output.contains("\"d/o.docx\""))
  }

  @Test func `A reader that has seen enough is no fault`() throws {
    let outcome = try run("inwriting extract \"$CORPORA/orderforms\" | head -c 1; echo ${PIPESTATUS[0]}")
    #expect(outcome.output == "{0\n")
    #expect(!outcome.errors.contains("cannot be written"))
  }

  @Test func `A full disk is told`() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let outcome = try run("(inwriting reference schema >/dev/full)")
    #expect(outcome.code == 74 && outcome.errors.contains("No space left"))
  }

  @Test func `A table obeys COLUMNS and has no colours in a file`() throws {
    let outcome = try run("COLUMNS=90 inwriting extract \"$CORPORA/orderforms\" --format table --today 2026-08-01")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("Next to expire, from 2026-08-01") })
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 90 && !$0.contains("\u{1B}") })
  }

  @Test func `Values of lines`() throws {
    let outcome = try run("printf 'pay $5\\nnothing' | inwriting values --lines")
    #expect(
      outcome.output
        == "{\"line\": 1, \"values\": [{\"type\": \"money\", \"text\": \"$5\", \"start\": 4, \"end\": 6, \"amount\": 5, \"currency\": null}]}\n{\"line\": 2, \"values\": []}\n"
    )
  }
}
