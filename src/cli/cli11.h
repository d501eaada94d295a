// SPDX-License-Identifier: Apache-2.0
#pragma once

// CLI11, all of whose code is compiled into every file that includes it. So this is for the few
// files that need more of it than its names.

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
