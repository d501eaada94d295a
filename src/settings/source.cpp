// SPDX-License-Identifier: Apache-2.0
#include "settings/source.h"

#include <algorithm>

#include <fmt/format.h>

#include "audit/words.h"
#include "base/escape.h"
#include "base/nearest.h"
#include "base/try.h"
#include "base/utf8.h"

namespace solander::settings {

namespace {

/// Nobody writes so many by hand.
constexpr toml::Limits kLimits{.values = 200'000, .names = 16};

}  // namespace

Result<Source> Source::parse(std::string_view text, const std::string& file,
                             std::string_view example) {
    const std::string advice =
        fmt::format("words stand in quotation marks, and lists in [ ]; {} has an example", example);
    if (const auto bad = base::find_invalid_utf8(text)) {
        const auto line = 1 + std::ranges::count(text.substr(0, *bad), '\n');
        return Error(ErrorCode::usage,
                     fmt::format("{}:{}: is not in UTF-8", base::printable(file), line));
    }
    auto tree = toml::Tree::parse(
        text, {.of_repeated = "each name stands once in its table", .of_others = advice}, kLimits);
    if (!tree) return Error(ErrorCode::usage, tree.error().in(base::printable(file)).message());
    return Source(*std::move(tree), file);
}

std::string Source::at(const toml::Region& region) const {
    return fmt::format("{}:{}", file_, region.begin.line);
}

Error Source::wrong(const toml::Region& region, const std::string& what) const {
    return {ErrorCode::usage, fmt::format("{}: {}", base::printable(at(region)), what)};
}

Result<const toml::Node*> Source::table(const toml::Entry& entry) const {
    if (entry.value.kind == toml::Kind::table) return &entry.value;
    return wrong(entry.region, fmt::format("'{}' is a table, not {}", base::printable(entry.key),
                                           toml::kind_name(entry.value.kind)));
}

Result<std::string> Source::text(const toml::Entry& entry) const {
    if (!entry.value.is_text())
        return wrong(entry.region,
                     fmt::format("'{}' is a text in quotation marks, not {}",
                                 base::printable(entry.key), toml::kind_name(entry.value.kind)));
    if (audit::trimmed(entry.value.words).empty())
        return wrong(entry.region, fmt::format("'{}' says nothing", base::printable(entry.key)));
    return entry.value.words;
}

Result<std::vector<std::string>> Source::texts(const toml::Entry& entry) const {
    std::vector<std::string> texts;
    if (entry.value.kind != toml::Kind::array) {
        SOLANDER_TRY_ASSIGN(texts.emplace_back(), text(entry));
        return texts;
    }
    for (const toml::Node& item : entry.value.items) {
        if (!item.is_text() || audit::trimmed(item.words).empty())
            return wrong(item.region, fmt::format("'{}' is a list of texts in quotation marks",
                                                  base::printable(entry.key)));
        texts.push_back(item.words);
    }
    if (texts.empty())
        return wrong(entry.region,
                     fmt::format("'{}' has nothing in it", base::printable(entry.key)));
    return texts;
}

Result<std::string> Source::day(const toml::Entry& entry) const {
    if (entry.value.kind != toml::Kind::date) return text(entry);
    return tree_.written(entry.value.region);
}

Result<Timestamp> Source::moment(const toml::Entry& entry) const {
    SOLANDER_TRY_ASSIGN(const std::string written, day(entry));
    auto moment = Timestamp::parse(written);
    if (!moment) moment = Timestamp::parse(written + "T00:00:00Z");
    if (moment) return *moment;
    return wrong(
        entry.region,
        fmt::format("'{}' is a day such as 2026-03-01, or a moment in UTC such as "
                    "2026-03-01T12:00:00Z, and not {}",
                    base::printable(entry.key), base::printable(audit::shortened(written))));
}

Result<bool> Source::boolean(const toml::Entry& entry) const {
    const std::string written = tree_.written(entry.value.region);
    if (entry.value.kind == toml::Kind::boolean) return written == "true";
    return wrong(entry.region, fmt::format("'{}' is true or false, without quotation marks",
                                           base::printable(entry.key)));
}

Result<void> Source::check_version(const toml::Entry& entry) const {
    const std::string written = tree_.written(entry.value.region);
    if (entry.value.kind == toml::Kind::number && written == "1") return {};
    return wrong(entry.region, fmt::format("this program knows version = 1 alone, not {}",
                                           base::printable(audit::shortened(written))));
}

Error Source::unknown(const toml::Region& region, std::string_view kind, std::string_view name,
                      std::span<const std::string_view> known, std::string_view lists) const {
    constexpr std::size_t kFew = 12;
    std::string rest(lists);
    if (known.size() <= kFew) rest = fmt::format("it can be {}", one_of(known));
    std::string what =
        fmt::format("there is no {} '{}'; {}{}", kind, base::printable(audit::shortened(name)),
                    base::did_you_mean(name, known), rest);
    while (what.ends_with(' ') || what.ends_with(';')) what.pop_back();
    return wrong(region, what);
}

std::string one_of(std::span<const std::string_view> words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
        text += words[i];
    }
    return text;
}

}  // namespace solander::settings
