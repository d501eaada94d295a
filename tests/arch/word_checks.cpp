// SPDX-License-Identifier: Apache-2.0
#include <regex>

#include "arch/checks.h"

namespace solander::arch {

namespace {

bool is_product(std::string_view path) {
    return is_source(path) && (is_below(path, "src") || is_below(path, "include"));
}

struct Hit {
    std::size_t line = 0;
    std::string word;
    std::string reason;
};

std::vector<Hit> hits_in(std::string_view text, const std::vector<Forbidden>& forbidden) {
    std::vector<Hit> hits;
    const auto code = code_of(text);
    for (const auto& line : lines_of(code))
        for (const auto& [words, reason] : forbidden)
            for (const auto& word : words)
                if (has_word(line.text, word)) hits.push_back({line.number, word, reason});
    return hits;
}

/// The hits of one file, less what is tolerated in it; what is tolerated in vain is a complaint.
void complain_of(const std::string& path, const std::vector<Hit>& hits, Words tolerated,
                 Complaints& complaints) {
    Words used;
    for (const auto& hit : hits) {
        used.insert(hit.word);
        if (tolerated.contains(hit.word)) continue;
        complaints.push_back(path + ":" + std::to_string(hit.line) + ": " + hit.word + " " +
                             hit.reason);
    }
    std::erase_if(tolerated, [&](const auto& word) { return used.contains(word); });
    for (const auto& word : tolerated)
        complaints.push_back("docs/layers.txt: " + path + " no longer uses " + word);
}

}  // namespace

Complaints check_words(const Tree& tree, const Layers& layers) {
    Complaints complaints;
    auto tolerated = layers.tolerated;
    for (const auto& [path, text] : tree) {
        if (!is_product(path)) continue;
        auto forbidden = layers.everywhere;
        if (!is_below(path, "src/cli"))
            forbidden.insert(forbidden.end(), layers.in_the_library.begin(),
                             layers.in_the_library.end());
        complain_of(path, hits_in(text, forbidden), tolerated[path], complaints);
        tolerated.erase(path);
    }
    for (const auto& [path, words] : tolerated)
        complaints.push_back("docs/layers.txt: tolerates words in " + path +
                             ", which is not there");
    return complaints;
}

Complaints check_remarks(const Tree& tree, const Layers&) {
    struct Rule {
        std::string_view word;  // looked for first: it is far quicker than the expression
        std::regex right;
        std::string_view advice;
    };
    static const std::array kRules = {
        Rule{"TODO", std::regex(R"(\bTODO\(#\d+\))"), "name the issue: TODO(#12)"},
        Rule{"FIXME", std::regex("$^"), "write TODO(#12), with the issue"},
        Rule{"XXX", std::regex("$^"), "write TODO(#12), with the issue"},
        Rule{"NOLINT",
             std::regex(R"(NOLINTEND\([A-Za-z0-9.,-]+\)|NOLINT\w*\([A-Za-z0-9.,-]+\): \S)"),
             "name the check and the reason: NOLINT(check): why"},
    };
    Complaints complaints;
    for (const auto& [path, text] : tree) {
        // These checks themselves, and their tests, have to name what they look for.
        if (is_below(path, "docs") || is_below(path, "tests/arch")) continue;
        for (const auto& line : lines_of(text))
            for (const auto& rule : kRules)
                if (has_word(line.text, rule.word) &&
                    !std::regex_search(line.text.begin(), line.text.end(), rule.right))
                    complaints.push_back(path + ":" + std::to_string(line.number) + ": " +
                                         std::string(rule.advice));
    }
    return complaints;
}

}  // namespace solander::arch
