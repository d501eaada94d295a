// SPDX-License-Identifier: Apache-2.0
#include "report/html.h"

#include <cstdlib>

#include "base/escape.h"

namespace solander::report {

Html& Html::open(std::string_view name, Attributes attributes) {
    tag(name, attributes, ">");
    open_.emplace_back(name);
    return *this;
}

Html& Html::close() {
    if (open_.empty()) std::abort();
    out_.append("</").append(open_.back()).append(1, '>');
    open_.pop_back();
    return *this;
}

Html& Html::text(std::string_view words) {
    escaped(words);
    return *this;
}

Html& Html::element(std::string_view name, std::string_view words, Attributes attributes) {
    return open(name, attributes).text(words).close();
}

Html& Html::empty(std::string_view name, Attributes attributes) {
    tag(name, attributes, "/>");
    return *this;
}

Html& Html::style(std::string_view sheet) {
    if (sheet.find_first_of("<&") != std::string_view::npos) std::abort();
    open("style");
    out_ += sheet;
    return close();
}

Html& Html::line() {
    out_ += '\n';
    return *this;
}

std::string Html::take() && {
    if (!open_.empty()) std::abort();
    out_ += '\n';
    return std::move(out_);
}

void Html::tag(std::string_view name, Attributes attributes, std::string_view end) {
    out_.append(1, '<').append(name);
    for (const auto& [attribute, value] : attributes) {
        out_.append(1, ' ').append(attribute).append("=\"");
        escaped(value);
        out_ += '"';
    }
    out_ += end;
}

void Html::escaped(std::string_view words) {
    for (const char c : base::printable_lines(words)) {
        switch (c) {
            case '&':
                out_ += "&amp;";
                break;
            case '<':
                out_ += "&lt;";
                break;
            case '>':
                out_ += "&gt;";
                break;
            case '"':
                out_ += "&quot;";
                break;
            case '\'':
                out_ += "&#39;";
                break;
            default:
                out_ += c;
        }
    }
}

}  // namespace solander::report
