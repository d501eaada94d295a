// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <solander/error.h>

#include "metadata/hand_over.h"
#include "metadata/reader.h"

namespace solander::metadata {

/// What a JSON text may have, however large its file may be.
struct JsonLimits {
    std::size_t depth = 64;
    std::size_t values = 500'000;
    std::size_t key_bytes = 1024;
    /// Of the pointers to all values: long keys, deeply nested, would make little text into much.
    std::size_t pointer_bytes = std::size_t{128} << 20;
};

enum class JsonKind { null, boolean, number, string, array, object };

/// A value of a JSON text. All are owned by their JsonRecord and stay where they are.
struct JsonValue {
    JsonKind kind = JsonKind::null;
    std::string words = {};  ///< Of a string; a number or boolean as the text has it; else empty.
    std::string key = {};    ///< In the object around it; the index, from 0, in an array.
    const JsonValue* parent = nullptr;
    std::vector<const JsonValue*> children = {};

    /// The member of an object; null if this is none or has no such member.
    const JsonValue* member(std::string_view name) const;
    /// `pointer /about/0/name`, escaped as RFC 6901 has it.
    std::string pointer() const;
    /// The items of an array, or the value alone: JSON-LD makes no difference between the two.
    std::vector<const JsonValue*> each() const;
};

/// A JSON text (RFC 8259). Of two members of one object with the same name the last is taken, as
/// is common, and the other one remarked upon.
class JsonRecord {
public:
    /// Errors: format, limit. Nothing is fetched, a JSON-LD context neither.
    static Result<JsonRecord> parse(std::string_view text, const JsonLimits& limits = {});

    const JsonValue& root() const { return parts_->values.front(); }
    const std::vector<Remark>& remarks() const { return parts_->remarks; }

private:
    friend class JsonBuilder;
    struct Parts {
        std::deque<JsonValue> values;
        std::vector<Remark> remarks;
    };
    std::unique_ptr<Parts> parts_ = std::make_unique<Parts>();
};

/// Keeps account of what was taken, as XmlTally does.
class JsonTally {
public:
    /// The words of a value that is neither array nor object, under the name `label`.
    Said take(const JsonValue& value, std::string_view label);
    /// Its place and no words, with nothing taken.
    static Said place_of(const JsonValue& value, std::string_view label);
    /// Words that become part of a statement with another place. Of null: none.
    std::string_view consume(const JsonValue* value);
    bool has(const JsonValue& value) const { return taken_.contains(&value); }
    /// Leaves a value to another document.
    void leave(const JsonValue& value) { taken_.insert(&value); }
    /// Notes for all in `value` that was not taken.
    void keep_rest(Document& document, const JsonValue& value);

private:
    std::unordered_set<const JsonValue*> taken_;
};

}  // namespace solander::metadata
