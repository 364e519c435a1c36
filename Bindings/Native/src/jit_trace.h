// What the files of tracing share.
#pragma once

#include "jit.h"
#include "torchlight_trace.h"

#include <torch/csrc/jit/ir/ir.h>

namespace torchlight {
namespace script {

// A recording of other sizes.
struct ProbeHandle : Handle {
    explicit ProbeHandle(std::shared_ptr<torch::jit::Graph> recorded) : graph(std::move(recorded)) {}
    std::shared_ptr<torch::jit::Graph> graph;
};

struct Probe {
    std::shared_ptr<torch::jit::Graph> graph;
    std::string name; // which sizes of the inputs were others
};

struct Generalized {
    int64_t count = 0;              // numbers that became expressions
    std::vector<std::string> notes; // about those that no expression was found for
};

// Puts expressions of sizes into the place of numbers that are others in the probes.
Generalized generalize_sizes(torch::jit::Graph& graph, const std::vector<Probe>& probes);

} // namespace script
} // namespace torchlight
