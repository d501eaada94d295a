// SPDX-License-Identifier: Apache-2.0
#include "tampered_set.h"

#include <cstdlib>
#include <stdexcept>

#include <fmt/format.h>

#include "matrix.h"
#include "support/process.h"

namespace solander::test {

namespace fs = std::filesystem;

namespace {

Verdict verdict_of(std::string_view layers) {
    if (layers.find('F') != std::string_view::npos) return Verdict::failed;
    return layers.find('I') != std::string_view::npos ? Verdict::indeterminate : Verdict::passed;
}

/// Of the tool, as docs/exit-codes.md has it.
int exit_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::passed:
            return 0;
        case Verdict::failed:
            return 1;
        case Verdict::indeterminate:
            return 2;
    }
    std::abort();
}

std::string answer_of(Stock stock) {
    const StockInfo& info = stock_info(stock);
    return info.why.empty() ? std::string(info.word) : fmt::format("{}: {}", info.word, info.why);
}

/// What has to be told to the tool of what the reader knows and has, from the row's own folder.
std::vector<std::string> options_of(const Forgery& forgery) {
    std::vector<std::string> options;
    const auto add = [&](const std::string& option, const fs::path& path) {
        options.push_back(option);
        options.push_back(path.lexically_relative(forgery.scratch().path()).string());
    };
    const VerifyOptions& told = forgery.options;
    if (told.revoked) add("--revoked", *told.revoked);
    if (told.policy) add("--policy", *told.policy);
    if (told.trust) add("--trust", *told.trust);
    if (told.custody) add("--custody", *told.custody);
    for (const auto& receipt : told.receipts) add("--receipt", receipt);
    for (const auto& file : told.attestations) add("--attestation", file);
    for (const auto& copy : told.compare) add("--compare", copy);
    if (told.state) add("--state", *told.state);
    if (told.manifest_bytes != VerifyOptions().manifest_bytes) {
        options.emplace_back("--max-manifest");
        options.push_back(std::to_string(told.manifest_bytes));
    }
    return options;
}

/// Links and queues as they are, which std::filesystem::copy cannot do.
void copy_all(const fs::path& from, const fs::path& to) {
    fs::create_directories(to);
    const auto done = run_program({"cp", "-a", from.string() + "/.", to.string()});
    if (done.status != 0) throw std::runtime_error(done.err);
}

std::string in_folder(const Forgery& forgery, const fs::path& path) {
    return path.lexically_relative(forgery.scratch().path()).string();
}

void add_row(const fs::path& directory, const Row& row, std::vector<TamperedPackage>& set) {
    Forgery forgery;
    const Flaw& flaw = *row.flaw;
    flaw.make(forgery);
    if (forgery.has_own_clock()) return;
    const auto unpacked = forgery.unpack();
    const auto add = [&](const std::string& form, const fs::path& path, const InAnotherForm& said,
                         Stock stock) {
        set.push_back({row.name, flaw.attack, form, in_folder(forgery, path), options_of(forgery),
                       verdict_of(said.layers), said.layers, said.codes, answer_of(stock),
                       said.why});
    };
    const InAnotherForm as_tar{flaw.codes, flaw.layers, ""};
    add("tar", forgery.package(), as_tar, flaw.stock);
    if (unpacked) add("directory", *unpacked, flaw.unpacked.value_or(as_tar), Stock::no_tar);
    if (forgery.can_be_bundled()) {
        write_file(forgery.bundle_file(), forgery.bundle());
        add("bundle", forgery.bundle_file(), flaw.bundled.value_or(as_tar), Stock::no_tar);
    }
    copy_all(forgery.scratch().path(), directory / row.name);
}

void add_row(const fs::path& directory, const DirectoryFlaw& flaw,
             std::vector<TamperedPackage>& set) {
    Forgery forgery;
    const auto unpacked = forgery.unpack();
    if (!unpacked) throw std::runtime_error("a good package cannot be unpacked");
    flaw.make(*unpacked);
    fs::remove(forgery.package());
    const std::string name = "Directory." + flaw.name;
    set.push_back({name, flaw.attack, "directory", in_folder(forgery, *unpacked),
                   options_of(forgery), verdict_of(flaw.layers), flaw.layers, flaw.codes,
                   answer_of(Stock::no_tar), ""});
    copy_all(forgery.scratch().path(), directory / name);
}

std::string table_of(const std::vector<TamperedPackage>& set) {
    std::string table =
        "row\tattack\tform\tpackage\toptions\texit\tverdict\tlayers\tcodes\tstock tools\twhy\n";
    for (const auto& one : set)
        table += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n", one.row, one.attack,
                             one.form, one.path, fmt::join(one.options, " "), exit_of(one.verdict),
                             verdict_name(one.verdict), one.layers, one.codes, one.stock, one.why);
    return table;
}

}  // namespace

std::vector<TamperedPackage> write_tampered_set(const fs::path& directory) {
    std::vector<TamperedPackage> set;
    for (const Row& row : rows()) add_row(directory, row, set);
    for (const DirectoryFlaw& flaw : directory_flaws()) add_row(directory, flaw, set);
    write_file(directory / "expected.tsv", table_of(set));
    return set;
}

}  // namespace solander::test
