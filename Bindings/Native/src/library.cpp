#include "shim.h"

#include <algorithm>

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <c10/core/DefaultDtype.h>
#include <c10/core/ScalarType.h>

using torchlight::guarded;

int32_t tl_get_num_threads() {
    return at::get_num_threads();
}

int32_t tl_set_num_threads(int32_t threads) {
    return guarded([&] { at::set_num_threads(threads); });
}

int32_t tl_get_num_interop_threads() {
    return static_cast<int32_t>(at::get_num_interop_threads());
}

int32_t tl_set_num_interop_threads(int32_t threads) {
    return guarded([&] { at::set_num_interop_threads(threads); });
}

uint8_t tl_has_cuda() {
    try {
        return at::hasCUDA() ? 1 : 0;
    } catch (...) {
        return 0; // a CUDA build without a driver counts as no CUDA
    }
}

uint8_t tl_has_mps() {
    try {
        return at::hasMPS() ? 1 : 0;
    } catch (...) {
        return 0;
    }
}

int32_t tl_cuda_device_count(int32_t* count) {
    *count = 0;
    return guarded([&] { *count = at::hasCUDA() ? static_cast<int32_t>(at::detail::getCUDAHooks().getNumGPUs()) : 0; });
}

int32_t tl_cuda_synchronize(int64_t device_index) {
    return guarded([&] {
        TORCH_CHECK(at::hasCUDA(), "this libtorch (", TORCH_VERSION, ") has no CUDA device");
        at::detail::getCUDAHooks().deviceSynchronize(static_cast<c10::DeviceIndex>(device_index));
    });
}

const char* tl_build_config() {
    try {
        static const std::string text = at::show_config();
        return text.c_str();
    } catch (...) {
        return "";
    }
}

int32_t tl_element_types() {
    return static_cast<int32_t>(c10::ScalarType::Undefined);
}

int32_t tl_default_dtype() {
    return static_cast<int32_t>(c10::get_default_dtype_as_scalartype());
}

int32_t tl_set_default_dtype(int32_t dtype) {
    return guarded([&] { c10::set_default_dtype(c10::scalarTypeToTypeMeta(static_cast<c10::ScalarType>(dtype))); });
}

int32_t tl_promote_types(int32_t first, int32_t second, int32_t* result) {
    return guarded([&] {
        *result = static_cast<int32_t>(c10::promoteTypes(static_cast<c10::ScalarType>(first), static_cast<c10::ScalarType>(second)));
    });
}

int32_t tl_set_deterministic(uint8_t enabled, uint8_t warn_only) {
    return guarded([&] { at::globalContext().setDeterministicAlgorithms(enabled != 0, warn_only != 0); });
}

uint8_t tl_deterministic() {
    return at::globalContext().deterministicAlgorithms() ? 1 : 0;
}

uint8_t tl_cxx11_abi() {
#if defined(_GLIBCXX_USE_CXX11_ABI) && !_GLIBCXX_USE_CXX11_ABI
    return 0;
#else
    return 1;
#endif
}

uint8_t tl_deterministic_warn_only() {
    return at::globalContext().deterministicAlgorithmsWarnOnly() ? 1 : 0;
}

int32_t tl_set_float32_matmul_precision(int32_t precision) {
    return guarded([&] {
        // By name: later versions take nothing else.
        static const char* const names[] = {"highest", "high", "medium"};
        at::globalContext().setFloat32MatmulPrecision(names[std::clamp(precision, 0, 2)]);
    });
}

int32_t tl_float32_matmul_precision() {
    return static_cast<int32_t>(at::globalContext().float32MatmulPrecision());
}

int32_t tl_set_warn_always(uint8_t enabled) {
    return guarded([&] { torchlight::warnings::set_warnAlways(enabled != 0); });
}

uint8_t tl_warn_always() {
    return torchlight::warnings::get_warnAlways() ? 1 : 0;
}

int32_t tl_set_flush_denormal(uint8_t enabled, uint8_t* done) {
    *done = 0;
    return guarded([&] { *done = at::globalContext().setFlushDenormal(enabled != 0) ? 1 : 0; });
}
