// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <solander/pack.h>

#include "cli/encoding_option.h"
#include "cli/keys.h"
#include "cli/notes.h"
#include "cli/options.h"
#include "cli/pack_audit.h"

namespace solander::cli {

/// The options of `pack`.
struct PackOptions {
    std::vector<std::string> inputs;
    std::vector<std::string> keys;
    std::vector<std::string> settings;
    std::string output = ".";
    std::string name;
    std::string principal;
    std::string created;
    std::string records;
    std::string report;
    EncodingOption encoding;
    NotesOption notes;
    PackAuditOptions audit;
    std::string format;
    bool each = false;
    bool force = false;
    bool rename_safe = false;
    bool sha512 = false;
    bool no_sync = false;
    PassphraseOptions passphrase;
    WorkOptions work;

    void add_to(CLI::App& app);
};

/// What they ask for, with the keys, which the request refers to.
struct PackOrder {
    std::vector<std::string> key_files;
    std::vector<OwnKey> keys;
    PackAuditFiles audit_files;
    PackRequest request;
};

/// Reads the keys. Errors: usage; those of keys.
Result<PackOrder> read_order(Io& io, const PackOptions& options);

/// What to do next: the trust file needs a line for each key, under the name that it sealed with.
/// `packages` is as somebody can type it into a shell.
std::string next_steps(const PackOptions& options, const PackOrder& order,
                       const std::string& packages);

}  // namespace solander::cli
