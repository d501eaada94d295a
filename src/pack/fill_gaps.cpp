// SPDX-License-Identifier: Apache-2.0
#include "pack/fill_gaps.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "metadata/text_lines.h"
#include "pack/differing_words.h"
#include "pack/document_fields.h"
#include "pack/merge_documents.h"

namespace solander::pack {

namespace {

bool is_answer(const Statement& statement) {
    return statement.state != State::absent && statement.state != State::blank;
}

// ---- what an answer is an answer to, where a field has several kinds

/// Answers of different kinds leave each other alone.
using Kind = std::pair<int, std::string>;

Kind kind_of(const Statement& /*of a field without kinds*/) {
    return {};
}
Kind kind_of(const TitleStatement& title) {
    return {title.kind == TitleKind::alternative ? 1 : 0, {}};
}
Kind kind_of(const DateStatement& date) {
    return {static_cast<int>(date.of), {}};
}
Kind kind_of(const LanguageStatement& language) {
    return {language.of ? static_cast<int>(*language.of) : -1, {}};
}
Kind kind_of(const IdentifierStatement& identifier) {
    return {0, identifier.type};
}
Kind kind_of(const AgentStatement& agent) {
    return {0, agent.role};
}
Kind kind_of(const RelationStatement& relation) {
    return {relation.type ? static_cast<int>(*relation.type) : -1, {}};
}

// ---- what an answer says, so that two can be compared

std::string words_of(const TextStatement& statement) {
    return statement.words;
}
std::string words_of(const DateStatement& date) {
    return date.edtf.empty() ? date.words : date.edtf;
}
std::string words_of(const LanguageStatement& language) {
    return language.code.empty() ? language.words : language.code;
}
std::string words_of(const Agent& agent) {
    return agent.name.empty() ? agent.verbatim : agent.name;
}
std::string words_of(const AgentStatement& statement) {
    return words_of(statement.agent);
}
std::string words_of(const SourceStatement& source) {
    return source.verbatim;
}
std::string words_of(const ArchiveStatement& archive) {
    return archive.name.empty() ? archive.verbatim : archive.name;
}
std::string words_of(const UriStatement& statement) {
    return statement.uri.empty() ? statement.words : statement.uri;
}
std::string words_of(const Contact& contact) {
    return contact.email.empty() ? contact.verbatim + contact.name : contact.email;
}
std::string words_of(const CustodialHistory& history) {
    return history.verbatim;
}
/// Credits differ from form to form by an article or a full stop; their funders do not.
std::string words_of(const FundingCredit& credit) {
    std::string funders;
    for (const Funder& funder : credit.funders)
        funders += (funders.empty() ? "" : "; ") + words_of(funder.agent);
    return funders.empty() ? credit.verbatim : funders;
}

/// Whether the words of `part` are those of `whole`, in its order, some of them missing.
bool is_part_of(std::string_view part, std::string_view whole) {
    while (!part.empty()) {
        const auto end = std::min(part.find(' '), part.size());
        const std::string_view word = part.substr(0, end);
        for (;;) {
            if (whole.empty()) return false;
            const auto whole_end = std::min(whole.find(' '), whole.size());
            const bool found = whole.substr(0, whole_end) == word;
            whole.remove_prefix(std::min(whole_end + 1, whole.size()));
            if (found) break;
        }
        part.remove_prefix(std::min(end + 1, part.size()));
    }
    return true;
}

template <class T>
bool agree(const T& one, const T& other) {
    const std::string words = words_of(one);
    const std::string others = words_of(other);
    if (comparable(words) == comparable(others)) return true;
    const std::string folded = metadata::fold_white_space_and_quotes(words);
    const std::string folded_others = metadata::fold_white_space_and_quotes(others);
    return (one.place.gaps && is_part_of(folded, folded_others)) ||
           (other.place.gaps && is_part_of(folded_others, folded));
}

// ---- one field

class Filling {
public:
    Filling(const Document& document, std::size_t own_origins) {
        for (std::size_t i = own_origins; i < document.origins.size(); ++i)
            taken_origins_.insert(document.origins[i].id);
    }

    /// Leaves in `more` what is to be taken.
    template <class T>
    void consider(std::string_view name, const std::vector<T>& field, std::vector<T>& more) {
        keep_gaps(name, field, more);
        if (!more.empty()) filling_.taken.emplace_back(name);
    }

    /// Rights have kinds of answers, too: a licence is no gap where there is another licence, and
    /// is one where only words are.
    void consider_rights(const std::vector<Rights>& rights, std::vector<Rights>& more) {
        for (Rights& block : more) {
            keep_gaps_of(rights, block, &Rights::statements);
            keep_gaps_of(rights, block, &Rights::standard_statements);
            keep_gaps_of(rights, block, &Rights::copyright_statuses);
            keep_gaps_of(rights, block, &Rights::holders);
            keep_gaps_of(rights, block, &Rights::licences);
            keep_gaps_of(rights, block, &Rights::access);
            keep_gaps_of(rights, block, &Rights::contacts);
            if (block.statements.empty()) block.rule.clear();
        }
        std::erase_if(more, [](const Rights& block) { return !has_answer(block); });
        if (!more.empty()) filling_.taken.emplace_back("rights");
    }

    GapFilling result() && { return std::move(filling_); }

private:
    /// A stated answer would take the place of these.
    template <class T>
    bool is_weak(const T& answer) const {
        return answer.state != State::stated || taken_origins_.contains(answer.place.origin);
    }

    template <class T>
    void keep_gaps(std::string_view name, const std::vector<T>& field, std::vector<T>& more) {
        std::vector<T> offered = std::exchange(more, {});
        for (T& answer : offered)
            if (is_answer(answer) && is_gap(name, field, answer)) more.push_back(std::move(answer));
    }

    template <class T>
    void keep_gaps_of(const std::vector<Rights>& rights, Rights& more,
                      std::vector<T> Rights::*part) {
        std::vector<T> own;
        for (const Rights& block : rights)
            own.insert(own.end(), (block.*part).begin(), (block.*part).end());
        keep_gaps("rights", own, more.*part);
    }

    template <class T>
    bool is_gap(std::string_view name, const std::vector<T>& field, const T& answer) {
        const T* differing = nullptr;
        bool all_weak = true;
        for (const T& own : field) {
            if (!is_answer(own) || kind_of(own) != kind_of(answer)) continue;
            if (agree(own, answer)) return false;
            if (differing == nullptr) differing = &own;
            all_weak = all_weak && is_weak(own);
        }
        if (differing == nullptr) return true;
        auto& list = answer.state == State::stated && all_weak ? filling_.contradictions
                                                               : filling_.differences;
        list.push_back(
            fmt::format("{}: {}", name, here_and_there(words_of(*differing), words_of(answer))));
        return false;
    }

    std::set<std::string> taken_origins_;
    GapFilling filling_;
};

}  // namespace

GapFilling fill_gaps(Document& document, Document other, std::size_t own_origins) {
    Filling filling(document, own_origins);
    each_field(document, other, [&filling](std::string_view name, auto& field, auto& more) {
        filling.consider(name, field, more);
    });
    filling.consider_rights(document.rights, other.rights);
    GapFilling result = std::move(filling).result();
    if (!result.contradictions.empty()) {
        result.taken.clear();
        return result;
    }
    other.bodies.clear();
    other.unattributed.clear();
    other.notes.clear();
    merge_into(document, std::move(other));
    return result;
}

}  // namespace solander::pack
