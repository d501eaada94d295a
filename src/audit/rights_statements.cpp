// SPDX-License-Identifier: Apache-2.0
#include "audit/rights_statements.h"

#include <algorithm>
#include <array>

#include "audit/vocabulary.h"

namespace solander::audit {

const AuditVocabularyInfo kRightsStatementsInfo{
    .name = "RightsStatements.org",
    .version = "1.0",
    .date = "2022-04-27",
    .source =
        "rightsstatements.org, data model; acceptance and tiers as europeana/metis-schema "
        "a62d309 has them",
};

namespace {

using enum RightsClass;
constexpr auto kCopyrighted = PremisCopyrightStatus::copyrighted;
constexpr auto kPublicDomain = PremisCopyrightStatus::publicdomain;
constexpr auto kUnknown = PremisCopyrightStatus::unknown;

constexpr std::array<RightsStatement, 12> kStatements{{
    {"InC", "In Copyright", in_copyright, kCopyrighted, 2, "it was determined to be in copyright"},
    {"InC-OW-EU", "In Copyright - EU Orphan Work", in_copyright, kCopyrighted, 2,
     "it is in the register of orphan works of the EU"},
    {"InC-RUU", "In Copyright - Rights-holder(s) Unlocatable or Unidentifiable", in_copyright,
     kCopyrighted, 0, "it is in copyright, and a reasonable search for the holder failed"},
    {"InC-EDU", "In Copyright - Educational Use Permitted", in_copyright, kCopyrighted, 3,
     "the holder permits educational use"},
    {"InC-NC", "In Copyright - Non-Commercial Use Permitted", in_copyright, kCopyrighted, 0,
     "the holder permits non-commercial use"},
    {"NoC-NC", "No Copyright - Non-Commercial Use Only", public_domain, kPublicDomain, 3,
     "it is in the public domain and was digitised under a contract that limits commercial use"},
    {"NoC-CR", "No Copyright - Contractual Restrictions", public_domain, kPublicDomain, 0,
     "it is in the public domain and a contract restricts use; link to the restrictions"},
    {"NoC-OKLR", "No Copyright - Other Known Legal Restrictions", public_domain, kPublicDomain, 3,
     "it is in the public domain and another law restricts use; link to the restrictions"},
    {"NoC-US",
     "No Copyright - United States",
     public_domain,
     {},
     0,
     "it was determined to be free of copyright in the United States"},
    {"NKC", "No Known Copyright", unknown, kUnknown, 0,
     "there is reason to believe that it is free, after an effort that was not conclusive"},
    {"CNE", "Copyright Not Evaluated", unknown, kUnknown, 2, "nobody has tried to find out"},
    {"UND", "Copyright Undetermined", unknown, {}, 0, "an effort to find out was made and failed"},
}};

}  // namespace

std::string_view rights_class_name(RightsClass value) {
    switch (value) {
        case public_domain:
            return "public domain";
        case in_copyright:
            return "in copyright";
        case open:
            return "an open licence";
        case restricted:
            return "a licence with restrictions";
        case unknown:
            return "status not known";
        case permission:
            return "permission required";
        case access:
            return "a term of access";
    }
    return {};
}

std::span<const RightsStatement> rights_statements() {
    return kStatements;
}

const RightsStatement* find_rights_statement(std::string_view code) {
    const auto* found = std::ranges::find(kStatements, code, &RightsStatement::code);
    return found == kStatements.end() ? nullptr : found;
}

std::string rights_statement_uri(const RightsStatement& statement) {
    return "http://rightsstatements.org/vocab/" + std::string(statement.code) + "/1.0/";
}

}  // namespace solander::audit
