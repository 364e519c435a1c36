#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Generator.h>

#include <mutex>
#include <stdexcept>

using torchlight::guarded;

namespace {

// A generator handle owns one reference to its implementation.
at::Generator borrow_generator(void* handle) {
    return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(handle)));
}

void* release_generator(at::Generator generator) {
    c10::GeneratorImpl* raw = generator.unsafeGetGeneratorImpl();
    c10::raw::intrusive_ptr::incref(raw);
    return raw;
}

} // namespace

int32_t tl_generator_new(int32_t device_type, int32_t device_index, uint64_t seed, void** generator) {
    *generator = nullptr;
    return guarded([&] {
        const c10::Device device = torchlight::to_device(device_type, device_index);
        if (device.is_cpu()) {
            *generator = release_generator(at::detail::createCPUGenerator(seed));
            return;
        }
        at::Generator made = at::globalContext().defaultGenerator(device).clone();
        std::lock_guard<std::mutex> lock(made.mutex());
        made.set_current_seed(seed);
        *generator = release_generator(made);
    });
}

int32_t tl_generator_default(int32_t device_type, int32_t device_index, void** generator) {
    *generator = nullptr;
    return guarded([&] { *generator = release_generator(at::globalContext().defaultGenerator(torchlight::to_device(device_type, device_index))); });
}

void tl_generator_release(void* generator) {
    if (generator != nullptr) {
        (void)c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(static_cast<c10::GeneratorImpl*>(generator));
    }
}

int32_t tl_generator_set_seed(void* generator, uint64_t seed) {
    return guarded([&] {
        auto target = borrow_generator(generator);
        std::lock_guard<std::mutex> lock(target.mutex());
        target.set_current_seed(seed);
    });
}

int32_t tl_generator_seed(void* generator, uint64_t* seed) {
    return guarded([&] {
        auto target = borrow_generator(generator);
        std::lock_guard<std::mutex> lock(target.mutex());
        *seed = target.seed();
    });
}

int32_t tl_generator_initial_seed(void* generator, uint64_t* seed) {
    return guarded([&] {
        auto target = borrow_generator(generator);
        std::lock_guard<std::mutex> lock(target.mutex());
        *seed = target.current_seed();
    });
}

int32_t tl_generator_get_state(void* generator, tl_tensor* state) {
    *state = nullptr;
    return guarded([&] {
        auto target = borrow_generator(generator);
        std::lock_guard<std::mutex> lock(target.mutex());
        *state = torchlight::release(target.get_state());
    });
}

int32_t tl_generator_set_state(void* generator, tl_tensor state) {
    return guarded([&] {
        auto target = borrow_generator(generator);
        std::lock_guard<std::mutex> lock(target.mutex());
        target.set_state(torchlight::borrow(state));
    });
}

int32_t tl_manual_seed(uint64_t seed) {
    return guarded([&] { at::manual_seed(seed); });
}
