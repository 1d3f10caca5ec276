// swift-tools-version: 6.1
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

let package = Package(
  name: "InWriting",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "InWriting", targets: ["InWriting"]),
    .executable(name: "inwriting", targets: ["InWritingCommand"]),
  ],
  dependencies: [
    // Options, help and shell completions of the command.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    // SHA-256 of a document's bytes: its identity.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    // Packs are YAML; its composer gives nodes with line and column.
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    // C libraries behind narrow shims.
    .systemLibrary(
      name: "CPopplerSystem", path: "Sources/CPopplerSystem", pkgConfig: "poppler-glib",
      providers: [.apt(["libpoppler-glib-dev"]), .brew(["poppler"])]),
    .target(name: "CPoppler", dependencies: ["CPopplerSystem"]),
    .systemLibrary(
      name: "CLibXMLSystem", path: "Sources/CLibXMLSystem", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CLibXML", dependencies: ["CLibXMLSystem"]),

    .systemLibrary(
      name: "CGMimeSystem", path: "Sources/CGMimeSystem", pkgConfig: "gmime-3.0",
      providers: [.apt(["libgmime-3.0-dev"]), .brew(["gmime"])]),
    .target(name: "CGMime", dependencies: ["CGMimeSystem"]),

    // What of Foundation is used, by one name on every system.
    .target(name: "FoundationSubset"),
    // JSON with exact decimals and members in order.
    .target(name: "ExactJSON", dependencies: ["FoundationSubset"]),
    // Plain values that everyone speaks.
    .target(name: "InventoryModel", dependencies: ["FoundationSubset"]),
    .target(name: "DocumentText", dependencies: ["InventoryModel"]),

    // Bytes in, SourceText out.
    .target(name: "Ingestion", dependencies: ["CPoppler", "CLibXML", "DocumentText", "InventoryModel"]),

    // Words, values, phrases.
    .target(name: "Lexis", dependencies: ["DocumentText"]),
    .target(
      name: "ValueRecognition", dependencies: ["FoundationSubset", "Lexis", "DocumentText", "InventoryModel"]),
    .target(name: "Patterns", dependencies: ["FoundationSubset", "Lexis", "InventoryModel", "Yams"]),

    // What the document grants.
    .target(
      name: "Extraction",
      dependencies: [
        "FoundationSubset", "Patterns", "ValueRecognition", "Lexis", "DocumentText", "InventoryModel",
      ]),

    // What was promised, and what became of it.
    .target(
      name: "PromiseReading",
      dependencies: [
        "FoundationSubset", "CGMime", "Extraction", "Ingestion", "ExactJSON", "DocumentText", "InventoryModel",
      ]),
    .target(
      name: "Verification",
      dependencies: [
        "FoundationSubset", "PromiseReading", "Extraction", "Ingestion", "DocumentText", "InventoryModel",
      ]),

    // Inventories need the model alone. Verdicts and changes are printed here too, so that they look like inventories:
    // only Verdicts/ and Changes/ may use Verification, and of it only its results.
    .target(name: "Export", dependencies: ["FoundationSubset", "Verification", "ExactJSON", "InventoryModel"]),
    .target(
      name: "Batch",
      dependencies: [
        "FoundationSubset", "Extraction", "Patterns", "Ingestion", "DocumentText", "InventoryModel",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Extraction against gold.
    .target(name: "Scoring", dependencies: ["FoundationSubset", "ExactJSON", "InventoryModel"]),
    .target(
      name: "InWriting",
      dependencies: [
        "FoundationSubset", "Batch", "Export", "Scoring", "Verification", "PromiseReading", "ExactJSON", "Extraction",
        "Patterns",
        "ValueRecognition", "Lexis", "Ingestion",
        "DocumentText", "InventoryModel",
      ]),
    .executableTarget(
      name: "InWritingCommand",
      dependencies: ["InWriting", .product(name: "ArgumentParser", package: "swift-argument-parser")]),

    .testTarget(name: "ExactJSONTests", dependencies: ["FoundationSubset", "ExactJSON"]),
    .testTarget(name: "InventoryModelTests", dependencies: ["FoundationSubset", "ExactJSON", "InventoryModel"]),
    .testTarget(name: "IngestionTests", dependencies: ["Ingestion", "DocumentText"]),
    .testTarget(name: "LexisTests", dependencies: ["Lexis", "DocumentText"]),
    .testTarget(
      name: "ValueRecognitionTests", dependencies: ["FoundationSubset", "ValueRecognition", "Lexis", "DocumentText"]),
    .testTarget(name: "PatternsTests", dependencies: ["Patterns", "Lexis", "DocumentText"]),
    .testTarget(name: "ExtractionTests", dependencies: ["FoundationSubset", "Extraction", "Ingestion", "Patterns"]),
    // What tests of several rooms check JSON with.
    .target(name: "SchemaChecking", dependencies: ["FoundationSubset", "ExactJSON"], path: "Tests/SchemaChecking"),
    .testTarget(
      name: "ExportTests",
      dependencies: ["FoundationSubset", "Export", "SchemaChecking", "ExactJSON", "InventoryModel"]),
    .testTarget(name: "BatchTests", dependencies: ["FoundationSubset", "Batch", "Extraction", "InventoryModel"]),
    .testTarget(name: "ScoringTests", dependencies: ["Scoring", "ExactJSON"]),
    .testTarget(
      name: "VerificationTests",
      dependencies: [
        "FoundationSubset",
        "Verification", "PromiseReading", "Extraction", "Export", "InWriting", "ExactJSON", "InventoryModel",
      ]),
    .testTarget(
      name: "InWritingTests",
      dependencies: ["FoundationSubset", "InWriting", "InWritingCommand", "SchemaChecking", "ExactJSON"]),
  ],
  swiftLanguageModes: [.v6]
)
