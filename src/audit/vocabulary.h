// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include <solander/audit.h>

namespace solander::audit {

// Each vocabulary is the data of one file, which also says where and when it was taken.
extern const AuditVocabularyInfo kRightsStatementsInfo;
extern const AuditVocabularyInfo kCreativeCommonsInfo;
extern const AuditVocabularyInfo kPremisTermsInfo;
extern const AuditVocabularyInfo kAccessRightsInfo;
extern const AuditVocabularyInfo kLocalContextsInfo;
extern const AuditVocabularyInfo kFunderIdsInfo;

}  // namespace solander::audit
