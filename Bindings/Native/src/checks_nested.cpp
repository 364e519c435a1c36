// What the kernels of nested tensors and of attention take for granted: they divide by sizes, and read as many elements as others say.
#include "checks.h"

#include <ATen/ATen.h>

#include <stdexcept>
#include <string>
#include <unordered_map>

namespace torchlight {
namespace {

using torch::jit::Stack;

bool has_elements(const c10::IValue& value, int64_t count) { return !value.isNone() && value.toTensor().numel() == count; }

void check_layer_norm(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    require(self.is_nested() && self.dim() > 1 && self.size(-1) > 0 && has_elements(stack[1], self.size(-1)) && has_elements(stack[2], self.size(-1)),
            "_nested_tensor_layer_norm takes a nested tensor of at least one tensor and a weight and a bias of its last dimension's size");
}

void check_list(const Stack& stack) {
    for (const c10::IValue& part : stack[0].toListRef()) {
        require(!part.toTensor().is_quantized(), "nested tensors hold no quantized tensors: dequantize() gives their numbers");
    }
}

void check_sum_backward(const Stack& stack) {
    const auto& grad = stack[0].toTensor();
    const auto& self = stack[1].toTensor();
    bool fits = grad.is_nested() && self.is_nested() && grad.dim() == self.dim() && self.dim() > 1;
    if (fits) {
        const auto kept = self._nested_tensor_size().slice(1, 0, -1);
        const auto given = grad._nested_tensor_size().slice(1, 0, -1);
        fits = kept.equal(given) && grad._nested_tensor_size().select(1, -1).eq(1).all().item<bool>();
    }
    require(fits, "_nested_sum_backward takes a nested gradient of the nested input's sizes, of one element in the last dimension");
}

// Inside of the tensors libtorch takes a negative dimension as it is, and reads elsewhere; and one element of each vector would leave no dimension at
// all, which a nested tensor cannot hold.
template <size_t self_place, size_t dim_place>
void check_select(const Stack& stack) {
    const auto& self = stack[self_place].toTensor();
    const auto& place = stack[dim_place];
    if (!self.is_nested() || !place.isInt() || place.toInt() == 0 || place.toInt() == -self.dim()) {
        return;
    }
    require(self.dim() > 2, "select takes the first dimension of nested tensors of two dimensions: unbind() gives the vectors");
    require(place.toInt() > 0, "select inside of nested tensors takes a dimension counted from the front");
}

void check_table_of_sizes(const Stack& stack) {
    const auto& sizes = stack[0].toTensor();
    require(!sizes.is_nested() && sizes.dim() == 2 && sizes.scalar_type() == at::kLong && sizes.is_contiguous() && sizes.device().is_cpu(),
            "sizes of nested tensors are a contiguous table of int64, a row for each tensor");
}

void check_shared_heads(const Stack& stack) {
    if (stack.size() > 7 && stack[7].toBool()) {
        const auto& key = stack[1].toTensor();
        const auto& value = stack[2].toTensor();
        require(key.dim() > 2 && value.dim() > 2 && key.size(-3) > 0 && value.size(-3) > 0, "heads can be shared where keys and values have at least one");
    }
}

void check_parts(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    require(!self.is_nested() || self.dim() > 1, "nested tensors of numbers cannot be split: unbind() gives the numbers");
}

// Code that was written for tensors with sizes, and does not look whether these have any.
void check_sized(const Stack& stack) {
    for (const auto& value : stack) {
        if (value.isTensor() && value.toTensor().is_nested()) {
            TORCH_CHECK_NOT_IMPLEMENTED(false, "nested tensors are not taken here: unbind() gives their tensors, to_padded_tensor() a dense one");
        }
    }
}

void check_curve(const Stack& stack) {
    check_sized(stack);
    require(stack[0].toTensor().layout() == at::kStrided, "trapezoid takes dense tensors");
}

template <size_t place>
void check_heads(const Stack& stack) {
    require(stack[place].toInt() > 0, "attention takes a positive number of heads");
}

void check_encoder_layer(const Stack& stack) {
    check_heads<2>(stack);
    const int64_t width = stack[1].toInt();
    for (const size_t place : {10, 11, 12, 13}) {
        require(has_elements(stack[place], width), "an encoder layer's norms have weights and biases of embed_dim elements");
    }
}

} // namespace

Check nested_check_of(const c10::OperatorName& name) {
    static const std::unordered_map<std::string, Check> checks = {
        {"aten::_nested_tensor_from_tensor_list", check_list},
        {"aten::_nested_tensor_layer_norm", check_layer_norm},
        {"aten::_nested_sum_backward", check_sum_backward},
        {"aten::select", check_select<0, 1>},
        {"aten::select_copy", check_select<0, 1>},
        {"aten::_nested_select_backward", check_select<1, 2>},
        {"aten::_nested_compute_contiguous_strides_offsets", check_table_of_sizes},
        {"aten::scaled_dot_product_attention", check_shared_heads},
        {"aten::chunk", check_parts},
        {"aten::split", check_parts},
        {"aten::split_with_sizes", check_parts},
        {"aten::split_with_sizes_copy", check_parts},
        {"aten::rename", check_sized},
        {"aten::rename_", check_sized},
        {"aten::refine_names", check_sized},
        {"aten::trapezoid", check_curve},
        {"aten::trapz", check_curve},
        {"aten::gather_backward", check_sized},
        {"aten::native_layer_norm_backward", check_sized},
        {"aten::_native_multi_head_attention", check_heads<4>},
        {"aten::_native_decoder_only_multi_head_attention", check_heads<4>},
        {"aten::_transformer_encoder_layer_fwd", check_encoder_layer},
        {"aten::_transformer_decoder_only_layer_fwd", check_heads<2>},
    };
    const auto found = checks.find(name.name);
    return found == checks.end() ? nullptr : found->second;
}

} // namespace torchlight
