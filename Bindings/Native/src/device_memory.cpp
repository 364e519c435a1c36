// The memory that libtorch's allocator holds on a device: through the interface that 2.9 opened, before it through CUDA's own headers.
#include "device.h"

#if TL_HAS_DEVICE_ALLOCATOR
#include <c10/core/CachingDeviceAllocator.h>
#elif TL_HAS_CUDA_HEADERS
#include <c10/cuda/CUDACachingAllocator.h>
#endif

#include <array>

using torchlight::guarded;

#if TL_HAS_DEVICE_ALLOCATOR || TL_HAS_CUDA_HEADERS

namespace {

#if TL_HAS_DEVICE_ALLOCATOR

using Device = c10::DeviceIndex;

c10::DeviceAllocator& allocator_of(int32_t device_type) {
    torchlight::start_cuda(device_type);
    return *c10::getDeviceAllocator(static_cast<c10::DeviceType>(device_type));
}

#else

namespace allocator = c10::cuda::CUDACachingAllocator;

#if TL_TORCH_AT_LEAST(2, 3)
using Device = c10::DeviceIndex;
#else
using Device = int;
#endif

// As the later interface has them.
struct CudaAllocator {
    auto getDeviceStats(Device device) const { return allocator::getDeviceStats(device); }
    void resetPeakStats(Device device) const { allocator::resetPeakStats(device); }
    void resetAccumulatedStats(Device device) const { allocator::resetAccumulatedStats(device); }
    void emptyCache() const { allocator::emptyCache(); }
};

CudaAllocator allocator_of(int32_t device_type) {
    TORCH_CHECK_NOT_IMPLEMENTED(static_cast<c10::DeviceType>(device_type) == c10::DeviceType::CUDA, "libtorch ", TORCH_VERSION,
                                " opens its device memory for CUDA only; 2.9 is the first that opens it for all");
    torchlight::start_cuda(device_type);
    return {};
}

#endif

// What was asked for before rounding is counted from 2.1 on.
template <typename Stats>
auto requested(const Stats& stats, int) -> decltype(&stats.requested_bytes) {
    return &stats.requested_bytes;
}

template <typename Stats>
auto requested(const Stats& stats, long) -> decltype(&stats.allocated_bytes) {
    return &stats.allocated_bytes;
}

} // namespace

int32_t tl_memory_stats(int32_t device_type, int32_t index, int64_t* values, int32_t capacity, int32_t* count) {
    *count = 0;
    return guarded([&] {
        auto&& allocator = allocator_of(device_type);
        const auto stats = allocator.getDeviceStats(static_cast<Device>(torchlight::current_or(device_type, index).index()));
        const std::array<decltype(&stats.allocation), 9> groups = {
            &stats.allocation,     &stats.segment,      &stats.active,       &stats.inactive_split, &stats.allocated_bytes,
            &stats.reserved_bytes, &stats.active_bytes, &stats.inactive_split_bytes, requested(stats, 0),
        };
        TORCH_CHECK(capacity >= static_cast<int32_t>(groups.size()) * 12 + 2, "room for ", capacity, " numbers is too little");
        for (const auto* group : groups) {
            for (size_t pool = 0; pool < 3; pool++) {
                const auto& stat = (*group)[pool];
                for (const int64_t value : {stat.current, stat.peak, stat.allocated, stat.freed}) {
                    values[(*count)++] = value;
                }
            }
        }
        values[(*count)++] = stats.num_alloc_retries;
        values[(*count)++] = stats.num_ooms;
    });
}

int32_t tl_memory_reset(int32_t device_type, int32_t index, uint8_t peaks) {
    return guarded([&] {
        auto&& allocator = allocator_of(device_type);
        const auto device = static_cast<Device>(torchlight::current_or(device_type, index).index());
        if (peaks != 0) {
            allocator.resetPeakStats(device);
        } else {
            allocator.resetAccumulatedStats(device);
        }
    });
}

int32_t tl_memory_empty_cache(int32_t device_type) {
    return guarded([&] { allocator_of(device_type).emptyCache(); });
}

#else

namespace {

int32_t no_allocator() {
    return guarded([] {
        TORCH_CHECK_NOT_IMPLEMENTED(false, "libtorch ", TORCH_VERSION, " opens its device memory only to programs built with CUDA's own headers; ",
                                    "build the shim where they are, or take 2.9, the first that opens it to all");
    });
}

} // namespace

int32_t tl_memory_stats(int32_t, int32_t, int64_t*, int32_t, int32_t* count) {
    *count = 0;
    return no_allocator();
}

int32_t tl_memory_reset(int32_t, int32_t, uint8_t) {
    return no_allocator();
}

int32_t tl_memory_empty_cache(int32_t) {
    return no_allocator();
}

#endif
