// SPDX-License-Identifier: Apache-2.0
// Who signed, and whether the reader believes it: what the tool says of each situation that a
// person will meet, in full, and that no two of them are told alike.
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "flaw.h"
#include "forgery.h"
#include "spelling.h"
#include "support/process.h"

namespace solander::test {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

std::string card(std::string_view principals, std::string_view options = {},
                 const std::string& key = "archivist") {
    return fmt::format("{} {}{}{}\n", principals, options, options.empty() ? "" : " ",
                       fixture_key(key).public_key().openssh_line(""));
}

std::string& signature(Forgery& forgery) {
    return forgery.entry(Forgery::signature_of("manifest.xml", "archivist")).data;
}

struct Situation {
    std::string name;
    void (*make)(Forgery&);
    std::string codes;
    std::string layers;  ///< As in the matrix.
    int exit = 0;
    std::string sentence;  ///< Words of the first finding.
};

void PrintTo(const Situation& one, std::ostream* out) {
    *out << one.name;
}

const std::vector<Situation>& situations() {
    static const std::vector<Situation> all{
        {"TwoPrincipalsWithOneKey",
         [](Forgery& f) { f.trust = card("director@example.org") + card("archivist@example.org"); },
         "signer.name-differs", "PPPPP", 0,
         "calls itself 'archivist@example.org' in manifest.xml; your trust file calls it "
         "'director@example.org'"},
        {"OneKeyTwice",
         [](Forgery& f) {
             f.trust = card("archivist@example.org") + card("archivist@example.org");
         },
         "", "PPPPP", 0, ""},
        {"OneKeyTwiceAndOnceOver",
         [](Forgery& f) {
             f.trust = card("archivist@example.org", "valid-before=\"20241125Z\"") +
                       card("archivist@example.org");
         },
         "", "PPPPP", 0, ""},
        {"OnePersonWithTwoKeys",
         [](Forgery& f) {
             f.trust =
                 card("archivist@example.org", {}, "registrar") + card("archivist@example.org");
         },
         "", "PPPPP", 0, ""},
        {"SignatureOfAnotherPackage",
         [](Forgery& f) {
             Forgery other;
             replace(other.manifest(), "October 9, 1962", "October 8, 1962");
             other.reseal();
             signature(f) = signature(other);
         },
         "signature.bad custody.seal-signatures", "PPFFP", 1,
         "does not fit the bytes that it stands beside"},
        {"SignatureInAnotherNamespace",
         [](Forgery& f) {
             replace_signature(f, signed_by("archivist", "manifest@otherapp", f.manifest()));
         },
         "signature.malformed", "PPFPP", 1, "manifest@otherapp"},
        {"KeyListedForAnotherNamespace",
         [](Forgery& f) { f.trust = card("archivist@example.org", "namespaces=\"git\""); },
         "signer.namespace", "PPIIP", 2,
         "your trust file (line 1) does not allow the key for manifest@solander"},
        {"Expired",
         [](Forgery& f) { f.trust = card("archivist@example.org", "valid-before=\"20241128Z\""); },
         "key.unproven-time", "PPIIP", 2, "the key has expired since (trust file, line 1)"},
        {"ExpiredBefore",
         [](Forgery& f) { f.trust = card("archivist@example.org", "valid-before=\"20241101Z\""); },
         "key.not-valid-then", "PPIIP", 2,
         "by line 1 of your trust file the key is valid until 2024-11-01T00:00:00Z"},
        {"NotYetValid",
         [](Forgery& f) { f.trust = card("archivist@example.org", "valid-after=\"20241125Z\""); },
         "key.not-valid-then", "PPIIP", 2,
         "by line 1 of your trust file the key is valid from 2024-11-25T00:00:00Z"},
        {"Malformed",
         [](Forgery& f) {
             std::string text = signature(f);
             replace(text, "-----BEGIN SSH", "-----BEGIN PGP");
             replace_signature(f, text);
         },
         "signature.malformed", "PPFPP", 1, ".sig"},
        {"UnsupportedType",
         [](Forgery& f) {
             Spelling later;
             later.type = "ssh-ml-dsa-65";
             later.key = key_blob(later.type, base::Bytes(1952));
             later.signature = base::Bytes(3309);
             declare(f, later.type, later.key, later.file());
         },
         "signature.unsupported", "PPIPP", 2,
         "is of the declared type ssh-ml-dsa-65, which this version cannot check"},
        {"NoSignature", [](Forgery& f) { f.entries.erase(f.entries.begin() + 2); },
         "container.header container.padding container.size entry.missing payload.digest "
         "signature.missing custody.seal-signatures",
         "FFFFI", 1, ""},
        {"UnknownSigner",
         [](Forgery& f) { f.trust = card("archivist@example.org", {}, "registrar"); },
         "signer.unknown", "PPIIP", 2,
         "signed manifest.xml as 'archivist@example.org', and is not in your trust file"},
        {"WrongKey",
         [](Forgery& f) {
             replace_signature(f, signed_by("registrar", "manifest@solander", f.manifest()));
         },
         "signature.type", "PPFPP", 1,
         "is by another key, SHA256:lXUGVJwVEh0u6ZytUVPUkl+NCMqeW4KLHsqA1LorAv0, than manifest.xml "
         "declares"},
        {"Nobody", [](Forgery& f) { f.trust = "# nobody yet\n"; }, "trust.missing", "PPIIP", 2,
         "has no key that can be used"},
    };
    return all;
}

std::string codes_of(const Json& package) {
    std::string codes;
    std::set<std::string> met;
    for (const auto& finding : package.at("findings"))
        if (const auto code = finding.at("code").get<std::string>(); met.insert(code).second)
            codes += (codes.empty() ? "" : " ") + code;
    return codes;
}

std::string letters_of(const Json& package) {
    std::string letters;
    for (const char* layer : {"container", "integrity", "authenticity", "custody", "metadata"})
        letters += static_cast<char>(package.at("layers").at(layer).get<std::string>().front() -
                                     'a' + 'A');
    return letters;
}

/// What the tool says to a person, and to a program.
Finished told_by_tool(Forgery& forgery, const std::string& form) {
    forgery.write();
    return run_program(
        {solander_tool(), "verify", "p/letters.tar", "--trust", "trust", "--format", form},
        {.directory = forgery.scratch().path(),
         .environment = {{"XDG_CONFIG_HOME", forgery.scratch().path().string()}}});
}

class SignerSituation : public testing::TestWithParam<Situation> {};

TEST_P(SignerSituation, IsToldSo) {
    const Situation& one = GetParam();
    Forgery forgery;
    one.make(forgery);
    const auto json = told_by_tool(forgery, "json");
    EXPECT_EQ(json.status, one.exit) << json.err;
    const Json said = Json::parse(json.out, nullptr, false);
    ASSERT_TRUE(said.is_object()) << json.out << json.err;
    const Json& package = said.at("packages").at(0);
    EXPECT_EQ(codes_of(package), one.codes) << json.out;
    EXPECT_EQ(letters_of(package), one.layers);
    const auto text = told_by_tool(forgery, "text");
    EXPECT_EQ(text.status, one.exit);
    EXPECT_THAT(text.out, HasSubstr(one.sentence));
    EXPECT_TRUE(one.exit == 0 || text.out.find("What to do: ") != std::string::npos) << text.out;
}

INSTANTIATE_TEST_SUITE_P(Spec, SignerSituation, testing::ValuesIn(situations()),
                         [](const auto& tested) { return tested.param.name; });

/// The reasons for which a signature does not count, each with a code, a title and a remedy that no
/// other has.
TEST(ReasonsAgainstASignature, AreToldApart) {
    std::set<std::string_view> titles;
    std::set<std::string_view> meanings;
    std::set<std::string_view> remedies;
    const std::vector<Code> codes{
        Code::signature_missing,  Code::signature_malformed, Code::signature_unsupported,
        Code::signature_type,     Code::signer_unknown,      Code::signer_namespace,
        Code::key_not_valid_then, Code::key_unproven_time,   Code::key_weak,
        Code::trust_missing};
    for (const Code code : codes) {
        const CodeInfo& info = code_info(code);
        EXPECT_TRUE(titles.insert(info.title).second) << info.id;
        EXPECT_TRUE(meanings.insert(info.meaning).second) << info.id;
        EXPECT_TRUE(remedies.insert(info.remedy).second) << info.id;
        EXPECT_NE(info.effect, Verdict::passed) << info.id;
    }
}

}  // namespace
}  // namespace solander::test
