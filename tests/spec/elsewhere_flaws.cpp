// SPDX-License-Identifier: Apache-2.0
// A custody that is in order by itself, and what is known of it otherwise.
#include <filesystem>

#include "chronicle.h"
#include "matrix.h"

namespace solander::test {

namespace {

/// The reader has this receipt file.
void receipt(Forgery& forgery, std::string_view text) {
    forgery.options.receipts = {forgery.scratch() / "receipt"};
    write_file(forgery.options.receipts.front(), text);
}

/// The reader saw `theirs` before, and is now shown `ours`.
void remembered(Forgery& forgery, std::string_view theirs, std::string_view ours) {
    forgery.trust = trust_in();
    forgery.options.state = forgery.scratch() / "state";
    std::filesystem::create_directories(*forgery.options.state);
    forgery.custody = chronicle(forgery, theirs);
    static_cast<void>(forgery.verify());
    forgery.custody = chronicle(forgery, ours);
}

/// The reader has `theirs` from somebody else, and is now shown `ours`.
void compared(Forgery& forgery, std::string_view theirs, std::string_view ours) {
    forgery.trust = trust_in();
    write_custody(forgery.scratch() / "other", chronicle(forgery, theirs));
    forgery.options.compare = {forgery.scratch() / "other"};
    forgery.custody = chronicle(forgery, ours);
}

}  // namespace

const std::vector<Flaw>& elsewhere_flaws() {
    static const std::vector<Flaw> flaws{
        {"EndCutOff", "chain-cut-off", [](Forgery& f) { remembered(f, "A:release>B", ""); },
         "custody.rollback", "PPPFP", Stock::no_option},
        {"CancelCrossedWithAReceipt", "two-stories",
         [](Forgery& f) { remembered(f, "A:release>B B:receipt", "A:release>B A:cancel"); },
         "custody.cancel-unconfirmed custody.crossed", "PPPPP", Stock::no_option},
        {"TwoHistoriesByTwo", "two-stories",
         [](Forgery& f) {
             remembered(f, "A:release>B A:cancel A:release>C", "A:release>B B:receipt");
         },
         "custody.fork", "PPPFP", Stock::no_option},
        {"TwoHistoriesByOne", "equivocation",
         [](Forgery& f) { remembered(f, "A:note=one", "A:note=two"); }, "custody.equivocation",
         "PPPFP", Stock::no_option},
        {"OtherCopyThatIsForged", "forged-second-copy",
         [](Forgery& f) {
             auto forged = chronicle(f, "A:note");
             forged.at("0002-note.xml") += "\n";
             write_custody(f.scratch() / "other", forged);
             f.options.compare = {f.scratch() / "other"};
         },
         "custody.other-unsound", "PPPIP", Stock::no_option},
        {"ReceiptOfAnotherPackage", "receipt-of-another",
         [](Forgery& f) { receipt(f, hex_digest("another") + "  another\n"); }, "receipt.unrelated",
         "PPPIP", Stock::no_option},
        {"ReceiptThatIsALetter", "receipt-of-another",
         [](Forgery& f) { receipt(f, "Dear Helena,\n"); }, "receipt.malformed", "PPPIP",
         Stock::no_option},
        {"ReceiptOfAFormToCome", "receipt-of-another",
         [](Forgery& f) { receipt(f, "# solander receipt 2: package letters\n"); },
         "receipt.malformed", "PPPIP", Stock::no_option},
        {"ReceiptCutOffBehindItsComment", "receipt-of-another",
         [](Forgery& f) {
             const auto whole = receipt_for(f.custody);
             receipt(f, whole.substr(0, whole.find('\n') + 1));
         },
         "receipt.malformed", "PPPIP", Stock::no_option},
        // ---- by receipts and other copies, without a memory
        {"EndCutOffAndAReceiptOfIt", "chain-cut-off",
         [](Forgery& f) {
             f.trust = trust_in();
             receipt(f, receipt_for(chronicle(f, "A:release>B")));
         },
         "custody.rollback", "PPPFP", Stock::no_option},
        {"EndCutOffAndAnotherCopy", "chain-cut-off",
         [](Forgery& f) { compared(f, "A:release>B B:receipt", "A:release>B"); },
         "custody.rollback", "PPPFP", Stock::no_option},
        {"MiddleCutOutAndAnotherCopy", "event-dropped",
         [](Forgery& f) {
             compared(f, "A:note=one A:note=two", "A:note=one A:note=two");
             f.custody.erase("0002-note.xml");
             f.custody.erase(Forgery::signature_of("0002-note.xml", "archivist"));
         },
         "custody.sequence custody.link custody.fork", "PPPFP", Stock::no_option},
        {"TwoHistoriesByTwoAndAnotherCopy", "two-stories",
         [](Forgery& f) {
             compared(f, "A:release>B A:cancel A:release>C", "A:release>B B:receipt");
         },
         "custody.fork", "PPPFP", Stock::no_option},
        {"TwoHistoriesByOneAndAnotherCopy", "equivocation",
         [](Forgery& f) { compared(f, "A:note=one", "A:note=two"); }, "custody.equivocation",
         "PPPFP", Stock::no_option},
        {"TwoHistoriesByOneAndAReceipt", "two-stories",
         [](Forgery& f) {
             f.trust = trust_in();
             receipt(f, receipt_for(chronicle(f, "A:note=one")));
             f.custody = chronicle(f, "A:note=two");
         },
         "custody.fork", "PPPFP", Stock::no_option},
        {"CustodyLeftOutOfWhatIsRemembered", "chain-cut-off",
         [](Forgery& f) {
             remembered(f, "A:release>B", "A:release>B");
             f.has_custody = false;
         },
         "custody.missing custody.rollback", "PPPFP", Stock::no_option, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"CustodyLeftOutAndAReceipt", "chain-cut-off",
         [](Forgery& f) {
             receipt(f, receipt_for(f.custody));
             f.has_custody = false;
         },
         "custody.missing custody.rollback", "PPPFP", Stock::no_option, std::nullopt,
         InAnotherForm{"", "", kOneCustody}},
        {"ReceiptAndItsChain", "honest", [](Forgery& f) { receipt(f, receipt_for(f.custody)); }, "",
         "PPPPP", Stock::no_option},
        {"ReceiptUnderAnotherPath", "honest",
         [](Forgery& f) { receipt(f, hex_digest(f.seal()) + "  elsewhere/0001-seal.xml\n"); }, "",
         "PPPPP", Stock::no_option},
        {"ReceiptWithWindowsLineEnds", "line-ends",
         [](Forgery& f) {
             std::string text;
             for (const char c : receipt_for(f.custody))
                 text += c == '\n' ? "\r\n" : std::string(1, c);
             receipt(f, text);
         },
         "", "PPPPP", Stock::no_option},
        {"ReceiptThatIsEmpty", "receipt-of-another", [](Forgery& f) { receipt(f, ""); },
         "receipt.malformed", "PPPIP", Stock::no_option},
        {"ReceiptOfZeros", "receipt-of-another",
         [](Forgery& f) { receipt(f, std::string(5000, '\0')); }, "receipt.malformed", "PPPIP",
         Stock::no_option},
        {"ReceiptOfTheManifest", "receipt-of-another",
         [](Forgery& f) { receipt(f, hex_digest(f.manifest()) + "  0001-seal.xml\n"); },
         "receipt.unrelated", "PPPIP", Stock::no_option},
        {"CopyOfAnotherPackage", "forged-second-copy",
         [](Forgery& f) {
             Forgery other;
             replace(other.manifest(), "October 9, 1962", "October 8, 1962");
             other.reseal();
             write_custody(f.scratch() / "other", other.custody);
             f.options.compare = {f.scratch() / "other"};
         },
         "custody.other-unsound", "PPPIP", Stock::no_option},
        {"CopyThatIsUnsigned", "forged-second-copy",
         [](Forgery& f) {
             auto copy = chronicle(f, "A:note=one");
             copy.erase(Forgery::signature_of("0002-note.xml", "archivist"));
             write_custody(f.scratch() / "other", copy);
             f.options.compare = {f.scratch() / "other"};
         },
         "custody.other-unsound", "PPPIP", Stock::no_option},
    };
    return flaws;
}

}  // namespace solander::test
