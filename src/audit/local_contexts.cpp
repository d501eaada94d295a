// SPDX-License-Identifier: Apache-2.0
#include "audit/local_contexts.h"

#include <array>
#include <string>

#include "audit/vocabulary.h"
#include "audit/words.h"

namespace solander::audit {

const AuditVocabularyInfo kLocalContextsInfo{
    .name = "Local Contexts labels and notices",
    .version = "6408f588",
    .date = "2026-11-28",
    .source = "localcontexts/localcontextshub, Labels.json; localcontexts.org/label",
};

namespace {

using enum LabelAccess;

constexpr std::array<LocalContextsLabel, 34> kLabels{{
    {"TK A", "TK Attribution", "tk-attribution"},
    {"TK CL", "TK Clan", "tk-clan"},
    {"TK F", "TK Family", "tk-family"},
    {"TK MC", "TK Multiple Communities", "tk-multiple-communities"},
    {"TK CV", "TK Community Voice", "tk-community-voice"},
    {"TK CR", "TK Creative", "tk-creative"},
    {"TK V", "TK Verified", "tk-verified"},
    {"TK NV", "TK Non-Verified", "tk-non-verified"},
    {"TK S", "TK Seasonal", "tk-seasonal", care},
    {"TK WG", "TK Women General", "tk-women-general"},
    {"TK MG", "TK Men General", "tk-men-general"},
    {"TK MR", "TK Men Restricted", "tk-men-restricted", community},
    {"TK WR", "TK Women Restricted", "tk-women-restricted", community},
    {"TK CS", "TK Culturally Sensitive", "tk-culturally-sensitive", care},
    {"TK SS", "TK Secret / Sacred", "tk-secret-sacred", community},
    {"TK OC", "TK Open to Commercialization", "tk-open-to-commercialization"},
    {"TK NC", "TK Non-Commercial", "tk-non-commercial"},
    {"TK CO", "TK Community Use Only", "tk-community-use-only", community},
    {"TK O", "TK Outreach", "tk-outreach"},
    {"TK CB", "TK Open to Collaboration", "tk-open-to-collaboration"},
    {"BC P", "BC Provenance", "bc-provenance"},
    {"BC MC", "BC Multiple Communities", "bc-multiple-communities"},
    {"BC CB", "BC Open to Collaboration", "bc-open-to-collaboration"},
    {"BC OC", "BC Open to Commercialization", "bc-open-to-commercialization"},
    {"BC R", "BC Research Use", "bc-research-use"},
    {"BC CV", "BC Consent Verified", "bc-consent-verified"},
    {"BC CNV", "BC Consent Non-Verified", "bc-consent-non-verified"},
    {"BC CL", "BC Clan", "bc-clan"},
    {"BC O", "BC Outreach", "bc-outreach"},
    {"BC NC", "BC Non-Commercial", "bc-non-commercial"},
    {"Attribution Incomplete Notice", "Attribution Incomplete Notice", "attribution-incomplete",
     any, true},
    {"BC Notice", "BC Notice", "bc-notice", any, true},
    {"TK Notice", "TK Notice", "tk-notice", any, true},
    {"Open to Collaborate Notice", "Open to Collaborate Notice", "open-to-collaborate", any, true},
}};

constexpr std::string_view kHost = "localcontexts.org/";

/// Whether an address of a label has `slug` as one of its parts.
bool has_address(std::string_view plain, std::string_view slug) {
    const auto host = plain.find(kHost);
    if (host == std::string_view::npos) return false;
    const std::string part = '/' + std::string(slug);
    for (auto at = plain.find(part, host); at != std::string_view::npos;
         at = plain.find(part, at + 1)) {
        const auto end = at + part.size();
        if (end == plain.size() ||
            std::string_view("/ ?#.,;)").find(plain[end]) != std::string_view::npos)
            return true;
    }
    return false;
}

/// Names are written with and without the blanks around a slash.
std::string without_slash_blanks(std::string text) {
    for (auto at = text.find(" / "); at != std::string::npos; at = text.find(" / "))
        text.replace(at, 3, "/");
    return text;
}

}  // namespace

std::span<const LocalContextsLabel> local_contexts_labels() {
    return kLabels;
}

std::vector<const LocalContextsLabel*> labels_in(std::string_view text) {
    const std::string plain = without_slash_blanks(folded(text));
    std::vector<const LocalContextsLabel*> found;
    for (const LocalContextsLabel& label : kLabels) {
        const bool is_named = has_phrase(plain, without_slash_blanks(folded(label.name))) ||
                              (!label.is_notice && has_phrase(text, label.code));
        if (is_named || has_address(plain, label.slug)) found.push_back(&label);
    }
    return found;
}

}  // namespace solander::audit
