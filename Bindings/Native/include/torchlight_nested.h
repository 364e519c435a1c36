// Part of torchlight.h, which has the conventions: tensors that hold a list of tensors of different sizes.
#pragma once

#include "torchlight.h"

// --- nested tensors (nested.cpp) ---
// Whether a tensor is nested: it then has no sizes and no strides.
TL_EXPORT int32_t tl_tensor_is_nested(tl_tensor tensor);
// The size of a dimension of a nested tensor, from 0 on; -1 where its tensors differ in it, or where there is no such dimension.
TL_EXPORT int64_t tl_nested_size(tl_tensor tensor, int64_t dim);
