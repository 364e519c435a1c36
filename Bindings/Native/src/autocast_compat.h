// What differs between versions of libtorch in autocast.
#pragma once

#include "compat.h"

#include <ATen/autocast_mode.h>

namespace torchlight {

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
