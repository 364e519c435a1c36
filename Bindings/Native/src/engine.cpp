// What libtorch asks its engine for while it records: where saved tensors are kept, and where the program was. Python's engine answers the
// same questions; this one answers in its place.
#include "managed.h"

#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/edge.h>
#include <torch/csrc/autograd/engine.h>
#include <torch/csrc/autograd/saved_variable_hooks.h>

#include <atomic>

using torchlight::guarded;

namespace {

// A pair of managed functions, freed with the last tensor that they packed.
struct SavedPair {
    SavedPair(void* managed_state, tl_saved_pack pack_callback, tl_saved_unpack unpack_callback, tl_function_release release_callback)
        : state(managed_state), pack(pack_callback), unpack(unpack_callback), release(release_callback) {}
    SavedPair(const SavedPair&) = delete;
    SavedPair& operator=(const SavedPair&) = delete;
    ~SavedPair() { release(state); }

    void* state;
    tl_saved_pack pack;
    tl_saved_unpack unpack;
    tl_function_release release;
};

thread_local std::vector<std::shared_ptr<SavedPair>> saved_pairs;

struct ManagedSaved : torch::autograd::SavedVariableHooks {
    explicit ManagedSaved(std::shared_ptr<SavedPair> pair) : pair_(std::move(pair)) {}
    ManagedSaved(const ManagedSaved&) = delete;
    ManagedSaved& operator=(const ManagedSaved&) = delete;
    ~ManagedSaved() override {
        if (packed_ != nullptr) {
            pair_->release(packed_);
        }
    }

    void call_pack_hook(const at::Tensor& tensor) override {
        void* failure = nullptr;
        pair_->pack(pair_->state, torchlight::release(at::Tensor(tensor)), &packed_, &failure);
        check(failure);
    }

    at::Tensor call_unpack_hook() override {
        void* failure = nullptr;
        tl_tensor unpacked = nullptr;
        pair_->unpack(pair_->state, packed_, &unpacked, &failure);
        check(failure);
        return torchlight::take(unpacked);
    }

private:
    void check(void* failure) const {
        if (failure != nullptr) {
            throw torchlight::ManagedError(failure, pair_->release);
        }
    }

    std::shared_ptr<SavedPair> pair_;
    void* packed_ = nullptr;
};

std::atomic<tl_anomaly_trace> trace_of_program{nullptr};
std::atomic<tl_anomaly_report> report_to_program{nullptr};

struct Anomaly : torch::autograd::AnomalyMetadata {
    void store_stack() override {
        if (const auto trace = trace_of_program.load()) {
            std::vector<char> text(16384);
            trace(text.data(), static_cast<int32_t>(text.size()));
            text.back() = '\0';
            trace_ = text.data();
        }
    }

    void print_stack(const std::string& node) override {
        const auto report = report_to_program.load();
        if (report == nullptr) {
            AnomalyMetadata::print_stack(node);
            return;
        }
        report(node.c_str(), trace_.c_str());
        if (parent_) {
            parent_->metadata()->print_stack(parent_->name());
        }
    }

    void assign_parent(const decltype(torch::autograd::Edge::function)& parent) override { parent_ = parent; }

private:
    std::string trace_;
    decltype(torch::autograd::Edge::function) parent_;
};

struct ManagedEngine : torch::autograd::Engine {
    std::unique_ptr<torch::autograd::AnomalyMetadata> make_anomaly_metadata() override { return std::make_unique<Anomaly>(); }

    std::unique_ptr<torch::autograd::SavedVariableHooks> get_default_saved_variable_hooks() override {
        if (saved_pairs.empty()) {
            return nullptr;
        }
        return std::make_unique<ManagedSaved>(saved_pairs.back());
    }
};

torch::autograd::Engine& engine() {
    // Never destroyed: device threads may still run when the process ends.
    static auto* const made = new ManagedEngine();
    return *made;
}

// Before anything is recorded: the shim is opened before libtorch is used.
[[maybe_unused]] const bool installed = (torch::autograd::set_default_engine_stub(&engine), true);

} // namespace

int32_t tl_saved_hooks_push(void* state, tl_saved_pack pack, tl_saved_unpack unpack, tl_function_release release) {
    return guarded([&] { saved_pairs.push_back(std::make_shared<SavedPair>(state, pack, unpack, release)); });
}

void tl_saved_hooks_pop() {
    if (!saved_pairs.empty()) {
        saved_pairs.pop_back();
    }
}

void tl_anomaly_callbacks(tl_anomaly_trace trace, tl_anomaly_report report) {
    trace_of_program = trace;
    report_to_program = report;
}
