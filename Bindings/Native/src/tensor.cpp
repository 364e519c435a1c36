#include "shim.h"
#include "torchlight_trace.h"

#include <ATen/core/Tensor.h>
#include <c10/core/CPUAllocator.h>

#include <cstring>

using torchlight::borrow;
using torchlight::guarded;
using torchlight::impl;

namespace torchlight {

int64_t owned_bytes(const at::Tensor& tensor) noexcept {
    try {
        if (!tensor.unsafeGetTensorImpl()->has_storage()) {
            return 0;
        }
        const auto& storage = tensor.storage();
        return storage.use_count() == 1 ? static_cast<int64_t>(storage.nbytes()) : 0;
    } catch (...) {
        return 0; // an exotic tensor kind whose storage cannot be asked: it is not counted
    }
}

} // namespace torchlight

void tl_tensor_release(tl_tensor tensor) {
    if (tensor != nullptr) {
        (void)c10::intrusive_ptr<at::TensorImpl, at::UndefinedTensorImpl>::reclaim(impl(tensor));
    }
}

void tl_tensors_release(const tl_tensor* tensors, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        tl_tensor_release(tensors[i]);
    }
}

int32_t tl_tensor_is_light(tl_tensor tensor) {
    const auto& found = borrow(tensor);
    if (found.use_count() != 1 || impl(tensor)->autograd_meta() != nullptr || !found.has_storage()) {
        return 0;
    }
    const auto& storage = found.storage();
    return storage.use_count() == 1 && storage.nbytes() < 1024 ? 1 : 0;
}

tl_tensor tl_tensor_retain(tl_tensor tensor) {
    if (tensor != nullptr) {
        c10::raw::intrusive_ptr::incref(impl(tensor));
    }
    return tensor;
}

int64_t tl_tensor_dim(tl_tensor tensor) {
    try {
        return impl(tensor)->dim();
    } catch (...) {
        return -1;
    }
}

int64_t tl_tensor_numel(tl_tensor tensor) {
    try {
        return impl(tensor)->numel();
    } catch (...) {
        return -1;
    }
}

int32_t tl_tensor_dtype(tl_tensor tensor) {
    return static_cast<int32_t>(borrow(tensor).scalar_type());
}

int32_t tl_tensor_device_type(tl_tensor tensor) {
    return static_cast<int32_t>(impl(tensor)->device().type());
}

int32_t tl_tensor_device_index(tl_tensor tensor) {
    return impl(tensor)->device().index();
}

int32_t tl_tensor_layout(tl_tensor tensor) {
    try {
        return static_cast<int32_t>(impl(tensor)->layout());
    } catch (...) {
        return -1;
    }
}

int64_t tl_tensor_sizes(tl_tensor tensor, const int64_t** sizes) {
    try {
        const auto view = impl(tensor)->sizes();
        *sizes = view.data();
        return static_cast<int64_t>(view.size());
    } catch (...) {
        torchlight::keep_current_exception();
        return -1;
    }
}

int64_t tl_tensor_strides(tl_tensor tensor, const int64_t** strides) {
    try {
        const auto view = impl(tensor)->strides();
        *strides = view.data();
        return static_cast<int64_t>(view.size());
    } catch (...) {
        torchlight::keep_current_exception();
        return -1;
    }
}

int32_t tl_tensor_requires_grad(tl_tensor tensor) {
    return borrow(tensor).requires_grad() ? 1 : 0;
}

int64_t tl_tensor_use_count(tl_tensor tensor) {
    return static_cast<int64_t>(borrow(tensor).use_count());
}

int64_t tl_tensor_storage_offset(tl_tensor tensor) {
    try {
        return impl(tensor)->storage_offset();
    } catch (...) {
        return -1;
    }
}

int32_t tl_tensor_is_leaf(tl_tensor tensor) {
    return borrow(tensor).is_leaf() ? 1 : 0;
}

int64_t tl_tensor_owned_bytes(tl_tensor tensor) {
    return torchlight::owned_bytes(borrow(tensor));
}

int32_t tl_tensor_is_contiguous(tl_tensor tensor, int32_t memory_format, uint8_t* result) {
    return guarded([&] { *result = borrow(tensor).is_contiguous(static_cast<c10::MemoryFormat>(memory_format)) ? 1 : 0; });
}

int32_t tl_tensor_is_lazy(tl_tensor tensor) {
    const auto& checked = borrow(tensor);
    return checked.is_conj() || checked.is_neg() || checked._is_zerotensor() ? 1 : 0;
}

int32_t tl_tensor_data(tl_tensor tensor, void** data) {
    return guarded([&] {
        torchlight::note_read(borrow(tensor), TL_TRACE_DATA);
        *data = borrow(tensor).data_ptr();
    });
}

int32_t tl_tensor_storage_data(tl_tensor tensor, void** data, int64_t* bytes) {
    return guarded([&] {
        const auto& storage = borrow(tensor).storage();
        *data = const_cast<void*>(static_cast<const void*>(storage.data()));
        *bytes = static_cast<int64_t>(storage.nbytes());
    });
}

int32_t tl_tensor_set_requires_grad(tl_tensor tensor, uint8_t requires_grad) {
    return guarded([&] { borrow(tensor).set_requires_grad(requires_grad != 0); });
}

int32_t tl_tensor_grad(tl_tensor tensor, tl_tensor* grad) {
    *grad = nullptr;
    return guarded([&] { *grad = torchlight::release(at::Tensor(borrow(tensor).grad())); });
}

int32_t tl_tensor_set_grad(tl_tensor tensor, tl_tensor grad) {
    return guarded([&] { borrow(tensor).mutable_grad() = grad == nullptr ? at::Tensor() : borrow(grad); });
}

int32_t tl_tensor_retain_grad(tl_tensor tensor) {
    return guarded([&] { borrow(tensor).retain_grad(); });
}

int32_t tl_tensor_version(tl_tensor tensor, int64_t* version) {
    return guarded([&] { *version = static_cast<int64_t>(borrow(tensor)._version()); });
}

int32_t tl_tensor_names(tl_tensor tensor, char** names) {
    *names = nullptr;
#if TL_HAS_NAMES
    return guarded([&] {
        const auto& named = borrow(tensor);
        if (!named.has_names()) {
            return;
        }
        std::string text;
        for (const at::Dimname& name : named.names()) {
            text += name.symbol().toUnqualString();
            text += '\n';
        }
        *names = torchlight::copy_text(text);
    });
#else
    (void)tensor;
    return TL_OK;
#endif
}

int32_t tl_tensor_from_blob(void* data, const int64_t* sizes, int32_t dim, int32_t dtype, void (*deleter)(void*), void* context,
                            tl_tensor* result) {
    *result = nullptr;
    return guarded([&] {
        auto options = at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype));
        const at::IntArrayRef shape(sizes, static_cast<size_t>(dim));
        *result = torchlight::release(deleter == nullptr
                                          ? at::from_blob(data, shape, options)
                                          : at::from_blob(data, shape, [deleter, context](void*) { deleter(context); }, options));
    });
}

int32_t tl_tensor_copy_from(const void* data, int64_t bytes, const int64_t* sizes, int32_t dim, int32_t dtype, tl_tensor* result) {
    *result = nullptr;
    return guarded([&] {
        auto tensor = at::empty(at::IntArrayRef(sizes, static_cast<size_t>(dim)),
                                at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype)));
        TORCH_CHECK(static_cast<int64_t>(tensor.nbytes()) == bytes, "the shape ", tensor.sizes(), " needs ", tensor.nbytes(),
                    " bytes, the array has ", bytes);
        if (bytes > 0) {
            std::memcpy(tensor.data_ptr(), data, static_cast<size_t>(bytes));
        }
        *result = torchlight::release(std::move(tensor));
    });
}

int32_t tl_tensor_item(tl_tensor tensor, tl_value* value, double* complex) {
    return guarded([&] {
        torchlight::note_read(borrow(tensor), TL_TRACE_ITEM);
        const at::Scalar item = borrow(tensor).item();
        value->extra = 0;
        if (item.isFloatingPoint()) {
            value->tag = TL_DOUBLE;
            value->real = item.toDouble();
        } else if (item.isBoolean()) {
            value->tag = TL_BOOL;
            value->integer = item.toBool() ? 1 : 0;
        } else if (item.isComplex()) {
            const auto number = item.toComplexDouble();
            complex[0] = number.real();
            complex[1] = number.imag();
            value->tag = TL_COMPLEX;
            value->pointer = complex;
        } else {
            value->tag = TL_INT;
            value->integer = item.toLong();
        }
    });
}
