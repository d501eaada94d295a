// SPDX-License-Identifier: Apache-2.0
#include "audit/fingerprint.h"

#include <filesystem>

#include <fmt/format.h>

#include <solander/audit.h>

#include "audit/record.h"
#include "audit/words.h"
#include "crypto/digest_stream.h"

namespace solander {

std::string audit_record_key(const AuditRecord& record) {
    const audit::Record read(record);
    if (const audit::Answer* identifier = read.first_value("identifier"))
        return std::string(identifier->words);
    std::string key =
        std::filesystem::path(audit::path_of(record)).lexically_normal().generic_string();
    const std::string title = read.title();
    return title.empty() ? key : key + " " + title;
}

namespace audit {

std::string fingerprint(std::string_view rule, std::string_view record, std::string_view field,
                        std::string_view value) {
    // Lengths keep the parts apart: no two lists of parts give the same text.
    const std::string words = folded(value);
    const std::string text =
        fmt::format("solander-finding-1\n{}:{}\n{}:{}\n{}:{}\n{}:{}\n", rule.size(), rule,
                    record.size(), record, field.size(), field, words.size(), words);
    return crypto::sha256(base::as_bytes(text)).hex();
}

}  // namespace audit

}  // namespace solander
