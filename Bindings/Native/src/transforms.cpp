// What changes how operators run on this thread: autocast, forward derivatives, batches of calls (vmap).
#include "autocast_compat.h"
#include "shim.h"

#include <ATen/functorch/BatchedTensorImpl.h>
#include <ATen/functorch/DynamicLayer.h>
#include <torch/csrc/autograd/forward_grad.h>

using torchlight::borrow;
using torchlight::guarded;

int32_t tl_autocast_get(int32_t device_type, uint8_t* enabled, int32_t* dtype) {
    return guarded([&] {
        const auto mode = torchlight::autocast_of(static_cast<c10::DeviceType>(device_type));
        *enabled = mode.enabled ? 1 : 0;
        *dtype = static_cast<int32_t>(mode.dtype);
    });
}

int32_t tl_autocast_set(int32_t device_type, uint8_t enabled, int32_t dtype) {
    return guarded([&] {
        torchlight::set_autocast(static_cast<c10::DeviceType>(device_type), {enabled != 0, static_cast<at::ScalarType>(dtype)});
    });
}

int32_t tl_autocast_enter() {
    return guarded([] { at::autocast::increment_nesting(); });
}

int32_t tl_autocast_leave() {
    return guarded([] {
        if (at::autocast::decrement_nesting() == 0) {
            at::autocast::clear_cache();
        }
    });
}

int32_t tl_autocast_clear_cache() {
    return guarded([] { at::autocast::clear_cache(); });
}

uint8_t tl_autocast_cache_enabled() {
    return at::autocast::is_autocast_cache_enabled() ? 1 : 0;
}

void tl_set_autocast_cache_enabled(uint8_t enabled) {
    at::autocast::set_autocast_cache_enabled(enabled != 0);
}

int32_t tl_forward_level_enter(int64_t* level) {
    return guarded([&] { *level = static_cast<int64_t>(torch::autograd::ForwardADLevel::get_next_idx()); });
}

int32_t tl_forward_level_leave(int64_t level) {
    return guarded([&] { torch::autograd::ForwardADLevel::release_idx(static_cast<uint64_t>(level)); });
}

int32_t tl_vmap_enter(int64_t batch_size, int32_t randomness, int64_t* level) {
    return guarded([&] {
        *level = at::functorch::initAndPushDynamicLayer(at::functorch::TransformType::Vmap, batch_size,
                                                        static_cast<at::functorch::RandomnessType>(randomness));
    });
}

int32_t tl_vmap_leave() {
    return guarded([] { at::functorch::popDynamicLayerAndDeleteMetadata(); });
}

int32_t tl_vmap_add_batch(tl_tensor tensor, int64_t dim, int64_t level, tl_tensor* result) {
    *result = nullptr;
    return guarded([&] { *result = torchlight::release(at::functorch::addBatchDim(borrow(tensor), dim, level)); });
}

int32_t tl_vmap_remove_batch(tl_tensor tensor, int64_t dim, int64_t level, int64_t batch_size, tl_tensor* result) {
    *result = nullptr;
    return guarded([&] {
        const at::Tensor& plain = borrow(tensor);
        const auto* batched = at::functorch::maybeGetBatchedImpl(plain);
        if (batched != nullptr && batched->level() == level) {
            *result = torchlight::release(at::movedim(batched->value(), batched->bdim(), dim));
            return;
        }
        // No batched tensor went into this result: every call of the batch gave the same.
        auto sizes = plain.sizes().vec();
        const int64_t place = c10::maybe_wrap_dim(dim, plain.dim() + 1);
        sizes.insert(sizes.begin() + place, batch_size);
        *result = torchlight::release(plain.unsqueeze(place).expand(sizes));
    });
}
