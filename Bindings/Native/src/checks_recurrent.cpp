// Recurrent networks: libtorch reads their states, weights and packed sequences as the modules of Python lay them out.
#include "checks.h"

#include <ATen/ATen.h>

#include <stdexcept>
#include <unordered_map>

namespace torchlight {
namespace {

using torch::jit::Stack;

bool is_dense(const at::Tensor& tensor, int64_t dims) {
    return tensor.layout() == at::kStrided && tensor.dim() == dims;
}

// The input is [T, N, I], or the packed [rows, I] with batch sizes behind it; each state is [layers, N, H].
template <size_t state, size_t layers, int64_t input_dims>
void check_network(const Stack& stack) {
    require(stack[layers].toInt() > 0, "a recurrent network takes a positive number of layers");
    bool fits = is_dense(stack[0].toTensor(), input_dims);
    if (stack[state].isTensor()) {
        fits = fits && is_dense(stack[state].toTensor(), 3);
    } else {
        for (const c10::IValue& one : stack[state].toListRef()) {
            fits = fits && is_dense(one.toTensor(), 3);
        }
    }
    require(fits, input_dims == 3 ? "a recurrent network takes a dense input [T, N, I] and dense states [layers, N, H]"
                                  : "a recurrent network takes dense packed data [rows, I] and dense states [layers, N, H]");
}

void check_quantized_lstm(const Stack& stack) { require(stack[1].toListRef().size() == 2, "quantized_lstm_cell takes two hidden states"); }

void check_gru_cell(const Stack& stack) {
    const auto& input = stack[0].toTensor();
    const auto& hidden = stack[1].toTensor();
    const auto& from_input = stack[2].toTensor();
    const auto& from_hidden = stack[3].toTensor();
    require(input.dim() == 2 && hidden.dim() == 2 && from_input.dim() == 2 && from_hidden.dim() == 2 && input.size(0) == hidden.size(0) &&
                from_input.size(0) == 3 * hidden.size(1) && from_hidden.size(0) == 3 * hidden.size(1) &&
                from_input.size(1) == input.size(1) && from_hidden.size(1) == hidden.size(1),
            "gru_cell takes an input [N, I], a state [N, H] and weights [3 H, I] and [3 H, H]");
}

void check_packed(const Stack& stack) {
    const auto& data = stack[0].toTensor();
    const auto& sizes = stack[1].toTensor();
    bool fits = data.dim() > 0 && sizes.dim() == 1 && sizes.numel() > 0 && sizes.scalar_type() == at::kLong && can_be_read(sizes);
    if (fits) {
        fits = sizes.min().item<int64_t>() > 0 && sizes.sum().item<int64_t>() == data.size(0) && !(sizes.diff() > 0).any().item<bool>();
    }
    require(fits, "packed data [rows, ...] takes int64 batch_sizes that are positive, do not grow, and add up to the rows");
}

} // namespace

Check recurrent_check_of(const c10::OperatorName& name) {
    static const std::unordered_map<std::string, Check> checks = {
        {"aten::lstm.input", check_network<1, 4, 3>},     {"aten::lstm.data", check_network<2, 5, 2>},
        {"aten::gru.input", check_network<1, 4, 3>},      {"aten::gru.data", check_network<2, 5, 2>},
        {"aten::rnn_tanh.input", check_network<1, 4, 3>}, {"aten::rnn_tanh.data", check_network<2, 5, 2>},
        {"aten::rnn_relu.input", check_network<1, 4, 3>}, {"aten::rnn_relu.data", check_network<2, 5, 2>},
        {"aten::quantized_lstm_cell", check_quantized_lstm},
        {"aten::gru_cell", check_gru_cell},
        {"aten::_pad_packed_sequence", check_packed},
    };
    const auto found = checks.find(name.overload_name.empty() ? name.name : name.name + "." + name.overload_name);
    return found == checks.end() ? nullptr : found->second;
}

} // namespace torchlight
