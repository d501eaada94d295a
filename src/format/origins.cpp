// SPDX-License-Identifier: Apache-2.0
#include "format/origins.h"

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "format/describe.h"

namespace solander::format {

namespace {

/// The visitor (see describe.h) that changes the attribute `origin` wherever there is one.
class Renamer {
public:
    static constexpr bool kWrites = false;

    explicit Renamer(const std::map<std::string, std::string>& ids) : ids_(ids) {}

    template <class T>
    void required(std::string_view name, T& value) {
        attribute(name, value);
    }
    template <class T>
    void optional(std::string_view, T&) {}
    void text(std::string&) {}
    void constant(std::string_view, std::string_view) {}
    void type_of(std::string_view, model::EventBody&) {}
    template <class T>
    void list(std::string_view, std::string_view, std::vector<T>&) {}

    template <class T>
    void child(std::string_view, T& value) {
        describe(*this, value);
    }
    void child(std::string_view, std::string&) {}
    void maybe(std::string_view, std::string&) {}
    template <class T>
    void maybe(std::string_view, std::optional<T>& value) {
        if (value) describe(*this, *value);
    }
    template <class T>
    void each(std::string_view, std::vector<T>& list) {
        for (T& value : list) child({}, value);
    }
    void each(std::string_view, std::vector<TypedWords>&, std::string_view) {}
    void each_of(std::string_view, std::string_view, std::vector<std::variant<Transfer, Gap>>&) {}

private:
    void attribute(std::string_view name, std::string& value) {
        if (name != "origin") return;
        const auto found = ids_.find(value);
        if (found != ids_.end()) value = found->second;
    }
    template <class T>
    void attribute(std::string_view, T&) {}

    const std::map<std::string, std::string>& ids_;
};

}  // namespace

void rename_origins(Document& document, const std::map<std::string, std::string>& ids) {
    Renamer renamer(ids);
    describe(renamer, document);
    for (Origin& origin : document.origins) {
        const auto found = ids.find(origin.id);
        if (found != ids.end()) origin.id = found->second;
    }
}

}  // namespace solander::format
