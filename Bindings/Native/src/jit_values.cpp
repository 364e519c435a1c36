// TorchScript's values, which nest, to tagged values and back.
#include "jit.h"

#include <ATen/core/Dict.h>
#include <ATen/core/List.h>
#include <ATen/core/enum_type.h>
#include <ATen/core/jit_type.h>

#include <cstdlib>
#include <limits>
#include <new>

namespace torchlight {
namespace script {
namespace {

using c10::TypeKind;
using c10::TypePtr;

const TypePtr& any() {
    static const TypePtr type = c10::AnyType::get();
    return type;
}

// The type behind an optional.
TypePtr strip_optional(const TypePtr& type) {
    const auto optional = type->cast<c10::OptionalType>();
    return optional ? optional->getElementType() : type;
}

TypePtr type_of(const c10::IValue& value) {
    return value.isTensor() ? TypePtr(c10::TensorType::get()) : TypePtr(value.type());
}

// Lists and dictionaries do not check what is put into them.
c10::IValue expect(c10::IValue value, const TypePtr& type) {
    TORCH_CHECK_TYPE(type_of(value)->isSubtypeOf(*type), "a value of type ", type->repr_str(), " was expected, this one is a ",
                     type_of(value)->repr_str());
    return value;
}

c10::IValue to_checked(const tl_value& value, const TypePtr& type) {
    return expect(to_ivalue(value, type), type);
}

std::vector<c10::IValue> to_any(const tl_value* items, int32_t count) {
    std::vector<c10::IValue> values;
    values.reserve(static_cast<size_t>(count));
    for (int32_t i = 0; i < count; i++) {
        values.push_back(to_ivalue(items[i], any()));
    }
    return values;
}

// The type that all have, or Any.
template <typename Values, typename Select>
TypePtr common_type(const Values& values, Select select) {
    TypePtr common;
    for (const auto& value : values) {
        const TypePtr type = type_of(select(value));
        if (!common) {
            common = type;
        } else if (*common != *type) {
            return any();
        }
    }
    return common ? common : any();
}

c10::IValue to_list(const tl_value* items, int32_t count, const TypePtr& type) {
    if (const auto expected = type->cast<c10::ListType>()) {
        const TypePtr& element = expected->getElementType();
        c10::impl::GenericList list(element);
        list.reserve(static_cast<size_t>(count));
        for (int32_t i = 0; i < count; i++) {
            list.push_back(to_checked(items[i], element));
        }
        return list;
    }
    const auto values = to_any(items, count);
    c10::impl::GenericList list(common_type(values, [](const c10::IValue& value) -> const c10::IValue& { return value; }));
    for (const auto& value : values) {
        list.push_back(value);
    }
    return list;
}

c10::IValue to_tuple(const tl_value* items, int32_t count, const TypePtr& type) {
    const auto expected = type->cast<c10::TupleType>();
    if (!expected || expected->elements().size() != static_cast<size_t>(count)) {
        return c10::ivalue::Tuple::create(to_any(items, count));
    }
    std::vector<c10::IValue> values;
    for (int32_t i = 0; i < count; i++) {
        values.push_back(to_ivalue(items[i], expected->elements()[static_cast<size_t>(i)]));
    }
    return expected->schema() ? c10::ivalue::Tuple::createNamed(std::move(values), expected) : c10::ivalue::Tuple::create(std::move(values));
}

c10::IValue to_dict(const tl_value* items, int32_t count, const TypePtr& type) {
    if (const auto expected = type->cast<c10::DictType>()) {
        c10::impl::GenericDict dict(expected->getKeyType(), expected->getValueType());
        for (int32_t i = 0; i + 1 < count; i += 2) {
            dict.insert(to_checked(items[i], expected->getKeyType()), to_checked(items[i + 1], expected->getValueType()));
        }
        return dict;
    }
    std::vector<std::pair<c10::IValue, c10::IValue>> pairs;
    for (int32_t i = 0; i + 1 < count; i += 2) {
        pairs.emplace_back(to_ivalue(items[i], any()), to_ivalue(items[i + 1], any()));
    }
    using Pair = std::pair<c10::IValue, c10::IValue>;
    const TypePtr key = common_type(pairs, [](const Pair& pair) -> const c10::IValue& { return pair.first; });
    TORCH_CHECK_TYPE(pairs.empty() || key->kind() != TypeKind::AnyType, "the keys of a dictionary are all of one type");
    c10::impl::GenericDict dict(pairs.empty() ? TypePtr(c10::StringType::get()) : key,
                                common_type(pairs, [](const Pair& pair) -> const c10::IValue& { return pair.second; }));
    for (auto& pair : pairs) {
        dict.insert(std::move(pair.first), std::move(pair.second));
    }
    return dict;
}

// Room for a result's items, all of them none; the result owns it from here on.
tl_value* reserve(size_t count, int32_t tag, tl_value* result) {
    TORCH_CHECK_VALUE(count <= static_cast<size_t>(std::numeric_limits<int32_t>::max()), "a result with ", count, " items is too long");
    auto* items = static_cast<tl_value*>(std::calloc(count == 0 ? 1 : count, sizeof(tl_value)));
    if (items == nullptr) {
        throw std::bad_alloc();
    }
    result->tag = tag;
    result->pointer = items;
    result->extra = static_cast<int32_t>(count);
    return items;
}

void hand_out(const c10::IValue& value, tl_value* result) {
    if (value.isTuple()) {
        const auto& elements = value.toTupleRef().elements();
        auto* items = reserve(elements.size(), TL_TUPLE, result);
        for (size_t i = 0; i < elements.size(); i++) {
            hand_out(elements[i], &items[i]);
        }
    } else if (value.isGenericDict()) {
        const auto dict = value.toGenericDict();
        auto* items = reserve(dict.size() * 2, TL_DICT, result);
        for (const auto& entry : dict) {
            hand_out(entry.key(), items++);
            hand_out(entry.value(), items++);
        }
    } else if (value.isObject()) {
        auto object = value.toObject();
        const bool is_module = object->type()->is_module();
        result->pointer = give(new ObjectHandle(std::move(object)));
        result->tag = TL_OBJECT;
        result->extra = is_module ? 1 : 0;
    } else if (value.isEnum()) {
        hand_out(value.toEnumHolder()->value(), result);
    } else if (value.isList() && !value.isTensorList() && !value.isIntList() && !value.isDoubleList() && !value.isBoolList()) {
        const auto elements = value.toListRef();
        auto* items = reserve(elements.size(), TL_LIST, result);
        for (size_t i = 0; i < elements.size(); i++) {
            hand_out(elements[i], &items[i]);
        }
    } else {
        torchlight::from_ivalue(c10::IValue(value), result);
    }
}

} // namespace

c10::IValue to_ivalue(const tl_value& value, const c10::TypePtr& type) {
    const TypePtr expected = strip_optional(type);
    const auto* items = static_cast<const tl_value*>(value.pointer);
    switch (value.tag) {
        case TL_LIST:
            return expected->kind() == TypeKind::TupleType ? to_tuple(items, value.extra, expected) : to_list(items, value.extra, expected);
        case TL_TUPLE:
            return expected->kind() == TypeKind::ListType ? to_list(items, value.extra, expected) : to_tuple(items, value.extra, expected);
        case TL_DICT:
            return to_dict(items, value.extra, expected);
        case TL_OBJECT:
            return take<ObjectHandle>(value.pointer).object;
        case TL_NONE:
            return c10::IValue();
        case TL_INT:
            return expected->kind() == TypeKind::ComplexType ? c10::IValue(c10::complex<double>(static_cast<double>(value.integer), 0))
                                                             : torchlight::to_ivalue(value, *type);
        case TL_DOUBLE:
            return expected->kind() == TypeKind::ComplexType ? c10::IValue(c10::complex<double>(value.real, 0)) : c10::IValue(value.real);
        default:
            return torchlight::to_ivalue(value, *type);
    }
}

void from_ivalue(const c10::IValue& value, tl_value* result) {
    *result = tl_value();
    try {
        hand_out(value, result);
    } catch (...) {
        free_value(result);
        throw;
    }
}

void from_strings(const std::vector<std::string>& texts, tl_value* result) {
    c10::List<std::string> list;
    for (const auto& text : texts) {
        list.push_back(text);
    }
    from_ivalue(list, result);
}

std::vector<std::string> to_strings(const tl_value* list) {
    std::vector<std::string> texts;
    if (list != nullptr && list->tag != TL_NONE) {
        const auto* items = static_cast<const tl_value*>(list->pointer);
        for (int32_t i = 0; i < list->extra; i++) {
            texts.emplace_back(static_cast<const char*>(items[i].pointer), static_cast<size_t>(items[i].extra));
        }
    }
    return texts;
}

void free_value(tl_value* value) noexcept {
    switch (value->tag) {
        case TL_TENSOR:
            tl_tensor_release(value->pointer);
            break;
        case TL_TENSOR_LIST:
            for (int32_t i = 0; i < value->extra; i++) {
                tl_tensor_release(static_cast<tl_tensor*>(value->pointer)[i]);
            }
            std::free(value->pointer);
            break;
        case TL_OBJECT:
            delete static_cast<Handle*>(value->pointer);
            break;
        case TL_LIST:
        case TL_TUPLE:
        case TL_DICT:
            for (int32_t i = 0; i < value->extra; i++) {
                free_value(&static_cast<tl_value*>(value->pointer)[i]);
            }
            std::free(value->pointer);
            break;
        case TL_STRING:
        case TL_COMPLEX:
        case TL_INT_LIST:
        case TL_DOUBLE_LIST:
        case TL_BOOL_LIST:
            std::free(value->pointer);
            break;
        default:
            break;
    }
    *value = tl_value();
}

} // namespace script
} // namespace torchlight

void tl_jit_release(void* handle) {
    delete static_cast<torchlight::script::Handle*>(handle);
}
