// SPDX-License-Identifier: Apache-2.0
#include "trust/trust_rules.h"

#include <array>
#include <cstddef>
#include <cstdlib>

namespace solander {

namespace {

using enum TrustSeverity;

constexpr std::array kRules{
    TrustRule{"store.empty", error, "No line lists a key that can be used",
              "Put in whom you believe: solander trust add NAME KEY.pub"},
    TrustRule{"store.others-may-change", error, "Others than its owner may change the file",
              "Take that right away: chmod go-w PATH; then look at each line, and compare the "
              "fingerprints once more"},
    TrustRule{"store.line-unreadable", error, "A line cannot be read, and counts for nothing",
              "Mend it, or take it out"},
    TrustRule{"store.byte-order-mark", error, "The file begins with a byte order mark",
              "Save it as UTF-8 without a mark (BOM); the first line counts then"},
    TrustRule{"store.carriage-return", note, "Lines end as on Windows",
              "None is needed; other programs may want line feeds only"},
    TrustRule{"store.cert-authority", warning, "A line is for a certificate authority",
              "Put in the keys themselves: certificates are not supported"},
    TrustRule{"store.key-type", warning, "A key is of another type than ssh-ed25519",
              "Packages have no such signatures; ask its owner for the key that they seal with"},
    TrustRule{"store.key-damaged", error, "A key is cut short or damaged",
              "Get the key again from its owner, and put it in: solander trust add NAME KEY.pub"},
    TrustRule{"store.key-weak", error, "A key is one by which a signature proves nothing",
              "Take it out, and ask where it came from: no program makes such a key by itself"},
    TrustRule{"store.dates-swapped", error, "The end of a key's time is not after its beginning",
              "Set valid-after to the earlier and valid-before to the later date"},
    TrustRule{"store.nobody", error, "No name fits a line, since it excludes all that it names",
              "Name somebody whom the patterns with ! leave over, or take the line out"},
    TrustRule{"store.wildcard", warning, "A key is for every name that fits a pattern",
              "Write the name of the one person whose key it is"},
    TrustRule{"store.local-time", warning, "A date has no Z, and means another moment elsewhere",
              "Write Z behind it for UTC, as solander trust add does"},
    TrustRule{"store.any-namespace", warning, "A key may sign anything",
              "Write namespaces=\"manifest@solander,custody@solander\" between name and key; where "
              "there are options already, with a comma and no blank between them"},
    TrustRule{"store.other-namespaces", warning, "A key may sign nothing of a package",
              "Add manifest@solander (and custody@solander) to its namespaces, or leave the line "
              "to the program that it is for"},
    TrustRule{"store.namespace-misspelt", warning, "A namespace is probably misspelt",
              "Write manifest@solander, custody@solander or attest@solander, with commas between "
              "them and no blanks"},
    TrustRule{"store.expired", note, "A key's time is over",
              "Keep the line if it is right: what the key signed before stays indeterminate unless "
              "something proves the time"},
    TrustRule{"store.expired-beside-open", warning,
              "A key's time is over by one line, and goes on by another",
              "Take one of the two out: the one whose end is later counts"},
    TrustRule{"store.key-twice", warning, "A key stands twice under one name",
              "Take one of the two lines out"},
    TrustRule{"store.two-names", warning, "A key stands under two names",
              "Give it one name: two people cannot have one key, and reports use the first"},
    TrustRule{"store.odd-name", warning, "A name could be taken for something else",
              "Write it without blanks and characters that are not shown, and not as an option or "
              "a fingerprint begins"},
    TrustRule{"store.revoked", note, "Your own revocations name a key",
              "Leave the line if the key was lost: without it all that the key ever signed would "
              "be unknown; if it was not, take the revocation out of its file"},
};

}  // namespace

std::string_view severity_name(TrustSeverity severity) {
    switch (severity) {
        case note:
            return "note";
        case warning:
            return "warning";
        case error:
            return "error";
    }
    std::abort();
}

std::span<const TrustRule> trust_rules() {
    return kRules;
}

namespace trust {

static_assert(kRules.size() == static_cast<std::size_t>(Rule::revoked) + 1);

const TrustRule& rule(Rule name) {
    return kRules.at(static_cast<std::size_t>(name));
}

}  // namespace trust

}  // namespace solander
