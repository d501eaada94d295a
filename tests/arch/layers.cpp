// SPDX-License-Identifier: Apache-2.0
#include "arch/layers.h"

#include <optional>
#include <utility>

#include "arch/tree.h"

namespace solander::arch {

namespace {

using Halves = std::pair<std::string_view, std::string_view>;

std::optional<Halves> split(std::string_view text, std::string_view at) {
    const auto found = text.find(at);
    if (found == std::string_view::npos) return std::nullopt;
    return Halves{text.substr(0, found), text.substr(found + at.size())};
}

template <class Container>
Container words_in(std::string_view text) {
    const auto words = words_of(text);
    return Container(words.begin(), words.end());
}

class Parser {
public:
    Layers parse(std::string_view text) && {
        for (const auto& line : lines_of(text)) {
            if (line.text.empty() || line.text.starts_with('#')) continue;
            if (line.text.starts_with('[')) {
                section_ = line.text;
            } else if (!read(line.text)) {
                complain(line, "is of no known form");
            } else if (!complaint_.empty()) {
                complain(line, std::exchange(complaint_, {}));
            }
        }
        check_libraries();
        return std::move(layers_);
    }

private:
    bool read(std::string_view line) {
        if (section_ == "[modules]") return read_module(line);
        if (section_ == "[libraries]") return read_library(line);
        if (section_ == "[forbidden in the library]")
            return read_forbidden(line, layers_.in_the_library);
        if (section_ == "[forbidden everywhere]") return read_forbidden(line, layers_.everywhere);
        if (section_ == "[tolerated]") return read_tolerated(line);
        return false;
    }

    bool read_module(std::string_view line) {
        const auto named = split(line, ":");
        const auto halves = named ? split(named->second, "|") : std::nullopt;
        if (!halves) return false;
        Layers::Module module{words_in<Words>(halves->first), words_in<Words>(halves->second)};
        for (const auto& other : module.modules)
            if (!layers_.modules.contains(other)) complaint_ = "'" + other + "' is not above";
        layers_.modules.emplace(named->first, std::move(module));
        return true;
    }

    bool read_library(std::string_view line) {
        const auto named = split(line, ":");
        if (!named) return false;
        layers_.libraries.emplace(named->first, words_in<std::vector<std::string>>(named->second));
        return true;
    }

    static bool read_forbidden(std::string_view line, std::vector<Forbidden>& into) {
        const auto halves = split(line, " | ");
        if (!halves) return false;
        into.push_back(
            {words_in<std::vector<std::string>>(halves->first), std::string(halves->second)});
        return true;
    }

    bool read_tolerated(std::string_view line) {
        const auto named = split(line, ": ");
        if (!named) return false;
        layers_.tolerated.emplace(named->first, words_in<Words>(named->second));
        return true;
    }

    void check_libraries() {
        for (const auto& [name, module] : layers_.modules)
            for (const auto& library : module.libraries)
                if (!layers_.libraries.contains(library))
                    layers_.complaints.push_back("docs/layers.txt: '" + library + "' of " + name +
                                                 " is not under [libraries]");
    }

    void complain(const Line& line, std::string_view what) {
        layers_.complaints.push_back("docs/layers.txt:" + std::to_string(line.number) + ": " +
                                     std::string(what));
    }

    Layers layers_;
    std::string_view section_;
    std::string complaint_;  // about a line that could be read
};

}  // namespace

Layers parse_layers(std::string_view text) {
    return Parser().parse(text);
}

}  // namespace solander::arch
