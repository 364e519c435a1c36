// Everything that differs between libtorch 1.13 and the newest is decided here.
#pragma once

#include <torch/version.h>

#include <ATen/ATen.h>
#include <ATen/autocast_mode.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <ATen/core/ivalue.h>
#include <c10/util/Exception.h>

#include <type_traits>

#define TL_TORCH_AT_LEAST(major, minor) \
    (TORCH_VERSION_MAJOR > (major) || (TORCH_VERSION_MAJOR == (major) && TORCH_VERSION_MINOR >= (minor)))

// Events that may be waited for and timed without the code of their device.
#define TL_HAS_EVENT_TIMES TL_TORCH_AT_LEAST(2, 4)
// c10::DeviceAllocator: the memory of devices whose headers we do not have.
#define TL_HAS_DEVICE_ALLOCATOR TL_TORCH_AT_LEAST(2, 9)
// at::accelerator::Graph: recorded work of any device.
#define TL_HAS_GRAPHS TL_TORCH_AT_LEAST(2, 14)

namespace torchlight {
#if TL_TORCH_AT_LEAST(2, 0)
namespace warnings = c10::WarningUtils;
#else
namespace warnings = c10::Warning;
#endif

// Whether cuBLAS may add in the type of its inputs: a truth value, and an enumeration that starts with yes from 2.9 on.
template <typename Option>
inline bool allows_reduction(Option option) {
    if constexpr (std::is_same_v<Option, bool>) {
        return option;
    } else {
        return static_cast<int>(option) == 0;
    }
}

// Autocast's setting for one kind of device, on this thread.
struct AutocastMode {
    bool enabled;
    at::ScalarType dtype;
};

#if TL_TORCH_AT_LEAST(2, 4)
inline AutocastMode autocast_of(c10::DeviceType device) {
    return {at::autocast::is_autocast_enabled(device), at::autocast::get_autocast_dtype(device)};
}

inline void set_autocast(c10::DeviceType device, AutocastMode mode) {
    at::autocast::set_autocast_enabled(device, mode.enabled);
    at::autocast::set_autocast_dtype(device, mode.dtype);
}
#else
inline bool autocast_on_cpu(c10::DeviceType device) {
    TORCH_CHECK_VALUE(device == c10::DeviceType::CPU || device == c10::DeviceType::CUDA, "autocast is for cpu and cuda before libtorch 2.4, not for ",
                      device);
    return device == c10::DeviceType::CPU;
}

inline AutocastMode autocast_of(c10::DeviceType device) {
    if (autocast_on_cpu(device)) {
        return {at::autocast::is_cpu_enabled(), at::autocast::get_autocast_cpu_dtype()};
    }
    return {at::autocast::is_enabled(), at::autocast::get_autocast_gpu_dtype()};
}

inline void set_autocast(c10::DeviceType device, AutocastMode mode) {
    if (autocast_on_cpu(device)) {
        at::autocast::set_cpu_enabled(mode.enabled);
        at::autocast::set_autocast_cpu_dtype(mode.dtype);
    } else {
        at::autocast::set_enabled(mode.enabled);
        at::autocast::set_autocast_gpu_dtype(mode.dtype);
    }
}
#endif

} // namespace torchlight
