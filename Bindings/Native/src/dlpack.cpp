// Tensors that other libraries of this process share: https://dmlc.github.io/dlpack.
#include "shim.h"

#include <ATen/DLConvertor.h>

using torchlight::guarded;

int32_t tl_dlpack_export(tl_tensor tensor, void** managed) {
    *managed = nullptr;
    return guarded([&] { *managed = at::toDLPack(torchlight::borrow(tensor)); });
}

int32_t tl_dlpack_import(void* managed, tl_tensor* result) {
    *result = nullptr;
    return guarded([&] { *result = torchlight::release(at::fromDLPack(static_cast<DLManagedTensor*>(managed))); });
}

void tl_dlpack_delete(void* managed) {
    auto* tensor = static_cast<DLManagedTensor*>(managed);
    if (tensor != nullptr && tensor->deleter != nullptr) {
        tensor->deleter(tensor);
    }
}
