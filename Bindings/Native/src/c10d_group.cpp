// Process groups, what is done to whole models over them, and works in flight.
#include "c10d_compat.h"

#include <cstdlib>
#include <sstream>

#ifdef TL_HAVE_C10D

using torchlight::between_processes;
using torchlight::borrow;
using torchlight::Group;
using torchlight::group_of;
using torchlight::Milliseconds;
using torchlight::Store;

namespace {

c10d::Work& work_of(void* handle) {
    return *static_cast<c10d::Work*>(handle);
}

std::vector<at::Tensor> detached(const tl_tensor* handles, int32_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(static_cast<size_t>(count));
    for (int32_t i = 0; i < count; i++) {
        tensors.push_back(borrow(handles[i]).detach());
    }
    return tensors;
}

#ifdef TL_HAVE_GLOO

// One device for each interface that the user names, as Python's bindings do; else one for the address.
std::vector<std::shared_ptr<::gloo::transport::Device>> gloo_devices(const char* address) {
    std::vector<std::shared_ptr<::gloo::transport::Device>> devices;
    const char* variable = std::getenv("GLOO_SOCKET_IFNAME");
    std::istringstream names(variable == nullptr ? "" : variable);
    for (std::string name; std::getline(names, name, ',');) {
        if (!name.empty()) {
            devices.push_back(torchlight::Gloo::createDeviceForInterface(name));
        }
    }
    if (devices.empty()) {
        devices.push_back(address == nullptr ? torchlight::Gloo::createDefaultDevice() : torchlight::Gloo::createDeviceForHostname(address));
    }
    return devices;
}

#endif

[[noreturn]] void unknown_backend(const std::string& backend) {
    const int32_t features = tl_dist_features();
    TORCH_CHECK_VALUE(false, "the backend \"", backend, "\" is not in this build, which has", (features & TL_DIST_GLOO) ? " gloo" : "",
                      (features & TL_DIST_NCCL) ? " nccl" : "", (features & (TL_DIST_GLOO | TL_DIST_NCCL)) ? "" : " none",
                      ". gloo needs its headers when the shim is built (libgloo-dev on Debian and Ubuntu), nccl a libtorch for CUDA");
}

#if TL_TORCH_AT_LEAST(2, 0)

void add_backend(c10d::ProcessGroup& front, const Store& store, int rank, int size, const std::string& backend,
                 [[maybe_unused]] const char* address, c10::DeviceType device, Milliseconds timeout) {
    using Kind = c10d::ProcessGroup::BackendType;
#ifdef TL_HAVE_GLOO
    if (backend == "gloo") {
        auto made = torchlight::new_gloo(store, rank, size, gloo_devices(address), timeout);
        front.setBackend(device, Kind::GLOO, c10::intrusive_ptr<c10d::Backend>(made));
        return;
    }
#endif
#ifdef TL_HAVE_NCCL
    if (backend == "nccl") {
        auto made = torchlight::new_nccl(store, rank, size, timeout);
        front.setBackend(device, Kind::NCCL, c10::intrusive_ptr<c10d::Backend>(made));
        return;
    }
#endif
    unknown_backend(backend);
}

// A single name serves every device that it can; "cpu:gloo,cuda:nccl" says so device by device.
Group new_group(const Store& store, int rank, int size, const std::string& backend, const char* address, Milliseconds timeout) {
    using Kind = c10d::ProcessGroup::BackendType;
    auto front = torchlight::new_front<c10d::ProcessGroup>(store, rank, size, backend, timeout);
    const auto prefixed = [&](const char* device) {
        return Store(c10::make_intrusive<c10d::PrefixStore>(std::string(device) + "/", store));
    };
    if (backend == "gloo") {
        front->setDefaultBackend(Kind::GLOO);
        add_backend(*front, prefixed("cpu"), rank, size, backend, address, c10::DeviceType::CPU, timeout);
    } else if (backend == "nccl") {
        front->setDefaultBackend(Kind::NCCL);
        add_backend(*front, prefixed("cuda"), rank, size, backend, address, c10::DeviceType::CUDA, timeout);
    } else if (backend == "cpu:gloo,cuda:nccl") {
        front->setDefaultBackend(Kind::GLOO);
        add_backend(*front, prefixed("cpu"), rank, size, "gloo", address, c10::DeviceType::CPU, timeout);
        add_backend(*front, prefixed("cuda"), rank, size, "nccl", address, c10::DeviceType::CUDA, timeout);
    } else {
        unknown_backend(backend);
    }
    return front;
}

#else

Group new_group(const Store& store, int rank, int size, const std::string& backend, [[maybe_unused]] const char* address, Milliseconds timeout) {
#ifdef TL_HAVE_GLOO
    if (backend == "gloo") {
        return torchlight::new_gloo(store, rank, size, gloo_devices(address), timeout);
    }
#endif
#ifdef TL_HAVE_NCCL
    if (backend == "nccl") {
        return torchlight::new_nccl(store, rank, size, timeout);
    }
#endif
    unknown_backend(backend);
}

#endif

} // namespace

int32_t tl_group_new(void* store, int32_t rank, int32_t size, const char* backend, const char* address, int64_t timeout,
                     void** group) {
    *group = nullptr;
    return between_processes([&] {
        *group = torchlight::give(new_group(torchlight::share<c10d::Store>(store), rank, size, backend, address, Milliseconds(timeout)));
    });
}

void tl_group_release(void* group) {
    torchlight::drop<c10d::ProcessGroup>(group);
}

int32_t tl_group_set_sequence_number(void* group) {
    return between_processes([&] {
#if TL_TORCH_AT_LEAST(2, 0)
        (void)group;
#else
        group_of(group).setSequenceNumberForGroup();
#endif
    });
}

int32_t tl_group_monitored_barrier(void* group, int64_t timeout, uint8_t wait_all_ranks) {
    return between_processes([&] {
        c10d::BarrierOptions options;
        options.timeout = Milliseconds(timeout);
        group_of(group).monitoredBarrier(options, wait_all_ranks != 0);
    });
}

int32_t tl_group_broadcast_coalesced(void* group, const tl_tensor* tensors, int32_t count, int64_t buffer_bytes, int32_t root) {
    return between_processes([&] {
        const auto values = detached(tensors, count);
        c10d::broadcast_coalesced(torchlight::share<c10d::ProcessGroup>(group), values, static_cast<size_t>(buffer_bytes), root);
    });
}

int32_t tl_group_verify_parameters(void* group, const tl_tensor* parameters, int32_t count) {
    return between_processes([&] {
        c10d::verify_params_across_processes(torchlight::share<c10d::ProcessGroup>(group), detached(parameters, count), {});
    });
}

int32_t tl_work_wait(void* work, int64_t timeout) {
    return between_processes([&] { work_of(work).wait(Milliseconds(timeout)); });
}

int32_t tl_work_completed(void* work, uint8_t* completed) {
    return between_processes([&] { *completed = work_of(work).isCompleted() ? 1 : 0; });
}

int32_t tl_work_source_rank(void* work, int32_t* rank) {
    return between_processes([&] { *rank = work_of(work).sourceRank(); });
}

void tl_work_release(void* work) {
    torchlight::drop<c10d::Work>(work);
}

#endif
