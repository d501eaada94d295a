// SPDX-License-Identifier: Apache-2.0
// A custody that is in order by itself, and what is known of it otherwise.
#include <filesystem>

#include "chronicle.h"
#include "flaw.h"

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

}  // namespace

const std::vector<Flaw>& elsewhere_flaws() {
    static const std::vector<Flaw> flaws{
        {"EndCutOff", [](Forgery& f) { remembered(f, "A:release>B", ""); }, "custody.rollback",
         "PPPFP"},
        {"CancelCrossedWithAReceipt",
         [](Forgery& f) { remembered(f, "A:release>B B:receipt", "A:release>B A:cancel"); },
         "custody.cancel-unconfirmed custody.crossed", "PPPPP"},
        {"TwoHistoriesByTwo",
         [](Forgery& f) {
             remembered(f, "A:release>B A:cancel A:release>C", "A:release>B B:receipt");
         },
         "custody.fork", "PPPFP"},
        {"TwoHistoriesByOne", [](Forgery& f) { remembered(f, "A:note=one", "A:note=two"); },
         "custody.equivocation", "PPPFP"},
        {"OtherCopyThatIsForged",
         [](Forgery& f) {
             auto forged = chronicle(f, "A:note");
             forged.at("0002-note.xml") += "\n";
             write_custody(f.scratch() / "other", forged);
             f.options.compare = {f.scratch() / "other"};
         },
         "custody.other-unsound", "PPPIP"},
        {"ReceiptOfAnotherPackage",
         [](Forgery& f) { receipt(f, hex_digest("another") + "  another\n"); }, "receipt.unrelated",
         "PPPIP"},
        {"ReceiptThatIsALetter", [](Forgery& f) { receipt(f, "Dear Helena,\n"); },
         "receipt.malformed", "PPPIP"},
        {"ReceiptOfAFormToCome",
         [](Forgery& f) { receipt(f, "# solander receipt 2: package letters\n"); },
         "receipt.malformed", "PPPIP"},
        {"ReceiptCutOffBehindItsComment",
         [](Forgery& f) {
             const auto whole = receipt_for(f.custody);
             receipt(f, whole.substr(0, whole.find('\n') + 1));
         },
         "receipt.malformed", "PPPIP"},
    };
    return flaws;
}

}  // namespace solander::test
