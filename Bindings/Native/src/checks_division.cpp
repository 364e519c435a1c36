// Whole numbers divided on the processor: the smallest one by -1 does not fit its type, which the processor answers by ending the process.
#include "checks.h"

#include <ATen/ATen.h>

#include <limits>
#include <stdexcept>
#include <string>
#include <unordered_map>

namespace torchlight {
namespace {

using torch::jit::Stack;

bool is_anywhere(const at::Tensor& truth) { return truth.any().item<bool>(); }

bool holds_minus_one(const c10::IValue& divisor) {
    if (divisor.isTensor()) {
        const auto& tensor = divisor.toTensor();
        return can_be_read(tensor) && at::isIntegralType(tensor.scalar_type(), false) && tensor.scalar_type() != at::kByte && is_anywhere(tensor.eq(-1));
    }
    return divisor.toScalar().isIntegral(false) && divisor.toScalar().toLong() == -1;
}

at::ScalarType type_of_quotient(const c10::IValue& dividend, const c10::IValue& divisor) {
    if (!dividend.isTensor()) {
        return at::result_type(dividend.toScalar(), divisor.toTensor());
    }
    return divisor.isTensor() ? at::result_type(dividend.toTensor(), divisor.toTensor()) : at::result_type(dividend.toTensor(), divisor.toScalar());
}

void check_quotient(const Stack& stack) {
    const auto& dividend = stack[0];
    const auto& divisor = stack[1];
    if ((dividend.isTensor() && !can_be_read(dividend.toTensor())) || !holds_minus_one(divisor)) {
        return;
    }
    const auto type = type_of_quotient(dividend, divisor);
    if (type != at::kInt && type != at::kLong) {
        return;
    }
    const int64_t smallest = type == at::kInt ? std::numeric_limits<int32_t>::min() : std::numeric_limits<int64_t>::min();
    const auto numbers = dividend.isTensor() ? dividend.toTensor().to(type) : at::scalar_tensor(dividend.toScalar(), type);
    const auto divisors = divisor.isTensor() ? divisor.toTensor().to(type) : at::scalar_tensor(divisor.toScalar(), type);
    if (is_anywhere(numbers.eq(smallest)) && is_anywhere(numbers.eq(smallest).logical_and(divisors.eq(-1)))) {
        throw std::invalid_argument("the smallest " + std::string(type == at::kInt ? "int32" : "int64") + ", " + std::to_string(smallest) +
                                    ", cannot be divided by -1: the quotient does not fit the type");
    }
}

void check_rounded_quotient(const Stack& stack) {
    if (!stack[2].isNone()) {
        check_quotient(stack);
    }
}

} // namespace

Check division_check_of(const c10::OperatorName& name) {
    static const std::unordered_map<std::string, Check> checks = {
        {"aten::floor_divide", check_quotient},         {"aten::floor_divide.Scalar", check_quotient},
        {"aten::floor_divide.out", check_quotient},     {"aten::floor_divide_.Tensor", check_quotient},
        {"aten::floor_divide_.Scalar", check_quotient}, {"aten::remainder.Tensor", check_quotient},
        {"aten::remainder.Scalar", check_quotient},     {"aten::remainder.Scalar_Tensor", check_quotient},
        {"aten::remainder.Tensor_out", check_quotient}, {"aten::remainder.Scalar_out", check_quotient},
        {"aten::remainder_.Tensor", check_quotient},    {"aten::remainder_.Scalar", check_quotient},
        {"aten::fmod.Tensor", check_quotient},          {"aten::fmod.Scalar", check_quotient},
        {"aten::fmod.Tensor_out", check_quotient},      {"aten::fmod.Scalar_out", check_quotient},
        {"aten::fmod_.Tensor", check_quotient},         {"aten::fmod_.Scalar", check_quotient},
        {"aten::div.Tensor_mode", check_rounded_quotient},     {"aten::div.Scalar_mode", check_rounded_quotient},
        {"aten::div.out_mode", check_rounded_quotient},        {"aten::div.Scalar_mode_out", check_rounded_quotient},
        {"aten::div_.Tensor_mode", check_rounded_quotient},    {"aten::div_.Scalar_mode", check_rounded_quotient},
        {"aten::divide.Tensor_mode", check_rounded_quotient},  {"aten::divide.Scalar_mode", check_rounded_quotient},
        {"aten::divide.out_mode", check_rounded_quotient},     {"aten::divide_.Tensor_mode", check_rounded_quotient},
        {"aten::divide_.Scalar_mode", check_rounded_quotient},
    };
    const auto found = checks.find(name.overload_name.empty() ? name.name : name.name + "." + name.overload_name);
    return found == checks.end() ? nullptr : found->second;
}

} // namespace torchlight
