// What the shim's source files share: borrowing and handing out tensors, and the guard around every body.
#pragma once

#include "compat.h"
#include "torchlight.h"

#include <exception>
#include <limits>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

namespace torchlight {

// Keeps the message of the exception being handled for tl_error_message and returns its code.
int32_t keep_current_exception() noexcept;
// Keeps a message of our own.
int32_t fail(int32_t code, std::string message) noexcept;

// What a managed callback left when it failed; freed unless somebody takes it.
struct ManagedFailure {
    ManagedFailure(void* left, tl_function_release release_callback) : object(left), release(release_callback) {}
    ManagedFailure(const ManagedFailure&) = delete;
    ManagedFailure& operator=(const ManagedFailure&) = delete;
    ~ManagedFailure() {
        if (object != nullptr) {
            release(object);
        }
    }

    void* object;
    tl_function_release release;
};

// Carries a failure to whoever called into libtorch, across libtorch's own threads.
struct ManagedError : std::runtime_error {
    ManagedError(void* left, tl_function_release release)
        : std::runtime_error("a callback of the program failed"), failure(std::make_shared<ManagedFailure>(left, release)) {}
    std::shared_ptr<ManagedFailure> failure;
};

// Runs a body that may throw; every fallible export goes through here.
template <typename Body>
inline int32_t guarded(Body&& body) noexcept {
    try {
        body();
        return TL_OK;
    } catch (...) {
        return keep_current_exception();
    }
}

// A handle is a TensorImpl* and an at::Tensor is exactly one intrusive pointer to it, so the address of a
// handle is the address of a tensor: arguments are borrowed without touching the reference count.
static_assert(sizeof(at::Tensor) == sizeof(void*), "an at::Tensor is one pointer");

inline const at::Tensor& borrow(const tl_tensor& handle) {
    return *reinterpret_cast<const at::Tensor*>(&handle);
}

inline at::TensorImpl* impl(tl_tensor handle) {
    return static_cast<at::TensorImpl*>(handle);
}

// Gives the caller the reference that `tensor` held; null for an undefined tensor.
inline tl_tensor release(at::Tensor&& tensor) {
    return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

// Takes over a reference that the managed side gives; undefined for null.
inline at::Tensor take(tl_tensor handle) {
    return handle == nullptr ? at::Tensor() : at::Tensor(c10::intrusive_ptr<at::TensorImpl, at::UndefinedTensorImpl>::reclaim(impl(handle)));
}

// Bytes of memory that only this tensor holds; 0 for views, which own none.
int64_t owned_bytes(const at::Tensor& tensor) noexcept;

inline int32_t owned_kib(const at::Tensor& tensor) noexcept {
    const int64_t kib = owned_bytes(tensor) >> 10;
    return kib > std::numeric_limits<int32_t>::max() ? std::numeric_limits<int32_t>::max() : static_cast<int32_t>(kib);
}

inline void hand_out(at::Tensor&& tensor, tl_value* result) {
    result->tag = TL_TENSOR;
    result->extra = tensor.defined() ? owned_kib(tensor) : 0;
    result->pointer = release(std::move(tensor));
}

at::Scalar to_scalar(const tl_value& value);
c10::Device to_device(int32_t type, int32_t index);
char* copy_text(const std::string& text);
// Tells a trace that is under way on this thread that a value leaves it (tl_trace_read).
void note_read(const at::Tensor& tensor, int32_t kind);

} // namespace torchlight
