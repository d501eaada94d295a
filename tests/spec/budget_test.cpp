// SPDX-License-Identifier: Apache-2.0
// Hostile input of up to 1 MiB costs the tool no more than 64 MiB of memory and 2 seconds of a
// processor, whatever it is made of.
#include <chrono>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "forgery.h"
#include "package/canonical_tar.h"
#include "story.h"
#include "support/process.h"
#include "support/sanitized.h"

namespace solander::test {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kInput = std::size_t{1} << 20;
constexpr long kMostKibibytes = 64L << 10;
constexpr std::chrono::milliseconds kMostTime{2000};

struct Cost {
    int status = -1;
    long kibibytes = 0;
    std::chrono::milliseconds time{0};
};

std::chrono::microseconds duration(const ::timeval& time) {
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

/// Runs the tool and throws away what it says.
Cost cost_of(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const ::pid_t child = ::fork();
    if (child == 0) {
        const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
        ::dup2(nowhere, STDOUT_FILENO);
        ::dup2(nowhere, STDERR_FILENO);
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }
    int status = 0;
    ::rusage used{};
    EXPECT_EQ(::wait4(child, &status, 0, &used), child);
    return {.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            .kibibytes = used.ru_maxrss,
            .time = std::chrono::duration_cast<std::chrono::milliseconds>(duration(used.ru_utime) +
                                                                          duration(used.ru_stime))};
}

/// As often as there is room for it.
std::string many(std::string_view part, std::size_t room = kInput) {
    std::string text;
    while (text.size() + part.size() <= room) text += part;
    return text;
}

/// The manifest says `body` and is signed by the sealer: as much as a stranger with a trusted key
/// can make of it.
void manifest_of(Forgery& f, const std::string& body) {
    const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    f.manifest() =
        declaration + body.substr(0, kInput - declaration.size() - std::size_t{64} * 1024);
    f.sign_manifest();
}

std::string attributes() {
    std::string element = "<a";
    for (int i = 0; i < 32; ++i) element += fmt::format(" {}{}=\"\"", char('a' + i % 26), i);
    return element + "/>";
}

constexpr int kByTheClock = -1;

struct Costly {
    std::string name;
    void (*make)(Forgery&);
    int status = 1;  ///< What verify says of it; kByTheClock: whether its times have come.
};

void PrintTo(const Costly& costly, std::ostream* out) {
    *out << costly.name;
}

const std::vector<Costly> kCostly{
    {"DeepElements", [](Forgery& f) { manifest_of(f, many("<a>")); }},
    {"ManyElements", [](Forgery& f) { manifest_of(f, "<a>" + many("<a/>") + "</a>"); }},
    {"ManyElementsOfTheManifest",
     [](Forgery& f) {
         replace(f.manifest(), "</files>", many("<file/>", kInput / 2) + "</files>");
         f.sign_manifest();
     }},
    {"ManyElementsThatAreRead",
     [](Forgery& f) {
         const auto history = f.manifest().find("<custodial-history");
         const auto end = f.manifest().find("/>", history);
         f.manifest().replace(end, 2, ">" + many("<gap/>") + "</custodial-history>");
         f.sign_manifest();
     }},
    {"MarksInTheWrongOrder",
     [](Forgery& f) {
         replace(f.manifest(), "path=\"data/",
                 "path=\"data/a" + many("\u0301", kInput / 2) + many("\u0316", kInput / 2));
         f.sign_manifest();
     }},
    {"ManyAttributes", [](Forgery& f) { manifest_of(f, "<a>" + many(attributes())); }},
    {"OneLongAttribute", [](Forgery& f) { manifest_of(f, "<a b=\"" + many("&#10;") + "\"/>"); }},
    {"OneLongText", [](Forgery& f) { manifest_of(f, "<a>" + many("&amp;")); }},
    {"OneLongName", [](Forgery& f) { manifest_of(f, "<" + many("a")); }},
    {"Blanks", [](Forgery& f) { manifest_of(f, many(" ")); }},
    {"Zeros", [](Forgery& f) { manifest_of(f, std::string(kInput, '\0')); }},
    {"ALongNote",
     [](Forgery& f) {
         Story(f).note("archivist");
         std::string& note = f.custody.at("0002-note.xml");
         replace(note, "</event>", many(" ", kInput / 2) + "</event>");
         f.sign_event("0002-note.xml");
     },
     0},
    {"ManyEvents",
     [](Forgery& f) {
         Story story(f);
         for (int i = 0; i < 400; ++i) story.note("archivist");
     },
     kByTheClock},
    {"ManyCustodyFiles",
     [](Forgery& f) {
         for (int i = 2; i < 8000; ++i) f.custody[fmt::format("{:04}-note.xml", i)] = "";
     }},
    {"ManyCustodySignatures",
     [](Forgery& f) {
         for (int i = 2; i < 8000; ++i)
             f.custody[fmt::format("0001-seal.xml.{:016x}.sig", i)] = "x";
     }},
    {"LongSignatures",
     [](Forgery& f) {
         for (int i = 0; i < 7; ++i)
             f.custody[fmt::format("0001-seal.xml.{:016x}.sig", i)] =
                 std::string(std::size_t{128} * 1024, 'A');
     }},
    {"ManyTrustLines",
     [](Forgery& f) {
         f.trust =
             f.trust + many("a@example.org " + f.trust.substr(f.trust.find("ssh-"), 90) + "\n");
     },
     0},
    {"LongPatterns",
     [](Forgery& f) {
         const std::string line = f.trust.substr(0, f.trust.find('\n') + 1);
         f.trust = many("*a*b*c", kInput / 2) + "," + many("*@*?", kInput / 4) +
                   line.substr(line.find(' ')) + f.trust;
     },
     0},
    {"ManyHeaders",
     [](Forgery& f) {
         for (int i = 0; i < 1900; ++i)
             f.entries.push_back({.name = fmt::format("letters/data/{}", i)});
     }},
    {"OneNameManyTimes",
     [](Forgery& f) {
         for (int i = 0; i < 1900; ++i) f.entries.push_back({.name = "letters/data/in/letter.txt"});
     }},
    {"ManySignatureEntries",
     [](Forgery& f) {
         for (int i = 0; i < 1900; ++i)
             f.entries.insert(f.entries.begin() + 3,
                              {.name = fmt::format("letters/manifest.xml.{:016x}.sig", i)});
     }},
    {"ALongExtendedHeader",
     [](Forgery& f) {
         TarEntry pax{.name = "././@PaxHeader", .data = many("15 comment=abc\n", kInput / 2)};
         std::string header =
             package::tar_header(pax.name, pax.data.size(), *Timestamp::parse(kCreated));
         header[156] = 'x';
         pax.header = with_checksum(header);
         f.entries.insert(f.entries.begin() + 1, pax);
     }},
    {"ASizeOfExbibytes",
     [](Forgery& f) {
         TarEntry& entry = f.entry("manifest.xml");
         std::string header =
             package::tar_header(entry.name, entry.data.size(), *Timestamp::parse(kCreated));
         header[124] = '\x80';
         header[125] = '\x0f';
         entry.header = with_checksum(header);
     }},
    {"ZerosBehindTheEnd", [](Forgery& f) { f.end += std::string(kInput / 2, '\0'); }},
    {"NoiseBehindTheEnd", [](Forgery& f) { f.end += many("noise", kInput / 2); }},
};

std::uintmax_t size_of(const fs::path& directory) {
    std::uintmax_t size = 0;
    for (const auto& entry : fs::recursive_directory_iterator(directory))
        if (entry.is_regular_file()) size += entry.file_size();
    return size;
}

class Budget : public testing::TestWithParam<Costly> {};

TEST_P(Budget, IsKept) {
    Forgery forgery;
    GetParam().make(forgery);
    forgery.write();
    EXPECT_LE(size_of(forgery.package().parent_path()) + forgery.trust.size(), 2 * kInput);
    for (const std::string form : {"text", "json"}) {
        const Cost cost = cost_of({solander_tool(), "verify", forgery.package().string(), "-t",
                                   (forgery.scratch() / "trust").string(), "--format", form, "-q"});
        const bool is_as_said = GetParam().status == kByTheClock
                                    ? cost.status == 0 || cost.status == 2
                                    : cost.status == GetParam().status;
        EXPECT_TRUE(is_as_said) << cost.status;
        if (kIsSanitized) continue;
        EXPECT_LE(cost.kibibytes, kMostKibibytes) << form;
        EXPECT_LE(cost.time.count(), kMostTime.count()) << form;
    }
}

INSTANTIATE_TEST_SUITE_P(Hostile, Budget, testing::ValuesIn(kCostly),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace solander::test
