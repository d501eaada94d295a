// SPDX-License-Identifier: Apache-2.0
// Attacks on the package itself, and what is answered.
#include "attacks.h"

namespace solander::test {

const std::vector<Attack>& attacks_on_packages() {
    static const std::vector<Attack> attacks{
        {.slug = "payload-changed",
         .attack = "A byte of the payload is changed, or files are swapped",
         .answer = "SHA-256 and size of each are in the signed manifest",
         .stock = "`sha256sum -c` sees it, as long as its list is sound"},
        {.slug = "file-cut-off",
         .attack = "A file is cut off, or taken out",
         .answer = "the manifest implies where each stands and how long the whole is",
         .stock = "a tar that ends between two entries reads as complete to many"},
        {.slug = "record-edited",
         .attack = "A record is edited: rights, credit, source",
         .answer = "it is in the signed manifest and nowhere else",
         .stock = "`ssh-keygen -Y verify` sees it"},
        {.slug = "audit-edited",
         .attack = "What the depositor's own audit found, or whom it excused, is edited or taken "
                   "out",
         .answer = "it is in the signed manifest, and adds up or is refused",
         .stock = "as for the record"},
        {.slug = "tag-file-edited",
         .attack = "A tag file is edited so that stock tools accept other files",
         .answer = "tag files are made again from the manifest and compared; it states the digest "
                   "of the one that lists the payload",
         .stock = "BagIt stays valid after its tag manifest is deleted"},
        {.slug = "file-added",
         .attack = "A file is added, signed by nobody",
         .answer = "what is there is exactly what is listed",
         .stock = "`sha256sum -c` never sees it"},
        {.slug = "empty-directory",
         .attack = "An empty directory suggests that something was lost",
         .answer = "refused in directory form; a tar has none",
         .stock = "not looked at"},
        {.slug = "name-twice",
         .attack = "A name stands in the tar twice, so that two readers see two files",
         .answer = "every header is where the manifest puts it",
         .stock = "all list both; the last one wins on disk"},
        {.slug = "hidden-bytes",
         .attack = "Bytes hide between files, after the end, or in header fields that nobody "
                   "reads",
         .answer = "headers and padding are made again and compared to the byte; nothing follows "
                   "the end",
         .stock = "ignored"},
        {.slug = "bundle-altered",
         .attack = "Something is slipped into a bundle, or its custody is exchanged",
         .answer = "what is around package and custody is made again and compared to the byte; "
                   "both are then judged by themselves",
         .codes = "bundle.form",
         .stock = "`tar` unpacks it all",
         .tests = {{"tests/spec/bundle_test.cpp", "TamperedBundle"}}},
        {.slug = "two-readings-of-the-tar",
         .attack = "Two readings of one archive: extended headers that override name or size",
         .answer = "only the one extended header that the path requires is taken",
         .stock = "the last record wins, or the first"},
        {.slug = "path-escape",
         .attack = "Paths that leave the directory: `..`, absolute, drive letters, backslashes",
         .answer = "refused by the manifest's own rules; files are taken out below one open "
                   "directory, following no link",
         .stock = "differs; some bag tools read outside of the bag"},
        {.slug = "colliding-names",
         .attack = "Names that become one name elsewhere: case, NFC and NFD twins, Windows' "
                   "devices, blanks at the end",
         .answer = "refused when packing and when verifying, under one version of Unicode",
         .stock = "not seen"},
        {.slug = "lookalike-names",
         .attack = "Names that look like others: bidirectional overrides, zero-width characters, "
                   "fillers that nobody sees",
         .answer = "not allowed in paths; everything printed is escaped",
         .stock = "printed as they are"},
        {.slug = "terminal-escapes",
         .attack = "Words that speak to what shows or reads a report: escape sequences for a "
                   "terminal, commands for a CI (`::error::`), markup, formulas",
         .answer = "text from a package, and from a command line, is made printable before it is "
                   "printed, in every form, and quoted as the form has it; PREMIS, which is for "
                   "programs, has what nobody sees as references by number",
         .stock = "many print them",
         .tests =
             {
                 {"tests/cli/echo_test.cpp", "OfNamesInAPackage"},
                 {"tests/cli/echo_test.cpp", "OfWordsOfAnEvent"},
                 {"tests/unit/base/escape_test.cpp", "IsFitForATerminalAndALog"},
                 {"tests/unit/report/emitters_test.cpp", "AreFitForATerminalAndALog"},
                 {"tests/unit/report/audit_hostile_test.cpp",
                  "BringNoControlCharacterAndNoBadByte"},
                 {"tests/unit/report/audit_hostile_test.cpp", "GiveGithubNoCommand"},
             }},
        {.slug = "links-and-devices",
         .attack = "Links, devices, FIFOs in a package",
         .answer = "regular files only, opened without following links or waiting",
         .stock = "followed, or waited for"},
        {.slug = "endless-data",
         .attack = "Endless data, huge counts, deep nesting",
         .answer = "every number meets a limit before memory; a file is read no further than it "
                   "was sealed; work grows with the sizes of manifest and payload only",
         .stock = "none"},
        {.slug = "masked-failure",
         .attack = "Something is added so that a broken package counts as \"could not look\"",
         .answer = "only a manifest or a custody beyond the limit ends the reading of it; any "
                   "other limit is a finding beside the rest, and FAILED outweighs INDETERMINATE"},
        {.slug = "bomb",
         .attack = "A bomb of compressed data",
         .answer = "a package is not compressed",
         .stock = "depends"},
        {.slug = "xml-entities",
         .attack = "Expansion of entities, access to files and network by XML",
         .answer = "no DOCTYPE; a scanner of our own runs first; there is no network code",
         .stock = "depends on how the parser is set"},
        {.slug = "xml-two-readings",
         .attack = "XML that two parsers read differently",
         .answer = "one narrow profile, scanned to the byte; the tree is counted against the text",
         .stock = "several malformed shapes pass a lenient parser"},
        {.slug = "xml-wrapping",
         .attack = "Wrapping and transforming what XML signatures sign",
         .answer = "no XML signatures: whole files are signed as bytes, and these bytes are "
                   "parsed"},
        {.slug = "misquoted",
         .attack = "A record quotes what its source does not say",
         .answer = "quoted words are looked for in the sealed capture",
         .stock = "not seen"},
        {.slug = "line-ends",
         .attack = "Line ends converted on the way",
         .answer = "said by name, and FAILED",
         .stock = "\"couldn't parse signature\""},
        {.slug = "changed-while-packing",
         .attack = "A file changes while it is being packed",
         .answer = "it is read once; size, times and identity are compared before and after, and "
                   "a capture's bytes with those that were parsed",
         .tests = {{"tests/unit/pack/refusals_test.cpp", "WhatChangesOrVanishesWhileItIsPacked"}}},
        {.slug = "half-written",
         .attack = "A half-written package after a crash or a full disk",
         .answer = "written under another name, synced, then renamed; a history is never "
                   "overwritten",
         .tests = {{"tests/fault/fault_test.cpp", "OfAnyOperationLeavesNoPackageOrAGoodOne"},
                   {"tests/fault/fault_test.cpp",
                    "OfAnyOperationKeepsThePackageThatWasToBeReplaced"}}},
        {.slug = "older-manifest",
         .attack = "An older manifest of the package, or another's, is put in with its good "
                   "signature",
         .answer = "it is compared with all that is there: payload, tag files, seal",
         .stock = "step 3 sees it"},
        {.slug = "not-a-package",
         .attack = "Something else is taken for a package: another archive, one with bytes in "
                   "front",
         .answer = "it begins as a package does, or nothing is said of it",
         .stock = "each says something else"},
        {.slug = "false-manifest",
         .attack = "A trusted signer signs a manifest that contradicts itself, its files or the "
                   "format",
         .answer = "every value is parsed and every reference followed; id, name and order are "
                   "computed again",
         .stock = "XML is searched, not parsed"},
        {.slug = "later-version",
         .attack = "What a later version may have made is passed off as good",
         .answer = "INDETERMINATE at most, and only if a declared, trusted key signed it",
         .stock = "pass what they do not know"},
        {.slug = "mixed-scripts",
         .attack = "Letters of different scripts, and blanks that are letters, that look the same "
                   "in names",
         .answer = "nothing yet: both names pass, and differ in their bytes",
         .stock = "not seen"},
    };
    return attacks;
}

}  // namespace solander::test
