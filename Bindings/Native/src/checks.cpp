// What libtorch's kernels take for granted, and Python's own functions never give them: without these checks such arguments end the process.
#include "checks.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <limits>
#include <sstream>
#include <stdexcept>
#include <unordered_map>

namespace torchlight {
namespace {

using torch::jit::Stack;

// A polynomial of degree n takes n steps for every element: beyond this nobody waits for the end.
constexpr double highest_degree = 1e6;

void require(bool holds, const char* message) {
    if (!holds) {
        throw std::invalid_argument(message);
    }
}

void check_channel_shuffle(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    const int64_t groups = stack[1].toInt();
    require(self.dim() > 2 && groups > 0 && self.numel() > 0 && self.size(1) % groups == 0,
            "native_channel_shuffle takes [N, C, ...] with at least one element, and a positive number of groups that divides C");
}

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

void check_smooth_l1_backward(const Stack& stack) {
    const auto type = stack[1].toTensor().scalar_type();
    require(at::isFloatingType(type) || at::isComplexType(type), "smooth_l1_loss_backward takes floating-point tensors");
}

void check_qparams(const Stack& stack) {
    require(stack[1].toInt() == stack[0].toTensor().numel() && stack[1].toInt() > 0 && stack[2].toInt() > 0 && stack[4].toInt() > 0 && stack[4].toInt() <= 16,
            "choose_qparams_optimized takes the input's own number of elements, at least one bin, and a width of 1 to 16 bits");
    const double ratio = stack[3].toDouble();
    require(ratio >= 0 && ratio <= 1, "choose_qparams_optimized takes a ratio from 0 to 1");
}

void check_batch_statistics(const Stack& stack) {
    const auto& input = stack[0].toTensor();
    bool fits = input.dim() > 1 && input.numel() > 0;
    for (const size_t place : {1, 2}) {
        fits = fits && (stack[place].isNone() || stack[place].toTensor().numel() == input.size(1));
    }
    require(fits, "batch_norm_update_stats takes [N, C, ...] with at least one element, and C elements of running_mean and running_var");
}

void check_slow_conv(const Stack& stack) {
    require(stack[1].toTensor().numel() > 0, "slow_conv3d takes a weight with at least one element");
}

void check_scalar(const Stack& stack) {
    require(stack[0].toTensor().numel() == 1, "a tensor with one element only can be converted to a number");
}

// The kernel divides by the width and reads so many elements of weight and bias.
void check_nested_layer_norm(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    const auto has_width = [&](const c10::IValue& value) { return !value.isNone() && value.toTensor().numel() == self.size(-1); };
    require(self.is_nested() && self.dim() > 1 && self.size(-1) > 0 && has_width(stack[1]) && has_width(stack[2]),
            "_nested_tensor_layer_norm takes a nested tensor of at least one tensor and a weight and a bias of its last dimension's size");
}

void check_weight_norm(const Stack& stack) {
    const auto& weight = stack[0].toTensor();
    const int64_t dim = stack[2].toInt();
    const bool is_one_kernel = weight.dim() > 0 && (dim == 0 || dim == weight.dim() - 1);
    require(weight.numel() > 0 && (!is_one_kernel || stack[1].toTensor().numel() == weight.size(dim)),
            "weight_norm takes a weight with at least one element, and a norm for each part along dim");
}

void check_embedding_bag(const Stack& stack) {
    const auto& offsets = stack[2].toTensor();
    require(stack[0].toTensor().dim() == 2 && stack[1].toTensor().dim() == 1 && offsets.dim() == 1 && (!stack[7].toBool() || offsets.numel() > 0),
            "embedding_bag takes a weight of 2 dimensions, indices and offsets of one, and at least one offset where the last one is the end");
}

void check_histogram_bins(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    const auto bins = stack[1].isTensorList() ? stack[1].toTensorList().size() : stack[1].toIntVector().size();
    require(self.dim() >= 2 && static_cast<int64_t>(bins) == self.size(-1), "histogramdd takes [..., D] of 2 dimensions or more, and D numbers or edges of bins");
}

void check_gradient_of_softmax(const Stack& stack) {
    require(stack[0].toTensor().sizes() == stack[1].toTensor().sizes(), "the gradient of a softmax has its output's shape");
}

void check_type_of_sums(const Stack& stack) {
    require(stack[0].toTensor().scalar_type() == stack[2].toTensor().scalar_type(), "_logcumsumexp takes an out of the input's element type");
}

void check_rrelu(const Stack& stack) {
    require(stack[1].toTensor().sizes() == stack[0].toTensor().sizes(), "rrelu_with_noise takes a noise of the input's shape");
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

void check_mkldnn_convolution(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    const auto& weight = stack[1].toTensor();
    const bool type = self.scalar_type() == weight.scalar_type() && (self.scalar_type() == at::kFloat || self.scalar_type() == at::kBFloat16);
    const auto places = static_cast<size_t>(self.dim() - 2);
    bool lists = self.dim() >= 3 && self.dim() <= 5 && weight.dim() == self.dim();
    for (const size_t list : {3, 4, 5}) {
        lists = lists && stack[list].toIntVector().size() == places;
    }
    require(type && lists && weight.numel() > 0 && stack[6].toInt() > 0 && (stack[2].isNone() || stack[2].toTensor().numel() == weight.size(0)),
            "mkldnn_convolution takes float32 or bfloat16 tensors of 3 to 5 dimensions, a bias for each output channel, padding, stride and dilation for each "
            "dimension of space, and a positive number of groups");
}

void check_batch_norm(const Stack& stack) {
    const auto& input = stack[0].toTensor();
    bool fits = input.dim() >= 2 && input.numel() > 0 && (stack[5].toBool() || (!stack[3].isNone() && !stack[4].isNone()));
    for (const size_t place : {1, 2, 3, 4}) {
        fits = fits && (stack[place].isNone() || stack[place].toTensor().numel() == input.size(1));
    }
    require(fits, "native_batch_norm takes [N, C, ...] with at least one element, C elements of weight, bias, running_mean and running_var, and both of the last where it does not train");
}

void check_pixel_shuffle(const Stack& stack) {
    const int64_t factor = stack[1].toInt();
    require(factor > 0 && factor <= std::numeric_limits<int32_t>::max(), "pixel_shuffle takes a factor from 1 to 2147483647");
}

template <size_t place>
void check_groups(const Stack& stack) {
    const auto& weight = stack[1].toTensor();
    require(weight.dim() == 0 || stack[place].toInt() <= std::max<int64_t>(1, weight.size(0)), "a convolution has no more groups than its weight has rows");
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

void check_group_norm(const Stack& stack) {
    const auto& input = stack[0].toTensor();
    const int64_t batch = stack[3].toInt();
    const int64_t channels = stack[4].toInt();
    const int64_t places = stack[5].toInt();
    const int64_t groups = stack[6].toInt();
    bool fits = batch >= 0 && channels > 0 && places >= 0 && groups > 0 && channels % groups == 0 && input.layout() == at::kStrided &&
                static_cast<double>(batch) * static_cast<double>(channels) * static_cast<double>(places) == static_cast<double>(input.numel());
    for (const size_t place : {1, 2}) {
        fits = fits && (stack[place].isNone() || (stack[place].toTensor().numel() == channels && stack[place].toTensor().device() == input.device()));
    }
    require(fits, "native_group_norm takes N x C x HxW elements, a number of groups that divides C, and C elements of weight and bias");
}

void check_observed(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    const int64_t axis = stack[10].toInt();
    const bool is_by_row = stack[11].toBool();
    bool fits = !is_by_row || (axis >= 0 && axis < self.dim());
    for (const size_t place : {3, 4, 5, 6}) {
        fits = fits && stack[place].toTensor().numel() == (is_by_row ? self.size(axis) : 1);
    }
    require(fits, "fused_moving_avg_obs_fake_quant takes a ch_axis of the input, and limits, scales and zero points for each of its rows, or one of each");
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

void check_repeats(const Stack& stack) {
    const double elements = static_cast<double>(stack[0].toTensor().numel());
    require(static_cast<double>(stack[1].toInt()) * std::max(elements, 1.0) < 1e15, "repeat_interleave takes a number of repeats whose result can be held");
}

void check_soft_margin(const Stack& stack) {
    require(stack[0].toTensor().layout() == at::kStrided && stack[1].toTensor().layout() == at::kStrided, "soft_margin_loss takes dense tensors");
}

const std::unordered_map<std::string, Check>& named() {
    static const std::unordered_map<std::string, Check> checks = {
        {"aten::native_channel_shuffle", check_channel_shuffle},
        {"aten::matrix_exp_backward", check_matrix_exp_backward},
        {"aten::flatten.named_out_dim", check_named_flatten},
        {"aten::align_to.ellipsis_idx", check_align_to},
        {"aten::smooth_l1_loss_backward", check_smooth_l1_backward},
        {"aten::choose_qparams_optimized", check_qparams},
        {"aten::batch_norm_update_stats", check_batch_statistics},
        {"aten::batch_norm_update_stats.out", check_batch_statistics},
        {"aten::rrelu_with_noise", check_rrelu},
        {"aten::rrelu_with_noise_", check_rrelu},
        {"aten::rrelu_with_noise.out", check_rrelu},
        {"aten::smooth_l1_loss_backward.grad_input", check_smooth_l1_backward},
        {"aten::tensordot", check_dense},
        {"aten::tensordot.out", check_dense},
        {"aten::slow_conv3d", check_slow_conv},
        {"aten::slow_conv3d.out", check_slow_conv},
        {"aten::slow_conv3d_forward", check_slow_conv},
        {"aten::slow_conv3d_forward.output", check_slow_conv},
        {"aten::_local_scalar_dense", check_scalar},
        {"aten::_weight_norm", check_weight_norm},
        {"aten::_weight_norm_interface", check_weight_norm},
        {"aten::embedding_bag", check_embedding_bag},
        {"aten::embedding_bag.padding_idx", check_embedding_bag},
        {"aten::histogramdd", check_histogram_bins},
        {"aten::histogramdd.TensorList_bins", check_histogram_bins},
        {"aten::_histogramdd_bin_edges", check_histogram_bins},
        {"aten::_histogramdd_bin_edges.out", check_histogram_bins},
        {"aten::_histogramdd_from_bin_cts.out", check_histogram_bins},
        {"aten::_histogramdd_from_bin_tensors.out", check_histogram_bins},
        {"aten::_histogramdd_from_bin_cts", check_histogram_bins},
        {"aten::_histogramdd_from_bin_tensors", check_histogram_bins},
        {"aten::_softmax_backward_data", check_gradient_of_softmax},
        {"aten::_softmax_backward_data.out", check_gradient_of_softmax},
        {"aten::_log_softmax_backward_data", check_gradient_of_softmax},
        {"aten::_log_softmax_backward_data.out", check_gradient_of_softmax},
        {"aten::_logcumsumexp.out", check_type_of_sums},
        {"aten::conv1d", check_groups<6>},
        {"aten::conv1d.padding", check_groups<6>},
        {"aten::conv2d", check_groups<6>},
        {"aten::conv2d.padding", check_groups<6>},
        {"aten::conv3d", check_groups<6>},
        {"aten::conv3d.padding", check_groups<6>},
        {"aten::conv_transpose1d", check_groups<6>},
        {"aten::conv_transpose2d.input", check_groups<6>},
        {"aten::conv_transpose3d.input", check_groups<6>},
        {"aten::convolution", check_groups<8>},
        {"aten::convolution.out", check_groups<8>},
        {"aten::convolution_overrideable", check_groups<8>},
        {"aten::convolution_overrideable.out", check_groups<8>},
        {"aten::_convolution", check_groups<8>},
        {"aten::_convolution.out", check_groups<8>},
        {"aten::_convolution.deprecated", check_groups<8>},
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
        {"aten::searchsorted.Tensor", check_sorter},
        {"aten::searchsorted.Tensor_out", check_sorter},
        {"aten::searchsorted.Scalar", check_sorter},
        {"aten::searchsorted.Scalar_out", check_sorter},
        {"aten::view.dtype", check_plain},
        {"aten::random_.from", check_range},
        {"aten::random.from", check_range},
        {"aten::random.from_out", check_range},
        {"aten::index.Tensor_out", check_indexed},
        {"aten::native_group_norm", check_group_norm},
        {"aten::native_group_norm.out", check_group_norm},
        {"aten::fused_moving_avg_obs_fake_quant", check_observed},
        {"aten::_fused_moving_avg_obs_fq_helper", check_observed},
        {"aten::_fused_moving_avg_obs_fq_helper.out", check_observed},
        {"aten::binomial", check_binomial},
        {"aten::binomial.out", check_binomial},
        {"aten::repeat_interleave.self_int", check_repeats},
        {"aten::soft_margin_loss", check_soft_margin},
        {"aten::soft_margin_loss.out", check_soft_margin},
        {"aten::_convert_indices_from_coo_to_csr", check_compressed_rows},
        {"aten::_convert_indices_from_coo_to_csr.out", check_compressed_rows},
        {"aten::_pdist_forward", check_pairwise_distances},
        {"aten::mkldnn_convolution", check_mkldnn_convolution},
        {"aten::mkldnn_convolution.out", check_mkldnn_convolution},
        {"aten::native_batch_norm", check_batch_norm},
        {"aten::native_batch_norm.out", check_batch_norm},
        {"aten::_nested_tensor_layer_norm", check_nested_layer_norm},
        {"aten::_nested_tensor_layer_norm.out", check_nested_layer_norm},
        {"aten::pixel_shuffle", check_pixel_shuffle},
        {"aten::pixel_shuffle.out", check_pixel_shuffle},
        {"aten::pixel_unshuffle", check_pixel_shuffle},
        {"aten::pixel_unshuffle.out", check_pixel_shuffle},
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
    for (const auto& of_area : {linalg_check_of, division_check_of, nested_check_of, view_check_of, recurrent_check_of}) {
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
