// SPDX-License-Identifier: GPL-3.0-or-later

// Who imports InWriting has the values that everyone speaks, the formats and what reading returns, without knowing in
// which room they live.
@_exported import Batch
@_exported import Export
@_exported import Extraction
@_exported import InventoryModel
@_exported import Patterns
@_exported import PromiseReading
@_exported import Scoring
@_exported import ValueRecognition
@_exported import Verification

/// The version of this library and of the `inwriting` command.
public let inWritingVersion = "0.1.0"
