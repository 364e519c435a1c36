// Numbers with which linear algebra never ends. Infinities in a matrix whose singular vectors are asked for: LAPACK's iteration (gesdd, gelsd, gelss) may never end on them. Not-a-number it looks for
// itself, and singular values alone come out as not-a-number.
#include "checks.h"

#include <ATen/ATen.h>
#include <c10/util/Exception.h>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace torchlight {
namespace {

using torch::jit::Stack;

void check_vectors(const Stack& stack) {
    const auto& matrix = stack[0].toTensor();
    const bool has_infinities = at::isFloatingType(matrix.scalar_type()) || at::isComplexType(matrix.scalar_type());
    TORCH_CHECK_LINALG(!has_infinities || !can_be_read(matrix) || !at::isinf(matrix).any().item<bool>(),
                       "linalg.svd: The algorithm failed to converge because the input matrix contained non-finite values.");
}

// Values alone are computed with their vectors only where a gradient will need these.
void check_values(const Stack& stack) {
    if (stack[0].toTensor().requires_grad() && at::GradMode::is_enabled()) {
        check_vectors(stack);
    }
}

template <size_t place>
void check_vectors_if(const Stack& stack) {
    return stack[place].toBool() ? check_vectors(stack) : check_values(stack);
}

// Orders 2, -2 and "nuc" are of singular values.
void check_order(const Stack& stack) {
    const auto& order = stack[1];
    if (order.isString() ? order.toStringRef() == "nuc" : !order.toScalar().isComplex() && std::abs(order.toScalar().toDouble()) == 2.0) {
        check_values(stack);
    }
}

// A condition number of no order is of order 2.
void check_condition(const Stack& stack) { return stack[1].isNone() ? check_values(stack) : check_order(stack); }

// A norm of no order, or over one dimension, is a vector's.
void check_norm(const Stack& stack) {
    const bool is_of_matrix = stack[2].isIntList() ? stack[2].toIntVector().size() == 2 : stack[0].toTensor().dim() == 2;
    if (is_of_matrix && !stack[1].isNone()) {
        check_order(stack);
    }
}

void check_least_squares(const Stack& stack) {
    const auto& driver = stack[3];
    if (driver.isString() && (driver.toStringRef() == "gelsd" || driver.toStringRef() == "gelss")) {
        check_vectors(stack);
    }
}

// Its inverse would be raised to the opposite power, which is no int64.
void check_power(const Stack& stack) {
    if (stack[1].toInt() == std::numeric_limits<int64_t>::min()) {
        throw std::invalid_argument("matrix_power takes an exponent whose opposite is an int64 too");
    }
}

} // namespace

Check linalg_check_of(const c10::OperatorName& name) {
    static const std::unordered_map<std::string, Check> checks = {
        {"aten::svd", check_vectors_if<2>},
        {"aten::linalg_svd", check_vectors},
        {"aten::_linalg_svd", check_vectors_if<2>},
        {"aten::linalg_svdvals", check_values},
        {"aten::linalg_pinv", check_vectors},
        {"aten::linalg_polar", check_vectors},
        {"aten::pinverse", check_vectors},
        {"aten::linalg_lstsq", check_least_squares},
        {"aten::linalg_cond", check_condition},
        {"aten::linalg_norm", check_norm},
        {"aten::linalg_matrix_norm", check_order},
        {"aten::nuclear_norm", check_values},
        {"aten::matrix_power", check_power},
        {"aten::linalg_matrix_power", check_power},
    };
    const auto found = checks.find(name.name);
    return found == checks.end() ? nullptr : found->second;
}

} // namespace torchlight
