// SPDX-License-Identifier: Apache-2.0
#include "table/rights_blocks.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace solander::table {

namespace {

template <class Test>
bool any_statement(const Rights& rights, const Test& test) {
    return std::ranges::any_of(rights.statements, test) ||
           std::ranges::any_of(rights.standard_statements, test) ||
           std::ranges::any_of(rights.copyright_statuses, test) ||
           std::ranges::any_of(rights.holders, test) ||
           std::ranges::any_of(rights.licences, test) || std::ranges::any_of(rights.access, test);
}

}  // namespace

Rights* block_of(Document& document, std::string_view origin) {
    const auto found = std::ranges::find_if(document.rights, [origin](const Rights& rights) {
        return any_statement(rights, [origin](const Statement& statement) {
            return statement.place.origin == origin;
        });
    });
    return found == document.rights.end() ? nullptr : &*found;
}

void put_in_front(Document& document, Rights more, std::string_view origin) {
    Rights* const own = block_of(document, origin);
    if (own == nullptr) {
        more.scope = RightsScope::item;
        document.rights.insert(document.rights.begin(), std::move(more));
        return;
    }
    const auto append = [](auto& list, auto& other) {
        std::ranges::move(other, std::back_inserter(list));
    };
    append(own->statements, more.statements);
    append(own->standard_statements, more.standard_statements);
    append(own->holders, more.holders);
    append(own->licences, more.licences);
    append(own->access, more.access);
}

bool has_answer(const Rights& rights) {
    return any_statement(rights, [](const Statement& statement) {
        return statement.state != State::absent && statement.state != State::blank;
    });
}

}  // namespace solander::table
