#include "shim.h"
#include "torchlight_nested.h"

#include <ATen/NestedTensorImpl.h>

using torchlight::borrow;

int32_t tl_tensor_is_nested(tl_tensor tensor) {
    return borrow(tensor).is_nested() ? 1 : 0;
}

int64_t tl_nested_size(tl_tensor tensor, int64_t dim) {
    try {
        const auto& nested = borrow(tensor);
        if (!nested.is_nested() || dim < 0 || dim >= nested.dim()) {
            return -1;
        }
        const auto size = at::native::get_nested_tensor_impl(nested)->opt_size(dim);
        return size.has_value() ? *size : -1;
    } catch (...) {
        return -1; // its tensors could not be asked: as if they differed
    }
}
