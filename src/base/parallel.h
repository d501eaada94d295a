// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

#include <solander/environment.h>

namespace solander::base {

/// Calls `work(worker, index)` once for every index below `count`, from at most `environment.jobs`
/// threads; `worker` is below that number and no two calls at one time share it, so it can choose
/// a buffer. This is the one place that makes threads.
///
/// Indices are handed out in order. After a failure, or once the environment says stop, no further
/// index is handed out; of several failures the one with the lowest index is returned, so the
/// answer does not depend on timing as long as a failure does not. Errors: interrupted; whatever
/// `work` returns.
Result<void> parallel_for(
    const Environment& environment, std::size_t count,
    const std::function<Result<void>(unsigned worker, std::size_t index)>& work);

}  // namespace solander::base
