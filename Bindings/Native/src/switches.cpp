#include "shim.h"
#include "torchlight_device.h"

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>

#include <algorithm>

using torchlight::guarded;

namespace {

int64_t read(int32_t which) {
    const at::Context& context = at::globalContext();
    switch (which) {
    case TL_CUDNN_ENABLED:
        return context.userEnabledCuDNN();
    case TL_CUDNN_BENCHMARK:
        return context.benchmarkCuDNN();
    case TL_CUDNN_BENCHMARK_LIMIT:
        return context.benchmarkLimitCuDNN();
    case TL_CUDNN_DETERMINISTIC:
        return context.deterministicCuDNN();
    case TL_CUDNN_TF32:
        return context.allowTF32CuDNN();
    case TL_CUBLAS_TF32:
        return context.allowTF32CuBLAS();
    case TL_CUBLAS_FP16_REDUCTION:
        return torchlight::allows_reduction(context.allowFP16ReductionCuBLAS());
    case TL_MKLDNN_ENABLED:
        return context.userEnabledMkldnn();
    case TL_SDP_FLASH:
        return context.userEnabledFlashSDP();
    case TL_SDP_MATH:
        return context.userEnabledMathSDP();
#if TL_TORCH_AT_LEAST(2, 0)
    case TL_SDP_MEMORY_EFFICIENT:
        return context.userEnabledMemEfficientSDP();
    case TL_CUBLAS_BF16_REDUCTION:
        return torchlight::allows_reduction(context.allowBF16ReductionCuBLAS());
#endif
    case TL_LINALG_BACKEND:
        return static_cast<int64_t>(at::globalContext().linalgPreferredBackend());
    case TL_QUANTIZED_ENGINE:
        return static_cast<int64_t>(context.qEngine());
    default:
        TORCH_CHECK_NOT_IMPLEMENTED(false, "libtorch ", TORCH_VERSION, " has no such switch");
    }
}

void write(int32_t which, int64_t value) {
    at::Context& context = at::globalContext();
    const bool on = value != 0;
    switch (which) {
    case TL_CUDNN_ENABLED:
        return context.setUserEnabledCuDNN(on);
    case TL_CUDNN_BENCHMARK:
        return context.setBenchmarkCuDNN(on);
    case TL_CUDNN_BENCHMARK_LIMIT:
        return context.setBenchmarkLimitCuDNN(static_cast<int>(value));
    case TL_CUDNN_DETERMINISTIC:
        return context.setDeterministicCuDNN(on);
    case TL_CUDNN_TF32:
        return context.setAllowTF32CuDNN(on);
    case TL_CUBLAS_TF32:
        return context.setAllowTF32CuBLAS(on);
    case TL_CUBLAS_FP16_REDUCTION:
        return context.setAllowFP16ReductionCuBLAS(on);
    case TL_MKLDNN_ENABLED:
        return context.setUserEnabledMkldnn(on);
    case TL_SDP_FLASH:
        return context.setSDPUseFlash(on);
    case TL_SDP_MATH:
        return context.setSDPUseMath(on);
#if TL_TORCH_AT_LEAST(2, 0)
    case TL_SDP_MEMORY_EFFICIENT:
        return context.setSDPUseMemEfficient(on);
    case TL_CUBLAS_BF16_REDUCTION:
        return context.setAllowBF16ReductionCuBLAS(on);
#endif
    case TL_LINALG_BACKEND:
        return context.setLinalgPreferredBackend(static_cast<at::LinalgBackend>(value));
    case TL_QUANTIZED_ENGINE:
        return context.setQEngine(static_cast<at::QEngine>(value));
    default:
        TORCH_CHECK_NOT_IMPLEMENTED(false, "libtorch ", TORCH_VERSION, " has no such switch");
    }
}

bool has(int32_t which) {
    const auto& cuda = at::detail::getCUDAHooks();
    switch (which) {
    case TL_HAS_CUDA_CODE:
        return cuda.hasCUDART();
    case TL_HAS_CUDNN:
        return cuda.hasCuDNN();
    case TL_HAS_MAGMA:
        return at::Context::hasMAGMA();
    case TL_HAS_MKL:
        return at::Context::hasMKL();
    case TL_HAS_MKLDNN:
        return at::Context::hasMKLDNN();
    case TL_HAS_OPENMP:
        return at::Context::hasOpenMP();
    case TL_HAS_LAPACK:
        return at::Context::hasLAPACK();
    case TL_HAS_XNNPACK:
        return at::Context::isXNNPACKAvailable();
    default:
        return false;
    }
}

} // namespace

int32_t tl_switch_get(int32_t which, int64_t* value) {
    *value = 0;
    return guarded([&] { *value = read(which); });
}

int32_t tl_switch_set(int32_t which, int64_t value) {
    return guarded([&] { write(which, value); });
}

int32_t tl_has(int32_t which, uint8_t* present) {
    *present = 0;
    return guarded([&] { *present = has(which) ? 1 : 0; });
}

int32_t tl_cudnn_version(int64_t* version) {
    *version = 0;
    return guarded([&] { *version = at::detail::getCUDAHooks().versionCuDNN(); });
}

int32_t tl_quantized_engines(int32_t* engines, int32_t capacity, int32_t* count) {
    *count = 0;
    return guarded([&] {
        const auto& known = at::Context::supportedQEngines();
        *count = std::min<int32_t>(capacity, static_cast<int32_t>(known.size()));
        std::transform(known.begin(), known.begin() + *count, engines, [](at::QEngine engine) { return static_cast<int32_t>(engine); });
    });
}
