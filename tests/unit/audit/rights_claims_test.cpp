// SPDX-License-Identifier: Apache-2.0
#include "audit/rights_claims.h"

#include <ostream>

#include <gtest/gtest.h>

namespace solander::audit {
namespace {

/// A claim as the table writes it: class, code, what it is about.
std::string written(const Claim& claim) {
    std::string text(rights_class_name(claim.standing.kind));
    if (!claim.standing.code.empty()) text += " " + claim.standing.code;
    if (claim.is_hedged) text += ", hedged";
    if (claim.scope == ClaimScope::some_items) text += ", of some";
    if (claim.scope == ClaimScope::description) text += ", of the description";
    return text + ": " + std::string(claim.words);
}

struct ClaimCase {
    std::string name;
    std::string text;
    std::vector<std::string> claims;
};

void PrintTo(const ClaimCase& one, std::ostream* out) {
    *out << one.name;
}

std::string claim_case_name(const testing::TestParamInfo<ClaimCase>& info) {
    return info.param.name;
}

class RightsClaims : public testing::TestWithParam<ClaimCase> {};

TEST_P(RightsClaims, AreWhatATextSays) {
    std::vector<std::string> found;
    for (const Claim& claim : rights_claims(GetParam().text)) found.push_back(written(claim));
    EXPECT_EQ(found, GetParam().claims);
}

INSTANTIATE_TEST_SUITE_P(
    Plain, RightsClaims,
    testing::Values(
        ClaimCase{"PublicDomain",
                  "This letter is in the public domain.",
                  {"public domain: public domain"}},
        ClaimCase{"InCopyright", "In Copyright.", {"in copyright: In Copyright"}},
        ClaimCase{
            "AllRightsReserved", "All rights reserved.", {"in copyright: All rights reserved"}},
        ClaimCase{"Sign", "\u00A9 The Harbour Society", {"in copyright: \u00A9"}},
        ClaimCase{"SignInBrackets", "(c) 1962 The Harbour Society", {"in copyright: (c) 1962"}},
        ClaimCase{
            "YearBehindTheWord", "Copyright 1962 by the author", {"in copyright: Copyright 1962"}},
        ClaimCase{"HeldBy", "Copyright is held by the heirs.", {"in copyright: Copyright is held"}},
        ClaimCase{"NoKnownRestrictions",
                  "There are no known copyright restrictions.",
                  {"public domain NKC: no known copyright restrictions"}},
        ClaimCase{"RestrictionsKnownBehind",
                  "No copyright restrictions known.",
                  {"public domain: No copyright restrictions"}},
        ClaimCase{"Zero", "Released as CC0.", {"public domain CC0: CC0"}},
        ClaimCase{"Licence", "CC BY-SA 4.0", {"an open licence: CC BY-SA"}},
        ClaimCase{"LicenceWithRestrictions",
                  "CC BY-NC-ND 4.0",
                  {"a licence with restrictions: CC BY-NC-ND"}},
        ClaimCase{"LicenceInWords",
                  "Creative Commons Attribution-NonCommercial",
                  {"a licence with restrictions: Creative Commons Attribution-NonCommercial"}},
        ClaimCase{"Permission",
                  "Written permission is needed to publish.",
                  {"permission required: Written permission"}},
        ClaimCase{"Access", "Closed until 2040.", {"a term of access: Closed until"}},
        ClaimCase{"NotEvaluated",
                  "The copyright status has not been evaluated.",
                  {"status not known: has not been evaluated"}},
        ClaimCase{"Label",
                  "No Copyright - Contractual Restrictions",
                  {"public domain NoC-CR: No Copyright - Contractual Restrictions"}},
        ClaimCase{"NoNotice", "No copyright notice appears on the letter.", {}},
        ClaimCase{"NoHolderFound", "No copyright holder could be identified.", {}},
        ClaimCase{"NoKnownHolder", "No known copyright holder.", {}}, ClaimCase{"Nothing", "", {}},
        ClaimCase{"NoClaim", "Please credit the Harbour Archive.", {}},
        ClaimCase{"NoWordOfRights", "The rights of man and of the citizen", {}}),
    claim_case_name);

INSTANTIATE_TEST_SUITE_P(
    Denied, RightsClaims,
    testing::Values(ClaimCase{"NotInThePublicDomain",
                              "This item is not in the public domain.",
                              {"in copyright: public domain"}},
                    ClaimCase{"NotYetInThePublicDomain",
                              "It is not yet in the public domain.",
                              {"in copyright: public domain"}},
                    ClaimCase{"IsntInThePublicDomain",
                              "It isn\u2019t in the public domain.",
                              {"in copyright: public domain"}},
                    ClaimCase{"NoLongerInCopyright",
                              "The book is no longer in copyright.",
                              {"public domain: in copyright"}},
                    ClaimCase{"NotSubjectToCopyright",
                              "Works of the office are not subject to copyright.",
                              {"public domain: subject to copyright"}},
                    ClaimCase{
                        "NotCopyrighted", "Never copyrighted.", {"public domain: copyrighted"}},
                    ClaimCase{"NoPermissionRequired", "No permission is required.", {}},
                    ClaimCase{"DenialOfAnotherSentence",
                              "Not for sale. In copyright.",
                              {"in copyright: In copyright"}},
                    ClaimCase{"DenialOfAnotherClause",
                              "Not published, but in copyright.",
                              {"in copyright: in copyright"}},
                    ClaimCase{"DenialOfSomethingElse",
                              "There is no doubt that this is in copyright.",
                              {"in copyright: in copyright"}}),
    claim_case_name);

INSTANTIATE_TEST_SUITE_P(
    OfAnotherTimeOrThing, RightsClaims,
    testing::Values(
        ClaimCase{"WillBeFree",
                  "In copyright. The letter will enter the public domain in 2040.",
                  {"in copyright: In copyright"}},
        ClaimCase{"UntilItIsFree",
                  "Protected by copyright until it enters the public domain on 1 January 2040.",
                  {"in copyright: Protected by copyright"}},
        ClaimCase{"WasProtected",
                  "Formerly copyrighted, now in the public domain.",
                  {"public domain: public domain"}},
        ClaimCase{"Lapsed",
                  "The letter was copyrighted in 1923; that copyright lapsed.",
                  {"public domain: copyright lapsed"}},
        ClaimCase{"HasLapsed", "Copyright 1923 has lapsed; the work is free.", {}},
        ClaimCase{"AMagazine", "Published in 'The Public Domain Review', 2014.", {}},
        ClaimCase{"NoPermissionIsNeeded", "May be reproduced without permission.", {}},
        ClaimCase{"PermissionIsNeeded",
                  "May not be reproduced without permission.",
                  {"permission required: without permission"}},
        ClaimCase{"TheScanIsNotTheLetter",
                  "The letter is in the public domain. Digital image \u00A9 2011.",
                  {"public domain: public domain"}}),
    claim_case_name);

INSTANTIATE_TEST_SUITE_P(
    HedgedAndScoped, RightsClaims,
    testing::Values(
        ClaimCase{"MayBe", "It may be in copyright.", {"status not known, hedged: in copyright"}},
        ClaimCase{"MayApply",
                  "Copyright restrictions may apply.",
                  {"status not known, hedged: Copyright restrictions"}},
        ClaimCase{"SomeDocuments",
                  "Some documents may be subject to copyright, which is retained "
                  "by the rights holders.",
                  {"status not known, hedged, of some: subject to copyright"}},
        ClaimCase{"SomeOfACollection",
                  "Parts of this collection are in the public domain.",
                  {"public domain, of some: public domain"}},
        ClaimCase{"MayBeUsed",
                  "This is in the public domain and may be used freely.",
                  {"public domain: public domain"}},
        ClaimCase{
            "TheMetadata", "The metadata is CC0.", {"public domain CC0, of the description: CC0"}},
        ClaimCase{"MetadataBesideTheItem",
                  "The metadata is CC0; the letter is in copyright.",
                  {"public domain CC0, of the description: CC0", "in copyright: in copyright"}},
        ClaimCase{"MarkOnTheDocument", "Stamped \"All rights reserved\" on the back.", {}},
        ClaimCase{"CurlyMarkOnTheDocument", "It bears \u201C\u00A9 1923\u201D.", {}},
        ClaimCase{"QuotedLabel", "\"In Copyright\"", {"in copyright: In Copyright"}}),
    claim_case_name);

TEST(RightsClaims, TakeTimeThatGrowsWithTheText) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "copyrighted not ";
    EXPECT_EQ(rights_claims(text).size(), 20'000U);
}

}  // namespace
}  // namespace solander::audit
