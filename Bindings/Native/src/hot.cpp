// Operators that run so often in small sizes that the boxed call's 20 to 70 ns show: called directly.
// The list is kept by measurement (benchmarks, "small operators"); everything else goes through tl_op_call.
#include "shim.h"

#include <ATen/Functions.h>
#include <ATen/ScalarOps.h>
#include <ATen/TracerMode.h>
#include <torch/csrc/autograd/variable.h>

using torchlight::borrow;
using torchlight::guarded;
using torchlight::hand_out;
using torchlight::to_scalar;

namespace {

// A number as Python passes it: a zero-dimensional tensor that does not take part in type promotion. Calling the tensor overload
// with it saves the scalar overload's own way through the dispatcher. Where the number's value is certain to survive, it is made
// in the tensor's own type, which saves the kernel a conversion on every call; the result is the same to the bit. A trace would hold it as
// a tensor that does take part in type promotion once the trace has been to a file: there the scalar overload is called.
at::Tensor wrapped(const tl_value& number, at::ScalarType type) {
    const at::Scalar scalar = to_scalar(number);
    const bool real = number.tag == TL_DOUBLE || number.tag == TL_INT;
    const bool same = ((type == at::kFloat || type == at::kDouble) && real) || (type == at::kLong && number.tag == TL_INT);
    at::Tensor tensor = same ? at::detail::scalar_tensor_static(scalar, type, at::kCPU) : c10::scalar_to_tensor(scalar);
    tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
    return tensor;
}

} // namespace

#define TL_BINARY(name)                                                                                     \
    int32_t tl_##name(tl_tensor self, tl_tensor other, tl_value* result) {                                 \
        return guarded([&] { hand_out(at::name(borrow(self), borrow(other)), result); });                  \
    }                                                                                                       \
    int32_t tl_##name##_scalar(tl_tensor self, const tl_value* other, tl_value* result) {                  \
        return guarded([&] {                                                                               \
            hand_out(at::tracer::impl::is_dispatch_enabled()                                               \
                         ? at::name(borrow(self), to_scalar(*other))                                       \
                         : at::name(borrow(self), wrapped(*other, borrow(self).scalar_type())), result);   \
        });                                                                                                \
    }

TL_BINARY(add)
TL_BINARY(sub)
TL_BINARY(mul)
TL_BINARY(div)

int32_t tl_matmul(tl_tensor self, tl_tensor other, tl_value* result) {
    return guarded([&] { hand_out(at::matmul(borrow(self), borrow(other)), result); });
}

int32_t tl_linear(tl_tensor input, tl_tensor weight, tl_tensor bias, tl_value* result) {
    return guarded([&] {
        hand_out(bias == nullptr ? at::linear(borrow(input), borrow(weight)) : at::linear(borrow(input), borrow(weight), borrow(bias)), result);
    });
}

int32_t tl_relu(tl_tensor self, tl_value* result) {
    return guarded([&] { hand_out(at::relu(borrow(self)), result); });
}

int32_t tl_select(tl_tensor self, int64_t dim, int64_t index, tl_value* result) {
    return guarded([&] { hand_out(borrow(self).select(dim, index), result); });
}

int32_t tl_empty(const int64_t* sizes, int32_t dim, int32_t dtype, int32_t device_type, int32_t device_index, uint8_t zero,
                 uint8_t requires_grad, tl_value* result) {
    return guarded([&] {
        const at::IntArrayRef shape(sizes, static_cast<size_t>(dim));
        const auto options = at::TensorOptions()
                                 .dtype(static_cast<c10::ScalarType>(dtype))
                                 .device(torchlight::to_device(device_type, device_index));
        at::Tensor tensor = zero != 0 ? at::zeros(shape, options) : at::empty(shape, options);
        if (requires_grad != 0) {
            tensor.set_requires_grad(true);
        }
        hand_out(std::move(tensor), result);
    });
}
