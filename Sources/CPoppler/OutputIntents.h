// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Renames the entry `/OutputIntents` wherever it is a key of a dictionary that stands openly in the file.
void iw_rename_output_intents(uint8_t *bytes, size_t length);
