// SPDX-License-Identifier: Apache-2.0
#include "pack/complete_from.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/try.h"
#include "pack/completion.h"
#include "pack/same_record.h"

namespace solander::pack {

namespace {

using Identity = std::pair<std::uint64_t, std::uint64_t>;

Identity identity_of(const InputFileEntry& file) {
    return {file.info.device, file.info.inode};
}

Result<Inputs> collect(const Environment& environment, const DescribeRequest& request,
                       std::vector<std::filesystem::path> paths) {
    PackRequest inputs_only{.inputs = std::move(paths), .output = {}};
    inputs_only.rename_safe = request.rename_safe;
    return collect_inputs(environment, inputs_only);
}

std::map<Identity, std::size_t> by_identity(const Inputs& inputs) {
    std::map<Identity, std::size_t> indices;
    for (std::size_t i = 0; i < inputs.files.size(); ++i)
        indices.emplace(identity_of(inputs.files[i]), i);
    return indices;
}

/// The words of the first answer, which is what a person is shown.
template <class T>
std::string first_words(const std::vector<T>& field) {
    for (const T& statement : field)
        if (!statement.words.empty()) return statement.words;
    return {};
}

class Completer {
public:
    Completer(const DescribeRequest& request, const DescribedInputs& described, Records& records)
        : request_(request), described_(described), records_(records), completion_(records) {
        std::map<std::string, std::size_t> by_subject;
        for (std::size_t i = 0; i < records_.subjects.size(); ++i)
            by_subject.emplace(records_.subjects[i], i);
        for (const OtherInput& other : described_.others)
            for (const std::size_t file : other.files) {
                const auto part = records_.parts.find(file);
                const bool is_capture =
                    part != records_.parts.end() && part->second.role == FileRole::capture;
                const auto document =
                    by_subject.find(table_path(described_.inputs.files[file].path));
                if (is_capture && document != by_subject.end())
                    captures_.emplace(file, document->second);
            }
        for (const auto& [file, document] : captures_) others_.insert(document);
        for (std::size_t i = 0; i < records_.documents.size(); ++i)
            if (!others_.contains(i))
                for (std::string& key : match_keys(records_.documents[i]))
                    by_key_.emplace(std::move(key), i);
    }

    Result<void> complete() {
        if (others_.size() == records_.documents.size() && !captures_.empty())
            return Error(ErrorCode::usage,
                         "there is nothing to complete: --complete-from names every record that "
                         "there is");
        for (const OtherInput& other : described_.others)
            for (const std::size_t file : other.files) SOLANDER_TRY(complete(other, file));
        if (!captures_.empty()) completion_.finish();
        return {};
    }

private:
    Result<void> complete(const OtherInput& from, std::size_t file) {
        const auto capture = captures_.find(file);
        if (capture == captures_.end()) return leave_out(from, file);
        const std::size_t other = capture->second;
        if (!done_.insert(other).second) return {};
        const std::string shown = base::printable(records_.subjects[other]);
        std::optional<std::pair<std::size_t, Comparison>> match;
        for (const std::size_t i : candidates(other)) {
            auto comparison = compare_records(records_.documents[i], records_.documents[other]);
            if (comparison.sameness == Sameness::different) continue;
            if (match)
                return Error(ErrorCode::format,
                             fmt::format("'{}' is the record of both '{}' and '{}': complete them "
                                         "one at a time",
                                         shown, base::printable(records_.subjects[match->first]),
                                         base::printable(records_.subjects[i])));
            match.emplace(i, std::move(comparison));
        }
        if (!match) {
            const std::string why = why_none(other);
            if (!from.is_directory)
                return Error(ErrorCode::format,
                             fmt::format("'{}' completes nothing: {}", shown, why));
            return drop(other, why);
        }
        if (match->second.sameness == Sameness::same_words) {
            SOLANDER_TRY_ASSIGN(const bool confirmed, confirm(match->first, other));
            if (!confirmed) return drop(other, "it was not confirmed to be the same record");
        }
        return completion_.fill(match->first, other, match->second);
    }

    /// The documents that `other` may be a record of, in their order.
    std::set<std::size_t> candidates(std::size_t other) const {
        std::set<std::size_t> found;
        for (const std::string& key : match_keys(records_.documents[other])) {
            const auto [begin, end] = by_key_.equal_range(key);
            for (auto known = begin; known != end; ++known) found.insert(known->second);
        }
        return found;
    }

    std::string why_none(std::size_t other) const {
        if (records_.documents.size() - others_.size() == 1)
            for (std::size_t i = 0; i < records_.documents.size(); ++i)
                if (!others_.contains(i))
                    return compare_records(records_.documents[i], records_.documents[other]).words;
        return "it is the record of none of the documents here";
    }

    Result<bool> confirm(std::size_t document, std::size_t other) const {
        if (!request_.confirm) return false;
        const Document& here = records_.documents[document];
        return request_.confirm({records_.subjects[document], records_.subjects[other],
                                 first_words(here.titles), first_words(here.dates),
                                 first_words(here.descriptions)});
    }

    Result<void> drop(std::size_t other, std::string_view why) {
        records_.notes.push_back(
            fmt::format("'{}': completes nothing and is left out: {} "
                        "(record.left-out)",
                        base::printable(records_.subjects[other]), why));
        completion_.drop(other);
        return {};
    }

    /// A file that no document can be completed from.
    Result<void> leave_out(const OtherInput& from, std::size_t file) {
        if (!from.is_directory)
            return Error(ErrorCode::format,
                         fmt::format("'{}' was not read as a capture, and only captures of the "
                                     "same record complete one",
                                     base::printable(from.path.string())));
        if (!from.was_input) records_.parts.emplace(file, FilePart{});
        return {};
    }

    const DescribeRequest& request_;
    const DescribedInputs& described_;
    Records& records_;
    Completion completion_;
    std::map<std::size_t, std::size_t> captures_;  ///< By input: the document that it gave.
    std::set<std::size_t> others_;                 ///< Documents that only complete others.
    std::multimap<std::string, std::size_t>
        by_key_;  ///< The documents to complete, see match_keys().
    std::set<std::size_t> done_;
};

}  // namespace

Result<DescribedInputs> collect_described(const Environment& environment,
                                          const DescribeRequest& request) {
    DescribedInputs described;
    SOLANDER_TRY_ASSIGN(described.inputs, collect(environment, request, request.inputs));
    if (request.complete_from.empty()) return described;

    const auto own = by_identity(described.inputs);
    std::vector<std::vector<Identity>> files;
    std::vector<std::filesystem::path> all = request.inputs;
    for (const auto& path : request.complete_from) {
        SOLANDER_TRY_ASSIGN(const Inputs others, collect(environment, request, {path}));
        auto& identities = files.emplace_back();
        for (const InputFileEntry& file : others.files) identities.push_back(identity_of(file));
        const bool was_input =
            std::ranges::all_of(identities, [&own](const auto& id) { return own.contains(id); });
        described.others.push_back({path, !others.directories.empty(), was_input, {}});
        if (!was_input) all.push_back(path);
    }
    SOLANDER_TRY_ASSIGN(described.inputs, collect(environment, request, std::move(all)));
    const auto indices = by_identity(described.inputs);
    for (std::size_t i = 0; i < files.size(); ++i)
        for (const Identity& identity : files[i])
            if (const auto index = indices.find(identity); index != indices.end())
                described.others[i].files.push_back(index->second);
    return described;
}

Result<void> complete_from(const DescribeRequest& request, const DescribedInputs& described,
                           Records& records) {
    if (described.others.empty()) return {};
    return Completer(request, described, records).complete();
}

}  // namespace solander::pack
