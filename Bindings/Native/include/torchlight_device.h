// Part of torchlight.h, which has the conventions: devices, and what libtorch was built with.
#pragma once

#include "torchlight.h"

// --- devices that have code of their own (device.cpp) ---
// Devices go by kind and index, -1 for the current one; streams by the number that libtorch gives them, beside their device. What
// libtorch has no code for is an error of each call.
enum tl_stream_kind : int32_t {
    TL_STREAM_CURRENT = 0,     // the one that this thread's work goes to
    TL_STREAM_OF_DEVICE = 1,   // the device's default stream
    TL_STREAM_POOL = 2,        // the next one of the pool
    TL_STREAM_POOL_URGENT = 3, // the next one of the pool of high priority
};

TL_EXPORT int32_t tl_device_count(int32_t device_type, int32_t* count);
TL_EXPORT int32_t tl_device_current(int32_t device_type, int32_t* index);
TL_EXPORT int32_t tl_device_exchange(int32_t device_type, int32_t index, int32_t* previous);
TL_EXPORT int32_t tl_stream_get(int32_t device_type, int32_t index, int32_t which, int64_t* stream);
// Makes it the current stream of its device for this thread; the current device stays.
TL_EXPORT int32_t tl_stream_exchange(int32_t device_type, int32_t index, int64_t stream, int64_t* previous);
TL_EXPORT int32_t tl_stream_query(int32_t device_type, int32_t index, int64_t stream, uint8_t* done);
TL_EXPORT int32_t tl_stream_synchronize(int32_t device_type, int32_t index, int64_t stream);
// Events: *event is null before the first record, which makes it; given back with tl_event_destroy.
TL_EXPORT int32_t tl_event_record(void** event, int32_t device_type, int32_t index, int64_t stream, uint8_t timing);
TL_EXPORT int32_t tl_event_block(void* event, int32_t device_type, int32_t index, int64_t stream);
TL_EXPORT int32_t tl_event_query(void* event, int32_t device_type, uint8_t* done);
TL_EXPORT int32_t tl_event_synchronize(void* event, int32_t device_type, int32_t index);
TL_EXPORT int32_t tl_event_elapsed(void* start, void* end, int32_t device_type, int32_t index, double* milliseconds);
TL_EXPORT void tl_event_destroy(void* event, int32_t device_type, int32_t index);
// Nine groups (allocation, segment, active, inactive_split, allocated_bytes, reserved_bytes, active_bytes, inactive_split_bytes,
// requested_bytes) of three pools (all, small, large) of four numbers (current, peak, allocated, freed); then retries and failures.
TL_EXPORT int32_t tl_memory_stats(int32_t device_type, int32_t index, int64_t* values, int32_t capacity, int32_t* count);
// peaks: the peaks start again at what is current; else the sums at 0.
TL_EXPORT int32_t tl_memory_reset(int32_t device_type, int32_t index, uint8_t peaks);
TL_EXPORT int32_t tl_memory_empty_cache(int32_t device_type);
// Work of the current device and stream, recorded between begin and end and run again by replay; given back with tl_graph_release.
enum tl_graph_steps : int32_t {
    TL_GRAPH_END = 2,
    TL_GRAPH_REPLAY = 3,
    TL_GRAPH_RESET = 4,
};

TL_EXPORT int32_t tl_graph_new(void** graph);
// pool: the two numbers of the memory to share with another graph, from tl_graph_pool; zeros for memory of its own.
TL_EXPORT int32_t tl_graph_begin(void* graph, const int64_t* pool);
TL_EXPORT int32_t tl_graph_pool(void* graph, int64_t* pool);
TL_EXPORT int32_t tl_graph_step(void* graph, int32_t step);
TL_EXPORT void tl_graph_release(void* graph);

// --- what libtorch was built with, and what of it is used (switches.cpp) ---
enum tl_switch : int32_t {
    TL_CUDNN_ENABLED = 1,
    TL_CUDNN_BENCHMARK = 2,
    TL_CUDNN_BENCHMARK_LIMIT = 3,
    TL_CUDNN_DETERMINISTIC = 4,
    TL_CUDNN_TF32 = 5,
    TL_CUBLAS_TF32 = 6,
    TL_CUBLAS_FP16_REDUCTION = 7,
    TL_CUBLAS_BF16_REDUCTION = 8,
    TL_MKLDNN_ENABLED = 9,
    TL_SDP_FLASH = 10,
    TL_SDP_MATH = 11,
    TL_SDP_MEMORY_EFFICIENT = 12,
    TL_LINALG_BACKEND = 13,   // at::LinalgBackend
    TL_QUANTIZED_ENGINE = 14, // at::QEngine
};

enum tl_part : int32_t {
    TL_HAS_CUDA_CODE = 1, // built with CUDA, whether or not a device is there
    TL_HAS_CUDNN = 2,
    TL_HAS_MAGMA = 3,
    TL_HAS_MKL = 4,
    TL_HAS_MKLDNN = 5,
    TL_HAS_OPENMP = 6,
    TL_HAS_LAPACK = 7,
    TL_HAS_XNNPACK = 8,
};

TL_EXPORT int32_t tl_switch_get(int32_t which, int64_t* value);
TL_EXPORT int32_t tl_switch_set(int32_t which, int64_t value);
TL_EXPORT int32_t tl_has(int32_t which, uint8_t* present);
TL_EXPORT int32_t tl_cudnn_version(int64_t* version);
TL_EXPORT int32_t tl_quantized_engines(int32_t* engines, int32_t capacity, int32_t* count);
