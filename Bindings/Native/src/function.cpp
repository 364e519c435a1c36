// Functions whose gradient managed code computes: torch.autograd.Function. The forward has been computed when the shim hears of it.
#include "shim.h"

#include <ATen/core/custom_class.h>
#include <torch/csrc/autograd/custom_function.h>

#include <vector>

using torchlight::borrow;
using torchlight::guarded;
using torchlight::take;

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// Keeps the managed function alive for as long as the recorded node lives.
struct ManagedState : torch::CustomClassHolder {
    ManagedState(void* managed_handle, tl_function_backward backward_callback, tl_function_release release_callback)
        : handle(managed_handle), backward(backward_callback), release(release_callback) {}
    ManagedState(const ManagedState&) = delete;
    ManagedState& operator=(const ManagedState&) = delete;
    ~ManagedState() override { release(handle); }

    void* handle;
    tl_function_backward backward;
    tl_function_release release;
};

struct Recording {
    const tl_function_record* record;
    c10::intrusive_ptr<ManagedState> state;
};

variable_list borrowed(const tl_tensor* handles, int32_t count) {
    variable_list list;
    list.reserve(static_cast<size_t>(count));
    for (int32_t i = 0; i < count; i++) {
        list.push_back(borrow(handles[i]));
    }
    return list;
}

constexpr const char* StateKey = "state";
constexpr const char* InputsKey = "inputs";

struct ManagedFunction : torch::autograd::Function<ManagedFunction> {
    static variable_list forward(AutogradContext* context, at::TensorList inputs, const Recording* recording) {
        const tl_function_record& record = *recording->record;
        context->save_for_backward(borrowed(record.saved, record.saved_count));
        context->mark_dirty(borrowed(record.dirty, record.dirty_count));
        context->mark_non_differentiable(borrowed(record.non_differentiable, record.non_differentiable_count));
        context->set_materialize_grads(record.materialize_grads != 0);
        context->saved_data[StateKey] = c10::IValue::make_capsule(recording->state);
        context->saved_data[InputsKey] = static_cast<int64_t>(inputs.size());
        return borrowed(record.outputs, record.output_count);
    }

    static variable_list backward(AutogradContext* context, variable_list grads) {
        const auto state = c10::static_intrusive_pointer_cast<ManagedState>(context->saved_data[StateKey].toCapsule());
        const auto input_count = static_cast<size_t>(context->saved_data[InputsKey].toInt());
        variable_list saved = context->get_saved_variables();
        std::vector<tl_tensor> saved_handles, grad_handles, results(input_count);
        saved_handles.reserve(saved.size());
        grad_handles.reserve(grads.size());
        for (auto& tensor : saved) {
            saved_handles.push_back(torchlight::release(std::move(tensor)));
        }
        for (auto& tensor : grads) {
            grad_handles.push_back(torchlight::release(std::move(tensor)));
        }

        void* failure = nullptr;
        state->backward(state->handle, saved_handles.data(), static_cast<int32_t>(saved_handles.size()), grad_handles.data(),
                        static_cast<int32_t>(grad_handles.size()), results.data(), static_cast<int32_t>(input_count), &failure);
        if (failure != nullptr) {
            throw torchlight::ManagedError(failure, state->release);
        }

        variable_list found;
        found.reserve(input_count + 1);
        for (tl_tensor handle : results) {
            found.push_back(take(handle));
        }
        // The recording is an argument of forward as well, and has no gradient.
        found.emplace_back();
        return found;
    }
};

} // namespace

int32_t tl_function_apply(const tl_function_record* record, void* state, tl_function_backward backward, tl_function_release release,
                          tl_tensor* results) {
    return guarded([&] {
        const Recording recording{record, c10::make_intrusive<ManagedState>(state, backward, release)};
        const variable_list inputs = borrowed(record->inputs, record->input_count);
        variable_list outputs = ManagedFunction::apply(at::TensorList(inputs), &recording);
        for (int32_t i = 0; i < record->output_count; i++) {
            results[i] = torchlight::release(std::move(outputs[static_cast<size_t>(i)]));
        }
    });
}
