// SPDX-License-Identifier: Apache-2.0
#pragma once

// One description of every XML type: see format/visitor.h.

#include "format/describe_event.h"
#include "format/describe_manifest.h"
#include "format/describe_record.h"
