// SPDX-License-Identifier: Apache-2.0
#include <solander/policy.h>

namespace solander {

std::string_view policy_starter() {
    return R"toml(# What this archive asks of a package beyond that it is sound.
#
#   solander policy check policy.toml          what it asks, in words
#   solander verify PACKAGE --policy policy.toml
#
# A package that does not meet it ends with exit code 3. Nothing is asked as this file stands: take
# the # away from what you want. Names are those of your trust file, letter by letter.
# docs/policy.md explains every line.
version = 1

[roles]
# Who may do what; a role that is not named here is open to everybody in the trust file.
# seal         = ["archivist@example.org", "deputy@example.org"]
# attest       = ["reviewer@example.org"]
# release      = ["archivist@example.org"]       # and cancel a release
# receive      = ["repository@example.org"]      # or refuse
# record       = ["archivist@example.org", "repository@example.org"]
#
# Whose claimed times you believe: they show that what was signed before by somebody else was there,
# although that key has expired or was lost since.
# time-witness = ["repository@example.org"]

[require]
# How many have to vouch. Each key and each name counts once.
# signatures   = "2 of (archivist@example.org, deputy@example.org, reviewer@example.org)"
# sealing      = "archivist@example.org or deputy@example.org"
# attestations = "any of (reviewer@example.org, auditor@example.org)"
#
# How far the chain of custody has to be known from elsewhere: receipts, your memory.
# confirmed    = "last event"

[require.fields]
# What a record has to say of a field, in one of these states:
# stated, inferred, stated-unknown, stated-none, blank, absent.
# title          = ["stated", "inferred"]
# rights         = ["stated", "inferred"]
# rights-holder  = ["stated", "inferred", "stated-unknown"]

# [require.audit]                              # needs its line, too
# profiles = ["core"]
# fail-on  = "error"
# sealed   = false                               # true: the sealers did so themselves

# [algorithms]                                 # needs its line, too
# What you accept, and until when. All three are in every package.
# ssh-ed25519 = 2035-12-31
# sha256      = "always"
# sha512      = "always"
)toml";
}

}  // namespace solander
