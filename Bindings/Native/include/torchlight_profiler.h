// Part of torchlight.h, which has the conventions: the profiler.
#pragma once

#include "torchlight.h"

// --- profiler (profiler.cpp) ---
// One thing that happened; names and shapes are offsets into the text that goes with the events.
struct tl_profiler_event {
    int64_t start; // nanoseconds of a steady clock
    int64_t end;   // -1 if it was still running when recording stopped
    int64_t thread;
    int64_t sequence;       // pairs a forward operator with its gradient; -1 for none
    int64_t forward_thread; // of a gradient: the thread that ran the forward
    int64_t bytes;          // of an allocation: what it took, negative for what it gave back
    int32_t name;
    int32_t shapes; // -1 for none
    int32_t scope;  // at::RecordScope; -1 for an allocation
    int32_t device; // of an allocation: the kind of device
};
// Records every operator of the process from here on. Allocations are those of the calling thread, which has to stop it as well.
TL_EXPORT int32_t tl_profiler_start(uint8_t record_shapes, uint8_t profile_memory);
TL_EXPORT int32_t tl_profiler_stop(tl_profiler_event** events, int64_t* count, char** text, int64_t* started);
TL_EXPORT uint8_t tl_profiler_running();
// A named range; ended on the thread that began it, last begun first ended.
TL_EXPORT int32_t tl_profiler_range_new(const char* name, void** range);
TL_EXPORT void tl_profiler_range_end(void* range);
