// Key-value stores that processes meet at.
#include "c10d_compat.h"

#include <cstdlib>
#include <cstring>
#include <new>

int32_t tl_dist_features() {
    int32_t features = 0;
#ifdef TL_HAVE_C10D
    features |= TL_DIST_C10D;
#endif
#ifdef TL_HAVE_GLOO
    features |= TL_DIST_GLOO;
#endif
#ifdef TL_HAVE_NCCL
    features |= TL_DIST_NCCL;
#endif
    return features;
}

// Without torch.distributed the rest is not there; the managed side asks for the features first.
#ifdef TL_HAVE_C10D

namespace {

using torchlight::between_processes;
using torchlight::Milliseconds;

c10d::Store& store_of(void* handle) {
    return *static_cast<c10d::Store*>(handle);
}

std::vector<uint8_t> bytes_of(const void* data, int64_t count) {
    const auto* first = static_cast<const uint8_t*>(data);
    return count == 0 ? std::vector<uint8_t>() : std::vector<uint8_t>(first, first + count);
}

void copy_out(const std::vector<uint8_t>& value, void** data, int64_t* bytes) {
    void* memory = std::malloc(value.size() + 1);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    if (!value.empty()) {
        std::memcpy(memory, value.data(), value.size());
    }
    *data = memory;
    *bytes = static_cast<int64_t>(value.size());
}

std::vector<std::string> strings(const char* const* texts, int32_t count) {
    return std::vector<std::string>(texts, texts + count);
}

} // namespace

int32_t tl_store_tcp_new(const char* host, int32_t port, int32_t world_size, uint8_t is_server, uint8_t wait_for_workers, int64_t timeout,
                         void** store, int32_t* bound_port) {
    *store = nullptr;
    return between_processes([&] {
        c10d::TCPStoreOptions options;
        options.port = static_cast<uint16_t>(port);
        options.isServer = is_server != 0;
        options.waitWorkers = wait_for_workers != 0;
        options.timeout = Milliseconds(timeout);
        if (world_size > 0) {
            options.numWorkers = static_cast<size_t>(world_size);
        }
        torchlight::without_libuv(options, 0);
        auto made = c10::make_intrusive<c10d::TCPStore>(host, options);
        *bound_port = made->getPort();
        *store = torchlight::give<c10d::Store>(std::move(made));
    });
}

int32_t tl_store_prefix_new(const char* prefix, void* inner, void** store) {
    *store = nullptr;
    return between_processes([&] {
        *store = torchlight::give<c10d::Store>(c10::make_intrusive<c10d::PrefixStore>(prefix, torchlight::share<c10d::Store>(inner)));
    });
}

void tl_store_release(void* store) {
    torchlight::drop<c10d::Store>(store);
}

int32_t tl_store_set_timeout(void* store, int64_t timeout) {
    return between_processes([&] { store_of(store).setTimeout(Milliseconds(timeout)); });
}

int32_t tl_store_set(void* store, const char* key, const void* data, int64_t bytes) {
    return between_processes([&] { store_of(store).set(key, bytes_of(data, bytes)); });
}

int32_t tl_store_get(void* store, const char* key, void** data, int64_t* bytes) {
    *data = nullptr;
    return between_processes([&] { copy_out(store_of(store).get(key), data, bytes); });
}

int32_t tl_store_compare_set(void* store, const char* key, const void* expected, int64_t expected_bytes, const void* desired,
                             int64_t desired_bytes, void** data, int64_t* bytes) {
    *data = nullptr;
    return between_processes([&] {
        copy_out(store_of(store).compareSet(key, bytes_of(expected, expected_bytes), bytes_of(desired, desired_bytes)), data, bytes);
    });
}

int32_t tl_store_add(void* store, const char* key, int64_t amount, int64_t* sum) {
    return between_processes([&] { *sum = store_of(store).add(key, amount); });
}

int32_t tl_store_delete(void* store, const char* key, uint8_t* deleted) {
    return between_processes([&] { *deleted = store_of(store).deleteKey(key) ? 1 : 0; });
}

int32_t tl_store_count(void* store, int64_t* count) {
    return between_processes([&] { *count = store_of(store).getNumKeys(); });
}

int32_t tl_store_check(void* store, const char* const* keys, int32_t count, uint8_t* present) {
    return between_processes([&] { *present = store_of(store).check(strings(keys, count)) ? 1 : 0; });
}

int32_t tl_store_wait(void* store, const char* const* keys, int32_t count, int64_t timeout) {
    return between_processes([&] { store_of(store).wait(strings(keys, count), Milliseconds(timeout)); });
}

#endif
