// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

#include "desk.h"
#include "support/shared.h"

namespace solander::test {

inline constexpr std::array kAuditForms{"text",   "json",   "sarif", "junit",
                                        "github", "gitlab", "csv",   "html"};

/// `@/rec/telegram.txt`, a capture in which an audit finds at least an error.
inline void put_telegram(Desk& desk) {
    desk.write("rec/telegram.txt",
               read_file(source_root() / "fixtures/captures/harbour-telegram-1962.txt"));
}

/// `@/rec/letter.xml`, a record with everything that the profile core asks for.
inline void put_good(Desk& desk) {
    desk.write("rec/letter.xml", R"(<record xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title>Letter to a brother</dc:title>
  <dc:creator>Edda Lindqvist</dc:creator>
  <dc:date>1919-03-04</dc:date>
  <dc:source>Harbour Archive, box 12, folder 3</dc:source>
  <dc:rights>http://rightsstatements.org/vocab/InC/1.0/</dc:rights>
</record>
)");
}

/// A text as Desk::run() gives it back.
inline std::string with_at(const Desk& desk, std::string text) {
    const std::string here = desk.path("");
    for (auto at = text.find(here); at != std::string::npos; at = text.find(here, at))
        text.replace(at, here.size(), "@/");
    return text;
}

}  // namespace solander::test
