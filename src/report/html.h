// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace solander::report {

/// Writes HTML that is well-formed XML, too. Whatever it is given as words or as the value of an
/// attribute becomes text and never markup, and is made printable; names of elements and attributes
/// are the caller's own.
class Html {
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    Html& open(std::string_view name, Attributes attributes = {});
    Html& close();
    Html& text(std::string_view words);  ///< Line ends stay.
    /// An element that has words and nothing else.
    Html& element(std::string_view name, std::string_view words, Attributes attributes = {});
    /// One that can have no content, such as `meta`.
    Html& empty(std::string_view name, Attributes attributes);
    /// A style sheet of our own, as it is. It holds neither `<` nor `&`.
    Html& style(std::string_view sheet);
    /// A line end in the source, where no reader sees it.
    Html& line();

    /// The page; nothing may be open any more.
    std::string take() &&;

private:
    void tag(std::string_view name, Attributes attributes, std::string_view end);
    void escaped(std::string_view words);

    std::string out_ = "<!DOCTYPE html>\n";
    std::vector<std::string> open_;
};

}  // namespace solander::report
