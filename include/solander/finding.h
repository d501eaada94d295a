// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace solander {

/// What a verifier says of a package, and of each layer of it.
enum class Verdict {
    passed,
    indeterminate,  ///< It could not be decided. Never a kind of pass.
    failed,
};

/// What a finding is about.
enum class Layer {
    container,     ///< The tar or directory as such.
    integrity,     ///< The bytes are those that the manifest lists.
    authenticity,  ///< Who signed the manifest, and whether the reader believes them.
    custody,       ///< Who held the package.
    metadata,      ///< The records say what their captures say.
};
inline constexpr std::size_t kLayerCount = 5;

/// Every finding there is. The texts are a promise: see docs/exit-codes.md.
enum class Code : std::uint8_t {
    package_unrecognised,
    package_changed,
    container_header,
    container_padding,
    container_size,
    bundle_form,
    entry_unlisted,
    entry_missing,
    entry_duplicate,
    entry_type,
    entry_empty_directory,
    limit_exceeded,
    manifest_missing,
    xml_malformed,
    xml_doctype,
    manifest_invalid,
    manifest_id,
    manifest_name,
    format_newer,
    tag_differs,
    payload_size,
    payload_digest,
    payload_unreadable,
    signature_missing,
    signature_malformed,
    signature_line_endings,
    signature_type,
    signature_unsupported,
    signature_bad,
    signature_undeclared,
    key_weak,
    trust_missing,
    trust_line,
    signer_unknown,
    signer_namespace,
    signer_pattern,
    signer_name_differs,
    key_not_valid_then,
    key_unproven_time,
    key_revoked,
    key_time_proven,
    time_future,
    attestation_malformed,
    attestation_namespace,
    attestation_bad,
    attestation_unsupported,
    attestation_unknown,
    custody_missing,
    custody_unreadable,
    custody_unlisted,
    custody_verify_txt,
    custody_event_invalid,
    custody_event_unsupported,
    custody_sequence,
    custody_duplicate_seq,
    custody_link,
    custody_manifest,
    custody_seal_actor,
    custody_seal_signatures,
    custody_unfinished,
    custody_sealed_twice,
    custody_not_holder,
    custody_recipient,
    custody_not_in_transit,
    custody_not_recipient,
    custody_not_releaser,
    custody_in_transit,
    custody_receipt_body,
    custody_cancel_digest,
    custody_cancel_unconfirmed,
    custody_crossed,
    custody_fork,
    custody_equivocation,
    custody_rollback,
    custody_other_unsound,
    custody_would_rewind,
    trust_pattern,
    time_backwards,
    receipt_unrelated,
    receipt_malformed,
    quote_differs,
};

/// What is known of a code without any package at hand.
struct CodeInfo {
    Code code;
    std::string_view id;  ///< Stable: `payload.digest`.
    Layer layer;
    Verdict effect;  ///< What one such finding makes of its layer; passed = a warning.
    std::string_view title;
    std::string_view meaning;
    std::string_view why;
    std::string_view example;
    std::string_view remedy;
};

/// All codes, in the order of the enumeration.
std::span<const CodeInfo> all_codes();
const CodeInfo& code_info(Code code);
/// Null for a text that is no code.
const CodeInfo* find_code(std::string_view id);

/// One thing that is wrong with a package, or worth knowing.
struct Finding {
    Code code;
    /// The file, signer or event that it is about, as found: not yet fit for a terminal.
    std::string subject;
    /// One sentence, likewise.
    std::string message;
    /// The layer whose check found it.
    Layer layer = Layer::container;
};

std::string_view verdict_name(Verdict verdict);  ///< `PASSED`, `INDETERMINATE`, `FAILED`
std::string_view layer_name(Layer layer);        ///< `container`, …

/// The graver of two.
constexpr Verdict worse(Verdict a, Verdict b) {
    return a < b ? b : a;
}

}  // namespace solander
