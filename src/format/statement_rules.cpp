// SPDX-License-Identifier: Apache-2.0
#include "format/statement_rules.h"

#include <algorithm>
#include <array>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "format/describe.h"
#include "format/values.h"

namespace solander::format {

namespace {

using Origins = std::unordered_set<std::string_view>;

/// The visitor (see describe.h) that only looks.
class StatementCheck {
public:
    static constexpr bool kWrites = true;

    explicit StatementCheck(const Origins& origins) : origins_(origins) {}

    std::optional<std::string> broken() const { return broken_; }

    template <class T>
    void required(std::string_view name, const T& value) {
        attribute(name, value);
    }
    template <class T>
    void optional(std::string_view name, const T& value) {
        if (!is_empty(value)) attribute(name, value);
    }
    void text(const std::string& words) { seen_.words |= !words.empty(); }

    template <class T>
    void child(std::string_view name, const T& value) {
        const Seen outer = seen_;
        seen_ = {};
        describe(*this, value);
        if (!broken_)
            if (auto broken = judge(seen_)) broken_ = fmt::format("its {} {}", name, *broken);
        // What is inside a statement without a state of its own belongs to the statement.
        const bool words = outer.words || (!seen_.state && (seen_.words || seen_.code));
        seen_ = outer;
        seen_.words = words;
    }
    void child(std::string_view, const std::string& words) { text(words); }
    void maybe(std::string_view, const std::string& words) { text(words); }
    template <class T>
    void maybe(std::string_view name, const std::optional<T>& value) {
        if (value) child(name, *value);
    }
    template <class T>
    void each(std::string_view name, const std::vector<T>& list) {
        for (const T& value : list) child(name, value);
    }
    void each(std::string_view, const std::vector<TypedWords>& list, std::string_view) {
        seen_.words |= !list.empty();
    }
    void each_of(std::string_view transfer, std::string_view gap,
                 const std::vector<std::variant<Transfer, Gap>>& steps) {
        for (const auto& step : steps)
            std::visit([&](const auto& value) { child(step.index() == 0 ? transfer : gap, value); },
                       step);
    }

private:
    struct Seen {
        std::optional<State> state;
        bool words = false;
        bool code = false;
        bool rule = false;
        bool origin_missing = false;
    };

    void attribute(std::string_view name, const State& state) {
        if (name == "state") seen_.state = state;
    }
    void attribute(std::string_view name, const std::string& value) {
        static constexpr std::array<std::string_view, 5> kCodes{"edtf", "code", "uri", "target",
                                                                "jurisdiction"};
        if (name == "rule") seen_.rule = true;
        if (name == "origin") seen_.origin_missing = !origins_.contains(value);
        seen_.code |= std::find(kCodes.begin(), kCodes.end(), name) != kCodes.end();
    }
    void attribute(std::string_view name, const std::optional<PremisCopyrightStatus>&) {
        seen_.code |= name == "status";
    }
    template <class T>
    void attribute(std::string_view, const T&) {}

    static std::optional<std::string> judge(const Seen& seen) {
        if (seen.origin_missing) return "names an origin that is not there";
        if (!seen.state) return std::nullopt;
        const bool answered = seen.words || seen.code;
        switch (*seen.state) {
            case State::stated:
                if (!answered) return "is stated, but has no words";
                break;
            case State::stated_unknown:
            case State::stated_none:
                if (!seen.words) return "is stated as unknown or none, but not in words";
                break;
            case State::inferred:
                if (!answered) return "is inferred, but has no words";
                if (!seen.rule) return "is inferred, but by no rule";
                break;
            case State::absent:
                if (answered) return "is absent, but has words";
                break;
            case State::blank:  // words there are a placeholder's
                if (seen.code) return "is blank, but has a code";
                break;
        }
        return std::nullopt;
    }

    const Origins& origins_;
    Seen seen_;
    std::optional<std::string> broken_;
};

}  // namespace

std::optional<std::string> check_statements(const Document& document, const Origins& origins) {
    StatementCheck check(origins);
    describe(check, document);
    return check.broken();
}

}  // namespace solander::format
