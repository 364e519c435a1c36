// What torch.distributed is like in the libtorch at hand. libtorch's own CMake targets say what it was built with
// (USE_DISTRIBUTED, USE_C10D_GLOO, USE_C10D_NCCL); a backend whose headers are not installed is left out.
#pragma once

#include "shim.h"

#if defined(USE_DISTRIBUTED) && __has_include(<torch/csrc/distributed/c10d/reducer.hpp>)
#define TL_HAVE_C10D 1
#endif

#ifdef TL_HAVE_C10D

#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroup.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#include <torch/csrc/distributed/c10d/Work.hpp>
#include <torch/csrc/distributed/c10d/comm.hpp>
#include <torch/csrc/distributed/c10d/exception.h>
#include <torch/csrc/distributed/c10d/reducer.hpp>

#if defined(USE_C10D_GLOO) && __has_include(<gloo/rendezvous/store.h>)
#define TL_HAVE_GLOO 1
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#endif

#if defined(USE_C10D_NCCL) && defined(TL_HAS_NCCL_HEADERS)
#define TL_HAVE_NCCL 1
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

#include <chrono>
#include <memory>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <vector>

namespace torchlight {

using Milliseconds = std::chrono::milliseconds;
using Store = c10::intrusive_ptr<c10d::Store>;
using Group = c10::intrusive_ptr<c10d::ProcessGroup>;
using Work = c10::intrusive_ptr<c10d::Work>;

// Handles are the intrusive pointers themselves, as tensors' are: one owned reference each.
template <typename T>
inline void* give(c10::intrusive_ptr<T>&& pointer) {
    return pointer.release();
}

// A borrowed handle as a counted pointer, so that a call in progress keeps the object alive.
template <typename T>
inline c10::intrusive_ptr<T> share(void* handle) {
    return c10::intrusive_ptr<T>::unsafe_reclaim_from_nonowning(static_cast<T*>(handle));
}

template <typename T>
inline void drop(void* handle) noexcept {
    if (handle != nullptr) {
        try {
            (void)c10::intrusive_ptr<T>::reclaim(static_cast<T*>(handle));
        } catch (...) {
            keep_current_exception(); // a connection that ends badly while it is closed has nobody left to tell
        }
    }
}

inline c10d::ProcessGroup& group_of(void* handle) {
    return *static_cast<c10d::ProcessGroup*>(handle);
}

inline std::vector<at::Tensor> list_of(const tl_tensor* handles, int32_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(static_cast<size_t>(count));
    for (int32_t i = 0; i < count; i++) {
        tensors.push_back(borrow(handles[i]));
    }
    return tensors;
}

// The server written against libuv is not in every build; the older one is in all of them and speaks the same protocol.
template <typename Options>
inline auto without_libuv(Options& options, int) -> decltype(options.useLibUV = false, void()) {
    options.useLibUV = false;
}

template <typename Options>
inline void without_libuv(Options&, long) {}

#ifdef TL_HAVE_GLOO

using Gloo = c10d::ProcessGroupGloo;

inline c10::intrusive_ptr<Gloo> new_gloo(const Store& store, int rank, int size, std::vector<std::shared_ptr<::gloo::transport::Device>> devices,
                                         Milliseconds timeout) {
    auto options = Gloo::Options::create(timeout);
    options->threads = static_cast<int>(devices.size()) * 2;
    options->devices = std::move(devices);
    return c10::make_intrusive<Gloo>(store, rank, size, options);
}

#endif

#ifdef TL_HAVE_NCCL

inline c10::intrusive_ptr<c10d::ProcessGroupNCCL> new_nccl(const Store& store, int rank, int size, Milliseconds timeout) {
    auto options = c10d::ProcessGroupNCCL::Options::create();
    options->timeout = timeout;
    return c10::make_intrusive<c10d::ProcessGroupNCCL>(store, rank, size, options);
}

#endif

#if TL_TORCH_AT_LEAST(2, 0)

// From 2.0 on a group is a front for backends, one for each kind of device; until 2.5 it takes options of its own.
template <typename P>
inline Group new_front(const Store& store, int rank, int size, const std::string& backend, Milliseconds timeout) {
    if constexpr (std::is_constructible_v<P, Store, int, int>) {
        return c10::make_intrusive<P>(store, rank, size);
    } else {
        return c10::make_intrusive<P>(store, rank, size, P::Options::create(backend, timeout));
    }
}

#endif

// The constructor has lost and won arguments over time.
template <typename R>
inline std::unique_ptr<R> new_reducer(std::vector<at::Tensor> parameters, std::vector<std::vector<size_t>> buckets,
                                      std::vector<size_t> limits, const Group& group, int64_t bucket_bytes, bool find_unused,
                                      bool gradient_as_bucket_view, std::unordered_map<size_t, std::string> names,
                                      int64_t first_bucket_bytes) {
    using Tensors = std::vector<at::Tensor>;
    using Buckets = std::vector<std::vector<size_t>>;
    using Limits = std::vector<size_t>;
    using Names = std::unordered_map<size_t, std::string>;
    using Flags = std::vector<bool>;
    Flags sparse(parameters.size(), false);
    if constexpr (std::is_constructible_v<R, Tensors, Buckets, Limits, Group, Flags, int64_t, bool, bool, Names, int64_t>) {
        return std::make_unique<R>(std::move(parameters), std::move(buckets), std::move(limits), group, std::move(sparse), bucket_bytes,
                                   find_unused, gradient_as_bucket_view, std::move(names), first_bucket_bytes);
    } else if constexpr (std::is_constructible_v<R, Tensors, Buckets, Group, Flags, int64_t, bool, bool, Names, int64_t>) {
        return std::make_unique<R>(std::move(parameters), std::move(buckets), group, std::move(sparse), bucket_bytes, find_unused,
                                   gradient_as_bucket_view, std::move(names), first_bucket_bytes);
    } else if constexpr (std::is_constructible_v<R, Tensors, Buckets, Group, Flags, int64_t, bool, bool, Names, int64_t, bool, bool>) {
        return std::make_unique<R>(std::move(parameters), std::move(buckets), group, std::move(sparse), bucket_bytes, find_unused,
                                   gradient_as_bucket_view, std::move(names), first_bucket_bytes, false, false);
    } else {
        return std::make_unique<R>(std::move(parameters), std::move(buckets), group, std::move(sparse), bucket_bytes, find_unused,
                                   gradient_as_bucket_view, std::move(names), first_bucket_bytes, false, false, std::vector<int64_t>{});
    }
}

// Runs a body that talks to other processes. What goes wrong between processes is an error of its own kind, whichever
// type libtorch throws for it: gloo throws plain runtime errors, older stores do too.
template <typename Body>
inline int32_t between_processes(Body&& body) noexcept {
    const int32_t code = guarded(std::forward<Body>(body));
    return code == TL_ERROR ? TL_DISTRIBUTED_ERROR : code;
}

} // namespace torchlight

#endif // TL_HAVE_C10D
