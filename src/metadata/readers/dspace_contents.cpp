// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "metadata/record_parts.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

extern const Reader dspace_contents;

namespace {

constexpr std::array<std::string_view, 8> kOptions = {"bundle",      "permissions", "description",
                                                      "primary",     "iiif-label",  "iiif-width",
                                                      "iiif-height", "iiif-toc"};

/// `-r -s STORE -f PATH`: the bytes are in a store of the system that the item comes from.
bool is_registered(std::string_view line) {
    return line.starts_with("-r ") && line.find(" -f ") != line.npos;
}

/// An option is `NAME:VALUE`. The name of another one is no option but is kept under its name, too.
struct Option {
    std::string_view name;
    std::string_view value;
};

struct ContentLine {
    std::string_view file;
    std::vector<std::string_view> options;
};

ContentLine split_line(std::string_view line) {
    ContentLine result;
    const auto tab = std::min(line.find('\t'), line.size());
    result.file = trim(line.substr(0, tab));
    line.remove_prefix(std::min(tab + 1, line.size()));
    while (!line.empty()) {
        const auto end = std::min(line.find('\t'), line.size());
        if (const auto option = trim(line.substr(0, end)); !option.empty())
            result.options.push_back(option);
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return result;
}

Option split_option(std::string_view text) {
    const auto colon = std::min(text.find(':'), text.size());
    return {trim(text.substr(0, colon)), trim(text.substr(std::min(colon + 1, text.size())))};
}

bool is_known(std::string_view option) {
    return std::ranges::find(kOptions, split_option(option).name) != kOptions.end();
}

bool has_known_option(std::string_view line) {
    return is_registered(line) || std::ranges::any_of(split_line(line).options, is_known);
}

Recognition recognises(const Received& received) {
    if (file_name_of(received.payload_path) != "contents") return Recognition::no;
    const auto lines = split_lines(received.text);
    if (lines.empty()) return Recognition::no;
    // A list of bare names is what any file called `contents` may be.
    return std::ranges::any_of(lines, has_known_option) ? Recognition::certain : Recognition::maybe;
}

/// What a bundle says about the role of its files; ORIGINAL only says that they are the item's own.
FileRole role_of(std::string_view file, const std::vector<std::string_view>& options) {
    std::string_view bundle = file == "license.txt" ? "LICENSE" : "ORIGINAL";
    for (const std::string_view option : options)
        if (split_option(option).name == "bundle") bundle = split_option(option).value;
    if (bundle == "LICENSE" || bundle == "THUMBNAIL") return FileRole::supporting;
    return bundle == "METADATA" ? FileRole::metadata : FileRole::unstated;
}

class ContentsReader {
public:
    ContentsReader(const Received& received, Described& described, std::vector<Remark>& remarks)
        : folder_(folder_of(received.payload_path)), described_(described), remarks_(remarks) {}

    void take(std::string_view line, std::size_t number) {
        at_ = fmt::format("line {}", number);
        if (is_registered(line)) {
            note("registered", line, "");
            remark("dspace.registered",
                   "registers a file that is in a store elsewhere: its bytes "
                   "are not here");
            return;
        }
        const ContentLine content = split_line(line);
        add_file(content);
        for (const std::string_view option : content.options) {
            const Option parts = split_option(option);
            const bool is_pair = !parts.name.empty() && !parts.value.empty();
            note(is_pair ? parts.name : "option", is_pair ? parts.value : option, content.file);
            if (!is_known(option))
                remark("dspace.unknown-option", "has an option that DSpace does not have", option);
        }
    }

private:
    void add_file(const ContentLine& content) {
        auto path = resolve(folder_, content.file);
        if (path) {
            described_.files.push_back(
                {*std::move(path), role_of(content.file, content.options), at_});
            return;
        }
        note("bitstream", content.file, "");
        remark("record.path-outside", "names no file in the folder of the item");
    }

    void note(std::string_view type, std::string_view words, std::string_view file) {
        put_leftover(described_.document, type,
                     {std::string(words), place_in(OriginKind::hand_over, at_, file)});
    }

    void remark(std::string_view code, std::string_view words, std::string_view value = {}) {
        remarks_.push_back({std::string(code), at_, std::string(words), std::string(value)});
    }

    std::string_view folder_;
    Described& described_;
    std::vector<Remark>& remarks_;
    std::string at_;
};

Result<Reading> read(const Received& received) {
    if (recognises(received) == Recognition::no) return no_record_of(dspace_contents);
    const TextLines lines = split_lines(received.text);
    if (lines.empty()) return Error(ErrorCode::format, "has no line with words");
    Reading reading;
    RecordSet records(received, dspace_contents);
    ContentsReader reader(received, records.of(std::string(folder_of(received.payload_path))).first,
                          reading.remarks);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (!lines[i].empty()) reader.take(lines[i], i + 1);
    reading.documents = records.take();
    // Records of the item are no files of it; these are how DSpace files it.
    reading.listing = Listing{std::string(folder_of(received.payload_path)),
                              {"collections", "handle", "relationships"}};
    return reading;
}

}  // namespace

const Reader dspace_contents{
    .name = "dspace-contents/1",
    .title = "the list of files of an item in DSpace's Simple Archive Format",
    .kind = OriginKind::hand_over,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
