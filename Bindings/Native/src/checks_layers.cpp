// Layers and their gradients: what Python's modules make sure of before libtorch's kernels divide by it or read it.
#include "checks.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace torchlight {
namespace {

using torch::jit::Stack;

void check_channel_shuffle(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    const int64_t groups = stack[1].toInt();
    require(self.dim() > 2 && groups > 0 && self.numel() > 0 && self.size(1) % groups == 0,
            "native_channel_shuffle takes [N, C, ...] with at least one element, and a positive number of groups that divides C");
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

void check_gradient_of_softmax(const Stack& stack) {
    require(stack[0].toTensor().sizes() == stack[1].toTensor().sizes(), "the gradient of a softmax has its output's shape");
}

void check_rrelu(const Stack& stack) {
    require(stack[1].toTensor().sizes() == stack[0].toTensor().sizes(), "rrelu_with_noise takes a noise of the input's shape");
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

template <int64_t dims>
void check_padded(const Stack& stack) {
    const auto& self = stack[0].toTensor();
    require(self.dim() == dims + 1 || self.dim() == dims + 2, dims == 1   ? "a padded line is [C, L] or [N, C, L]"
                                                              : dims == 2 ? "a padded picture is [C, H, W] or [N, C, H, W]"
                                                                          : "a padded volume is [C, D, H, W] or [N, C, D, H, W]");
}

void check_soft_margin(const Stack& stack) {
    require(stack[0].toTensor().layout() == at::kStrided && stack[1].toTensor().layout() == at::kStrided, "soft_margin_loss takes dense tensors");
}

} // namespace

Check layer_check_of(const c10::OperatorName& name) {
    static const std::unordered_map<std::string, Check> checks = {
        {"aten::native_channel_shuffle", check_channel_shuffle},
        {"aten::smooth_l1_loss_backward", check_smooth_l1_backward},
        {"aten::choose_qparams_optimized", check_qparams},
        {"aten::batch_norm_update_stats", check_batch_statistics},
        {"aten::batch_norm_update_stats.out", check_batch_statistics},
        {"aten::rrelu_with_noise", check_rrelu},
        {"aten::rrelu_with_noise_", check_rrelu},
        {"aten::rrelu_with_noise.out", check_rrelu},
        {"aten::smooth_l1_loss_backward.grad_input", check_smooth_l1_backward},
        {"aten::slow_conv3d", check_slow_conv},
        {"aten::slow_conv3d.out", check_slow_conv},
        {"aten::slow_conv3d_forward", check_slow_conv},
        {"aten::slow_conv3d_forward.output", check_slow_conv},
        {"aten::_weight_norm", check_weight_norm},
        {"aten::_weight_norm_interface", check_weight_norm},
        {"aten::embedding_bag", check_embedding_bag},
        {"aten::embedding_bag.padding_idx", check_embedding_bag},
        {"aten::_softmax_backward_data", check_gradient_of_softmax},
        {"aten::_softmax_backward_data.out", check_gradient_of_softmax},
        {"aten::_log_softmax_backward_data", check_gradient_of_softmax},
        {"aten::_log_softmax_backward_data.out", check_gradient_of_softmax},
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
        {"aten::reflection_pad1d", check_padded<1>},
        {"aten::reflection_pad1d.out", check_padded<1>},
        {"aten::reflection_pad2d", check_padded<2>},
        {"aten::reflection_pad2d.out", check_padded<2>},
        {"aten::reflection_pad3d", check_padded<3>},
        {"aten::reflection_pad3d.out", check_padded<3>},
        {"aten::replication_pad1d", check_padded<1>},
        {"aten::replication_pad1d.out", check_padded<1>},
        {"aten::replication_pad2d", check_padded<2>},
        {"aten::replication_pad2d.out", check_padded<2>},
        {"aten::replication_pad3d", check_padded<3>},
        {"aten::replication_pad3d.out", check_padded<3>},
        {"aten::native_group_norm", check_group_norm},
        {"aten::native_group_norm.out", check_group_norm},
        {"aten::fused_moving_avg_obs_fake_quant", check_observed},
        {"aten::_fused_moving_avg_obs_fq_helper", check_observed},
        {"aten::_fused_moving_avg_obs_fq_helper.out", check_observed},
        {"aten::soft_margin_loss", check_soft_margin},
        {"aten::soft_margin_loss.out", check_soft_margin},
        {"aten::mkldnn_convolution", check_mkldnn_convolution},
        {"aten::mkldnn_convolution.out", check_mkldnn_convolution},
        {"aten::native_batch_norm", check_batch_norm},
        {"aten::native_batch_norm.out", check_batch_norm},
        {"aten::pixel_shuffle", check_pixel_shuffle},
        {"aten::pixel_shuffle.out", check_pixel_shuffle},
        {"aten::pixel_unshuffle", check_pixel_shuffle},
        {"aten::pixel_unshuffle.out", check_pixel_shuffle},
    };
    const auto found = checks.find(name.overload_name.empty() ? name.name : name.name + "." + name.overload_name);
    return found == checks.end() ? nullptr : found->second;
}

} // namespace torchlight
