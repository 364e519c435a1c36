// The reducer behind DistributedDataParallel: averages gradients over a group while backward runs.
#include "c10d_compat.h"

#ifdef TL_HAVE_C10D

using torchlight::between_processes;
using torchlight::list_of;

namespace {

c10d::Reducer& reducer_of(void* handle) {
    return *static_cast<c10d::Reducer*>(handle);
}

} // namespace

int32_t tl_reducer_new(const tl_tensor* parameters, const char* const* names, int32_t count, void* group, int64_t bucket_bytes,
                       int64_t first_bucket_bytes, uint8_t find_unused, uint8_t gradient_as_bucket_view, void** reducer) {
    *reducer = nullptr;
    return between_processes([&] {
        auto tensors = list_of(parameters, count);
        std::unordered_map<size_t, std::string> named;
        for (int32_t i = 0; i < count; i++) {
            named.emplace(static_cast<size_t>(i), names[i]);
        }

        const std::vector<bool> sparse(tensors.size(), false);
        auto [buckets, limits] =
            c10d::compute_bucket_assignment_by_size(tensors, {static_cast<size_t>(first_bucket_bytes), static_cast<size_t>(bucket_bytes)}, sparse);
        // Backward reaches the last parameters first, so their bucket goes first.
        std::vector<std::vector<size_t>> from_last(buckets.rbegin(), buckets.rend());
        std::vector<size_t> limits_from_last(limits.rbegin(), limits.rend());
        *reducer = torchlight::new_reducer<c10d::Reducer>(std::move(tensors), std::move(from_last), std::move(limits_from_last),
                                                          torchlight::share<c10d::ProcessGroup>(group), bucket_bytes, find_unused != 0,
                                                          gradient_as_bucket_view != 0, std::move(named), first_bucket_bytes)
                       .release();
    });
}

void tl_reducer_release(void* reducer) {
    // Taking its hooks off the parameters may throw.
    between_processes([&] { delete static_cast<c10d::Reducer*>(reducer); });
}

int32_t tl_reducer_prepare_for_forward(void* reducer) {
    return between_processes([&] { reducer_of(reducer).prepare_for_forward(); });
}

int32_t tl_reducer_prepare_for_backward(void* reducer, const tl_tensor* outputs, int32_t count) {
    return between_processes([&] { reducer_of(reducer).prepare_for_backward(list_of(outputs, count)); });
}

int32_t tl_reducer_rebuild_buckets(void* reducer, uint8_t* rebuilt) {
    return between_processes([&] { *rebuilt = reducer_of(reducer).rebuild_buckets() ? 1 : 0; });
}

#endif
