// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "metadata/record_parts.h"
#include "metadata/text_lines.h"

namespace solander::metadata {

extern const Reader bag_info;

namespace {

struct Label {
    std::string_view name;  ///< As RFC 8493, section 2.2.2 has it; case does not matter.
    std::optional<Field> field = {};
    bool once = false;  ///< SHOULD NOT be repeated.
};

// Source-Organization is who sent the bag, which says nothing of who holds the original; what the
// bag is made of (its size, its date) describes no document. All of these are notes.
constexpr std::array<Label, 15> kLabels = {{
    {"Source-Organization"},
    {"Organization-Address"},
    {"Contact-Name"},
    {"Contact-Phone"},
    {"Contact-Email"},
    {"External-Description", Field::description},
    {"Bagging-Date", {}, true},
    {"External-Identifier", Field::identifier},
    {"Bag-Size", {}, true},
    {"Payload-Oxum", {}, true},
    {"Bag-Group-Identifier", {}, true},
    {"Bag-Count", {}, true},
    {"Internal-Sender-Identifier", Field::identifier},
    {"Internal-Sender-Description", Field::description},
    {"BagIt-Profile-Identifier"},
}};

const Label* label_of(std::string_view name) {
    const std::string folded = base::fold_case(name);
    const auto* found = std::ranges::find_if(
        kLabels, [&](const Label& label) { return base::fold_case(label.name) == folded; });
    return found == kLabels.end() ? nullptr : found;
}

/// One element of metadata: a label, and its value with the lines that go on with it.
struct Element {
    std::string_view label;
    std::string value;
    LineRange lines;
};

/// The first colon ends the label, which has no white space at its ends.
std::optional<std::size_t> colon_of(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == line.npos || colon == 0) return std::nullopt;
    return colon;
}

/// Whether the line began with white space, which goes on with the value before.
bool is_indented(std::string_view text, std::string_view line) {
    const auto at = static_cast<std::size_t>(line.data() - text.data());
    return at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t');
}

/// The elements, and the lines that are part of none.
struct Elements {
    std::vector<Element> known;
    std::vector<LineRange> others;
};

Elements elements_of(std::string_view text, const TextLines& lines) {
    Elements elements;
    bool open = false;  // Whether the line before was part of an element.
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto colon = colon_of(lines[i]);
        if (open && !lines[i].empty() && is_indented(text, lines[i])) {
            Element& last = elements.known.back();
            last.value += '\n';
            last.value += lines[i];
            last.lines.last = i + 1;
            continue;
        }
        open = colon.has_value();
        if (colon) {
            elements.known.push_back({trim(lines[i].substr(0, *colon)),
                                      std::string(trim(lines[i].substr(*colon + 1))),
                                      {i, i + 1}});
        } else if (!lines[i].empty()) {
            elements.others.push_back({i, i + 1});
        }
    }
    return elements;
}

Recognition recognises(const Received& received) {
    if (file_name_of(received.payload_path) != "bag-info.txt") return Recognition::no;
    for (const std::string_view line : split_lines(received.text)) {
        const auto colon = colon_of(line);
        if (colon && label_of(trim(line.substr(0, *colon))) != nullptr) return Recognition::certain;
    }
    return Recognition::maybe;
}

void remark_on_repeats(const std::vector<Element>& elements, std::vector<Remark>& remarks) {
    std::map<const Label*, std::size_t> count;
    for (const Element& element : elements) {
        const Label* label = label_of(element.label);
        if (label != nullptr && label->once && ++count[label] == 2)
            remarks.push_back(
                {"bag.repeated-label", place_of(element.lines),
                 fmt::format("repeats {}, which should stand once; all are kept", label->name)});
    }
}

void put_element(Document& document, const Element& element, std::vector<Remark>& remarks) {
    Said said{element.value,
              place_in(OriginKind::hand_over, place_of(element.lines), element.label)};
    const Label* label = label_of(element.label);
    if (label != nullptr && label->field) {
        const bool is_identifier = *label->field == Field::identifier;
        put_with_remark(document, *label->field, std::move(said), remarks,
                        is_identifier ? label->name : std::string_view());
    } else {
        put_leftover(document, element.label, std::move(said));
    }
}

Result<Reading> read(const Received& received) {
    if (recognises(received) == Recognition::no) return no_record_of(bag_info);
    const TextLines lines = split_lines(received.text);
    const Elements elements = elements_of(received.text, lines);
    if (elements.known.empty()) return Error(ErrorCode::format, "has no line with a label");
    Reading reading;
    RecordSet records(received, bag_info);
    Document& document = records.of(std::string(folder_of(received.payload_path))).first.document;
    for (const Element& element : elements.known) put_element(document, element, reading.remarks);
    for (const LineRange range : elements.others) {
        document.unattributed.push_back(
            {place_in(OriginKind::hand_over, place_of(range), ""), quote(lines, range).words});
        reading.remarks.push_back({"bag.no-label", place_of(range),
                                   "has no label, and does not go on with the line before"});
    }
    remark_on_repeats(elements.known, reading.remarks);
    reading.documents = records.take();
    return reading;
}

}  // namespace

const Reader bag_info{
    .name = "bag-info/1",
    .title = "bag-info.txt of BagIt",
    .kind = OriginKind::hand_over,
    .recognises = recognises,
    .read = read,
};

}  // namespace solander::metadata
