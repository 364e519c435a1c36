#include "shim.h"

#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/engine.h>
#include <torch/csrc/autograd/function.h>

#include <stdexcept>

using torchlight::borrow;
using torchlight::guarded;

namespace {

torch::autograd::variable_list tensors(const tl_tensor* handles, int32_t count) {
    torch::autograd::variable_list list;
    list.reserve(static_cast<size_t>(count));
    for (int32_t i = 0; i < count; i++) {
        list.push_back(handles[i] == nullptr ? at::Tensor() : borrow(handles[i]));
    }
    return list;
}

} // namespace

int32_t tl_autograd_backward(const tl_tensor* roots, int32_t root_count, const tl_tensor* grads, int32_t grad_count, uint8_t retain_graph,
                             uint8_t create_graph, const tl_tensor* inputs, int32_t input_count) {
    return guarded([&] {
        torch::autograd::backward(tensors(roots, root_count), tensors(grads, grad_count), retain_graph != 0, create_graph != 0,
                                  tensors(inputs, input_count));
    });
}

int32_t tl_autograd_grad(const tl_tensor* outputs, int32_t output_count, const tl_tensor* inputs, int32_t input_count,
                         const tl_tensor* grads, int32_t grad_count, uint8_t retain_graph, uint8_t create_graph, uint8_t allow_unused,
                         tl_tensor* results) {
    return guarded([&] {
        auto found = torch::autograd::grad(tensors(outputs, output_count), tensors(inputs, input_count), tensors(grads, grad_count),
                                           retain_graph != 0, create_graph != 0, allow_unused != 0);
        for (int32_t i = 0; i < input_count; i++) {
            results[i] = torchlight::release(std::move(found[static_cast<size_t>(i)]));
        }
    });
}

uint8_t tl_grad_mode() {
    return c10::GradMode::is_enabled() ? 1 : 0;
}

void tl_set_grad_mode(uint8_t enabled) {
    c10::GradMode::set_enabled(enabled != 0);
}

uint8_t tl_inference_mode() {
    return c10::InferenceMode::is_enabled() ? 1 : 0;
}

int32_t tl_inference_guard_new(uint8_t enabled, void** guard) {
    *guard = nullptr;
    return guarded([&] { *guard = new c10::InferenceMode(enabled != 0); });
}

void tl_inference_guard_free(void* guard) {
    delete static_cast<c10::InferenceMode*>(guard);
}

int32_t tl_anomaly_mode(uint8_t* enabled, uint8_t* check_nan) {
    return guarded([&] {
        *enabled = torch::autograd::AnomalyMode::is_enabled() ? 1 : 0;
        *check_nan = torch::autograd::AnomalyMode::should_check_nan() ? 1 : 0;
    });
}

int32_t tl_set_anomaly_mode(uint8_t enabled, uint8_t check_nan) {
    return guarded([&] { torch::autograd::AnomalyMode::set_enabled(enabled != 0, check_nan != 0); });
}

uint8_t tl_autograd_fills_leaves() {
    return torch::autograd::Engine::get_default_engine().is_checkpoint_valid() ? 1 : 0;
}
