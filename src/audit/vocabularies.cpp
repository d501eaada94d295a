// SPDX-License-Identifier: Apache-2.0
#include "audit/vocabulary.h"

namespace solander {

std::vector<AuditVocabularyInfo> audit_vocabularies() {
    return {audit::kRightsStatementsInfo, audit::kCreativeCommonsInfo, audit::kPremisTermsInfo,
            audit::kAccessRightsInfo,     audit::kLocalContextsInfo,   audit::kFunderIdsInfo};
}

}  // namespace solander
