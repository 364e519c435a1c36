// What managed code leaves with libtorch: objects that the shim frees, and callbacks on tensors.
#pragma once

#include "shim.h"

#include <memory>
#include <mutex>
#include <vector>

namespace torchlight {

// A managed object with the callback that reads it; freed with the last reference.
class ManagedCallback {
public:
    ManagedCallback(void* managed_handle, tl_tensor_callback callback, tl_function_release release)
        : handle_(managed_handle), callback_(callback), release_(release) {}
    ManagedCallback(const ManagedCallback&) = delete;
    ManagedCallback& operator=(const ManagedCallback&) = delete;
    ~ManagedCallback() { release_(handle_); }

    // Gives the callee tensors of its own and returns what it gave back, undefined where it gave nothing. Throws what it threw.
    std::vector<at::Tensor> operator()(const std::vector<at::Tensor>& tensors, const std::vector<at::Tensor>& others,
                                       size_t result_count) const;

private:
    void* handle_;
    tl_tensor_callback callback_;
    tl_function_release release_;
};

// A hook that can be taken away while libtorch still lists it: it does nothing then, and its managed object is free.
class Hook {
public:
    explicit Hook(std::shared_ptr<ManagedCallback> callback) : callback_(std::move(callback)) {}

    // Null after remove(); a caller that got it before finishes with it.
    std::shared_ptr<ManagedCallback> callback() {
        const std::lock_guard<std::mutex> guard(gate_);
        return callback_;
    }

    void remove() {
        std::shared_ptr<ManagedCallback> last;
        const std::lock_guard<std::mutex> guard(gate_);
        last.swap(callback_);
    }

private:
    std::mutex gate_;
    std::shared_ptr<ManagedCallback> callback_;
};

} // namespace torchlight
