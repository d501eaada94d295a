// SPDX-License-Identifier: Apache-2.0
// Forms of values against the patterns of the schema, on more values than anybody would list.
#include <algorithm>
#include <iterator>
#include <random>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "format/lexical.h"
#include "support/process.h"
#include "support/scratch.h"
#include "support/shared.h"
#include "unit/format/element_tree.h"
#include "unit/format/mutants.h"

namespace solander::format::test {

namespace {

namespace st = solander::test;

struct FormCase {
    const char* type = "";
    const char* element = "";
    const char* attribute = "";
    const char* alphabet = "";
};
void PrintTo(const FormCase& row, std::ostream* out) {
    *out << row.type;
}
std::string form_name(const testing::TestParamInfo<FormCase>& info) {
    return info.param.type;
}

bool is_ascii(const std::string& text) {
    return std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
}

/// The known values of a form, and others that differ from those by a character or two.
std::set<std::string> values(const ValueList& list, std::string_view alphabet) {
    constexpr std::size_t kValues = 2'000;
    std::vector<std::string> known;
    for (const auto* some : {&list.fine, &list.refused, &list.refused_by_us})
        std::ranges::copy_if(*some, std::back_inserter(known), is_ascii);  // to be cut anywhere
    std::mt19937 random(20261124);
    const auto below = [&random](std::size_t bound) { return random() % bound; };
    std::set<std::string> all(known.begin(), known.end());
    while (all.size() < kValues) {
        auto value = known[below(known.size())];
        for (auto changes = 1 + below(2); changes > 0; --changes) {
            const auto at = below(value.size() + 1);
            const char c = alphabet[below(alphabet.size())];
            if (at < value.size() && below(3) == 0)
                value.erase(at, 1);
            else if (at < value.size() && below(2) == 0)
                value[at] = c;
            else
                value.insert(at, 1, c);
        }
        all.insert(value);
    }
    return all;
}

class Forms : public testing::TestWithParam<FormCase> {};

TEST_P(Forms, AreNoWiderThanTheirPatterns) {
    SOLANDER_NEEDS("xmllint");
    const auto& form = GetParam();
    const auto lists = value_lists();
    const auto list = std::ranges::find(lists, form.type, &ValueList::type);
    ASSERT_NE(list, lists.end());
    const auto all = values(*list, form.alphabet);

    // A schema for nothing but this form, so that xmllint judges each line by itself.
    auto schema = st::read_file(st::source_root() / "schemas/manifest-1.xsd");
    const auto root = schema.find("<xs:element name=\"manifest\"");
    const std::string end = "</xs:element>";
    schema.replace(
        root, schema.find("\n  " + end, root) + 3 + end.size() - root,
        "<xs:element name=\"all\"><xs:complexType><xs:sequence><xs:element name=\"v\" "
        "maxOccurs=\"unbounded\"><xs:complexType><xs:attribute name=\"v\" type=\"" +
            std::string(form.type) +
            "\"/></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>");
    TreeElement tree;
    tree.name = "all";
    tree.attributes.emplace_back("xmlns", "urn:solander:manifest:1");
    for (const auto& value : all) tree.children.push_back({"v", {{"v", value}}, {}, {}});
    const st::Scratch scratch;
    st::write_file(scratch / "form.xsd", schema);
    st::write_file(scratch / "values.xml", write_tree(tree));
    const auto finished =
        st::run_program({"xmllint", "--noout", "--nonet", "--schema", "form.xsd", "values.xml"},
                        {.directory = scratch.path()});
    ASSERT_EQ(finished.status, 3) << finished.err.substr(0, 1000);  // valid schema, invalid values

    std::set<std::size_t> refused_lines;
    const std::regex line("values.xml:([0-9]+): [^\n]*attribute 'v'");
    for (std::sregex_iterator found(finished.err.begin(), finished.err.end(), line), none;
         found != none; ++found)
        refused_lines.insert(std::stoul((*found)[1]));

    std::size_t fine = 0;
    std::size_t number = 2;
    for (const auto& value : all) {
        ++number;
        const bool ours = has_form(form.element, form.attribute, value);
        fine += ours ? 1U : 0U;
        const bool schema_takes_it = !refused_lines.contains(number);
        EXPECT_TRUE(schema_takes_it || !ours) << "we take " << form.type << " '" << value << "'";
        if (list->why.empty()) {
            EXPECT_TRUE(ours || !schema_takes_it)
                << "we refuse " << form.type << " '" << value << "'";
        }
    }
    EXPECT_GT(fine, 20U);
    EXPECT_LT(fine, all.size() - 20);
}

INSTANTIATE_TEST_SUITE_P(
    OfValues, Forms,
    testing::Values(FormCase{"Edtf", "date", "edtf", "0123459X-/?~%.YT "},
                    FormCase{"Day", "access", "start", "01239-XZ "},
                    FormCase{"Instant", "origin", "retrieved", "0123459-:TZ. "},
                    FormCase{"At", "note", "at", "019AZa-/ \t.lineb"},
                    FormCase{"Uri", "licence", "uri", "aZ0:+-./<>\" \x7F%"},
                    FormCase{"LanguageTag", "title", "lang", "azA0-_"},
                    FormCase{"PackageId", "manifest", "id", "0189abcdfguA-:"},
                    FormCase{"PackageName", "manifest", "name", "aZ0._-/ "},
                    FormCase{"PayloadPath", "origin", "file", "data/.% :\tz\x7F\""}),
    form_name);

}  // namespace

}  // namespace solander::format::test
