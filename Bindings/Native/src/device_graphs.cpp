// Work that is recorded once and run again: through CUDA's own headers where they are, else through the interface that 2.14 opened.
#include "device.h"

#if TL_HAS_CUDA_HEADERS
#include <ATen/cuda/CUDAGraph.h>
#elif TL_HAS_GRAPHS
#include <ATen/accelerator/Graph.h>
#endif

using torchlight::guarded;

#if TL_HAS_CUDA_HEADERS || TL_HAS_GRAPHS

namespace {

#if TL_HAS_CUDA_HEADERS
using Graph = at::cuda::CUDAGraph;
#else
using Graph = at::accelerator::Graph;
#endif

Graph& graph_of(void* graph) {
    return *static_cast<Graph*>(graph);
}

} // namespace

int32_t tl_graph_new(void** graph) {
    *graph = nullptr;
    return guarded([&] {
        torchlight::start_cuda(static_cast<int32_t>(c10::DeviceType::CUDA));
        *graph = new Graph();
    });
}

void tl_graph_release(void* graph) {
    (void)guarded([&] { delete static_cast<Graph*>(graph); });
}

int32_t tl_graph_begin(void* graph, const int64_t* pool) {
    return guarded([&] {
        // Identifiers have been signed and unsigned.
        using Id = decltype(graph_of(graph).pool().first);
        graph_of(graph).capture_begin({static_cast<Id>(pool[0]), static_cast<Id>(pool[1])});
    });
}

int32_t tl_graph_pool(void* graph, int64_t* pool) {
    return guarded([&] {
        const auto id = graph_of(graph).pool();
        pool[0] = static_cast<int64_t>(id.first);
        pool[1] = static_cast<int64_t>(id.second);
    });
}

int32_t tl_graph_step(void* graph, int32_t step) {
    return guarded([&] {
        switch (step) {
        case TL_GRAPH_END:
            return graph_of(graph).capture_end();
        case TL_GRAPH_REPLAY:
            return graph_of(graph).replay();
        case TL_GRAPH_RESET:
            return graph_of(graph).reset();
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
                                    "build the shim where they are, or take 2.14, the first that records them for all");
    });
}

void tl_graph_release(void*) {}

int32_t tl_graph_begin(void*, const int64_t*) {
    return torchlight::fail(TL_BAD_ARGUMENT, "there is no graph");
}

int32_t tl_graph_pool(void*, int64_t*) {
    return torchlight::fail(TL_BAD_ARGUMENT, "there is no graph");
}

int32_t tl_graph_step(void*, int32_t) {
    return torchlight::fail(TL_BAD_ARGUMENT, "there is no graph");
}

#endif
