#include "checks.h"
#include "value.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/function_schema.h>
#include <ATen/core/stack.h>

#include <algorithm>
#include <cstdlib>
#include <set>
#include <sstream>
#include <vector>

#if defined(_WIN32)
#include <windows.h>
#else
#include <dlfcn.h>
#endif

namespace torchlight {
namespace {

// A resolved operator. Never freed: operators live as long as the process, and so few are used that it does not matter.
struct Operator {
    explicit Operator(c10::OperatorHandle found)
        : handle(found), schema(found.schema()), fixed_lists(fixed_lists_of(schema)), check(check_of(schema)) {}

    c10::OperatorHandle handle;
    const c10::FunctionSchema& schema;
    std::vector<FixedList> fixed_lists;
    Check check;
};

c10::IValue default_of(const c10::Argument& argument, const Operator& op) {
    if (argument.default_value().has_value()) {
        return *argument.default_value();
    }
    if (argument.type()->kind() == c10::TypeKind::OptionalType) {
        return c10::IValue();
    }
    std::ostringstream message;
    message << op.schema.operator_name() << " needs the argument '" << argument.name() << "', which has no default";
    throw std::invalid_argument(message.str());
}

void push_arguments(const Operator& op, const tl_value* arguments, int32_t count, torch::jit::Stack& stack) {
    const auto& expected = op.schema.arguments();
    stack.reserve(expected.size());
    for (size_t i = 0; i < expected.size(); i++) {
        const bool given = static_cast<int32_t>(i) < count && arguments[i].tag != TL_DEFAULT;
        stack.push_back(given ? to_ivalue(arguments[i], *expected[i].type()) : default_of(expected[i], op));
    }
    // Arguments that this libtorch does not know yet may be left at None or at their default only.
    for (int32_t i = static_cast<int32_t>(expected.size()); i < count; i++) {
        if (arguments[i].tag != TL_NONE && arguments[i].tag != TL_DEFAULT) {
            std::ostringstream message;
            message << op.schema.operator_name() << " takes " << expected.size() << " arguments in libtorch " << TORCH_VERSION << ", "
                    << count << " were given";
            throw std::invalid_argument(message.str());
        }
    }
    for (const auto& list : op.fixed_lists) {
        complete(list, op.schema, stack);
    }
    if (op.check != nullptr) {
        op.check(stack);
    }
}

} // namespace
} // namespace torchlight

using torchlight::Operator;

int32_t tl_op_resolve(const char* name, const char* overload, void** op) {
    *op = nullptr;
    const int32_t status = torchlight::guarded([&] {
        auto found = c10::Dispatcher::singleton().findSchema({name, overload});
        if (found.has_value()) {
            *op = new Operator(*found);
        }
    });
    if (status == TL_OK && *op == nullptr) {
        return torchlight::fail(TL_NO_SUCH_OPERATOR, std::string("libtorch ") + TORCH_VERSION + " has no operator " + name +
                                                         (*overload == '\0' ? "" : ".") + overload);
    }
    return status;
}

int32_t tl_op_call(void* op, const tl_value* arguments, int32_t argument_count, tl_value* results, int32_t max_results,
                   int32_t* result_count) {
    int32_t handed_out = 0;
    *result_count = 0;
    return torchlight::guarded([&] {
        const auto& target = *static_cast<const Operator*>(op);
        torch::jit::Stack stack;
        torchlight::push_arguments(target, arguments, argument_count, stack);
        target.handle.callBoxed(&stack);
        if (static_cast<int32_t>(stack.size()) > max_results) {
            throw std::invalid_argument("more results than the caller has room for");
        }
        for (auto& value : stack) {
            torchlight::from_ivalue(std::move(value), &results[handed_out]);
            handed_out++;
            *result_count = handed_out;
        }
    });
}

int32_t tl_op_schema(void* op, char** text) {
    return torchlight::guarded([&] {
        std::ostringstream out;
        out << static_cast<const Operator*>(op)->schema;
        *text = torchlight::copy_text(out.str());
    });
}

int32_t tl_schema_dump(const char* name_space, char** text) {
    return torchlight::guarded([&] {
        const std::string prefix = name_space == nullptr ? "" : std::string(name_space) + "::";
        std::set<std::string> lines;
        for (const auto& name : c10::Dispatcher::singleton().getAllOpNames()) {
            auto found = c10::Dispatcher::singleton().findSchema(name);
            if (found.has_value() && name.name.compare(0, prefix.size(), prefix) == 0) {
                std::ostringstream out;
                out << found->schema();
                lines.insert(out.str());
            }
        }
        std::ostringstream all;
        for (const auto& line : lines) {
            all << line << '\n';
        }
        *text = torchlight::copy_text(all.str());
    });
}

int32_t tl_load_library(const char* path) {
#if defined(_WIN32)
    if (LoadLibraryA(path) == nullptr) {
        return torchlight::fail(TL_ERROR, std::string("cannot load the operator library ") + path);
    }
#else
    if (dlopen(path, RTLD_LAZY | RTLD_LOCAL) == nullptr) {
        const char* reason = dlerror();
        return torchlight::fail(TL_ERROR, std::string("cannot load the operator library ") + path + ": " + (reason ? reason : "unknown"));
    }
#endif
    return TL_OK;
}

void tl_free(void* memory) {
    std::free(memory);
}
