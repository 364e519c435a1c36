// What libtorch's kernels take for granted, and Python's own functions never give them: without these checks such arguments end the process.
#include "checks.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

namespace torchlight {
namespace {

using torch::jit::Stack;

// A polynomial of degree n takes n steps for every element: beyond this nobody waits for the end.
constexpr double highest_degree = 1e6;

void check_matrix_exp_backward(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    require(self.dim() >= 2 && self.size(-1) == self.size(-2) && stack[1].toTensor().sizes() == self.sizes(),
            "matrix_exp_backward takes square matrices and a gradient of their shape");
}

void check_named_flatten(const Stack& stack) {
    const int64_t dims = stack[0].toTensor().dim();
    const int64_t start = stack[1].toInt();
    const int64_t end = stack[2].toInt();
    require(start >= 0 && start <= end && end < dims, "flatten with a name takes 0 <= start_dim <= end_dim < the number of dimensions");
}

void check_align_to(const Stack& stack) {
    const auto order = static_cast<int64_t>(stack[1].toListRef().size());
    const int64_t place = stack[2].toInt();
    require(place >= 0 && place <= order, "align_to takes the place of the ellipsis among the names");
}

void check_scalar(const Stack& stack) {
    require(stack[0].toTensor().numel() == 1, "a tensor with one element only can be converted to a number");
}

void check_histogram_bins(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    const auto bins = stack[1].isTensorList() ? stack[1].toTensorList().size() : stack[1].toIntVector().size();
    require(self.dim() >= 2 && static_cast<int64_t>(bins) == self.size(-1), "histogramdd takes [..., D] of 2 dimensions or more, and D numbers or edges of bins");
}

void check_type_of_sums(const Stack& stack) {
    require(stack[0].toTensor().scalar_type() == stack[2].toTensor().scalar_type(), "_logcumsumexp takes an out of the input's element type");
}

void check_dense(const Stack& stack) {
    require(stack[0].toTensor().layout() == at::kStrided && stack[1].toTensor().layout() == at::kStrided, "tensordot takes dense tensors");
}

void check_compressed_rows(const Stack& stack) {
    const auto& indices = stack[0].toTensor();
    const int64_t size = stack[1].toInt();
    const bool integers = indices.scalar_type() == at::kInt || indices.scalar_type() == at::kLong;
    require(integers && indices.is_contiguous() && size >= 0 && (indices.numel() == 0 || (indices.min().item<int64_t>() >= 0 && indices.max().item<int64_t>() < size)),
            "_convert_indices_from_coo_to_csr takes contiguous int32 or int64 indices from 0 to size - 1");
}

void check_pairwise_distances(const Stack& stack) {
    require(stack[0].toTensor().dim() == 2, "_pdist_forward takes [N, M]");
}

void check_joined(const Stack& stack) {
    require(!stack[0].toListRef().empty(), "takes at least one tensor");
}

void check_binomial(const Stack& stack) {
    const auto& count = stack[0].toTensor();
    require(!can_be_read(count) || !count.isnan().any().item<bool>(), "binomial takes counts that are numbers");
}

void check_range(const Stack& stack) {
    require(!stack[2].isNone() || stack[1].toInt() < std::numeric_limits<int64_t>::max(), "random_ takes a from below the largest int64");
}

void check_indexed(const Stack& stack) {
    require(stack[0].toTensor().scalar_type() == stack[2].toTensor().scalar_type(), "index takes an out of the input's element type");
}

void check_sorter(const Stack& stack) {
    if (stack[5].isNone() || !can_be_read(stack[5].toTensor()) || stack[5].toTensor().numel() == 0) {
        return;
    }
    const auto& sorter = stack[5].toTensor();
    const auto& sequence = stack[0].toTensor();
    require(sequence.dim() > 0 && sorter.min().item().toDouble() >= 0 && sorter.max().item().toDouble() < static_cast<double>(sequence.size(-1)),
            "searchsorted takes a sorter of places within the last dimension of the sequence");
}

void check_plain(const Stack& stack) {
    require(!stack[0].toTensor().is_quantized(), "a quantized tensor has no view of another element type; int_repr() gives its integers");
}

void check_step(const Stack& stack) {
    const bool is_whole = !stack[3].isNone() && at::isIntegralType(stack[3].toScalarType(), true);
    const auto step = stack[2].toScalar();
    require(!is_whole || step.isComplex() || std::abs(step.toDouble()) >= 1, "range of whole numbers takes a step of 1 or more, or of -1 or less");
}

void check_repeats(const Stack& stack) {
    const double elements = static_cast<double>(stack[0].toTensor().numel());
    require(static_cast<double>(stack[1].toInt()) * std::max(elements, 1.0) < 1e15, "repeat_interleave takes a number of repeats whose result can be held");
}

const std::unordered_map<std::string, Check>& named() {
    static const std::unordered_map<std::string, Check> checks = {
        {"aten::matrix_exp_backward", check_matrix_exp_backward},
        {"aten::flatten.named_out_dim", check_named_flatten},
        {"aten::align_to.ellipsis_idx", check_align_to},
        {"aten::tensordot", check_dense},
        {"aten::tensordot.out", check_dense},
        {"aten::_local_scalar_dense", check_scalar},
        {"aten::histogramdd", check_histogram_bins},
        {"aten::histogramdd.TensorList_bins", check_histogram_bins},
        {"aten::_histogramdd_bin_edges", check_histogram_bins},
        {"aten::_histogramdd_bin_edges.out", check_histogram_bins},
        {"aten::_histogramdd_from_bin_cts.out", check_histogram_bins},
        {"aten::_histogramdd_from_bin_tensors.out", check_histogram_bins},
        {"aten::_histogramdd_from_bin_cts", check_histogram_bins},
        {"aten::_histogramdd_from_bin_tensors", check_histogram_bins},
        {"aten::_logcumsumexp.out", check_type_of_sums},
        {"aten::cat.out", check_joined},
        {"aten::concat.out", check_joined},
        {"aten::concatenate.out", check_joined},
        {"aten::cat.names", check_joined},
        {"aten::cat.names_out", check_joined},
        {"aten::concat.names", check_joined},
        {"aten::concat.names_out", check_joined},
        {"aten::concatenate.names", check_joined},
        {"aten::concatenate.names_out", check_joined},
        {"aten::align_tensors", check_joined},
        {"aten::range.step", check_step},
        {"aten::searchsorted.Tensor", check_sorter},
        {"aten::searchsorted.Tensor_out", check_sorter},
        {"aten::searchsorted.Scalar", check_sorter},
        {"aten::searchsorted.Scalar_out", check_sorter},
        {"aten::view.dtype", check_plain},
        {"aten::random_.from", check_range},
        {"aten::random.from", check_range},
        {"aten::random.from_out", check_range},
        {"aten::index.Tensor_out", check_indexed},
        {"aten::binomial", check_binomial},
        {"aten::binomial.out", check_binomial},
        {"aten::repeat_interleave.self_int", check_repeats},
        {"aten::_convert_indices_from_coo_to_csr", check_compressed_rows},
        {"aten::_convert_indices_from_coo_to_csr.out", check_compressed_rows},
        {"aten::_pdist_forward", check_pairwise_distances},
    };
    return checks;
}

void check_degree(const Stack& stack) {
    const auto& degree = stack[1];
    bool is_too_high = false;
    if (degree.isTensor()) {
        const auto& values = degree.toTensor();
        is_too_high = !values.is_complex() && can_be_read(values) && (values.to(at::kDouble) > highest_degree).any().item<bool>();
    } else if (!degree.toScalar().isComplex()) {
        is_too_high = degree.toScalar().toDouble() > highest_degree;
    }
    require(!is_too_high, "a polynomial's degree n is 1,000,000 at most");
}

} // namespace

Check check_of(const c10::FunctionSchema& schema) {
    const auto& name = schema.operator_name();
    if (name.name.compare(0, 14, "aten::special_") == 0 && name.name.find("_polynomial_") != std::string::npos) {
        return check_degree;
    }
    for (const auto& of_area : {linalg_check_of, division_check_of, layer_check_of, nested_check_of, view_check_of, recurrent_check_of}) {
        if (const auto check = of_area(name)) {
            return check;
        }
    }
    const auto found = named().find(name.overload_name.empty() ? name.name : name.name + "." + name.overload_name);
    return found == named().end() ? nullptr : found->second;
}

std::vector<FixedList> fixed_lists_of(const c10::FunctionSchema& schema) {
    std::vector<FixedList> lists;
    for (size_t i = 0; i < schema.arguments().size(); i++) {
        const auto& argument = schema.arguments()[i];
        const auto length = argument.N();
        const bool may_be_empty = argument.default_value().has_value() && argument.default_value()->isIntList() && argument.default_value()->toIntVector().empty();
        // A list of one may be empty where it names dimensions, which then are all; a kernel of no size is nothing.
        if (length.has_value() && (*length > 1 || argument.name() == "kernel_size") && !may_be_empty) {
            lists.push_back({i, *length});
        }
    }
    return lists;
}

void complete(const FixedList& list, const c10::FunctionSchema& schema, Stack& stack) {
    auto& value = stack[list.place];
    if (!value.isIntList() || static_cast<int32_t>(value.toIntVector().size()) == list.length) {
        return;
    }
    const auto given = value.toIntVector();
    if (given.size() == 1) {
        value = c10::IValue(std::vector<int64_t>(static_cast<size_t>(list.length), given[0]));
        return;
    }
    std::ostringstream message;
    message << schema.operator_name() << ": " << schema.arguments()[list.place].name() << " has " << given.size() << " elements; it takes "
            << list.length << ", or one for all";
    throw std::invalid_argument(message.str());
}

} // namespace torchlight
