// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <solander/finding.h>

namespace solander::model {

/// The codes of what holds a package together: container, manifest, payload.
inline constexpr std::array kPackageCodes{
    CodeInfo{
        .code = Code::package_unrecognised,
        .id = "package.unrecognised",
        .layer = Layer::container,
        .effect = Verdict::indeterminate,
        .title = "Not a solander package",
        .meaning =
            "The input is neither a tar that begins with NAME/bagit.txt, nor a bundle, which "
            "begins with NAME.custody, nor a directory that holds bagit.txt and "
            "manifest.xml.",
        .why = "Whatever it is, nothing can be said of it; it is not called broken, because it "
               "may be whole and something else.",
        .example = "verify letter.pdf",
        .remedy = "Give the .tar that pack wrote, or the directory that it was unpacked to. A "
                  "compressed package has to be decompressed first; a tar that another program "
                  "packed again has to be unpacked, and the directory verified."},
    CodeInfo{
        .code = Code::package_changed,
        .id = "package.changed",
        .layer = Layer::container,
        .effect = Verdict::indeterminate,
        .title = "The package was changed or replaced while it was read",
        .meaning = "The file that was opened is not as it was when reading began: it was written "
                   "to, moved, linked or removed meanwhile.",
        .why = "Of two states of a package half was seen of each, and neither may be what stands "
               "there now. A verdict would be about a package that never was.",
        .example = "A copy was still running while its target was verified.",
        .remedy = "Wait until nobody works on the package, and verify again."},
    CodeInfo{.code = Code::container_header,
             .id = "container.header",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "A tar header is not the one that the manifest implies",
             .meaning =
                 "Each header of a package is a pure function of the manifest: name, size, mode "
                 "0644, the time of sealing. This one has other bytes.",
             .why = "A difference in a header can make two programs unpack two different things "
                    "from one file.",
             .example = "An entry is named data/a.txt in the manifest and data/b.txt in the tar.",
             .remedy = "Get the package again from where it was sealed. A tar that was repacked by "
                       "another program is another container: unpack it and verify the directory."},
    CodeInfo{
        .code = Code::container_padding,
        .id = "container.padding",
        .layer = Layer::container,
        .effect = Verdict::failed,
        .title = "Bytes between the files are not zero",
        .meaning = "The blocks of a tar are filled up with zeros after each file and at the end. "
                   "Here something else stands there.",
        .why = "Room that nobody looks at is room to hide things in, and a change there may be "
               "the only trace of a bad disk.",
        .example = "One byte after the end of data/letter.txt is 0x01.",
        .remedy = "Get the package again from another copy."},
    CodeInfo{
        .code = Code::container_size,
        .id = "container.size",
        .layer = Layer::container,
        .effect = Verdict::failed,
        .title = "The container is shorter or longer than its manifest implies",
        .meaning = "The manifest gives the size of the whole tar to the byte.",
        .why = "A short one has been cut off; a long one carries something that nobody signed.",
        .example = "The tar ends 4096 bytes before its time.",
        .remedy = "Copy the package again; compare the sizes of the copies."},
    CodeInfo{.code = Code::bundle_form,
             .id = "bundle.form",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "The bundle is not as one is made",
             .meaning = "A bundle is a tar of NAME.custody/… in the order of the names, then "
                        "NAME.tar, and every byte around these follows from them. Here something "
                        "is otherwise, such as a header, a name, or what stands behind the end.",
             .why = "A bundle is not signed, and a reader without solander unpacks it with tar: "
                    "what stands in it too much, twice or elsewhere would be taken for a part of "
                    "the package or its custody.",
             .example = "The bundle ends in the middle of letters.tar: it was not sent whole.",
             .remedy = "Have it sent again. A bundle can be made anew at any time from the package "
                       "and its custody: solander bundle."},
    CodeInfo{.code = Code::entry_unlisted,
             .id = "entry.unlisted",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "A file that the manifest does not list",
             .meaning = "There is a file in the package that no signature covers.",
             .why = "A file that lies among signed ones is taken for one of them.",
             .example = "data/.DS_Store was added by a file manager.",
             .remedy =
                 "If it is litter of a file manager (.DS_Store, Thumbs.db), remove it and verify "
                 "again. If a file that looks the same is missing, a copy has spelled the name in "
                 "another way (capitals, accents): give it the listed name again. If neither, find "
                 "out who put it there."},
    CodeInfo{.code = Code::entry_missing,
             .id = "entry.missing",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "A file that the manifest lists is not there",
             .meaning = "The manifest lists a file which the package does not hold.",
             .why = "The deposit is not complete.",
             .example = "data/page-07.tif was deleted from the unpacked directory.",
             .remedy = "Get the package again from another copy."},
    CodeInfo{.code = Code::entry_duplicate,
             .id = "entry.duplicate",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "A name stands in the tar more than once",
             .meaning = "Two entries have one name.",
             .why = "Programs differ in which of the two they show and which they unpack, so a "
                    "reader may see another file than was verified.",
             .example = "A second data/letter.txt was appended to the tar.",
             .remedy = "Do not unpack it. Get the package again from another copy."},
    CodeInfo{.code = Code::entry_type,
             .id = "entry.type",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "Neither a regular file nor a directory",
             .meaning = "A link, FIFO, socket or device stands where only files may.",
             .why = "A link can lead out of the package; a device or FIFO can stop a reader.",
             .example = "data/letter.txt is a symbolic link to /etc/passwd.",
             .remedy = "Replace it by the file itself, from another copy."},
    CodeInfo{.code = Code::entry_empty_directory,
             .id = "entry.empty-directory",
             .layer = Layer::container,
             .effect = Verdict::failed,
             .title = "A directory with nothing in it",
             .meaning = "The unpacked package has a directory that no listed file needs.",
             .why = "The manifest lists files; a directory without any is not covered by the "
                    "signature.",
             .example = "data/photographs/ is there and empty.",
             .remedy = "Remove the directory, or find out what was in it."},
    CodeInfo{.code = Code::limit_exceeded,
             .id = "limit.exceeded",
             .layer = Layer::container,
             .effect = Verdict::indeterminate,
             .title = "Larger than the reader's limit",
             .meaning =
                 "A size or count from the package exceeds a limit that protects the reader's "
                 "memory and time, so not all of it was looked at.",
             .why = "A number in a file that is not yet verified may be an attack; nothing is "
                    "allocated on its word.",
             .example = "manifest.xml claims 1 GiB.",
             .remedy = "If it is the manifest, and you trust where it comes from, raise its limit "
                       "with --max-manifest. No honest package exceeds the others."},
    CodeInfo{.code = Code::manifest_missing,
             .id = "manifest.missing",
             .layer = Layer::integrity,
             .effect = Verdict::failed,
             .title = "There is no manifest.xml",
             .meaning = "The package has no manifest where it should stand.",
             .why = "Without the manifest nothing else can be checked.",
             .example = "The entry NAME/manifest.xml of the tar was given another name.",
             .remedy = "Get the package again from another copy."},
    CodeInfo{
        .code = Code::xml_malformed,
        .id = "xml.malformed",
        .layer = Layer::integrity,
        .effect = Verdict::failed,
        .title = "Not XML of the package's profile",
        .meaning = "The manifest breaks a rule of XML, or of the strict profile that packages use.",
        .why = "XML that two parsers read in two ways would let one signature stand for two "
               "statements.",
        .example = "An element has two attributes of one name.",
        .remedy = "Get the package again. If the signature is good, whoever sealed it used a "
                  "faulty tool: tell them."},
    CodeInfo{.code = Code::xml_doctype,
             .id = "xml.doctype",
             .layer = Layer::integrity,
             .effect = Verdict::failed,
             .title = "The XML has a document type declaration",
             .meaning = "A DOCTYPE stands in the manifest.",
             .why = "That is how entity expansion and reading of foreign files get into XML. "
                    "Packages never have one.",
             .example = "<!DOCTYPE manifest [<!ENTITY a \"…\">]>",
             .remedy = "Treat the package as hostile."},
    CodeInfo{.code = Code::manifest_invalid,
             .id = "manifest.invalid",
             .layer = Layer::integrity,
             .effect = Verdict::failed,
             .title = "The manifest does not say what a manifest must",
             .meaning =
                 "It is XML, but an element, attribute, value or reference is not as the format "
                 "demands.",
             .why = "A manifest that is read with goodwill is read differently by everyone.",
             .example = "A file belongs to a document 'd2' that is not there.",
             .remedy = "Get the package again. If the signature is good, tell whoever sealed it."},
    CodeInfo{.code = Code::manifest_id,
             .id = "manifest.id",
             .layer = Layer::integrity,
             .effect = Verdict::failed,
             .title = "The package id is not derived from the manifest",
             .meaning = "The id is computed from the manifest's own bytes; this one is another.",
             .why = "An id that anyone can choose could be made to look like another package's.",
             .example = "The id was copied from an older package.",
             .remedy = "Tell whoever sealed it. The identity of a package is the digest of its "
                       "manifest, never its id."},
    CodeInfo{
        .code = Code::manifest_name,
        .id = "manifest.name",
        .layer = Layer::integrity,
        .effect = Verdict::failed,
        .title = "The name in the manifest is not that of the top directory",
        .meaning = "The tar unpacks into a directory of another name than the manifest states.",
        .why = "Every path in a package begins with its name; two names are two sets of paths.",
        .example = "manifest.xml says letters-1919, the tar unpacks into letters-1920.",
        .remedy = "Get the package again from where it was sealed."},
    CodeInfo{.code = Code::format_newer,
             .id = "format.newer",
             .layer = Layer::integrity,
             .effect = Verdict::indeterminate,
             .title = "Made by a newer version of the format",
             .meaning = "The manifest is of a version that this program does not know.",
             .why = "It may be perfectly good; this program can't tell.",
             .example = "xmlns=\"urn:solander:manifest:2\"",
             .remedy = "Use a newer solander."},
    CodeInfo{
        .code = Code::tag_differs,
        .id = "tag.differs",
        .layer = Layer::integrity,
        .effect = Verdict::failed,
        .title = "A BagIt tag file is not what the manifest implies",
        .meaning = "bagit.txt, bag-info.txt, manifest-sha256.txt and tagmanifest-sha256.txt follow "
                   "from the manifest byte for byte. This one differs.",
        .why = "Stock tools check the payload by manifest-sha256.txt: if it could differ, they "
               "could be led to accept other files.",
        .example = "A line of manifest-sha256.txt has another digest than manifest.xml.",
        .remedy = "Get the package again from another copy."},
    CodeInfo{.code = Code::payload_size,
             .id = "payload.size",
             .layer = Layer::integrity,
             .effect = Verdict::failed,
             .title = "A file has another size than was sealed",
             .meaning = "The file is shorter or longer than the manifest says.",
             .why = "It is not the file that was signed for.",
             .example = "data/scan.tif has 4096 bytes of 31457280.",
             .remedy = "Get the file again from another copy; the report names both sizes."},
    CodeInfo{
        .code = Code::payload_digest,
        .id = "payload.digest",
        .layer = Layer::integrity,
        .effect = Verdict::failed,
        .title = "A file has other bytes than were sealed",
        .meaning = "The SHA-256 (or SHA-512) of the file is not the one in the signed manifest.",
        .why = "It is not the file that was signed for, by accident or by intent.",
        .example = "One byte of data/letter.txt was changed.",
        .remedy = "Get the file again from another copy; the report names both digests."},
    CodeInfo{.code = Code::payload_unreadable,
             .id = "payload.unreadable",
             .layer = Layer::integrity,
             .effect = Verdict::indeterminate,
             .title = "A file could not be read",
             .meaning = "The system refused to give the file's bytes.",
             .why = "What cannot be read cannot be vouched for.",
             .example = "data/closed.pdf: permission denied.",
             .remedy = "Give yourself leave to read it, or copy the package from a sound disk, and "
                       "verify again."}};

}  // namespace solander::model
