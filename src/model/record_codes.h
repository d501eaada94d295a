// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include <solander/finding.h>

namespace solander::model {

/// The codes of what records say.
inline constexpr std::array kRecordCodes{CodeInfo{
    .code = Code::quote_differs,
    .id = "quote.differs",
    .layer = Layer::metadata,
    .effect = Verdict::failed,
    .title = "The record quotes words that are not there",
    .meaning = "A statement names the line of a capture where its words were read; they do not "
               "stand there.",
    .why = "Every value of a record can be traced to its words. One that can't has no "
           "source.",
    .example = "The title says 'line 3', and line 3 says something else.",
    .remedy = "Tell whoever sealed it. The capture in the package holds the words as they "
              "were received."}};

}  // namespace solander::model
