#include "value.h"

#include <ATen/core/Generator.h>
#include <ATen/core/List.h>
#include <ATen/core/jit_type.h>
#include <c10/core/Stream.h>
#include <c10/util/complex.h>

#include <cstdlib>
#include <cstring>
#include <new>
#include <stdexcept>
#include <vector>

namespace torchlight {
namespace {

std::string text_of(const tl_value& value) {
    return std::string(static_cast<const char*>(value.pointer), static_cast<size_t>(value.extra));
}

at::Tensor copy_reference(const tl_tensor& handle) {
    return handle == nullptr ? at::Tensor() : borrow(handle);
}

template <typename T>
T* allocate(size_t count) {
    T* memory = static_cast<T*>(std::malloc(count == 0 ? 1 : count * sizeof(T)));
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
    return memory;
}

// The type behind an optional: Tensor? becomes Tensor.
const c10::Type& strip_optional(const c10::Type& type) {
    const auto* optional = type.castRaw<c10::OptionalType>();
    return optional == nullptr ? type : *optional->getElementType();
}

// A list's element type, also through an optional list (int[]?).
const c10::Type* element_of(const c10::Type& type) {
    const auto* list = strip_optional(type).castRaw<c10::ListType>();
    return list == nullptr ? nullptr : list->getElementType().get();
}

c10::IValue to_double_list(const tl_value& value) {
    c10::List<double> list;
    list.reserve(static_cast<size_t>(value.extra));
    const auto* items = static_cast<const double*>(value.pointer);
    for (int32_t i = 0; i < value.extra; i++) {
        list.push_back(items[i]);
    }
    return list;
}

c10::IValue to_int_list(const tl_value& value, const c10::Type& type) {
    const auto* items = static_cast<const int64_t*>(value.pointer);
    const c10::Type* element = element_of(type);
    if (element != nullptr && element->kind() == c10::TypeKind::FloatType) {
        c10::List<double> list;
        list.reserve(static_cast<size_t>(value.extra));
        for (int32_t i = 0; i < value.extra; i++) {
            list.push_back(static_cast<double>(items[i]));
        }
        return list;
    }
    // A list of plain ints also stands for a list of SymInts.
    c10::List<int64_t> list;
    list.reserve(static_cast<size_t>(value.extra));
    for (int32_t i = 0; i < value.extra; i++) {
        list.push_back(items[i]);
    }
    return list;
}

c10::IValue to_bool_list(const tl_value& value) {
    c10::List<bool> list;
    const auto* items = static_cast<const uint8_t*>(value.pointer);
    for (int32_t i = 0; i < value.extra; i++) {
        list.push_back(items[i] != 0);
    }
    return list;
}

c10::IValue to_tensor_list(const tl_value& value, const c10::Type& type) {
    const auto* handles = static_cast<const tl_tensor*>(value.pointer);
    const c10::Type* element = element_of(type);
    if (value.tag == TL_OPTIONAL_TENSOR_LIST || (element != nullptr && element->kind() == c10::TypeKind::OptionalType)) {
        c10::List<c10::optional<at::Tensor>> list;
        list.reserve(static_cast<size_t>(value.extra));
        for (int32_t i = 0; i < value.extra; i++) {
            list.push_back(handles[i] == nullptr ? c10::optional<at::Tensor>() : c10::optional<at::Tensor>(borrow(handles[i])));
        }
        return list;
    }
    c10::List<at::Tensor> list;
    list.reserve(static_cast<size_t>(value.extra));
    for (int32_t i = 0; i < value.extra; i++) {
        list.push_back(copy_reference(handles[i]));
    }
    return list;
}

c10::IValue to_scalar_list(const tl_value& value) {
    c10::List<at::Scalar> list;
    const auto* items = static_cast<const tl_value*>(value.pointer);
    for (int32_t i = 0; i < value.extra; i++) {
        list.push_back(to_scalar(items[i]));
    }
    return c10::IValue(std::move(list));
}

c10::IValue to_string_list(const tl_value& value) {
    c10::List<std::string> list;
    const auto* items = static_cast<const tl_value*>(value.pointer);
    for (int32_t i = 0; i < value.extra; i++) {
        list.push_back(text_of(items[i]));
    }
    return list;
}

c10::IValue to_stream(const tl_value& value) {
    const c10::Device device(static_cast<c10::DeviceType>(value.extra / 256), static_cast<c10::DeviceIndex>(value.extra % 256));
    return c10::Stream(c10::Stream::UNSAFE, device, value.integer);
}

void hand_out_tensors(std::vector<at::Tensor>&& tensors, tl_value* result) {
    auto* handles = allocate<tl_tensor>(tensors.size());
    for (size_t i = 0; i < tensors.size(); i++) {
        handles[i] = release(std::move(tensors[i]));
    }
    result->tag = TL_TENSOR_LIST;
    result->pointer = handles;
    result->extra = static_cast<int32_t>(tensors.size());
}

template <typename T, typename Source>
void hand_out_list(const Source& source, int32_t tag, tl_value* result) {
    auto* items = allocate<T>(source.size());
    for (size_t i = 0; i < source.size(); i++) {
        items[i] = static_cast<T>(source.get(i));
    }
    result->tag = tag;
    result->pointer = items;
    result->extra = static_cast<int32_t>(source.size());
}

} // namespace

at::Scalar to_scalar(const tl_value& value) {
    switch (value.tag) {
        case TL_INT:
            return at::Scalar(value.integer);
        case TL_DOUBLE:
            return at::Scalar(value.real);
        case TL_BOOL:
            return at::Scalar(value.integer != 0);
        case TL_COMPLEX: {
            const auto* parts = static_cast<const double*>(value.pointer);
            return at::Scalar(c10::complex<double>(parts[0], parts[1]));
        }
        default:
            throw std::invalid_argument("a number was expected");
    }
}

c10::Device to_device(int32_t type, int32_t index) {
    return c10::Device(static_cast<c10::DeviceType>(type), static_cast<c10::DeviceIndex>(index));
}

char* copy_text(const std::string& text) {
    char* copy = allocate<char>(text.size() + 1);
    std::memcpy(copy, text.c_str(), text.size() + 1);
    return copy;
}

c10::IValue to_ivalue(const tl_value& value, const c10::Type& type) {
    switch (value.tag) {
        case TL_NONE:
            return strip_optional(type).kind() == c10::TypeKind::TensorType && type.kind() == c10::TypeKind::TensorType
                       ? c10::IValue(at::Tensor())
                       : c10::IValue();
        case TL_TENSOR:
            return copy_reference(value.pointer);
        case TL_INT:
            // A float parameter takes a whole number too, as in Python.
            return strip_optional(type).kind() == c10::TypeKind::FloatType ? c10::IValue(static_cast<double>(value.integer))
                                                                          : c10::IValue(value.integer);
        case TL_DOUBLE:
            return value.real;
        case TL_BOOL:
            return value.integer != 0;
        case TL_COMPLEX: {
            const auto* parts = static_cast<const double*>(value.pointer);
            return c10::complex<double>(parts[0], parts[1]);
        }
        case TL_DEVICE:
            return to_device(static_cast<int32_t>(value.integer), value.extra);
        case TL_STRING:
            return text_of(value);
        case TL_GENERATOR:
            return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(value.pointer)));
        case TL_INT_LIST:
            return to_int_list(value, type);
        case TL_DOUBLE_LIST:
            return to_double_list(value);
        case TL_BOOL_LIST:
            return to_bool_list(value);
        case TL_TENSOR_LIST:
        case TL_OPTIONAL_TENSOR_LIST:
            return to_tensor_list(value, type);
        case TL_SCALAR_LIST:
            return to_scalar_list(value);
        case TL_STRING_LIST:
            return to_string_list(value);
        case TL_STORAGE:
            return c10::IValue(borrow(value.pointer).storage());
        case TL_STREAM:
            return to_stream(value);
        default:
            throw std::invalid_argument("unknown argument tag " + std::to_string(value.tag));
    }
}

void from_ivalue(c10::IValue&& value, tl_value* result) {
    result->extra = 0;
    if (value.isTensor()) {
        hand_out(std::move(value).toTensor(), result);
    } else if (value.isNone()) {
        result->tag = TL_NONE;
        result->integer = 0;
    } else if (value.isInt() || value.isSymInt()) {
        result->tag = TL_INT;
        result->integer = value.isInt() ? value.toInt() : value.toSymInt().expect_int();
    } else if (value.isDouble()) {
        result->tag = TL_DOUBLE;
        result->real = value.toDouble();
    } else if (value.isBool()) {
        result->tag = TL_BOOL;
        result->integer = value.toBool() ? 1 : 0;
    } else if (value.isComplexDouble()) {
        const auto number = value.toComplexDouble();
        auto* parts = allocate<double>(2);
        parts[0] = number.real();
        parts[1] = number.imag();
        result->tag = TL_COMPLEX;
        result->pointer = parts;
    } else if (value.isDevice()) {
        result->tag = TL_DEVICE;
        result->integer = static_cast<int64_t>(value.toDevice().type());
        result->extra = value.toDevice().index();
    } else if (value.isString()) {
        const std::string& text = value.toStringRef();
        result->tag = TL_STRING;
        result->pointer = copy_text(text);
        result->extra = static_cast<int32_t>(text.size());
    } else if (value.isTensorList()) {
        hand_out_tensors(std::move(value).toTensorVector(), result);
    } else if (value.isIntList()) {
        hand_out_list<int64_t>(value.toIntList(), TL_INT_LIST, result);
    } else if (value.isDoubleList()) {
        hand_out_list<double>(value.toDoubleList(), TL_DOUBLE_LIST, result);
    } else if (value.isBoolList()) {
        hand_out_list<uint8_t>(value.toBoolList(), TL_BOOL_LIST, result);
    } else if (value.isList()) {
        // Only Tensor?[] is left among the results that operators have.
        std::vector<at::Tensor> tensors;
        for (const c10::IValue& item : value.toListRef()) {
            tensors.push_back(item.isTensor() ? item.toTensor() : at::Tensor());
        }
        hand_out_tensors(std::move(tensors), result);
    } else {
        throw std::invalid_argument("a result of type " + value.tagKind() + " has no counterpart here");
    }
}

} // namespace torchlight
