// Everything that differs between libtorch 1.13 and the newest is decided here.
#pragma once

#include <torch/version.h>

#include <ATen/ATen.h>
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
// CUDA's own headers, where the build has found them to compile.
#ifndef TL_HAS_CUDA_HEADERS
#define TL_HAS_CUDA_HEADERS 0
#endif

// The newest versions have no named dimensions any more.
#if __has_include(<ATen/core/Dimname.h>)
#define TL_HAS_NAMES 1
#else
#define TL_HAS_NAMES 0
#endif

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

} // namespace torchlight
