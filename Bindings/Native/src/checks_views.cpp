// Views by sizes, strides and an offset: libtorch multiplies the offset without looking whether the product fits, and then reads elsewhere.
#include "checks.h"

#include <ATen/ATen.h>

#include <stdexcept>
#include <string>
#include <unordered_map>

namespace torchlight {
namespace {

using torch::jit::Stack;

template <size_t size, size_t offset>
void check_offset(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    if (stack[offset].isNone() || !self.has_storage()) {
        return;
    }
    for (const int64_t length : stack[size].toIntVector()) {
        if (length == 0) {
            return;
        }
    }
    const auto elements = static_cast<int64_t>(self.storage().nbytes() / self.dtype().itemsize());
    if (stack[offset].toInt() > elements) {
        throw std::invalid_argument("a storage_offset of " + std::to_string(stack[offset].toInt()) + " is beyond the storage, which has " +
                                    std::to_string(elements) + " elements");
    }
}

// Sizes that the tensor has already are not looked at again, whatever the storage.
void check_source(const Stack& stack) {
    require(stack[2].toInt() >= 0, "set_ takes a storage_offset of 0 or more");
    const auto& self = stack[0].toTensor();
    const auto& source = stack[1];
    if (self.is_nested() || (source.isTensor() && source.toTensor().is_nested())) {
        throw std::invalid_argument("set_ takes no nested tensors");
    }
    const auto sizes = stack[3].toIntVector();
    const auto strides = stack[4].toIntVector();
    const auto bytes = source.isTensor() ? (source.toTensor().has_storage() ? source.toTensor().storage().nbytes() : 0) : source.toStorage().nbytes();
    if (!self.has_storage() || self.sizes() != sizes || (strides.size() == sizes.size() && self.strides() != strides) || self.numel() == 0) {
        return;
    }
    int64_t end = stack[2].toInt() + 1;
    for (size_t i = 0; i < sizes.size(); i++) {
        end += (sizes[i] - 1) * self.stride(static_cast<int64_t>(i));
    }
    const auto elements = static_cast<int64_t>(bytes / self.dtype().itemsize());
    if (stack[2].toInt() > elements || end > elements) {
        throw std::invalid_argument("set_ with these sizes and a storage_offset of " + std::to_string(stack[2].toInt()) +
                                    " is beyond the storage, which has room for " + std::to_string(elements) + " elements");
    }
}

void check_blocks(const Stack& stack) {
    for (const int64_t side : stack[1].toIntVector()) {
        require(side > 0, "sparse blocks have sides of 1 or more");
    }
}

void check_order_of_dimensions(const Stack& stack) {
    if (stack[0].toTensor().layout() == at::kSparse && stack[0].toTensor().dim() == 0) {
        throw std::invalid_argument("permute takes a sparse tensor of one dimension or more");
    }
}

} // namespace

Check view_check_of(const c10::OperatorName& name) {
    static const std::unordered_map<std::string, Check> checks = {
        {"aten::as_strided", check_offset<1, 3>},         {"aten::as_strided_", check_offset<1, 3>},
        {"aten::as_strided_copy", check_offset<1, 3>},    {"aten::as_strided_scatter", check_offset<2, 4>},
        {"aten::to_sparse_bsr", check_blocks},            {"aten::to_sparse_bsc", check_blocks},
        {"aten::permute", check_order_of_dimensions},     {"aten::permute_copy", check_order_of_dimensions},
    };
    if ((name.name == "aten::set_" || name.name == "aten::set") && name.overload_name.find("storage_offset") != std::string::npos) {
        return check_source;
    }
    const auto found = checks.find(name.name);
    return found == checks.end() ? nullptr : found->second;
}

} // namespace torchlight
