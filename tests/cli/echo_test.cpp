// SPDX-License-Identifier: Apache-2.0
// Words from outside never speak through the tool: not to the terminal that shows an answer, not to
// the CI system that logs it, and not to the program that reads it. Each row puts such words
// wherever they can be put, and looks at everything that is said.
#include <algorithm>
#include <array>
#include <ostream>
#include <sstream>
#include <utility>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "base/escape.h"
#include "base/utf8.h"
#include "custody_desk.h"

namespace solander {
namespace {

using nlohmann::json;
using test::Desk;
using test::Said;

struct Words {
    std::string name;
    std::string bytes;
};
void PrintTo(const Words& words, std::ostream* out) {
    *out << words.name;
}
std::string words_name(const testing::TestParamInfo<Words>& info) {
    return info.param.name;
}

using Command = std::vector<std::string>;

std::string form_of(const Command& command) {
    const auto option = std::find(command.begin(), command.end(), "-f");
    return option == command.end() ? "" : *std::next(option);
}

/// What acts on a terminal or hides. By its numbers, and not as the tool itself decides it.
bool acts_or_hides(char32_t point) {
    constexpr std::array<std::pair<char32_t, char32_t>, 14> kRanges{{{0x00, 0x1F},
                                                                     {0x7F, 0x9F},
                                                                     {0xAD, 0xAD},
                                                                     {0x034F, 0x034F},
                                                                     {0x061C, 0x061C},
                                                                     {0x115F, 0x1160},
                                                                     {0x180E, 0x180E},
                                                                     {0x200B, 0x200F},
                                                                     {0x2028, 0x202E},
                                                                     {0x2060, 0x206F},
                                                                     {0x3164, 0x3164},
                                                                     {0xFEFF, 0xFEFF},
                                                                     {0xFFF9, 0xFFFB},
                                                                     {0xE0000, 0xE007F}}};
    return std::ranges::any_of(kRanges, [point](const auto& range) {
        return point >= range.first && point <= range.second;
    });
}

/// The first thing in a text that is not fit to be shown; nothing if all is.
std::string active_in(std::string_view text, bool is_csv) {
    if (is_csv && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        const auto point = base::first_code_point(text);
        if (!point) return "a byte that is no UTF-8";
        const bool is_line_end = point->value == '\n' || (is_csv && text.starts_with("\r\n"));
        if (!is_line_end && acts_or_hides(point->value))
            return "U+" + std::to_string(static_cast<unsigned>(point->value));
        text.remove_prefix(point->bytes);
    }
    return "";
}

constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// A line that a CI system would take for a command.
std::string command_in(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto begin = line.find_first_not_of(" \t");
        if (begin != std::string::npos && line.compare(begin, 2, "::") == 0) return line;
        for (auto at = line.find("##"); at != std::string::npos; at = line.find("##", at + 1)) {
            const auto end = line.find_first_not_of(kLetters, at + 2);
            if (end != std::string::npos && line[end] == '[') return line;
        }
    }
    return "";
}

class Echo : public testing::TestWithParam<Words> {
protected:
    static bool is_a_name() {
        const std::string& bytes = GetParam().bytes;
        return bytes.find('/') == std::string::npos && bytes.find('\0') == std::string::npos;
    }

    Said say(const Command& command) {
        std::string line;
        for (const auto& word : command) line += (line.empty() ? "" : " ") + word;
        SCOPED_TRACE(base::printable(line));
        Said said = desk_.run(command);
        EXPECT_NE(said.code, 70) << said.err;  // a fault of ours
        const std::string form = form_of(command);
        EXPECT_EQ(active_in(said.out, form == "csv"), "");
        EXPECT_EQ(active_in(said.err, false), "");
        // Its own commands are what this form is for; their values are looked at elsewhere.
        if (form != "github") {
            EXPECT_EQ(command_in(said.out), "");
        }
        EXPECT_EQ(command_in(said.err), "");
        const bool is_json = form == "json" || form == "sarif" || form == "gitlab";
        if (is_json && !said.out.empty()) {
            EXPECT_TRUE(json::accept(said.out)) << said.out;
        }
        return said;
    }

    Desk desk_;
};

/// As whatever an option or an argument takes.
TEST_P(Echo, OfArguments) {
    test::ready(desk_);
    const std::string& w = GetParam().bytes;
    const std::string tar = "@/out/letters.tar";
    const std::string key = "@/keys/archivist.key";
    const std::vector<Command> commands{
        {w},
        {"--" + w},
        {"verify", w},
        {"verify", w, "-f", "json"},
        {"verify", "-f", w, tar},
        {"verify", "-j", w, tar},
        {"verify", "--color", w, tar},
        {"verify", "-t", w, tar},
        {"verify", "--custody", w, tar},
        {"verify", "--receipt", w, tar},
        {"verify", "--compare", w, tar},
        {"verify", "--state", w, tar},
        {"verify", "--proof", w},
        {"show", w},
        {"show", "--document", w, tar},
        {"list", w},
        {"extract", tar, w, "-t", "@/trust", "-o", "@/x"},
        {"describe", w},
        {"describe", "-o", w + ".xyz", "@/in"},
        {"describe", "--encoding", w, "@/in"},
        {"audit", w},
        {"audit", "-f", w, "@/in"},
        {"audit", "-o", w, "@/in"},
        {"audit", "--as-of", w, "@/in"},
        {"audit", "--profile", w, "@/in"},
        {"audit", "--baseline", w, "@/in"},
        {"audit", "--apply", w, "@/in"},
        {"pack", w, "-k", key},
        {"pack", "@/in", "-k", w},
        {"pack", "@/in", "-k", key, "--name", w},
        {"pack", "@/in", "-k", key, "--set", w},
        {"pack", "@/in", "-k", key, "--created", w},
        {"pack", "@/in", "-k", key, "--records", w},
        {"pack", "@/in", "-k", key, "--encoding", w},
        {"bundle", w},
        {"unbundle", w},
        {"explain", w},
        {"explain", w, "-f", "json"},
        {"key", "show", w},
        {"key", "export", w},
        {"state", "list", w},
        {"state", "accept", w},
        {"custody", "log", w},
        test::custody("release", "archivist", {"--to", w, "--yes"}),
    };
    for (const Command& command : commands) say(command);
}

TEST_P(Echo, OfTheEnvironment) {
    desk_.variables["SOURCE_DATE_EPOCH"] = GetParam().bytes;
    say({"pack", "@/in", "-k", "@/keys/archivist.key", "-o", "@/o"});
}

/// As the names of files and directories that are to be read and packed.
TEST_P(Echo, OfNamesOfInputs) {
    if (!is_a_name()) return;
    const std::string& w = GetParam().bytes;
    const std::string capture = desk_.read("in/telegram.txt");
    desk_.write("names/" + w + ".txt", capture);
    desk_.write("names/of" + w + "/x.csv", "a,b\n1,2\n");
    for (const std::string form :
         {"text", "json", "csv", "html", "sarif", "junit", "gitlab", "github"})
        say({"audit", "@/names", "-f", form});
    for (const std::string form : {"text", "json", "csv", "toml"})
        say({"describe", "@/names", "-f", form});
    const Command pack{"pack", "@/names", "-k", "@/keys/archivist.key", "-o", "@/o", "--name", "n"};
    say(pack);
    say({"pack", "--each", "@/names", "-k", "@/keys/archivist.key", "-o", "@/each"});
    Command safe = pack;
    safe.insert(safe.end(), {"--rename-safe", "-f", "json"});
    say(safe);
    for (const std::string form : {"text", "json"}) {
        say({"show", "@/o/n.tar", "-t", "@/trust", "-f", form});
        say({"list", "@/o/n.tar", "-t", "@/trust", "-f", form});
    }
}

/// As the names of files beside an unpacked package, and in its custody.
TEST_P(Echo, OfNamesInAPackage) {
    if (!is_a_name()) return;
    test::ready(desk_);
    desk_.unpack_letters();
    const std::string& w = GetParam().bytes;
    desk_.write("unpacked/letters/" + w, "x");
    desk_.write("unpacked/letters.custody/" + w, "x");
    desk_.write("out/letters.custody/" + w, "x");
    for (const std::string form : {"text", "json"})
        for (const std::string package : {"@/unpacked/letters", "@/out/letters.tar"}) {
            const Said said = say({"verify", package, "-t", "@/trust", "-f", form});
            EXPECT_EQ(said.code, 1);
            say({"custody", "log", package, "-t", "@/trust", "-f", form});
        }
    say({"bundle", "@/out/letters.tar", "-o", "@/b.tar"});
    say({"extract", "@/unpacked/letters", "-t", "@/trust", "-o", "@/x"});
    say(test::custody("note", "archivist", {"seen"}));
}

/// As what a record says.
TEST_P(Echo, OfFieldsOfARecord) {
    const std::string& w = GetParam().bytes;
    Command pack{"pack", "@/in", "-k", "@/keys/archivist.key", "-o", "@/o", "--name", "n"};
    for (const std::string field : {"title", "creator", "description", "source"})
        pack.insert(pack.end(), {"--set", field + "=" + w});
    if (say(pack).code != 0) return;  // it was refused, and what was said then has been looked at
    const Command with{"@/o/n.tar", "-t", "@/trust", "-f"};
    for (const std::string verb : {"show", "list", "verify", "custody log"})
        for (const std::string form : {"text", "json"}) {
            Command command{verb};
            if (verb == "custody log") command = {"custody", "log"};
            command.insert(command.end(), with.begin(), with.end());
            command.push_back(form);
            say(command);
        }
    for (const std::string form :
         {"text", "json", "csv", "html", "sarif", "junit", "gitlab", "github"})
        say({"audit", "@/o/n.tar", "-f", form});
}

/// As the name of a signer: in the trust file, and as the signer's own claim.
TEST_P(Echo, OfNamesOfSigners) {
    test::ready(desk_);
    const std::string& w = GetParam().bytes;
    const std::string line = desk_.read("keys/archivist.pub");
    const auto second = line.find(' ', line.find(' ') + 1);
    desk_.write("named", "\"" + w + "@x\" " + line.substr(0, second) + " " + w + "\n");
    for (const std::string form : {"text", "json"})
        say({"verify", "@/out/letters.tar", "-t", "@/named", "-f", form});
    for (const std::string form : {"text", "json", "premis"})
        say({"custody", "log", "@/out/letters.tar", "-t", "@/named", "-f", form});
    say({"show", "@/out/letters.tar", "-t", "@/named"});

    desk_.write("keys/archivist.pub", line.substr(0, second) + " " + w + "\n");
    for (const std::string form : {"text", "json"})
        say({"key", "show", "@/keys/archivist.pub", "-f", form});
    say({"pack", "@/in", "-k", "@/keys/archivist.key", "-o", "@/claimed", "--name", "n"});
    if (!desk_.has("claimed/n.tar")) return;
    for (const std::string form : {"text", "json"})
        say({"verify", "@/claimed/n.tar", "-t", "@/trust", "-f", form});
    say({"custody", "log", "@/claimed/n.tar", "-t", "@/trust", "-f", "premis"});
}

/// As the words of an event. Programs get them back.
TEST_P(Echo, OfWordsOfAnEvent) {
    test::ready(desk_);
    const std::string words = "seen " + GetParam().bytes;
    if (say(test::custody("note", "archivist", {words})).code != 0) return;
    say({"verify", "@/out/letters.tar", "-t", "@/trust", "-v"});
    for (const std::string form : {"text", "json"})
        say({"custody", "log", "@/out/letters.tar", "-t", "@/trust", "-f", form});
    const Said premis =
        say({"custody", "log", "@/out/letters.tar", "-t", "@/trust", "-f", "premis"});
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(premis.out.c_str()));
    std::string details;
    for (const auto& event : document.child("premis").children("event"))
        details += event.child("eventDetailInformation").child_value("eventDetail");
    if (words.find('\r') == std::string::npos) {
        EXPECT_THAT(details, testing::HasSubstr(words));
    }
}

// One character of each kind is enough in each: tests/unit/base/escape_test.cpp has the others.
INSTANTIATE_TEST_SUITE_P(
    Cli, Echo,
    testing::Values(Words{"Controls", "a\x1b[31m\a\b\x7f\u009Bz"},
                    Words{"Clipboard", "a\x1b]52;c;eA==\az"}, Words{"Overwriting", "good\revil"},
                    Words{"Unseen", "a\u202E\u2066\u200B\u2028\u2029\uFEFF\u3164z"},
                    Words{"OneUnseen", "a\u202Ez"}, Words{"Nul", std::string("a\0z", 3)},
                    Words{"BadUtf8", "a\xFFz"}, Words{"Command", "::error::pwned"},
                    Words{"CommandOnALine", "a\n::error::pwned"},
                    Words{"OldCommand", "##[error]pwned"},
                    Words{"CommandOfAnAgent", "##VSo[task.complete]pwned"},
                    Words{"Markup", "a]]><script>alert(1)&xxe;|`b`|[c](d)"},
                    Words{"Formula", "=cmd|A1"}),
    words_name);

/// What is only dangerous elsewhere stays as it is where it is not.
TEST(EchoInJson, GivesWordsBack) {
    for (const std::string words : {"a]]>z", "<b>&lt;", "a|`b`|c", "=1+1", "\"quoted\" \\ back"}) {
        Desk desk;
        test::must(desk, {"pack", "@/in", "-k", "@/keys/archivist.key", "-o", "@/o", "--name", "n",
                          "--set", "title=" + words});
        const auto said =
            json::parse(desk.run({"verify", "@/o/n.tar", "-t", "@/trust", "-f", "json"}).out);
        EXPECT_THAT(said.dump(), testing::HasSubstr(json(words).dump())) << words;
    }
}

}  // namespace
}  // namespace solander
