// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace solander::xml {

/// Writes XML of the profile: the same calls give the same bytes, and scan() has nothing against
/// them. One element a line, two spaces a level; the words of an element stand between its tags
/// without anything added:
///
///     <source state="stated">
///       <verbatim>MS 12/4/7</verbatim>
///       <locator/>
///     </source>
///
/// The caller keeps the rules of the profile for names, and passes only what storable() gives for
/// values and words. An element has children or words, not both; its attributes come first; there
/// is one root. Breaking these last rules is a bug in the caller and aborts.
class Writer {
public:
    /// Appends the declaration to `out`. Only ever appends, so `out` may be emptied between calls;
    /// it must outlive the Writer. The text is complete once the root has ended.
    explicit Writer(std::string& out);

    Writer& start(std::string_view name);
    Writer& attribute(std::string_view name, std::string_view value);
    /// Adds to the words of the element; nothing, if `words` is empty.
    Writer& text(std::string_view words);
    /// The same for XML that is not of the profile and may be shown on a terminal: line feeds, and
    /// what nobody sees, as references by number, from which a parser has the words again.
    Writer& text_by_references(std::string_view words);
    Writer& end();

private:
    enum class Content { none, words, children };
    struct Open {
        std::string name;
        Content content = Content::none;
    };

    void begin_content(Content content);
    void begin_line();

    std::string& out_;
    std::vector<Open> open_;
    bool root_seen_ = false;
};

/// The text as the profile can carry it: CRLF and CR become LF; a byte that is not UTF-8 and a
/// character that the profile does not have become U+FFFD each, and then `*replaced` becomes true.
/// It is never set to false, so one flag can serve several texts; `replaced` may be null.
std::string storable(std::string_view text, bool* replaced);

}  // namespace solander::xml
