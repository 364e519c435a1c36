#include "shim.h"
#include "torchlight_device.h"

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#if TL_HAS_DEVICE_ALLOCATOR
#include <c10/core/CachingDeviceAllocator.h>
#endif
#if TL_HAS_GRAPHS
#include <ATen/accelerator/Graph.h>
#endif

#include <array>

using torchlight::guarded;

namespace {

// Throws where libtorch was built without code for this kind of device.
const c10::impl::DeviceGuardImplInterface& code_for(int32_t device_type) {
    return *c10::impl::getDeviceGuardImpl(static_cast<c10::DeviceType>(device_type));
}

c10::Device current_or(int32_t device_type, int32_t index) {
    return index >= 0 ? torchlight::to_device(device_type, index) : code_for(device_type).getDevice();
}

c10::Stream stream_of(int32_t device_type, int32_t index, int64_t id) {
    return c10::Stream(c10::Stream::UNSAFE, current_or(device_type, index), id);
}

} // namespace

int32_t tl_device_count(int32_t device_type, int32_t* count) {
    *count = 0;
    return guarded([&] { *count = code_for(device_type).deviceCount(); });
}

int32_t tl_device_current(int32_t device_type, int32_t* index) {
    *index = -1;
    return guarded([&] { *index = code_for(device_type).getDevice().index(); });
}

int32_t tl_device_exchange(int32_t device_type, int32_t index, int32_t* previous) {
    *previous = -1;
    return guarded([&] {
        const auto& code = code_for(device_type);
        TORCH_CHECK_INDEX(index >= 0 && index < code.deviceCount(), "there is no device ", index, " of ", static_cast<int>(code.deviceCount()));
        *previous = code.exchangeDevice(torchlight::to_device(device_type, index)).index();
    });
}

int32_t tl_stream_get(int32_t device_type, int32_t index, int32_t which, int64_t* stream) {
    *stream = 0;
    return guarded([&] {
        const auto& code = code_for(device_type);
        const c10::Device device = current_or(device_type, index);
        switch (which) {
        case TL_STREAM_CURRENT:
            *stream = code.getStream(device).id();
            break;
        case TL_STREAM_OF_DEVICE:
            *stream = code.getDefaultStream(device).id();
            break;
        case TL_STREAM_POOL:
        case TL_STREAM_POOL_URGENT:
            *stream = code.getStreamFromGlobalPool(device, which == TL_STREAM_POOL_URGENT).id();
            break;
        default:
            TORCH_CHECK_VALUE(false, "there is no stream of kind ", which);
        }
    });
}

int32_t tl_stream_exchange(int32_t device_type, int32_t index, int64_t stream, int64_t* previous) {
    *previous = 0;
    return guarded([&] { *previous = code_for(device_type).exchangeStream(stream_of(device_type, index, stream)).id(); });
}

int32_t tl_stream_query(int32_t device_type, int32_t index, int64_t stream, uint8_t* done) {
    *done = 0;
    return guarded([&] { *done = code_for(device_type).queryStream(stream_of(device_type, index, stream)) ? 1 : 0; });
}

int32_t tl_stream_synchronize(int32_t device_type, int32_t index, int64_t stream) {
    return guarded([&] { code_for(device_type).synchronizeStream(stream_of(device_type, index, stream)); });
}

int32_t tl_event_record(void** event, int32_t device_type, int32_t index, int64_t stream, uint8_t timing) {
    return guarded([&] {
        const c10::Stream target = stream_of(device_type, index, stream);
        const auto flag = timing != 0 ? c10::EventFlag::BACKEND_DEFAULT : c10::EventFlag::PYTORCH_DEFAULT;
        code_for(device_type).record(event, target, target.device_index(), flag);
    });
}

int32_t tl_event_block(void* event, int32_t device_type, int32_t index, int64_t stream) {
    return guarded([&] { code_for(device_type).block(event, stream_of(device_type, index, stream)); });
}

int32_t tl_event_query(void* event, int32_t device_type, uint8_t* done) {
    *done = 0;
    return guarded([&] { *done = code_for(device_type).queryEvent(event) ? 1 : 0; });
}

int32_t tl_event_synchronize(void* event, int32_t device_type, int32_t index) {
    return guarded([&] {
        const auto& code = code_for(device_type);
#if TL_HAS_EVENT_TIMES
        (void)index;
        code.synchronizeEvent(event);
#else
        // A stream of its own that waits for nothing but the event.
        const c10::Stream waiting = code.getStreamFromGlobalPool(current_or(device_type, index));
        code.block(event, waiting);
        code.synchronizeStream(waiting);
#endif
    });
}

int32_t tl_event_elapsed(void* start, void* end, int32_t device_type, int32_t index, double* milliseconds) {
    *milliseconds = 0;
    return guarded([&] {
#if TL_HAS_EVENT_TIMES
        *milliseconds = code_for(device_type).elapsedTime(start, end, static_cast<c10::DeviceIndex>(index));
#else
        (void)start, (void)end, (void)device_type, (void)index;
        TORCH_CHECK_NOT_IMPLEMENTED(false, "libtorch ", TORCH_VERSION, " does not tell the time between events; 2.4 is the first that does");
#endif
    });
}

void tl_event_destroy(void* event, int32_t device_type, int32_t index) {
    if (event != nullptr) {
        (void)guarded([&] { code_for(device_type).destroyEvent(event, static_cast<c10::DeviceIndex>(index)); });
    }
}

#if TL_HAS_DEVICE_ALLOCATOR

int32_t tl_memory_stats(int32_t device_type, int32_t index, int64_t* values, int32_t capacity, int32_t* count) {
    *count = 0;
    return guarded([&] {
        const auto stats = c10::getDeviceAllocator(static_cast<c10::DeviceType>(device_type))->getDeviceStats(current_or(device_type, index).index());
        const std::array<const c10::CachingAllocator::StatArray*, 9> groups = {
            &stats.allocation,      &stats.segment,        &stats.active,       &stats.inactive_split,       &stats.allocated_bytes,
            &stats.reserved_bytes, &stats.active_bytes, &stats.inactive_split_bytes, &stats.requested_bytes,
        };
        TORCH_CHECK(capacity >= static_cast<int32_t>(groups.size()) * 12 + 2, "room for ", capacity, " numbers is too little");
        for (const auto* group : groups) {
            for (int32_t pool = 0; pool < 3; pool++) {
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
        auto* allocator = c10::getDeviceAllocator(static_cast<c10::DeviceType>(device_type));
        const c10::DeviceIndex device = current_or(device_type, index).index();
        if (peaks != 0) {
            allocator->resetPeakStats(device);
        } else {
            allocator->resetAccumulatedStats(device);
        }
    });
}

int32_t tl_memory_empty_cache(int32_t device_type) {
    return guarded([&] { c10::getDeviceAllocator(static_cast<c10::DeviceType>(device_type))->emptyCache(); });
}

#else

namespace {

int32_t no_allocator() {
    return guarded([] {
        TORCH_CHECK_NOT_IMPLEMENTED(false, "libtorch ", TORCH_VERSION, " opens its device memory only to programs built with CUDA's own headers; ",
                                    "2.9 is the first that opens it to all");
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

#if TL_HAS_GRAPHS

int32_t tl_graph_new(void** graph) {
    *graph = nullptr;
    return guarded([&] { *graph = new at::accelerator::Graph(); });
}

void tl_graph_release(void* graph) {
    (void)guarded([&] { delete static_cast<at::accelerator::Graph*>(graph); });
}

int32_t tl_graph_step(void* graph, int32_t step) {
    return guarded([&] {
        auto* target = static_cast<at::accelerator::Graph*>(graph);
        switch (step) {
        case TL_GRAPH_BEGIN:
            return target->capture_begin();
        case TL_GRAPH_END:
            return target->capture_end();
        case TL_GRAPH_REPLAY:
            return target->replay();
        case TL_GRAPH_RESET:
            return target->reset();
        default:
            TORCH_CHECK_VALUE(false, "there is no step ", step, " of a graph");
        }
    });
}

#else

int32_t tl_graph_new(void** graph) {
    *graph = nullptr;
    return guarded([] {
        TORCH_CHECK_NOT_IMPLEMENTED(false, "libtorch ", TORCH_VERSION, " records graphs only for programs built with CUDA's own headers; ",
                                    "2.14 records them for all");
    });
}

void tl_graph_release(void*) {}

int32_t tl_graph_step(void*, int32_t) {
    return torchlight::fail(TL_BAD_ARGUMENT, "there is no graph");
}

#endif
