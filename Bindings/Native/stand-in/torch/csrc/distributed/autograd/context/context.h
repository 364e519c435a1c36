// Debian 12's libtorch-dev leaves this header out, and reducer.hpp includes it. Only the two names that reducer.hpp
// uses are declared; nothing of ours touches an object of these types.
#pragma once

#include <ATen/core/Tensor.h>

#include <functional>
#include <memory>

namespace torch {
namespace distributed {
namespace autograd {

class DistAutogradContext {
  public:
    using GradCallback = std::function<bool(at::Tensor&)>;
};

using ContextPtr = std::shared_ptr<DistAutogradContext>;

} // namespace autograd
} // namespace distributed
} // namespace torch
