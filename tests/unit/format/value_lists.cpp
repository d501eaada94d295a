// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "unit/format/mutants.h"

namespace solander::format::test {

namespace {

const std::string kNonAscii = "\u0436";
const std::string kNoBreakSpace = "\u00A0";

/// A path that stands last in the example and keeps the size of manifest-sha256.txt: 30 bytes.
std::string path(const std::string& begin, const std::string& end = "z") {
    static constexpr std::size_t kBytes = 30;
    const auto used = begin.size() + end.size();
    return begin + std::string(kBytes > used ? kBytes - used : 0, 'z') + end;
}

// clang-format off
ValueList instants() {
    return {"Instant", "manifest", "created", 0,
            {"1970-01-01T00:00:00Z", "2242-03-16T12:56:31Z", "2242-02-28T23:59:59Z", "2000-02-29T23:59:59Z"},
            {"", "1969-12-31T23:59:59Z", "2242-03-16T12:56:32Z", "2242-03-16T12:57:00Z", "2242-03-16T13:00:00Z", "2242-03-17T00:00:00Z", "2242-04-01T00:00:00Z", "2243-01-01T00:00:00Z",
             "2026-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026-11-00T00:00:00Z", "2026-11-32T00:00:00Z",
             "2026-11-24T24:00:00Z", "2026-11-24T23:60:00Z", "2026-11-24T23:59:60Z", "2026-11-24T00:00:00.5Z", "2026-11-24T00:00:00+00:00", "2026-11-24T01:00:00+01:00",
             "2026-11-24t00:00:00Z", "2026-11-24T00:00:00z", "2026-11-24T00:00:00", "2026-11-24 00:00:00Z", " 2026-11-24T00:00:00Z", "2026-11-24T00:00:00Z ", "2026-11-24T00:00:00Z\n", "2026-11-24", "12026-11-24T00:00:00Z", "-2026-11-24T00:00:00Z"},
            {}, ""};
}

ValueList days() {
    return {"Day", "access", "start", 0,
            {"0001-01-01", "1582-10-10", "1969-12-31", "2000-02-29", "9999-12-31"},
            {"", "0000-01-01", "1900-02-29", "2026-02-30", "2026-04-31", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32", "2026", "2026-11", "-2026-11-24", "2026-11-24?", "2026-11-XX", "2026-XX-XX", "202X-11-24",
             "2026-21-01", "2026-11-24T00:00:00Z", "2026-11-24Z", "2026-11-24+01:00", " 2026-11-24", "2026-11-24 ", "12026-01-01", "26-11-24", "2026-1-1", "2026/11/24", "2026-11-24/2026-11-25", "Y2026-11-24"},
            {}, ""};
}

ValueList edtf() {
    return {"Edtf", "date", "edtf", 0,
            {"1963-11-25", "1963-11", "1963", "0000", "0000-02-29", "-0043", "-0043-03-15", "-0004-02-29", "9999-12-31", "1963-21", "1963-24", "-0043-22", "196X", "19XX", "-004X", "-00XX", "1963-XX", "1963-11-XX", "1963-XX-XX", "2000-02-29", "1963-02-28",
             "1963?", "1963-11~", "1963-11-25%", "19XX?", "1963-21~", "1963-XX-XX%",
             "1963/1964", "1963-11-25/1964", "1963-11/1963", "1963-11-25/1963-11-25", "../1963", "1963/..", "/1963-11", "1963?/", "1963~/1964-06?", "-0001/0001", "19XX/2000-02-29", "1963-21/1963-22", "1963-XX/1964"},
            {"Y17000", "Y-17000", "Y1963", "", "17000", "-17000", "963", "-43", "-0000", "-0000-01-01", "-0000/0001", "../-0000", "1963-13", "1963-00", "1963-20", "1963-25", "1963-21-01", "1963-11-00", "1963-11-31", "1963-02-29", "1900-02-29", "-0043-02-29", "1963-02-30", "1963-1", "1963-11-5",
             "1963-", "1963-11-", "1963-11-25-01", "1X63", "1XXX", "XXXX", "196x", "196X-11", "19XX-XX", "1963-XX-25", "1963-1X", "1963-11-2X", "1963?-11", "?1963", "1963?~", "1963??", "?", " 1963", "1963 ", "1963\n", "+1963", "1963-11-25T10:00:00Z", "1963-11-25T10:00:00", "1963-11-25T", "November 1963", "25.11.1963", "1963/11/25",
             "..", "/", "../..", "../", "/..", "1963/1964/1965", "1963//1964", "1963/1964/", "1963/.", "1963/...", "1963-11-31/1964", "1963/1964-02-30", "1963/Y17000", "1963/1964 ", "1963 / 1964", "[1963]", "{1963}", "1963-11-25E3", "1963S2"},
            {"1964/1963", "1963-11-25/1963-11-24", "0001/-0001", "1963-12/1963-11"},
            "a pattern compares no two ends"};
}

ValueList places() {
    return {"At", "unattributed", "at", 0,
            {"line 1", "line 9999999999999999999", "lines 1-1", "lines 3-5", "lines 9-10", "bytes 1-2", "cell A1", "cell ZZZ1048576", "path /x", "path /a b[1]/@c", "pointer ", "pointer /", "pointer /a~1b/0", "option x", "option --set title"},
            {"line 0", "", "line", "line ", "line 01", "line +1", "line -1", "line  1", "Line 1", " line 1", "line 1 ", "line 1\n", "line 1-2", "line 10000000000000000000", "lines 3", "lines 0-1", "lines 1-0", "lines 01-2", "lines 1-", "lines -2", "lines 1-2-3", "lines 1,2", "bytes 0-1", "bytes 7",
             "cell A0", "cell A01", "cell A", "cell 1", "cell a1", "cell AAAA1", "cell A1:B2", "path x", "path /", "path ", "path", "path /a\tb", "path /a\nb", "pointer x", "pointer", "pointer /a\nb", "option", "option ", "option a\tb", "page 1", "3"},
            {"lines 3-2", "lines 10-9", "bytes 20-10"},
            "a pattern compares no two numbers"};
}

ValueList paths() {
    return {"PayloadPath", "file", "path", 9,
            {path("data/z"), path("data/z/.hidden "), path("data/\u0436/z z"), path("data/z/..."), path("data/z/~$"), path("data/z\u0436\u200D\u0436")},
            {path("data/../z"), "", "data", "data/", "/data/z", "meta/z", "z", path("data//z"), path("data/./z"), path("data/z/../z"), path("data/z", "/"), path("data/z", "/.."), path("data/z", "."), path("data/z./z"), path("data/z", " "), path("data/ z"), path("data/z /z"), path("data/z", kNoBreakSpace), path("data/\u3000z"),
             path("data/z%z"), path("data/z\\z"), path("data/z:z"), path("data/z*z"), path("data/z?z"), path("data/z\"z"), path("data/z<z"), path("data/z>z"), path("data/z|z"), path("data/z\x7Fz"), path("data/z\tz"), path("data/z\nz"),
             path("data/z\u00ADz"), path("data/z\u200Bz"), path("data/z\u202Ez"), path("data/z\u2028z"), path("data/z\u2029z"), path("data/z\uFEFFz"), "data/" + std::string(4092, 'z')},
            {"data/zzzzzzzzzzzzzzzzz/con.txt", "data/zzzzzzzzzzzzzzzzzzzzz/NUL", "data/zzzzzzzzzzzzzzzzzz/COM1.x", "data/zzzzzzzzzzzzzzzzzzzz/lpt\u00B9",
             path("data/ze\u0301"), path("data/z\u0378z"), path("data/z\u200Dz"), path("data/z\U000E0001z"), "data/" + std::string(256, 'z')},
            "names of devices, normalisation, categories of Unicode and counts of bytes are no patterns"};
}

std::vector<ValueList> codes_with_a_form() {
    const std::string hex64(64, 'a');
    const std::string hex128(128, '0');
    const std::string base43(43, 'A');
    return {
        {"PackageId", "manifest", "id", 0,
         {"urn:uuid:00000000-0000-8000-8000-000000000000", "urn:uuid:ffffffff-ffff-8fff-bfff-ffffffffffff"},
         {"urn:uuid:00000000-0000-4000-8000-000000000000", "", "urn:uuid:00000000-0000-8000-7000-000000000000", "urn:uuid:00000000-0000-8000-c000-000000000000", "urn:uuid:ABCDEF00-0000-8000-8000-000000000000", "URN:uuid:00000000-0000-8000-8000-000000000000",
          "00000000-0000-8000-8000-000000000000", "urn:uuid:00000000-0000-8000-8000-00000000000", "urn:uuid:00000000-0000-8000-8000-0000000000000", "urn:uuid:00000000-0000-8000-8000-000000000000 ", "urn:uuid:0000000000008000800000000000000-"}, {}, ""},
        {"PackageName", "manifest", "name", 0,
         {"a", "Z", "0", "_", "_.", "a.", "A-b_c.9", "con", std::string(64, 'n')},
         {".", "", "..", ".a", "-a", "-", "--help", "a/b", "a b", " a", "a\n", "a%", kNonAscii, std::string(65, 'n')}, {}, ""},
        {"Fingerprint", "principal", "key", 0,
         {"SHA256:" + base43, "SHA256:" + std::string(41, 'z') + "+/"},
         {base43, "", "SHA256:", "SHA256:" + base43 + "A", "SHA256:" + std::string(42, 'A'), "SHA256:" + base43 + "=", "sha256:" + base43, "MD5:" + base43, "SHA256:" + std::string(42, 'A') + "-", "SHA256:" + std::string(42, 'A') + "_"}, {}, ""},
        {"KeyType", "principal", "type", 0,
         {"a", "0", "ssh-ed25519", "sk-ssh-ed25519@openssh.com", std::string(64, 'k')},
         {"SSH-ED25519", "", "-a", "@a", ".a", "a b", "a_b", "a\n", kNonAscii, std::string(65, 'k')}, {}, ""},
        {"SignatureSize", "principal", "signature-size", 0,
         {"1", "9", "314", "99999", "129999", "130999", "131069", "131072"},
         {"01", "", "0", "-1", "+1", "1.0", "0x1", " 314", "314 ", "1e3", "10000000000000000000", "99999999999999999999999"}, {}, ""},
        {"Size", "file", "size", 5,
         {"0", "1", "9"},
         {"00", "", "01", "-0", "-1", "+1", "1.0", "1e1", "0x1", " 1", "1 ", "1\n", "1,0", "10000000000000000000", "18446744073709551616"}, {}, ""},
        {"Count", "file", "order", 0,
         {"1", "10", "9999999999999999999"},
         {"0", "", "01", "-1", "+1", "1.0", " 1", "1 ", "10000000000000000000", "one"}, {}, ""},
        {"Sha256", "file", "sha256", 0,
         {hex64, std::string(64, '0')},
         {std::string(64, 'A'), "", hex64.substr(1), hex64 + "a", hex64.substr(1) + "g", hex64.substr(1) + " ", "sha256:" + hex64}, {}, ""},
        {"Sha512", "file", "sha512", 5,
         {hex128},
         {std::string(128, 'F'), "", hex128.substr(1), hex128 + "0", hex64}, {}, ""},
        {"Hex", "received-digest", "value", 0,
         {"00", "ab", hex128},
         {"AB", "", "0", "abc", "0x00", "g0", "ab ", "a b"}, {}, ""},
        {"Id", "document", "id", 2,
         {"a", "_", "Z9._-", std::string(300, 'd')},
         {"9a", "", ".a", "-a", "a b", "a:b", " a", "a\n", kNonAscii}, {}, ""},
        {"Ids", "finding", "others", 0,
         {"d2"},
         {"9a", "", " ", "d2 ", " d2", "d2  d2", "d2,d2", "d2\td2", "d2\n", "d2 9a", kNonAscii},
         {}, ""},
        {"AuditRule", "finding", "rule", 0,
         {"AAA000", "ZZZ999"},
         {"aAA000", "", "AAA00", "AAA0000", "AA0000", "AAAA00", "AAA000 ", " AAA000", "AAA-00", kNonAscii}, {}, ""},
        {"Reason", "exception", "reason", 0,
         {"a", "legal-advice", "a--", "not-applicable"},
         {"-a", "", "A", "a1", "a b", "a_b", "a.", "a ", " a", "a\n", kNonAscii}, {}, ""},
        {"Rule", "title", "rule", 0,
         {"a", "wilson.head", "a.b-C9", "a.", "a-"},
         {"A", "", "9a", ".a", "-a", "a_b", "a b", "a\n", kNonAscii}, {}, ""},
        {"LanguageTag", "title", "lang", 0,
         {"ru", "en-GB", "zh-Hant-TW", "x-a", "de-1996", "abcdefgh-12345678"},
         {"en_GB", "", "1a", "r1", "en-", "-en", "-", "en--GB", "abcdefghi", "en-123456789", "en ", "en\n", "\u0440\u0443"}, {}, ""},
        {"Script", "language", "script", 0,
         {"Latn", "Cyrl"},
         {"latn", "", "LATN", "Lat", "Latin", "La1n", "Latn ", " Latn"}, {}, ""},
        {"Country", "copyright-status", "jurisdiction", 0,
         {"US", "XX"},
         {"us", "", "U", "USA", "U1", "Us", "US "}, {}, ""},
        {"Uri", "standard-statement", "uri", 0,
         {"urn:x", "https://example.org/\u0436?x=1&y#z", "mailto:a@example.org", "a+b.c-1:x", "x:'", "x:{}|\\^`", "x::", "urn:a" + kNoBreakSpace + "b"},
         {"x", "", "x:", ":x", "1a:x", "-a:x", "a b:x", "a_b:x", "urn:a b", "urn: ", "urn:a<b", "urn:a>b", "urn:a\"b", "urn:a\tb", "urn:a\nb", "urn:a\x7F", " urn:a", "urn:a ", kNonAscii + ":x", "/a", "example.org"}, {}, ""},
        {"Pronom", "file", "pronom", 5,
         {"fmt/1", "x-fmt/10", "fmt/9999999999999999999"},
         {"fmt/0", "", "fmt/01", "fmt/", "fmt", "fmt/-1", "x-x-fmt/1", "FMT/1", "fmt/1a", "fmt/1 ", "info:pronom/fmt/1", "fmt/10000000000000000000"}, {}, ""},
        {"Found", "file", "original-name", 5,
         {" ", ".", "..", "a\tb\nc", "a/b", "\"<&>'", "\uFFFD"},
         {""}, {}, ""},
        {"Line", "title", "label", 0,
         {" ", "x", " a  b ", "\"<&>'", kNonAscii, kNoBreakSpace},
         {"a\tb", "", "a\nb", "\t", "\n", "a\n"}, {}, ""},
        {"Drops", "origin", "drops", 0,
         {"labels", "end labels", "labels labels", "linked-values literal-values link-text labels end"},
         {"colours", "", " ", "labels ", " labels", "labels  end", "labels,end", "labels\tend", "labels\nend", "Labels", "linked_values"}, {}, ""},
        {"Digest", "event", "manifest", 0,
         {"sha256:" + hex64},
         {hex64, "", "sha256:" + hex64 + "a", "sha256:" + hex64.substr(1), "SHA256:" + hex64, "sha512:" + hex64, "sha256:" + std::string(64, 'A'), "sha256: " + hex64}, {}, ""},
        {"PremisCode", "event", "premis", 0,
         {"ipc", "zzz"},
         {"IPC", "", "ip", "ipcc", "ip1", "ipc "}, {}, ""},
        {"ManifestSignatureFile", "manifest-signature", "file", 0,
         {"manifest.xml.0000000000000000.sig"},
         {"manifest.xml.000000000000000.sig", "", "manifest.xml.00000000000000000.sig", "manifest.xml.ABCDEF0123456789.sig", "manifest_xml.0000000000000000.sig", "0001-seal.xml.0000000000000000.sig", "manifest.xml.0000000000000000_sig", "manifest.xml.0000000000000000.sig "}, {}, ""},
    };
}
// clang-format on

}  // namespace

std::vector<ValueList> value_lists() {
    auto lists = codes_with_a_form();
    for (auto list : {instants(), days(), edtf(), places(), paths()})
        lists.push_back(std::move(list));
    return lists;
}

}  // namespace solander::format::test
