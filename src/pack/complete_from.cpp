// SPDX-License-Identifier: Apache-2.0
#include "pack/complete_from.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
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
    Completer(const Environment& environment, const DescribeRequest& request,
              const DescribedInputs& described, Records& records)
        : environment_(environment),
          request_(request),
          described_(described),
          records_(records),
          completion_(records) {
        if (!records_.read_anything()) return;
        std::map<std::string_view, std::size_t> files;
        for (const OtherInput& other : described_.others)
            for (const std::size_t file : other.files)
                files.emplace(described_.inputs.files[file].path.str(), file);
        for (std::size_t i = 0; i < records_.documents.size(); ++i) {
            const auto is_others = [&files](const Origin& origin) {
                return files.contains(origin.file);
            };
            const Document& document = records_.documents[i];
            if (std::ranges::all_of(document.origins, is_others)) {
                others_.insert(i);
                read_from_[files.at(document.origins.front().file)].push_back(i);
            } else {
                for (std::string& key : match_keys(document)) by_key_.emplace(std::move(key), i);
            }
        }
    }

    Result<std::vector<std::filesystem::path>> complete() {
        if (!others_.empty() && others_.size() == records_.documents.size())
            return Error(ErrorCode::usage,
                         "there is nothing to complete: --complete-from names every record that "
                         "there is");
        for (const OtherInput& other : described_.others)
            for (const std::size_t file : other.files) {
                if (environment_.stopped()) return Error(ErrorCode::interrupted, "interrupted");
                SOLANDER_TRY(complete(other, file));
            }
        if (!others_.empty()) completion_.finish();
        return std::move(used_);
    }

private:
    Result<void> complete(const OtherInput& from, std::size_t file) {
        if (!done_.insert(file).second) return {};
        const auto read = read_from_.find(file);
        const bool is_capture =
            read != read_from_.end() && read->second.size() == 1 &&
            records_.documents[read->second.front()].origins.front().kind == OriginKind::capture;
        if (is_capture) return complete_from_capture(from, file, read->second.front());
        if (!from.is_directory)
            return Error(ErrorCode::format,
                         fmt::format("'{}' was not read as a capture of one record, and only "
                                     "captures of the same record complete one",
                                     base::printable(from.path.string())));
        if (read != read_from_.end())
            for (const std::size_t document : read->second)
                drop(document, "it is not read from a capture of one record");
        else if (described_.added.contains(file))
            records_.parts.emplace(file, FilePart{});  // so that it is no document of its own
        return {};
    }

    Result<void> complete_from_capture(const OtherInput& from, std::size_t file,
                                       std::size_t other) {
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
            drop(other, why);
            return {};
        }
        if (match->second.sameness == Sameness::same_words) {
            SOLANDER_TRY_ASSIGN(const bool confirmed, confirm(match->first, other));
            if (!confirmed) {
                drop(other, "it was not confirmed to be the same record");
                return {};
            }
        }
        SOLANDER_TRY(completion_.fill(match->first, other, match->second));
        if (described_.added.contains(file))
            used_.emplace_back(described_.inputs.shown(described_.inputs.files[file]));
        return {};
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

    void drop(std::size_t other, std::string_view why) {
        records_.notes.push_back(
            fmt::format("'{}': completes nothing and is left out: {} "
                        "(record.left-out)",
                        base::printable(records_.subjects[other]), why));
        completion_.drop(other);
    }

    const Environment& environment_;
    const DescribeRequest& request_;
    const DescribedInputs& described_;
    Records& records_;
    Completion completion_;
    std::set<std::size_t> others_;  ///< Documents that only complete others.
    std::map<std::size_t, std::vector<std::size_t>> read_from_;  ///< Of these, by input.
    std::multimap<std::string, std::size_t> by_key_;             ///< The rest, see match_keys().
    std::set<std::size_t> done_;                                 ///< Inputs.
    std::vector<std::filesystem::path> used_;
};

}  // namespace

Result<DescribedInputs> collect_described(const Environment& environment,
                                          const DescribeRequest& request) {
    DescribedInputs described;
    SOLANDER_TRY_ASSIGN(described.inputs, collect(environment, request, request.inputs));
    if (request.complete_from.empty()) return described;

    const auto own = by_identity(described.inputs);
    std::vector<std::vector<Identity>> files;
    std::set<Identity> added;
    std::vector<std::filesystem::path> all = request.inputs;
    for (const auto& path : request.complete_from) {
        SOLANDER_TRY_ASSIGN(const Inputs others, collect(environment, request, {path}));
        const auto is_input = [&own](const InputFileEntry& file) {
            return own.contains(identity_of(file));
        };
        const bool all_are_inputs = std::ranges::all_of(others.files, is_input);
        auto& identities = files.emplace_back();
        for (const InputFileEntry& file : others.files) {
            if (is_input(file) && !all_are_inputs) continue;
            identities.push_back(identity_of(file));
            if (is_input(file) || !added.insert(identity_of(file)).second) continue;
            all.emplace_back(others.shown(file));
        }
        described.others.push_back({path, !others.directories.empty(), {}});
    }
    SOLANDER_TRY_ASSIGN(described.inputs, collect(environment, request, std::move(all)));
    const auto indices = by_identity(described.inputs);
    for (std::size_t i = 0; i < files.size(); ++i)
        for (const Identity& identity : files[i])
            if (const auto index = indices.find(identity); index != indices.end())
                described.others[i].files.push_back(index->second);
    for (const Identity& identity : added)
        if (const auto index = indices.find(identity); index != indices.end())
            described.added.insert(index->second);
    return described;
}

Result<std::vector<std::filesystem::path>> complete_from(const Environment& environment,
                                                         const DescribeRequest& request,
                                                         const DescribedInputs& described,
                                                         Records& records) {
    if (described.others.empty()) return std::vector<std::filesystem::path>();
    return Completer(environment, request, described, records).complete();
}

}  // namespace solander::pack
