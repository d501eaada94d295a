// SPDX-License-Identifier: Apache-2.0
#include "invented.h"

namespace solander::test {

namespace {

template <class T>
T stated(int line) {
    T statement;
    statement.state = State::stated;
    statement.place = at_line(line);
    return statement;
}

}  // namespace

Place at_line(int line, std::string label) {
    Place place;
    place.origin = "c1";
    place.at = "line " + std::to_string(line);
    place.label = std::move(label);
    return place;
}

UriStatement stated_uri(std::string uri, int line) {
    auto statement = stated<UriStatement>(line);
    statement.words = uri;
    statement.uri = std::move(uri);
    return statement;
}

TextStatement stated_text(std::string words, int line) {
    auto statement = stated<TextStatement>(line);
    statement.words = std::move(words);
    return statement;
}

AgentStatement stated_agent(std::string name, int line) {
    auto statement = stated<AgentStatement>(line);
    statement.agent.name = std::move(name);
    return statement;
}

Document invented_letter() {
    Document d;
    d.id = "d1";
    Origin origin;
    origin.id = "c1";
    origin.kind = OriginKind::capture;
    origin.file = "letters/helena.txt";
    origin.reader = "wilson/1";
    d.origins.push_back(origin);
    auto title = stated<TitleStatement>(1);
    title.words = "Letter from Edda Lindqvist to her brother";
    d.titles.push_back(title);
    auto date = stated<DateStatement>(2);
    date.words = "March 4, 1919";
    date.edtf = "1919-03-04";
    d.dates.push_back(date);
    d.creators.push_back(stated_agent("Edda Lindqvist", 3));
    d.descriptions.push_back(stated_text("Lindqvist tells of the winter on the island.", 4));
    auto language = stated<LanguageStatement>(5);
    language.words = "Swedish";
    language.code = "sv";
    d.languages.push_back(language);
    d.types.push_back(stated_text("Letter", 6));
    d.extents.push_back(stated_text("2 leaves", 7));
    auto identifier = stated<IdentifierStatement>(8);
    identifier.type = "reference-code";
    identifier.words = "LIN 12/3";
    d.identifiers.push_back(identifier);
    auto source = stated<SourceStatement>(9);
    source.verbatim = "Harbour Archive, Lindqvist papers, box 12, folder 3";
    source.locator = "box 12, folder 3";
    d.sources.push_back(source);
    auto archive = stated<ArchiveStatement>(10);
    archive.name = "Harbour Archive";
    d.original_archives.push_back(archive);
    Rights rights;
    rights.scope = RightsScope::item;
    rights.standard_statements.push_back(
        stated_uri("http://rightsstatements.org/vocab/InC/1.0/", 12));
    rights.holders.push_back(stated_agent("Heirs of Edda Lindqvist", 13));
    auto access = stated<AccessStatement>(14);
    access.words = "open access";
    rights.access.push_back(access);
    d.rights.push_back(rights);
    return d;
}

void say_source(Document& document, std::string words) {
    document.sources.front().verbatim = std::move(words);
    document.sources.front().locator.clear();
    make_absent(document.original_archives);
    make_absent(document.identifiers);
}

Rights& with_uri(Document& document, std::string uri) {
    document.rights.front().standard_statements = {stated_uri(std::move(uri), 12)};
    return document.rights.front();
}

Rights& with_text(Document& document, std::string words) {
    document.rights.front().statements = {stated_text(std::move(words), 11)};
    return document.rights.front();
}

}  // namespace solander::test
