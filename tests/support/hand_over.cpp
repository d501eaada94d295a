// SPDX-License-Identifier: Apache-2.0
#include "support/hand_over.h"

#include <algorithm>
#include <stdexcept>

namespace solander::test {

namespace fs = std::filesystem;

namespace {

void expect_done(const Result<StepOutcome>& outcome) {
    if (const auto word = summary(outcome); word != "done") throw std::runtime_error(word);
}

}  // namespace

std::string summary(const Result<StepOutcome>& outcome) {
    if (!outcome) return outcome.error().message();
    if (outcome->refusal) return std::string(code_info(outcome->refusal->code).id);
    if (outcome->verdict == Verdict::passed) return "done";
    const std::string verdict(verdict_name(outcome->verdict));
    return outcome->written.empty() ? "report " + verdict : "done, " + verdict;
}

HandOver::HandOver() {
    for (const std::string name : {"archivist", "registrar", "repository"})
        keys_.emplace(name, fixture_key(name));
    write_file(scratch_ / "in/letter.txt", "Dear Helena,\n");
    write_file(scratch_ / "in/page.txt", "A page.\n");
    write_file(scratch_ / "trust", trust_lines({"archivist", "registrar", "repository"}));
    fs::create_directories(scratch_ / "journal");
    static_cast<void>(make_fixture_package(world_, {scratch_ / "in"}, scratch_ / "a", "letters"));
}

CustodyStep HandOver::step(const std::vector<std::string>& keys, const std::string& place) const {
    CustodyStep step{.package = package(place),
                     .how = {.trust = scratch_ / "trust"},
                     .signers = {},
                     .journal = scratch_ / "journal"};
    for (const auto& key : keys) step.signers.push_back({keys_.at(key), key + "@example.org"});
    return step;
}

void HandOver::release(const std::string& by, const std::string& to, const std::string& place) {
    expect_done(release_package(step({by}, place), {.to = to + "@example.org"}, environment()));
}

void HandOver::receive(const std::string& by, const std::string& place) {
    expect_done(receive_package(step({by}, place), {}, environment()));
}

void HandOver::refuse(const std::string& by, const std::string& place) {
    expect_done(refuse_package(step({by}, place), "it never came", environment()));
}

void HandOver::cancel(const std::string& by, const std::string& place) {
    expect_done(cancel_release(step({by}, place), "", environment()));
}

void HandOver::confirm(const std::string& by, const std::string& place) {
    expect_done(confirm_cancel(step({by}, place), "", environment()));
}

void HandOver::note(const std::string& by, const std::string& words, const std::string& place) {
    expect_done(add_note(step({by}, place), words, environment()));
}

void HandOver::copy(const std::string& from, const std::string& to) const {
    fs::copy(scratch_ / from, scratch_ / to, fs::copy_options::recursive);
}

fs::path HandOver::package(const std::string& place) const {
    return scratch_ / (place + "/letters.tar");
}

fs::path HandOver::custody(const std::string& place) const {
    return scratch_ / (place + "/letters.custody");
}

std::string HandOver::events(const std::string& place) const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(custody(place)))
        if (const auto name = entry.path().filename().string(); name.ends_with(".xml"))
            names.push_back(name);
    std::ranges::sort(names);
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : " ") + name;
    return all;
}

std::string HandOver::verdict(const std::string& place) const {
    const auto report =
        verify_package(package(place), {.trust = scratch_ / "trust"}, environment());
    if (!report) return report.error().message();
    return report->passed() ? "PASSED" : codes(*report);
}

}  // namespace solander::test
