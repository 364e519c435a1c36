// Types of TorchScript.
#include "jit.h"

#include <ATen/core/jit_type.h>

using torchlight::guarded;
using torchlight::script::take;
using torchlight::script::TypeHandle;

int32_t tl_jit_type_of_tensor(tl_tensor tensor, void** type) {
    *type = nullptr;
    return guarded([&] {
        *type = torchlight::script::give(new TypeHandle(c10::TensorType::create(torchlight::borrow(tensor))));
    });
}

int32_t tl_jit_type_text(void* type, char** annotation, char** kind) {
    *annotation = nullptr;
    *kind = nullptr;
    return guarded([&] {
        const auto& held = take<TypeHandle>(type).type;
        *annotation = torchlight::copy_text(held->annotation_str());
        *kind = torchlight::copy_text(c10::typeKindToString(held->kind()));
    });
}

int32_t tl_jit_tensor_type(void* type, int32_t* dtype, int32_t* device_type, int32_t* device_index, int64_t* dim, tl_value* sizes) {
    *sizes = tl_value();
    return guarded([&] {
        const auto tensor = take<TypeHandle>(type).type->cast<c10::TensorType>();
        TORCH_CHECK_TYPE(tensor != nullptr, "the type is no tensor's");
        *dtype = tensor->scalarType() ? static_cast<int32_t>(*tensor->scalarType()) : -1;
        *device_type = tensor->device() ? static_cast<int32_t>(tensor->device()->type()) : -1;
        *device_index = tensor->device() ? tensor->device()->index() : -1;
        *dim = tensor->dim() ? static_cast<int64_t>(*tensor->dim()) : -1;
        if (const auto known = tensor->sizes().concrete_sizes()) {
            c10::List<int64_t> list;
            for (const int64_t size : *known) {
                list.push_back(size);
            }
            torchlight::script::from_ivalue(list, sizes);
        }
    });
}
