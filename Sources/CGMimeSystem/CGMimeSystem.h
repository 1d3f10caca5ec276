// SPDX-License-Identifier: GPL-3.0-or-later
// GMime, for CGMime alone: no Swift target imports this module.
#pragma once
#include <gmime/gmime.h>
