#include "device.h"

using torchlight::code_for;
using torchlight::current_or;
using torchlight::guarded;

namespace {

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
