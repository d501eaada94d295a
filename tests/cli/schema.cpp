// SPDX-License-Identifier: Apache-2.0
#include "schema.h"

#include "support/process.h"
#include "support/shared.h"

namespace solander::test {

bool has_schema_validator() {
    return run_program({"python3", "-c", "import jsonschema"}).status == 0;
}

testing::AssertionResult is_valid(const std::string& json, const std::string& schema) {
    static const std::string kProgram =
        "import json, sys, jsonschema\n"
        "schema = json.load(open(sys.argv[1], encoding='utf-8'))\n"
        "jsonschema.Draft7Validator.check_schema(schema)\n"
        "text = sys.stdin.buffer.read().decode('utf-8')\n"
        "problems = list(jsonschema.Draft7Validator(schema).iter_errors(json.loads(text)))\n"
        "for problem in problems: print(list(problem.absolute_path), problem.message)\n"
        "sys.exit(1 if problems else 0)\n";
    const auto path = (source_root() / "schemas" / schema).string();
    const auto done = run_program({"python3", "-c", kProgram, path}, {.input = json});
    if (done.status == 0) return testing::AssertionSuccess();
    return testing::AssertionFailure() << schema << ": " << done.out << done.err << json;
}

}  // namespace solander::test
