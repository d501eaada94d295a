// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <solander/audit_rules.h>

namespace solander {

std::span<const std::string_view> audit_fields() {
    static constexpr std::array<std::string_view, 37> kFields{"title",
                                                              "date",
                                                              "publication-date",
                                                              "upload-date",
                                                              "creator",
                                                              "contributor",
                                                              "description",
                                                              "language",
                                                              "type",
                                                              "extent",
                                                              "identifier",
                                                              "subject",
                                                              "subject-agent",
                                                              "subject-place",
                                                              "relation",
                                                              "classification",
                                                              "release",
                                                              "source",
                                                              "original-archive",
                                                              "custodial-history",
                                                              "rights",
                                                              "rights-uri",
                                                              "copyright-status",
                                                              "rights-holder",
                                                              "licence",
                                                              "access",
                                                              "contact",
                                                              "determination",
                                                              "grant",
                                                              "grant-act",
                                                              "grant-restriction",
                                                              "funding-credit",
                                                              "funder",
                                                              "unattributed",
                                                              "body",
                                                              "deposit",
                                                              "file"};
    return kFields;
}

}  // namespace solander
