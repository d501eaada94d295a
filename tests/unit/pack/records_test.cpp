// SPDX-License-Identifier: Apache-2.0
#include "pack/records.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pack/merge_documents.h"
#include "packing.h"
#include "support/shared.h"

namespace solander::pack {
namespace {

using test::write_file;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

/// What records say of the files of a transfer.
class TransferRecords : public test::Packing {
protected:
    TransferRecords() { request_.inputs = {scratch_ / "t"}; }

    void file(const std::string& path, const std::string& text) {
        write_file(scratch_ / "t" / path, text);
    }

    Records read() {
        auto inputs = collect_inputs(world_.environment, request_);
        EXPECT_TRUE(inputs.has_value());
        inputs_ = *std::move(inputs);
        auto records = read_records(world_.environment, inputs_, base::Limits{}, {});
        EXPECT_TRUE(records.has_value());
        return *std::move(records);
    }

    /// `path document role order` of each file that has a part, a line each.
    std::string parts(const Records& records) const {
        std::string lines;
        for (const auto& [index, part] : records.parts)
            lines += table_path(inputs_.files[index].path) + " " + part.document + " " +
                     std::string(file_role_name(part.role)) +
                     (part.order ? " " + std::to_string(*part.order) : "") + "\n";
        return lines;
    }

    static std::string all_notes(const Records& records) {
        std::string lines;
        for (const auto& note : records.notes) lines += note + "\n";
        return lines;
    }

    Inputs inputs_;
};

TEST_F(TransferRecords, GiveEveryRowOfATableItsFile) {
    file("objects/a.tif", "a");
    file("objects/b.tif", "b");
    file("metadata/metadata.csv",
         "filename,dc.title\nobjects/a.tif,Map\nobjects/b.tif,Letter to the Board\n");
    const auto records = read();
    EXPECT_EQ(parts(records),
              "t/metadata/metadata.csv  metadata\n"
              "t/objects/a.tif d1 unstated\n"
              "t/objects/b.tif d2 unstated\n");
    ASSERT_THAT(records.documents, SizeIs(2));
    EXPECT_EQ(records.documents[0].titles.front().words, "Map");
    EXPECT_EQ(records.documents[1].titles.front().words, "Letter to the Board");
    EXPECT_THAT(records.subjects, ElementsAre("t/objects/a.tif", "t/objects/b.tif"));
}

TEST_F(TransferRecords, NoteAFileThatIsNotThere) {
    file("metadata/metadata.csv", "filename,dc.title\nobjects/a.tif,Map\n");
    EXPECT_THAT(
        all_notes(read()),
        HasSubstr("t/metadata/metadata.csv': names 't/objects/a.tif', which is not among the "
                  "inputs (record.file-missing)"));
}

TEST_F(TransferRecords, NoteAPlaceSoThatATerminalCanShowIt) {
    file("a.json",
         R"({"@context": "https://schema.org", "@type": "Map", "x": {"\u202e": 1, "\u202e": 2}})");
    EXPECT_THAT(all_notes(read()),
                AllOf(HasSubstr("pointer /x/\\u{202E}: "), Not(HasSubstr("\u202E"))));
}

TEST_F(TransferRecords, JoinWhatTwoTablesSayOfOneFile) {
    file("objects/a.tif", "a");
    file("metadata/metadata.csv", "filename,dc.title\nobjects/a.tif,Map\n");
    file("metadata/rights.csv",
         "file,basis,status,determination_date,jurisdiction,start_date,end_date,terms,citation,"
         "note,grant_act,grant_restriction,grant_start_date,grant_end_date,grant_note,doc_id_type,"
         "doc_id_value,doc_id_role\n"
         "objects/a.tif,copyright,copyrighted,2011-01-01,ca,,,,,,disseminate,Disallow,,,,,,\n");
    const auto records = read();
    ASSERT_THAT(records.documents, SizeIs(1));
    const Document& document = records.documents.front();
    ASSERT_THAT(document.origins, SizeIs(2));
    EXPECT_NE(document.origins[0].id, document.origins[1].id);
    EXPECT_EQ(document.titles.front().place.origin, document.origins[0].id);
    const auto with_basis = std::ranges::find_if(
        document.rights, [](const Rights& rights) { return rights.basis.has_value(); });
    ASSERT_NE(with_basis, document.rights.end());
    EXPECT_EQ(with_basis->copyright_statuses.front().place.origin, document.origins[1].id);
    EXPECT_THAT(parts(records), HasSubstr("t/objects/a.tif d1"));
}

TEST_F(TransferRecords, JoinATableWithTheCaptureThatItDescribes) {
    file("objects/letter.txt", test::read_file(test::source_root() / "fixtures/captures/crlf.txt"));
    file("metadata/metadata.csv", "filename,dc.creator\nobjects/letter.txt,Edda Lindqvist\n");
    const auto records = read();
    ASSERT_THAT(records.documents, SizeIs(1));
    EXPECT_THAT(parts(records), HasSubstr("t/objects/letter.txt d1 capture"));
    EXPECT_THAT(packed_files(), AllOf(HasSubstr("letter.txt"), HasSubstr("metadata.csv")));
}

TEST_F(TransferRecords, LeaveFilesThatNobodySpeaksOfAlone) {
    file("objects/a.tif", "a");
    file("objects/b.tif", "b");
    file("metadata/metadata.csv", "filename,dc.title\nobjects/a.tif,Map\n");
    EXPECT_THAT(parts(read()), Not(HasSubstr("b.tif")));
}

TEST_F(TransferRecords, NoteATableThatIsTooLargeToBeRead) {
    file("metadata/metadata.csv",
         "filename,dc.title\nobjects/a.tif," + std::string(1U << 20U, 'x') + "\n");
    file("letter.txt", std::string((4U << 20U) + 1, 'x'));
    auto inputs = collect_inputs(world_.environment, request_);
    ASSERT_TRUE(inputs.has_value());
    base::Limits limits;
    limits.record_bytes = 1U << 20U;
    const auto records = read_records(world_.environment, *inputs, limits, {});
    ASSERT_TRUE(records.has_value());
    EXPECT_THAT(
        records->notes,
        ElementsAre(HasSubstr("t/metadata/metadata.csv': no record was read from it: it has more "
                              "than 1 MiB (record.too-large)")));
    EXPECT_FALSE(records->read_anything());
}

// ---- merge_into

Document said_by(const std::string& origin) {
    Document document;
    Origin from;
    from.id = origin;
    from.kind = OriginKind::hand_over;
    document.origins.push_back(from);
    return document;
}

void title(Document& document, State state, const std::string& words) {
    auto& statement = document.titles.emplace_back();
    statement.state = state;
    statement.words = words;
    statement.place.origin = document.origins.front().id;
}

struct MergeCase {
    const char* name;
    State first;
    State second;
    std::string order;  ///< Origins of the titles afterwards.
};
void PrintTo(const MergeCase& c, std::ostream* out) {
    *out << c.name;
}
std::string merge_case_name(const testing::TestParamInfo<MergeCase>& test) {
    return test.param.name;
}

class Merged : public testing::TestWithParam<MergeCase> {};

TEST_P(Merged, PutsAnswersFirstAndLosesNothingSaid) {
    Document document = said_by("h1");
    title(document, GetParam().first, GetParam().first == State::stated ? "one" : "");
    Document other = said_by("h1");
    title(other, GetParam().second, GetParam().second == State::stated ? "two" : "");
    merge_into(document, other);
    std::string order;
    for (const auto& statement : document.titles) order += statement.place.origin + " ";
    EXPECT_EQ(order, GetParam().order);
    EXPECT_EQ(document.origins[1].id, "h2");
}

INSTANTIATE_TEST_SUITE_P(
    All, Merged,
    testing::Values(MergeCase{"BothAnswer", State::stated, State::stated, "h1 h2 "},
                    MergeCase{"TheSecondAnswersABlank", State::blank, State::stated, "h2 h1 "},
                    MergeCase{"TheSecondAnswersAnAbsence", State::absent, State::stated, "h2 h1 "},
                    MergeCase{"TheSecondIsBlank", State::stated, State::blank, "h1 h2 "},
                    MergeCase{"TheSecondDoesNotHaveIt", State::stated, State::absent, "h1 "},
                    MergeCase{"NeitherHasIt", State::absent, State::absent, "h1 "}),
    merge_case_name);

TEST(MergeInto, RenamesOriginsWhereverTheyAreNamed) {
    Document document = said_by("h1");
    Document other = said_by("h1");
    Body body;
    body.origin = "h1";
    other.bodies.push_back(body);
    Note note;
    note.place.origin = "h1";
    other.notes.push_back(note);
    Rights rights;
    rights.statements.emplace_back().state = State::stated;
    rights.statements.front().place.origin = "h1";
    other.rights.push_back(rights);
    merge_into(document, other);
    EXPECT_EQ(document.bodies.front().origin, "h2");
    EXPECT_EQ(document.notes.front().place.origin, "h2");
    EXPECT_EQ(document.rights.front().statements.front().place.origin, "h2");
}

TEST(MergeInto, TakesNoBlockOfRightsThatSaysNothing) {
    Document document = said_by("h1");
    Document other = said_by("h1");
    other.rights.emplace_back().statements.emplace_back();
    merge_into(document, other);
    EXPECT_THAT(document.rights, IsEmpty());
}

}  // namespace
}  // namespace solander::pack
