// SPDX-License-Identifier: Apache-2.0
// What fuzzers ask is asked in earnest: a reader with any one fault does not get by.
#include <ostream>
#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "metadata/absences.h"
#include "metadata/reader.h"
#include "properties/input.h"
#include "properties/reader.h"
#include "properties/target.h"

namespace solander::fuzz {
namespace {

using metadata::Described;
using metadata::Reader;
using metadata::Reading;
using metadata::Received;
using metadata::Recognition;

constexpr std::string_view kText = "Letter to a brother\nand no more";

/// A document with the first line as its title.
Described describe_first_line(const Received& received, OriginKind kind) {
    Described described;
    Document& document = described.document;
    Origin& origin = document.origins.emplace_back();
    origin.id = "x1";
    origin.kind = kind;
    origin.file = received.payload_path;
    origin.reader = "first-line/1";
    TitleStatement& title = document.titles.emplace_back();
    title.state = State::stated;
    title.words = received.text.substr(0, received.text.find('\n'));
    title.place.origin = "x1";
    title.place.at = "line 1";
    metadata::state_absences(document);
    return described;
}

Reading sound(const Received& received) {
    return {{describe_first_line(received, OriginKind::hand_over)}};
}

Recognition always(const Received&) {
    return Recognition::certain;
}

int calls = 0;

struct Fault {
    const char* name;
    const char* sentence;
    Result<Reading> (*read)(const Received& received);
    Recognition (*recognises)(const Received& received) = always;
    OriginKind kind = OriginKind::hand_over;
};
void PrintTo(const Fault& fault, std::ostream* out) {
    *out << fault.name;
}

Broken check(const Fault& fault) {
    const Reader reader{.name = "first-line/1",
                        .title = "first lines",
                        .kind = fault.kind,
                        .recognises = fault.recognises,
                        .read = fault.read};
    return check_reader(reader, input_of("data/letter.txt", kText));
}

TEST(Properties, HoldOfASoundReader) {
    EXPECT_EQ(check({"", "", [](const Received& text) -> Result<Reading> { return sound(text); }}),
              std::nullopt);
}

TEST(Properties, AreNotAskedOfATextThatIsNotRecognised) {
    EXPECT_EQ(check({"", "", [](const Received&) -> Result<Reading> { return Reading(); },
                     [](const Received&) { return Recognition::no; }}),
              std::nullopt);
}

class Faulty : public testing::TestWithParam<Fault> {};

TEST_P(Faulty, DoesNotGetBy) {
    const auto broken = check(GetParam());
    ASSERT_TRUE(broken.has_value());
    EXPECT_THAT(*broken, testing::HasSubstr(GetParam().sentence));
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Reader, Faulty, testing::Values(
    Fault{"Moody", "is recognised at one time", [](const Received& r) -> Result<Reading> { return sound(r); },
          [](const Received&) { return ++calls % 2 == 0 ? Recognition::no : Recognition::maybe; }},
    Fault{"Fickle", "two readings of one text differ", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.documents[0].document.titles[0].words = std::to_string(++calls); return reading; }},
    Fault{"Wordless", "an error has no words", [](const Received&) -> Result<Reading> { return Error(ErrorCode::format, ""); }},
    Fault{"Shrill", "not fit for a terminal", [](const Received&) -> Result<Reading> { return Error(ErrorCode::format, "\x1B[31m"); }},
    Fault{"AtFault", "no input can be the cause of", [](const Received&) -> Result<Reading> { return Error(ErrorCode::internal, "oh"); }},
    Fault{"Empty", "has no document", [](const Received&) -> Result<Reading> { return Reading(); }},
    Fault{"WithoutOrigin", "has 0 origins", [](const Received&) -> Result<Reading> { return Reading{{Described{}}}; }},
    Fault{"OfAnotherFile", "an origin that is not its own", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.documents[0].document.origins[0].file = "data/x"; return reading; }},
    Fault{"WithAnId", "gives no ids", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.documents[0].document.id = "d1"; return reading; }},
    Fault{"AboutNothing", "is about nothing", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.documents.push_back(reading.documents[0]); return reading; }},
    Fault{"OfAFileElsewhere", "not below data/", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.documents[0].files.push_back({"/etc/passwd"}); return reading; }},
    Fault{"RemarkWithoutCode", "has the code ''", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.remarks.push_back({"", "line 1", "is odd"}); return reading; }},
    Fault{"RemarkWithoutPlace", "the remark a.b has no place", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.remarks.push_back({"a.b", "", "is odd"}); return reading; }},
    Fault{"RemarkThatTurnsAround", "a remark is not fit for a terminal", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.remarks.push_back({"a.b", "line 1", "\u202E"}); return reading; }},
    Fault{"Misquoting", "not at line 1: Postcard", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.documents[0].document.titles[0].words = "Postcard"; return reading; }},
    Fault{"MisquotingCapture", "verification does not find at line 2", [](const Received& r) -> Result<Reading> {
          Reading reading{{describe_first_line(r, OriginKind::capture)}};
          reading.documents[0].document.titles[0].place.at = "line 2"; return reading; }, always, OriginKind::capture},
    Fault{"AtNoPlace", "are no lines: 7", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.documents[0].document.titles[0].place.at = "line 7"; return reading; }},
    Fault{"SilentOnAField", "nothing is said of its language", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.documents[0].document.languages.clear(); return reading; }},
    Fault{"OfNoForm", "the manifest that would be written cannot be read", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.documents[0].document.languages[0].code = "no tag"; return reading; }},
    Fault{"WithOuterBlanks", "the cell of title does not say", [](const Received& r) -> Result<Reading> {
          auto reading = sound(r); reading.documents[0].document.titles[0].words = " a "; return reading; }}
), [](const auto& test) { return std::string(test.param.name); });
// clang-format on

}  // namespace
}  // namespace solander::fuzz
