// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include <solander/error.h>

// The only two macros of the project: leave the function with the error, or go on with the value.

/// Evaluates an expression of type Result; returns its error from the enclosing function.
#define SOLANDER_TRY(expression)                                   \
    do {                                                           \
        if (auto solander_result = (expression); !solander_result) \
            return std::move(solander_result).error();             \
    } while (false)

#define SOLANDER_TRY_JOIN_(a, b) a##b
#define SOLANDER_TRY_NAME_(line) SOLANDER_TRY_JOIN_(solander_result_, line)
// NOLINTBEGIN(bugprone-macro-parentheses): these arguments are names and declarations
#define SOLANDER_TRY_ASSIGN_(temporary, declaration, expression) \
    auto temporary = (expression);                               \
    if (!temporary) return std::move(temporary).error();         \
    declaration = *std::move(temporary)
// NOLINTEND(bugprone-macro-parentheses): as above

/// `SOLANDER_TRY_ASSIGN(const auto x, f());` declares x from f()'s value, or returns its error.
#define SOLANDER_TRY_ASSIGN(declaration, expression) \
    SOLANDER_TRY_ASSIGN_(SOLANDER_TRY_NAME_(__LINE__), declaration, expression)
