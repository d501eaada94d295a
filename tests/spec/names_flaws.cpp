// SPDX-License-Identifier: Apache-2.0
// Names of files that are other names elsewhere, or look like others. Manifest, lists and tar all
// agree on them, and a trusted key has signed them.
#include "matrix.h"

namespace solander::test {

namespace {

/// Gives a file of the package another name, wherever it has one.
void rename(Forgery& forgery, const std::string& from, const std::string& to) {
    forgery.entry(from).name = "letters/" + to;
    replace(forgery.manifest(), "path=\"" + from + "\"", "path=\"" + to + "\"");
    replace(forgery.entry("manifest-sha256.txt").data, "  " + from + "\n", "  " + to + "\n");
    forgery.reseal();
}

void rename_letter(Forgery& forgery, const std::string& to) {
    rename(forgery, "data/in/letter.txt", to);
}

}  // namespace

const std::vector<Flaw>& names_flaws() {
    static const std::vector<Flaw> flaws{
        // ---- out of the package
        {"AboveTheTop", "path-escape", [](Forgery& f) { rename_letter(f, "../letter.txt"); },
         "manifest.invalid", "IFIII"},
        {"AboveTheTopFromBelow", "path-escape",
         [](Forgery& f) { rename_letter(f, "data/in/../../../letter.txt"); }, "manifest.invalid",
         "IFIII"},
        {"Absolute", "path-escape", [](Forgery& f) { rename_letter(f, "/etc/cron.d/job"); },
         "manifest.invalid", "IFIII"},
        {"DriveLetter", "path-escape", [](Forgery& f) { rename_letter(f, "C:/letter.txt"); },
         "manifest.invalid", "IFIII"},
        {"DriveLetterBelowData", "path-escape",
         [](Forgery& f) { rename_letter(f, "data/in/C:letter.txt"); }, "manifest.invalid", "IFIII",
         Stock::blind_to_names},
        {"ShareOfAServer", "path-escape",
         [](Forgery& f) { rename_letter(f, "//server/share/letter.txt"); }, "manifest.invalid",
         "IFIII"},
        {"Backslashes", "path-escape", [](Forgery& f) { rename_letter(f, "data\\in\\letter.txt"); },
         "manifest.invalid", "IFIII"},
        {"HomeDirectory", "path-escape", [](Forgery& f) { rename_letter(f, "~/letter.txt"); },
         "manifest.invalid", "IFIII"},
        {"PercentEncoded", "path-escape",
         [](Forgery& f) { rename_letter(f, "data/in/%2e%2e%2fletter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"EmptyComponent", "path-escape",
         [](Forgery& f) { rename_letter(f, "data/in//letter.txt"); }, "manifest.invalid", "IFIII"},
        {"DotComponent", "path-escape",
         [](Forgery& f) { rename_letter(f, "data/in/./letter.txt"); }, "manifest.invalid", "IFIII"},
        {"EndsInASlash", "path-escape", [](Forgery& f) { rename_letter(f, "data/in/letter/"); },
         "manifest.invalid", "IFIII"},
        {"TagFileAsPayload", "path-escape", [](Forgery& f) { rename_letter(f, "letter.txt"); },
         "manifest.invalid", "IFIII"},
        // ---- other names elsewhere
        {"EndsInAFullStop", "colliding-names",
         [](Forgery& f) { rename_letter(f, "data/in/letter."); }, "manifest.invalid", "IFIII",
         Stock::blind_to_names},
        {"EndsInABlank", "colliding-names", [](Forgery& f) { rename_letter(f, "data/in/letter "); },
         "manifest.invalid", "IFIII", Stock::blind_to_names},
        {"BeginsWithABlank", "colliding-names",
         [](Forgery& f) { rename_letter(f, "data/in/ letter.txt"); }, "manifest.invalid", "IFIII",
         Stock::blind_to_names},
        {"DeviceOfWindows", "colliding-names",
         [](Forgery& f) { rename_letter(f, "data/in/NUL.letter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"PortOfWindows", "colliding-names",
         [](Forgery& f) { rename_letter(f, "data/in/com1.txt"); }, "manifest.invalid", "IFIII",
         Stock::blind_to_names},
        {"PortOfWindowsWithAnUpperDigit", "colliding-names",
         [](Forgery& f) { rename_letter(f, "data/in/lpt\u00B9.txt"); }, "manifest.invalid", "IFIII",
         Stock::blind_to_names},
        {"StreamOfWindows", "colliding-names",
         [](Forgery& f) { rename_letter(f, "data/in/letter.txt:hidden"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"Wildcard", "colliding-names", [](Forgery& f) { rename_letter(f, "data/in/letter*.txt"); },
         "manifest.invalid", "IFIII", Stock::blind_to_names},
        {"KelvinSign", "colliding-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\u212Aer.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"LongerThanAName", "colliding-names",
         [](Forgery& f) { rename_letter(f, "data/in/" + std::string(256, 'l')); },
         "manifest.invalid", "IFIII"},
        // ---- names that look like others
        {"BidiIsolate", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\u2066tter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"RightToLeftMark", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\u200Ftter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"ZeroWidthSpace", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\u200Btter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"JoinerBetweenLatinLetters", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\u200Dtter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"WordJoiner", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\u2060tter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"SoftHyphen", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\u00ADtter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"ByteOrderMark", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\uFEFFtter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"LineSeparator", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\u2028tter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"TagCharacter", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\U000E0041tter.txt"); }, "manifest.invalid",
         "IFIII"},
        {"EightBitControl", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\u009Btter.txt"); }, "xml.malformed", "IFIII",
         Stock::blind_to_names},
        {"HangulFiller", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\u3164tter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"VariationSelector", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\uFE0Ftter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"GraphemeJoiner", "lookalike-names",
         [](Forgery& f) { rename_letter(f, "data/in/le\u034Ftter.txt"); }, "manifest.invalid",
         "IFIII", Stock::blind_to_names},
        {"BrailleBlank", "mixed-scripts",
         [](Forgery& f) { rename_letter(f, "data/in/le\u2800tter.txt"); }, "", "PPPPP",
         Stock::passed},
        {"SelectorBehindAPictogram", "honest",
         [](Forgery& f) { rename_letter(f, "data/in/le\u2764\uFE0Ftter.txt"); }, "", "PPPPP",
         Stock::passed},
        {"LettersOfTwoScripts", "mixed-scripts",
         [](Forgery& f) { rename_letter(f, "data/in/l\u0435tter.txt"); }, "", "PPPPP",
         Stock::passed},
        {"NameWithALineFeed", "lookalike-names",
         [](Forgery& f) {
             rename_letter(f, "data/in/a\nb.txt");
             replace(f.manifest(), "a\nb.txt", "a&#10;b.txt");
             f.reseal();
         },
         "manifest.invalid", "IFIII"},
        // ---- two files that become one
        {"TwoThatDifferInCase", "colliding-names",
         [](Forgery& f) { rename_letter(f, "data/in/TELEGRAM.TXT"); }, "manifest.invalid", "IFIII",
         Stock::blind_to_names},
        {"TwoThatFoldToOne", "colliding-names",
         [](Forgery& f) {
             rename_letter(f, "data/in/STRASSE.txt");
             rename(f, "data/in/telegram.txt", "data/in/Straße.txt");
         },
         "manifest.invalid", "IFIII", Stock::blind_to_names},
        {"TwoThatComposeToOne", "colliding-names",
         [](Forgery& f) {
             rename(f, "data/in/Příloha č. 1.txt", "data/in/a\u0301.txt");
             rename_letter(f, "data/in/\u00E1.txt");
         },
         "manifest.invalid", "IFIII", Stock::blind_to_names},
        {"DirectoriesThatDifferInCase", "colliding-names",
         [](Forgery& f) { rename(f, "data/in/Příloha č. 1.txt", "data/IN/1.txt"); },
         "manifest.invalid", "IFIII", Stock::blind_to_names},
        {"FileThatIsAlsoADirectory", "colliding-names",
         [](Forgery& f) {
             replace(f.manifest(), "path=\"data/in/Příloha č. 1.txt\"", "path=\"data/in\"");
             replace(f.entry("manifest-sha256.txt").data, "  data/in/Příloha č. 1.txt\n",
                     "  data/in\n");
             f.reseal();
         },
         "manifest.invalid", "IFIII"},
        {"OneNameListedTwice", "name-twice",
         [](Forgery& f) {
             replace(f.manifest(), "path=\"data/in/Příloha č. 1.txt\"",
                     "path=\"data/in/letter.txt\"");
             f.reseal();
         },
         "manifest.invalid", "IFIII", Stock::blind_to_names},
    };
    return flaws;
}

}  // namespace solander::test
