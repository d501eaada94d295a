// SPDX-License-Identifier: Apache-2.0
#include "audit/abroad.h"

#include <gtest/gtest.h>

namespace solander::audit {
namespace {

std::string sign_of(std::string archive, std::string location = {}) {
    ArchiveStatement statement;
    statement.name = std::move(archive);
    statement.location = std::move(location);
    return sign_of_abroad(statement);
}

TEST(Abroad, IsToldByPlainSigns) {
    EXPECT_EQ(sign_of("National Archives of Hungary"), "National Archives of Hungary");
    EXPECT_EQ(sign_of("State Archive of the Russian Federation."),
              "State Archive of the Russian Federation.");
    EXPECT_EQ(sign_of("Archive of the Ministry, Warsaw"), "Archive of the Ministry, Warsaw");
    EXPECT_EQ(sign_of("Ministry Archives", "Brasilia, Brazil"), "Brasilia, Brazil");
    EXPECT_EQ(sign_of("AVPRF"), "AVPRF");
    EXPECT_EQ(sign_of("PRC FMA 111-00019-01"), "PRC FMA 111-00019-01");
    SourceStatement source;
    source.verbatim = "APRF: F. 39, Op. 1";
    EXPECT_EQ(sign_of_abroad(source), source.verbatim);
    Agent embassy;
    embassy.name = "Embassy of Brazil";
    EXPECT_EQ(sign_of_abroad(embassy), embassy.name);
}

TEST(Abroad, IsNotToldByNamesThatAreAtHomeToo) {
    for (const char* const name :
         {"Harbour Archive", "National Archives of Georgia", "University of New Mexico",
          "China Records, Hoover Institution", "Historical Society of Poland, Ohio",
          "Cuban Heritage Collection", "Library of Paris, Texas", "APRFX", ""})
        EXPECT_EQ(sign_of(name), "") << name;
    ArchiveStatement archive;
    archive.identifiers = {{"isil", "US-DNA"}, {"ISIL", "OCLC-12"}, {"viaf", "PL-83"}};
    EXPECT_EQ(sign_of_abroad(archive), "");
    archive.identifiers.push_back({"ISIL", "PL-83"});
    EXPECT_EQ(sign_of_abroad(archive), "PL-83");
    Agent person;
    person.name = "Paris, Olaf";
    EXPECT_EQ(sign_of_abroad(person), "");
    SourceStatement source;
    source.verbatim = "Letter sent to Warsaw, Poland";
    EXPECT_EQ(sign_of_abroad(source), "");
}

TEST(Abroad, IsSpokenOf) {
    for (const char* const text : {"Its status outside the United States is not known.",
                                   "Protected in Poland.", "Elsewhere other terms hold."})
        EXPECT_TRUE(speaks_of_abroad(text)) << text;
    for (const char* const text : {"Free in the United States.", "", "Published before 1929."})
        EXPECT_FALSE(speaks_of_abroad(text)) << text;
}

}  // namespace
}  // namespace solander::audit
