// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace solander {

/// Why something could not be done. What is *wrong with a package* is a Finding, never an Error.
enum class ErrorCode {
    usage,        ///< The request itself makes no sense (exit 64).
    open,         ///< An input is not there, may not be read, or is refused as an input (exit 66).
    create,       ///< An output cannot be created, or is there already (exit 73).
    io,           ///< Reading or writing failed midway (exit 74).
    format,       ///< An input is not what it claims to be (exit 2).
    limit,        ///< A number from outside exceeds a field of Limits (exit 2).
    unsupported,  ///< An algorithm or a version that this build does not know (exit 2).
    refused,      ///< What the caller set as a condition is not met (exit 1).
    interrupted,  ///< The caller asked to stop (exit 130).
    internal,     ///< A library below answered what it should not (exit 70).
};

/// A failure, in one sentence for a person: the file, the reason and, where there is one, the next
/// step. Context is put in front as the error travels up: "pack: scan.pdf: permission denied".
class Error {
public:
    Error(ErrorCode code, std::string message) : code_(code), message_(std::move(message)) {}

    ErrorCode code() const noexcept { return code_; }
    const std::string& message() const noexcept { return message_; }

    /// The same error with "`context`: " in front of its message.
    Error in(std::string_view context) const {
        return {code_, std::string(context) + ": " + message_};
    }

private:
    ErrorCode code_;
    std::string message_;
};

/// A value, or the reason why there is none. Converts from both, so that a function ends in
/// `return value;` or `return Error(...)`.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
    Result(Error error)  // NOLINT(google-explicit-constructor): see above
        : tl::expected<T, Error>(tl::unexpected<Error>(std::move(error))) {}
};

}  // namespace solander
