// SPDX-License-Identifier: Apache-2.0
#include "package/bundle.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/decimal.h"
#include "base/escape.h"
#include "base/try.h"
#include "format/bag_files.h"
#include "format/lexical.h"
#include "package/canonical_tar.h"

namespace solander::package {

namespace {

constexpr std::string_view kCustodyEnd = ".custody";
/// More than a path and a size need.
constexpr std::uint64_t kMaxBundlePax = 4096;
/// Of a package in a bundle; sums of offsets stay far from overflowing.
constexpr std::uint64_t kMaxPackageBytes = std::uint64_t{1} << 60;

/// The NAME of a first entry `NAME.custody/FILE`; nothing for any other.
std::optional<std::string> name_of(base::BytesView block) {
    const auto header = parse_header(block);
    if (!header || header->type != '0') return std::nullopt;
    const std::string_view path = header->name;
    const auto slash = path.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto top = path.substr(0, slash);
    const auto file = path.substr(slash + 1);
    if (file.empty() || file == format::kBagItFile || !top.ends_with(kCustodyEnd))
        return std::nullopt;
    const auto name = top.substr(0, top.size() - kCustodyEnd.size());
    if (name.empty() || !format::is_package_name(name)) return std::nullopt;
    return std::string(name);
}

struct Entry {
    std::string path;
    std::uint64_t size = 0;
};

/// Reads one entry after the other and compares each with what its name and size imply.
class Reader {
public:
    Reader(InputFile& file, base::Bytes begun, const base::Limits& limits)
        : file_(file), begun_(std::move(begun)), limits_(limits) {}

    Result<Bundle> read() {
        bundle_.name = name_of(begun_).value_or("");
        const std::string package = package_entry(bundle_.name);
        for (bool goes_on = true; goes_on;) {
            SOLANDER_TRY_ASSIGN(const auto entry, next_entry());
            goes_on = entry && entry->path != package;
            if (goes_on) {
                SOLANDER_TRY_ASSIGN(goes_on, take_custody_file(*entry));
            } else if (entry && entry->size > kMaxPackageBytes) {
                bundle_.add_flaw(entry->path, "is larger than a package can be");
            } else if (entry) {
                bundle_.package = Bundle::Place{offset_, entry->size};
            }
        }
        for (auto& [name, bytes] : files_) bundle_.custody.push_back({name, std::move(bytes)});
        return std::move(bundle_);
    }

private:
    /// Nothing if the bundle ends before; a flaw then says so.
    Result<std::optional<base::Bytes>> take(std::uint64_t size) {
        base::Bytes bytes(size);
        const std::size_t old =
            offset_ < begun_.size() ? std::min<std::uint64_t>(begun_.size() - offset_, size) : 0;
        std::copy_n(begun_.begin() + static_cast<std::ptrdiff_t>(old == 0 ? 0 : offset_), old,
                    bytes.begin());
        SOLANDER_TRY_ASSIGN(const std::size_t got, file_.read(std::span(bytes).subspan(old)));
        offset_ += old + got;
        if (old + got == size) return std::optional(std::move(bytes));
        bundle_.add_flaw("", fmt::format("is cut off: it ends after {} bytes, before {}", offset_,
                                         package_entry(bundle_.name)));
        return std::optional<base::Bytes>();
    }

    /// Nothing where no entry stands that could be read on behind; a flaw then says why.
    Result<std::optional<Entry>> next_entry() {
        const std::optional<Entry> none;
        const std::uint64_t begin = offset_;
        SOLANDER_TRY_ASSIGN(auto raw, take(kTarBlock));
        if (!raw) return none;
        auto header = parse_header(*raw);
        std::optional<std::string> path;
        std::optional<std::uint64_t> size;
        if (header && header->type == 'x' && header->size <= kMaxBundlePax) {
            SOLANDER_TRY_ASSIGN(const auto records, take(padded(header->size)));
            if (!records) return none;
            const auto text = base::as_text(*records).substr(0, header->size);
            path = pax_value(text, "path");
            if (const auto value = pax_value(text, "size")) size = base::parse_decimal(*value);
            SOLANDER_TRY_ASSIGN(const auto block, take(kTarBlock));
            if (!block) return none;
            header = parse_header(*block);
            raw->insert(raw->end(), records->begin(), records->end());
            raw->insert(raw->end(), block->begin(), block->end());
        }
        if (!header) {
            bundle_.add_flaw("", fmt::format("has no entry at byte {}, where {} should follow",
                                             begin, package_entry(bundle_.name)));
            return none;
        }
        Entry entry{path.value_or(header->name), size.value_or(header->size)};
        if (header->type != '0') {
            bundle_.add_flaw(entry.path, fmt::format("is an entry of type '{}', no regular file",
                                                     base::printable({&header->type, 1})));
            return none;
        }
        if (begin == 0) bundle_.modified = header->modified.value_or(Timestamp());
        if (base::as_text(*raw) != tar_header(entry.path, entry.size, bundle_.modified))
            bundle_.add_flaw(entry.path, "has another header than a bundle gives it");
        return std::optional(std::move(entry));
    }

    /// Returns whether to read on.
    Result<bool> take_custody_file(const Entry& entry) {
        const std::string top = custody_entry(bundle_.name, "");
        const std::string file =
            entry.path.starts_with(top) ? entry.path.substr(top.size()) : std::string();
        if (file.empty() || file.find('/') != std::string::npos) {
            bundle_.add_flaw(entry.path,
                             fmt::format("is neither a file of {} nor {}; what stands behind it "
                                         "was not looked at",
                                         top, package_entry(bundle_.name)));
            return false;
        }
        if (entry.size > limits_.event_bytes) {
            bundle_.add_flaw(entry.path,
                             "is larger than an event can be; what stands behind it "
                             "was not looked at");
            return false;
        }
        total_ += entry.size;
        if (++count_ > limits_.custody_files || total_ > limits_.custody_bytes)
            bundle_.custody_over_limit = true;
        SOLANDER_TRY_ASSIGN(auto bytes, take(padded(entry.size)));
        if (!bytes) return false;
        if (!is_zero(std::span(*bytes).subspan(entry.size)))
            bundle_.add_flaw(entry.path, "is followed by bytes that are not zero");
        bytes->resize(entry.size);
        if (file <= last_)
            bundle_.add_flaw(entry.path, file == last_ || files_.contains(file)
                                             ? "is there more than once"
                                             : "is not in its place: entries are in the order of "
                                               "their names");
        last_ = std::max(last_, file);
        if (!bundle_.custody_over_limit) files_.emplace(file, *std::move(bytes));
        return true;
    }

    InputFile& file_;
    base::Bytes begun_;
    const base::Limits& limits_;
    std::uint64_t offset_ = 0;
    std::uint64_t total_ = 0;
    std::size_t count_ = 0;
    std::string last_;  ///< Of the names so far, in their order.
    std::map<std::string, base::Bytes> files_;
    Bundle bundle_;
};

}  // namespace

std::string custody_entry(std::string_view name, std::string_view file) {
    return fmt::format("{}{}/{}", name, kCustodyEnd, file);
}

std::string package_entry(std::string_view name) {
    return fmt::format("{}.tar", name);
}

void Bundle::add_flaw(std::string subject, std::string message) {
    static constexpr std::size_t kMostFlaws = 1000;
    if (flaws.size() >= kMostFlaws) return;  // a bundle made to exhaust us
    if (subject.empty()) subject = "the bundle";
    flaws.push_back({Code::bundle_form, std::move(subject), std::move(message)});
}

bool begins_bundle(base::BytesView block) {
    return name_of(block).has_value();
}

Result<Bundle> read_bundle(InputFile& file, base::Bytes begun, const base::Limits& limits) {
    return Reader(file, std::move(begun), limits).read();
}

std::uint64_t bundle_tail_bytes(std::uint64_t package_bytes) {
    return padded(package_bytes) - package_bytes + kTarEnd;
}

std::string flaw_of_tail(base::BytesView tail, std::uint64_t package_bytes) {
    const std::uint64_t wanted = bundle_tail_bytes(package_bytes);
    if (!is_zero(tail.first(std::min<std::uint64_t>(tail.size(), wanted))))
        return "has bytes behind the package that are not zero";
    if (tail.size() < wanted) return "is cut off behind the package";
    return tail.size() > wanted ? "has bytes behind its end" : "";
}

}  // namespace solander::package
