// SPDX-License-Identifier: Apache-2.0
// The schemas and the reader say the same of what is right and wrong, as far as XSD 1.0 can say it.
#include "unit/format/mutants.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "format/manifest_xml.h"
#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "unit/format/element_tree.h"

namespace solander::format::test {

namespace {

namespace st = solander::test;

struct Kind {
    const char* name = "";
    const char* example = "";
    const char* schema = "";
    std::vector<Mutant> (*rules)(const std::string& example) = nullptr;
    bool is_manifest = false;
};
void PrintTo(const Kind& kind, std::ostream* out) {
    *out << kind.name;
}
Kind later(const char* name, const char* example) {
    return {name, example, "custody-1.xsd", later_event_mutants, false};
}
std::string kind_name(const testing::TestParamInfo<Kind>& info) {
    return info.param.name;
}

std::vector<Mutant> mutants(const Kind& kind) {
    const auto example = data_file(kind.example);
    const auto xsd = read_xsd(kind.schema);
    std::vector<Mutant> all{{"the example itself", example, Verdict::fine, "", ""}};
    for (auto some :
         {structure_mutants(example, xsd), value_mutants(example, xsd), kind.rules(example)})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

/// Why our reader refuses a text; empty if it does not.
std::string refusal(const Kind& kind, const std::string& text) {
    const auto bytes = base::as_bytes(text);
    if (kind.is_manifest) {
        const auto read = read_manifest(bytes, base::Limits{});
        return read ? std::string() : "refused: " + read.error().message;
    }
    const auto read = read_event(bytes, base::Limits{});
    return read ? std::string() : "refused: " + read.error().message;
}

/// Whether one of the words in `says`, parted by |, is in the text.
bool has_one_of(std::string_view text, std::string_view says) {
    while (true) {
        const auto end = std::min(says.find('|'), says.size());
        if (text.find(says.substr(0, end)) != std::string_view::npos) return true;
        if (end == says.size()) return false;
        says.remove_prefix(end + 1);
    }
}

class Mutants : public testing::TestWithParam<Kind> {};

TEST_P(Mutants, AreJudgedByTheReader) {
    const auto all = mutants(GetParam());
    EXPECT_GT(all.size(), 100U);
    for (const Mutant& mutant : all) {
        const auto found = refusal(GetParam(), mutant.text);
        EXPECT_EQ(found.empty(), mutant.verdict == Verdict::fine) << mutant.name << ": " << found;
        EXPECT_TRUE(found.empty() || has_one_of(found, mutant.says))
            << mutant.name << ": " << found << "\ninstead of: " << mutant.says;
        if (mutant.verdict == Verdict::refused_by_us) {
            EXPECT_FALSE(mutant.why.empty()) << mutant.name;
        }
    }
}

/// The texts that xmllint finds valid, by their places in the list. One process reads many.
std::set<std::size_t> valid_by_schema(const std::vector<Mutant>& all, const std::string& schema) {
    constexpr std::size_t kBatch = 400;
    const auto schema_path = (st::source_root() / "schemas" / schema).string();
    std::set<std::size_t> valid;
    for (std::size_t first = 0; first < all.size(); first += kBatch) {
        const st::Scratch scratch;
        std::vector<std::string> command{"xmllint", "--noout", "--nonet", "--schema", schema_path};
        const auto end = std::min(first + kBatch, all.size());
        for (std::size_t i = first; i < end; ++i) {
            command.push_back(std::to_string(i) + ".xml");
            st::write_file(scratch / command.back(), all[i].text);
        }
        const auto finished = st::run_program(command, {.directory = scratch.path()});
        for (std::size_t i = first; i < end; ++i)
            if (("\n" + finished.err).find("\n" + std::to_string(i) + ".xml validates\n") !=
                std::string::npos)
                valid.insert(i);
    }
    return valid;
}

TEST_P(Mutants, AreJudgedByTheSchemaAlike) {
    SOLANDER_NEEDS("xmllint");
    const auto all = mutants(GetParam());
    const auto valid = valid_by_schema(all, GetParam().schema);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(valid.contains(i), all[i].verdict != Verdict::refused) << all[i].name;
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Mutants,
    testing::Values(Kind{"Manifests", "manifest.xml", "manifest-1.xsd", manifest_rule_mutants,
                         true},
                    Kind{"Seals", "seal.xml", "custody-1.xsd", event_rule_mutants, false},
                    Kind{"Releases", "release.xml", "custody-1.xsd", release_rule_mutants, false},
                    later("Receipts", "receipt.xml"), later("Refusals", "refuse.xml"),
                    later("Cancels", "cancel.xml"), later("Confirmations", "cancel-confirm.xml"),
                    later("Notes", "note.xml"), later("FixityChecks", "fixity-check.xml"),
                    later("Determinations", "rights-determination.xml"),
                    later("Replications", "replicate.xml")),
    kind_name);

TEST(ValueLists, HaveOneForEachFormOfTheSchemas) {
    std::set<std::string> listed;
    for (const auto& list : value_lists()) {
        EXPECT_TRUE(listed.insert(std::string(list.type)).second) << list.type;
        EXPECT_FALSE(list.fine.empty()) << list.type;
        EXPECT_FALSE(list.refused.empty()) << list.type;
    }
    std::set<std::string> declared;
    for (const auto* schema : {"manifest-1.xsd", "custody-1.xsd"})
        for (const auto& form : read_xsd(schema).forms) declared.insert(form);
    // Only bases, of Instant and of Day.
    declared.erase("RealMoment");
    declared.erase("RealDay");
    EXPECT_EQ(listed, declared);
}

}  // namespace

}  // namespace solander::format::test
