// SPDX-License-Identifier: Apache-2.0
#include "format/lexical.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include <solander/entry_path.h>
#include <solander/timestamp.h>

#include "base/decimal.h"
#include "base/edtf.h"

namespace solander::format {

namespace {

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
    return is_lower(c) || is_upper(c);
}
bool is_alphanumeric(char c) {
    return is_letter(c) || base::is_digit(c);
}
bool is_hex(char c) {
    return base::is_digit(c) || (c >= 'a' && c <= 'f');
}

bool all(std::string_view text, bool (*test)(char)) {
    return !text.empty() && std::all_of(text.begin(), text.end(), test);
}

bool is_token(std::string_view text) {
    return text.find_first_of("\t\n") == std::string_view::npos;
}

/// No leading zero, and at most 19 digits: so every number fits 64 bits, and a schema can say it.
std::optional<std::uint64_t> number(std::string_view text) {
    return text.size() <= 19 ? base::parse_decimal(text) : std::nullopt;
}

bool is_number(std::string_view text) {
    return number(text).has_value();
}

/// From 1.
bool is_ordinal(std::string_view text) {
    return number(text).value_or(0) > 0;
}

bool is_range(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return false;
    const auto first = number(text.substr(0, dash)).value_or(0);
    const auto last = number(text.substr(dash + 1)).value_or(0);
    return first > 0 && first <= last;
}

bool is_cell(std::string_view text) {
    const auto digits = std::find_if(text.begin(), text.end(), base::is_digit) - text.begin();
    return digits >= 1 && digits <= 3 &&
           all(text.substr(0, static_cast<std::size_t>(digits)), is_upper) &&
           is_ordinal(text.substr(static_cast<std::size_t>(digits)));
}

bool is_place(std::string_view text) {
    const auto after = [text](std::string_view word) { return text.substr(word.size()); };
    if (!is_token(text)) return false;
    if (text.starts_with("line ")) return is_ordinal(after("line "));
    if (text.starts_with("lines ")) return is_range(after("lines "));
    if (text.starts_with("bytes ")) return is_range(after("bytes "));
    if (text.starts_with("cell ")) return is_cell(after("cell "));
    if (text.starts_with("path ")) return text.size() > 6 && text[5] == '/';
    if (text.starts_with("pointer ")) return text.size() == 8 || text[8] == '/';
    return text.starts_with("option ") && text.size() > 7;
}

bool is_rule(std::string_view text) {
    return is_lower(text.front()) &&
           all(text, [](char c) { return is_alphanumeric(c) || c == '.' || c == '-'; });
}

bool is_name(std::string_view text) {
    return (is_letter(text.front()) || text.front() == '_') &&
           all(text, [](char c) { return is_alphanumeric(c) || c == '.' || c == '-' || c == '_'; });
}

/// One or more ids, parted by one blank.
bool is_names(std::string_view text) {
    for (;;) {
        const auto blank = text.find(' ');
        if (blank == 0 || text.empty() || !is_name(text.substr(0, blank))) return false;
        if (blank == std::string_view::npos) return true;
        text.remove_prefix(blank + 1);
    }
}

/// Of a rule of an audit: `RGT009`.
bool is_audit_rule(std::string_view text) {
    return text.size() == 6 && all(text.substr(0, 3), is_upper) &&
           all(text.substr(3), base::is_digit);
}

/// `legal-advice`
bool is_reason(std::string_view text) {
    return is_lower(text.front()) && all(text, [](char c) { return is_lower(c) || c == '-'; });
}

bool is_language(std::string_view text) {
    for (bool first = true;; first = false) {
        const auto dash = text.find('-');
        const auto part = text.substr(0, dash);
        if (part.size() > 8 || !all(part, first ? is_letter : is_alphanumeric)) return false;
        if (dash == std::string_view::npos) return true;
        text.remove_prefix(dash + 1);
    }
}

bool is_script(std::string_view text) {
    return text.size() == 4 && is_upper(text[0]) && all(text.substr(1), is_lower);
}

bool is_country(std::string_view text) {
    return text.size() == 2 && all(text, is_upper);
}

/// `YYYY-MM-DD`, a day of any year from 0001.
bool is_day(std::string_view text) {
    return text.size() == 10 && text.substr(0, 4) != "0000" && text.front() != '-' &&
           all(text, [](char c) { return base::is_digit(c) || c == '-'; }) && base::is_edtf(text);
}

bool is_instant(std::string_view text) {
    return Timestamp::parse(text).has_value();
}

bool is_pronom(std::string_view text) {
    if (text.starts_with("x-")) text.remove_prefix(2);
    return text.starts_with("fmt/") && is_ordinal(text.substr(4));
}

bool is_hex_value(std::string_view text) {
    return text.size() % 2 == 0 && all(text, is_hex);
}

/// A scheme, a colon and something: absolute, and without white space (RFC 3986, section 4.3).
bool is_uri(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 == text.size() || !is_letter(text.front()))
        return false;
    return all(text.substr(0, colon),
               [](char c) { return is_alphanumeric(c) || c == '+' || c == '-' || c == '.'; }) &&
           std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) <= ' ' || c == '\x7F' || c == '<' || c == '>' ||
                      c == '"';
           });
}

/// `urn:uuid:` and a UUID of version 8 (RFC 9562).
bool is_package_id(std::string_view text) {
    static constexpr std::string_view kForm = "urn:uuid:hhhhhhhh-hhhh-8hhh-vhhh-hhhhhhhhhhhh";
    if (text.size() != kForm.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool fixed_part = i < 9;
        if (!fixed_part && kForm[i] == 'h') {
            if (!is_hex(text[i])) return false;
        } else if (!fixed_part && kForm[i] == 'v') {
            if (std::string_view("89ab").find(text[i]) == std::string_view::npos) return false;
        } else if (text[i] != kForm[i]) {
            return false;
        }
    }
    return true;
}

bool is_fingerprint(std::string_view text) {
    return text.starts_with("SHA256:") && text.size() == 50 &&
           all(text.substr(7), [](char c) { return is_alphanumeric(c) || c == '+' || c == '/'; });
}

/// A type of SSH key, such as `ssh-ed25519`.
bool is_key_type(std::string_view text) {
    return text.size() <= 64 && (is_lower(text.front()) || base::is_digit(text.front())) &&
           all(text, [](char c) {
               return is_lower(c) || base::is_digit(c) || c == '-' || c == '.' || c == '@';
           });
}

bool is_premis_event(std::string_view text) {
    return text.size() == 3 && all(text, is_lower);
}

/// `manifest.xml.` and sixteen hexadecimal digits, `.sig`.
bool is_manifest_signature(std::string_view text) {
    return text.size() == 33 && text.starts_with("manifest.xml.") && text.ends_with(".sig") &&
           all(text.substr(13, 16), is_hex);
}

bool is_payload_path(std::string_view text) {
    return text.starts_with("data/") && EntryPath::parse(text).has_value();
}

struct Form {
    std::string_view element;  ///< Empty: of every element.
    std::string_view attribute;
    bool (*test)(std::string_view);
};

/// What is said of one element stands before what is said of all.
constexpr std::array kForms{
    Form{"manifest", "name", is_package_name},
    Form{"manifest", "id", is_package_id},
    Form{"origin", "date", is_day},
    Form{"access", "start", is_day},
    Form{"access", "end", is_day},
    Form{"rights-determination", "date", is_day},
    Form{"received-digest", "value", is_hex_value},
    Form{"manifest-signature", "file", is_manifest_signature},
    Form{"principal", "key", is_fingerprint},
    Form{"signer", "key", is_fingerprint},
    Form{"recipient", "key", is_fingerprint},
    Form{"principal", "type", is_key_type},
    Form{"signer", "type", is_key_type},
    Form{"finding", "rule", is_audit_rule},
    Form{"exception", "rule", is_audit_rule},
    Form{"exception", "reason", is_reason},
    Form{"", "others", is_names},
    Form{"", "as-of", is_day},
    Form{"", "on", is_day},
    Form{"", "expires", is_day},
    Form{"", "left-out", is_ordinal},
    Form{"", "errors", is_number},
    Form{"", "warnings", is_number},
    Form{"", "reviews", is_number},
    Form{"", "notes", is_number},
    Form{"", "size", is_number},
    Form{"", "signature-size", is_ordinal},
    Form{"", "files", is_ordinal},
    Form{"", "bytes", is_number},
    Form{"", "order", is_ordinal},
    Form{"", "seq", is_ordinal},
    Form{"", "premis", is_premis_event},
    Form{"", "id", is_name},
    Form{"", "document", is_name},
    Form{"", "origin", is_name},
    Form{"", "at", is_place},
    Form{"", "rule", is_rule},
    Form{"", "lang", is_language},
    Form{"", "language", is_language},
    Form{"", "code", is_language},
    Form{"", "script", is_script},
    Form{"", "jurisdiction", is_country},
    Form{"", "edtf", base::is_edtf},
    Form{"", "date", base::is_edtf},
    Form{"", "start", base::is_edtf},
    Form{"", "end", base::is_edtf},
    Form{"", "retrieved", is_instant},
    Form{"", "pronom", is_pronom},
    Form{"", "uri", is_uri},
    Form{"", "url", is_uri},
    Form{"", "target", is_uri},
    Form{"", "file", is_payload_path},
    Form{"", "from", is_payload_path},
};

}  // namespace

bool is_package_name(std::string_view text) {
    static constexpr std::size_t kMaxBytes = 64;
    return text.size() <= kMaxBytes &&
           all(text,
               [](char c) { return is_alphanumeric(c) || c == '.' || c == '-' || c == '_'; }) &&
           text.front() != '.' && text.front() != '-';
}

bool has_form(std::string_view element, std::string_view attribute, std::string_view value) {
    if (value.empty()) return false;
    for (const Form& form : kForms)
        if (form.attribute == attribute && (form.element.empty() || form.element == element))
            return form.test(value);
    return attribute == "original-name" || is_token(value);
}

}  // namespace solander::format
