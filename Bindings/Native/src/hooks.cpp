// Hooks on tensors' gradients and on the nodes of autograd's graph.
#include "managed.h"

#include <torch/csrc/autograd/edge.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/accumulate_grad.h>
#include <torch/csrc/autograd/variable.h>

using torchlight::borrow;
using torchlight::guarded;
using torchlight::Hook;
using torchlight::ManagedCallback;

namespace torchlight {

std::vector<at::Tensor> ManagedCallback::operator()(const std::vector<at::Tensor>& tensors, const std::vector<at::Tensor>& others,
                                                    size_t result_count) const {
    std::vector<tl_tensor> handles, other_handles, results(result_count);
    handles.reserve(tensors.size());
    other_handles.reserve(others.size());
    for (const auto& tensor : tensors) {
        handles.push_back(release(at::Tensor(tensor)));
    }
    for (const auto& tensor : others) {
        other_handles.push_back(release(at::Tensor(tensor)));
    }
    void* failure = nullptr;
    callback_(handle_, handles.data(), static_cast<int32_t>(handles.size()), other_handles.data(),
              static_cast<int32_t>(other_handles.size()), results.data(), static_cast<int32_t>(result_count), &failure);
    if (failure != nullptr) {
        throw ManagedError(failure, release_);
    }
    std::vector<at::Tensor> given;
    given.reserve(result_count);
    for (tl_tensor handle : results) {
        given.push_back(take(handle));
    }
    return given;
}

} // namespace torchlight

namespace {

using torch::autograd::variable_list;
using HookPointer = std::shared_ptr<Hook>;
// A shared pointer of std's or, from libtorch 2.11 on, c10's.
using NodePointer = decltype(torch::autograd::Edge::function);

// Where the callee gave a tensor it replaces the one that was there.
variable_list replaced(const variable_list& values, std::vector<at::Tensor> given) {
    for (size_t i = 0; i < values.size(); i++) {
        if (!given[i].defined()) {
            given[i] = values[i];
        }
    }
    return given;
}

struct NodePreHook : torch::autograd::FunctionPreHook {
    explicit NodePreHook(HookPointer hook) : hook_(std::move(hook)) {}
    variable_list operator()(const variable_list& grads) override {
        const auto callback = hook_->callback();
        return callback ? replaced(grads, (*callback)(grads, {}, grads.size())) : grads;
    }

private:
    HookPointer hook_;
};

struct NodePostHook : torch::autograd::FunctionPostHook {
    explicit NodePostHook(HookPointer hook) : hook_(std::move(hook)) {}
    variable_list operator()(const variable_list& outputs, const variable_list& inputs) override {
        const auto callback = hook_->callback();
        return callback ? replaced(outputs, (*callback)(outputs, inputs, outputs.size())) : outputs;
    }

private:
    HookPointer hook_;
};

#if TL_TORCH_AT_LEAST(2, 1)
// libtorch has room for one such hook on a tensor; this one holds any number.
struct AccumulatedHooks : torch::autograd::PostAccumulateGradHook {
    void operator()(const at::Tensor& tensor) override {
        std::vector<HookPointer> now;
        {
            const std::lock_guard<std::mutex> guard(gate_);
            now = hooks_;
        }
        for (const auto& hook : now) {
            if (const auto callback = hook->callback()) {
                (*callback)({tensor}, {}, 0);
            }
        }
    }

    void add(HookPointer hook) {
        const std::lock_guard<std::mutex> guard(gate_);
        std::vector<HookPointer> kept;
        for (auto& one : hooks_) {
            if (one->callback()) {
                kept.push_back(std::move(one));
            }
        }
        kept.push_back(std::move(hook));
        hooks_ = std::move(kept);
    }

private:
    std::mutex gate_;
    std::vector<HookPointer> hooks_;
};
#endif

HookPointer make(void* state, tl_tensor_callback callback, tl_function_release release) {
    return std::make_shared<Hook>(std::make_shared<ManagedCallback>(state, callback, release));
}

const NodePointer& node_of(void* node) {
    return *static_cast<NodePointer*>(node);
}

} // namespace

int32_t tl_tensor_register_hook(tl_tensor tensor, void* state, tl_tensor_callback callback, tl_function_release release, void** hook) {
    *hook = nullptr;
    return guarded([&] {
        HookPointer made = make(state, callback, release);
        TORCH_CHECK(borrow(tensor).requires_grad(), "cannot register a hook on a tensor that doesn't require gradient");
        borrow(tensor).register_hook([made](const at::Tensor& grad) {
            const auto callback_now = made->callback();
            return callback_now && grad.defined() ? (*callback_now)({grad}, {}, 1)[0] : at::Tensor();
        });
        *hook = new HookPointer(std::move(made));
    });
}

int32_t tl_tensor_register_accumulated_hook(tl_tensor tensor, void* state, tl_tensor_callback callback, tl_function_release release,
                                            void** hook) {
    *hook = nullptr;
    return guarded([&] {
        HookPointer made = make(state, callback, release);
#if TL_TORCH_AT_LEAST(2, 1)
        const at::Tensor& leaf = borrow(tensor);
        TORCH_CHECK(leaf.requires_grad(), "cannot register a hook on a tensor that doesn't require gradient");
        TORCH_CHECK(leaf.is_leaf(), "post accumulate grad hooks cannot be registered on non-leaf tensors");
        auto& there = torch::autograd::impl::post_acc_grad_hooks(leaf);
        if (!there) {
            torch::autograd::impl::set_post_acc_grad_hooks(leaf, std::make_unique<AccumulatedHooks>());
        }
        static_cast<AccumulatedHooks&>(*torch::autograd::impl::post_acc_grad_hooks(leaf)).add(made);
        *hook = new HookPointer(std::move(made));
#else
        (void)tensor;
        TORCH_CHECK_NOT_IMPLEMENTED(false, "hooks after the accumulation of a gradient need libtorch 2.1; this is ", TORCH_VERSION);
#endif
    });
}

void tl_hook_remove(void* hook) {
    (*static_cast<HookPointer*>(hook))->remove();
}

void tl_hook_release(void* hook) {
    delete static_cast<HookPointer*>(hook);
}

int32_t tl_tensor_grad_fn(tl_tensor tensor, void** node) {
    *node = nullptr;
    return guarded([&] {
        const auto& found = borrow(tensor).grad_fn();
        if (found) {
            *node = new NodePointer(found);
        }
    });
}

void tl_node_release(void* node) {
    delete static_cast<NodePointer*>(node);
}

void* tl_node_identity(void* node) {
    return node_of(node).get();
}

int32_t tl_node_name(void* node, char** name) {
    *name = nullptr;
    return guarded([&] { *name = torchlight::copy_text(node_of(node)->name()); });
}

int64_t tl_node_sequence_number(void* node) {
    return static_cast<int64_t>(node_of(node)->sequence_nr());
}

int32_t tl_node_next_count(void* node) {
    return static_cast<int32_t>(node_of(node)->next_edges().size());
}

int32_t tl_node_next(void* node, int32_t index, void** next, int32_t* input_number) {
    *next = nullptr;
    return guarded([&] {
        const auto& edge = node_of(node)->next_edges().at(static_cast<size_t>(index));
        *input_number = static_cast<int32_t>(edge.input_nr);
        if (edge.is_valid()) {
            *next = new NodePointer(edge.function);
        }
    });
}

int32_t tl_node_variable(void* node, tl_tensor* variable) {
    *variable = nullptr;
    return guarded([&] {
        if (const auto* leaf = dynamic_cast<torch::autograd::AccumulateGrad*>(node_of(node).get())) {
            *variable = torchlight::release(at::Tensor(leaf->variable));
        }
    });
}

int32_t tl_node_register_hook(void* node, uint8_t before, void* state, tl_tensor_callback callback, tl_function_release release,
                              void** hook) {
    *hook = nullptr;
    return guarded([&] {
        HookPointer made = make(state, callback, release);
        if (before != 0) {
            node_of(node)->add_pre_hook(std::make_unique<NodePreHook>(made));
        } else {
            node_of(node)->add_post_hook(std::make_unique<NodePostHook>(made));
        }
        *hook = new HookPointer(std::move(made));
    });
}
