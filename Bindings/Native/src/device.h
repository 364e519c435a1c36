// What the files on devices share.
#pragma once

#include "shim.h"
#include "torchlight_device.h"

#include <ATen/Context.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>

namespace torchlight {

// Throws where libtorch was built without code for this kind of device.
inline const c10::impl::DeviceGuardImplInterface& code_for(int32_t device_type) {
    return *c10::impl::getDeviceGuardImpl(static_cast<c10::DeviceType>(device_type));
}

inline c10::Device current_or(int32_t device_type, int32_t index) {
    return index >= 0 ? to_device(device_type, index) : code_for(device_type).getDevice();
}

template <typename Context>
inline auto start(Context& context, c10::DeviceType type, int) -> decltype(context.lazyInitDevice(type), void()) {
    context.lazyInitDevice(type);
}

template <typename Context>
inline void start(Context& context, c10::DeviceType, long) {
    context.lazyInitCUDA();
}

// CUDA's allocator knows its devices from the first use of CUDA on; before it, it has nothing to tell.
inline void start_cuda(int32_t device_type) {
    if (static_cast<c10::DeviceType>(device_type) == c10::DeviceType::CUDA) {
        start(at::globalContext(), c10::DeviceType::CUDA, 0);
    }
}

} // namespace torchlight
