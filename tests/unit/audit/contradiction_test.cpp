// SPDX-License-Identifier: Apache-2.0
#include "audit/contradiction.h"

#include <gtest/gtest.h>

namespace solander::audit {
namespace {

using enum Conflict;
using enum RightsClass;

struct MatrixCase {
    std::string name;
    Standing a;
    Standing b;
    Conflict conflict;
};

TEST(Contradiction, IsAsTheMatrixHasItInBothOrders) {
    const std::vector<MatrixCase> cases{
        {"free and bound", {public_domain}, {in_copyright}, error},
        {"words that agree", {public_domain}, {public_domain, "PDM"}, none},
        {"one code", {public_domain, "CC0"}, {public_domain, "CC0"}, none},
        {"two codes", {public_domain, "CC0"}, {public_domain, "PDM"}, error},
        {"free and licensed", {public_domain}, {open, "CC BY 4.0"}, error},
        {"free and restricted", {public_domain, "PDM"}, {restricted, "CC BY-NC 4.0"}, error},
        {"free, contract", {public_domain, "NoC-NC"}, {restricted}, none},
        {"free and unknown", {public_domain}, {unknown}, warning},
        {"holder licenses", {in_copyright, "InC"}, {open, "CC BY 4.0"}, none},
        {"bound and restricted", {in_copyright}, {restricted}, none},
        {"bound and unknown", {in_copyright, "InC"}, {unknown}, warning},
        {"two of bound", {in_copyright, "InC"}, {in_copyright, "InC-EDU"}, none},
        {"open and restricted", {open}, {restricted}, error},
        {"two licences", {open, "CC BY 4.0"}, {open, "CC BY-SA 4.0"}, error},
        {"who licensed it", {open}, {unknown}, warning},
        {"two unknown", {unknown, "UND"}, {unknown, "CNE"}, note},
        {"label of its own URI", {public_domain, "NKC"}, {unknown, "NKC"}, none},
        {"ask, with a waiver", {permission}, {public_domain, "CC0"}, error},
        {"ask, with a mark", {permission}, {public_domain, "PDM"}, error},
        {"ask, with a contract", {permission}, {public_domain, "NoC-CR"}, none},
        {"ask, in copyright", {permission}, {in_copyright}, none},
        {"ask, open", {permission}, {open}, error},
        {"ask, restricted", {permission}, {restricted}, warning},
        {"ask, unknown", {permission}, {unknown}, none},
        {"access is no copyright", {access}, {in_copyright}, none}};
    for (const auto& one : cases) {
        EXPECT_EQ(conflict(one.a, one.b), one.conflict) << one.name;
        EXPECT_EQ(conflict(one.b, one.a), one.conflict) << one.name << ", turned";
    }
}

}  // namespace
}  // namespace solander::audit
