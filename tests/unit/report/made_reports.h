// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <solander/verify.h>

namespace solander::test {

/// A report by hand, as verification would make it but for what a test changes. `a.tar`: one file
/// of 1234 bytes, one document, sealed by somebody who calls themself `archivist`, not trusted.
Report undecided_report();
/// The same, and somebody changed it: `findings` files have other bytes.
Report failed_report(std::size_t findings);
/// A package that verification let pass; only verification can make one.
Report passed_report();

Finding finding(Code code, const std::string& subject, const std::string& message);

}  // namespace solander::test
