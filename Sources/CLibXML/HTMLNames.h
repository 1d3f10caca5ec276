// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The number of an element's or attribute's name, whatever its case; 0 for one that is not known.
uint8_t iw_html_tag(const char *name);
uint8_t iw_html_attribute_number(const char *name);
