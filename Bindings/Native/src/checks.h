// Checks of arguments that libtorch leaves to Python.
#pragma once

#include "compat.h"

#include <ATen/core/Tensor.h>
#include <ATen/core/function_schema.h>
#include <ATen/core/stack.h>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace torchlight {

using Check = void (*)(const torch::jit::Stack&);

// An argument of the form int[N]. Kernels read N elements whatever is there; one element stands for N equal ones, as a number does in Python.
struct FixedList {
    size_t place;
    int32_t length;
};

// The check of an operator by name; null for most.
Check check_of(const c10::FunctionSchema& schema);

// The same by area: each knows some operators.
Check linalg_check_of(const c10::OperatorName& name);
Check division_check_of(const c10::OperatorName& name);
Check layer_check_of(const c10::OperatorName& name);
Check nested_check_of(const c10::OperatorName& name);
Check view_check_of(const c10::OperatorName& name);
Check recurrent_check_of(const c10::OperatorName& name);

// Refuses the arguments unless the condition holds.
inline void require(bool holds, const char* message) {
    if (!holds) {
        throw std::invalid_argument(message);
    }
}

// Whether a check may look at the elements. Batched tensors of vmap have no storage, and cannot be asked for a value; nested ones lack most kernels.
inline bool can_be_read(const at::Tensor& tensor) {
    return tensor.device().is_cpu() && tensor.layout() == at::kStrided && tensor.has_storage() && !tensor.is_nested();
}

std::vector<FixedList> fixed_lists_of(const c10::FunctionSchema& schema);

// Throws where the list has neither one element nor as many as it should.
void complete(const FixedList& list, const c10::FunctionSchema& schema, torch::jit::Stack& stack);

} // namespace torchlight
