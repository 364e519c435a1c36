// Modules of TorchScript: read, written, walked through and changed.
#include "jit.h"

#include <torch/csrc/jit/passes/frozen_graph_optimizations.h>
#include <torch/csrc/jit/serialization/export.h>
#include <torch/csrc/jit/serialization/import.h>

#include <istream>
#include <set>
#include <streambuf>

using torchlight::guarded;
using torchlight::script::give;
using torchlight::script::module_of;
using torchlight::script::ObjectHandle;
using torchlight::script::scripted;
using torchlight::script::take;

namespace {

// Reads memory of the caller's without a copy.
struct MemoryBuffer : std::streambuf {
    MemoryBuffer(const void* data, int64_t bytes) {
        auto* first = const_cast<char*>(static_cast<const char*>(data));
        setg(first, first, first + bytes);
    }

    pos_type seekoff(off_type offset, std::ios_base::seekdir from, std::ios_base::openmode) override {
        const off_type base = from == std::ios_base::beg ? 0 : from == std::ios_base::cur ? gptr() - eback() : egptr() - eback();
        const off_type place = base + offset;
        if (place < 0 || place > egptr() - eback()) {
            return pos_type(off_type(-1));
        }
        setg(eback(), eback() + place, egptr());
        return pos_type(place);
    }

    pos_type seekpos(pos_type place, std::ios_base::openmode mode) override { return seekoff(off_type(place), std::ios_base::beg, mode); }
};

torch::jit::ExtraFilesMap to_files(const tl_value* dict) {
    torch::jit::ExtraFilesMap files;
    if (dict != nullptr && dict->tag == TL_DICT) {
        const auto* items = static_cast<const tl_value*>(dict->pointer);
        for (int32_t i = 0; i + 1 < dict->extra; i += 2) {
            files.emplace(std::string(static_cast<const char*>(items[i].pointer), static_cast<size_t>(items[i].extra)),
                          std::string(static_cast<const char*>(items[i + 1].pointer), static_cast<size_t>(items[i + 1].extra)));
        }
    }
    return files;
}

// Whether an attribute is set that holds a tensor.
bool sets_tensors(torch::jit::Block* block) {
    for (auto* node : block->nodes()) {
        if (node->kind() == c10::prim::SetAttr) {
            const auto owner = node->inputs().at(0)->type()->cast<c10::ClassType>();
            if (!owner || owner->getAttribute(node->s(c10::attr::name))->isSubtypeOf(*c10::OptionalType::ofTensor())) {
                return true;
            }
        }
        for (auto* inner : node->blocks()) {
            if (sets_tensors(inner)) {
                return true;
            }
        }
    }
    return false;
}

bool rebinds(const torch::jit::Module& root) {
    std::set<const c10::ClassType*> seen;
    for (const auto& module : root.modules()) {
        const auto type = module.type();
        if (!seen.insert(type.get()).second) {
            continue;
        }
        for (auto* method : type->methods()) {
            if (sets_tensors(torch::jit::toGraphFunction(*method).graph()->block())) {
                return true;
            }
        }
    }
    return false;
}

bool is_member(const c10::ClassType& type, size_t slot, int32_t kind) {
    switch (kind) {
        case TL_JIT_PARAMETERS:
            return type.is_parameter(slot);
        case TL_JIT_BUFFERS:
            return type.is_buffer(slot);
        case TL_JIT_MODULES:
            return type.getAttribute(slot)->is_module();
        default:
            return true;
    }
}

} // namespace

int32_t tl_jit_load(const char* path, const void* data, int64_t bytes, int32_t device_type, int32_t device_index, const tl_value* wanted,
                    tl_value* extra, void** object) {
    *object = nullptr;
    *extra = tl_value();
    return scripted([&] {
        c10::optional<c10::Device> device;
        if (device_type >= 0) {
            device = torchlight::to_device(device_type, device_index);
        }
        torch::jit::ExtraFilesMap files;
        for (auto& name : torchlight::script::to_strings(wanted)) {
            files.emplace(std::move(name), std::string());
        }
        if (path != nullptr) {
            *object = give(torch::jit::load(path, device, files));
        } else {
            MemoryBuffer buffer(data, bytes);
            std::istream stream(&buffer);
            *object = give(torch::jit::load(stream, device, files));
        }
        c10::Dict<std::string, std::string> found;
        for (const auto& file : files) {
            found.insert(file.first, file.second);
        }
        torchlight::script::from_ivalue(found, extra);
    });
}

int32_t tl_jit_save(void* object, const tl_value* extra, tl_jit_writer writer, void* context, tl_function_release release) {
    return scripted([&] {
        // libtorch's writer ends the process if it fails while it is destroyed: it is told that all went well, and the failure comes after.
        void* failure = nullptr;
        const auto write = [&](const void* data, size_t count) -> size_t {
            if (failure == nullptr) {
                writer(context, data, static_cast<int64_t>(count), &failure);
            }
            return count;
        };
        try {
            torch::jit::ExportModule(module_of(object), write, to_files(extra));
        } catch (...) {
            if (failure != nullptr) {
                release(failure);
            }
            throw;
        }
        if (failure != nullptr) {
            throw torchlight::ManagedError(failure, release);
        }
    });
}

int64_t tl_jit_identity(void* object) {
    return static_cast<int64_t>(reinterpret_cast<intptr_t>(take<ObjectHandle>(object).object.get()));
}

int32_t tl_jit_type_name(void* object, char** name) {
    *name = nullptr;
    return guarded([&] { *name = torchlight::copy_text(take<ObjectHandle>(object).object->type()->name()->qualifiedName()); });
}

int32_t tl_jit_members(void* object, int32_t kind, tl_value* members) {
    *members = tl_value();
    return guarded([&] {
        const auto& held = take<ObjectHandle>(object).object;
        const auto& type = *held->type();
        c10::impl::GenericList list(c10::AnyType::get());
        for (size_t i = 0; i < type.numAttributes(); i++) {
            if (!is_member(type, i, kind)) {
                continue;
            }
            if (kind == TL_JIT_ATTRIBUTES) {
                list.push_back(type.getAttributeName(i));
                continue;
            }
            const c10::IValue value = held->getSlot(i);
            if (kind == TL_JIT_MODULES ? value.isObject() : value.isTensor() && value.toTensor().defined()) {
                list.push_back(type.getAttributeName(i));
                list.push_back(value);
            }
        }
        torchlight::script::from_ivalue(list, members);
    });
}

int32_t tl_jit_has(void* object, const char* name, uint8_t* present) {
    return guarded([&] { *present = torch::jit::Object(take<ObjectHandle>(object).object).hasattr(name) ? 1 : 0; });
}

int32_t tl_jit_get(void* object, const char* name, tl_value* value) {
    *value = tl_value();
    return guarded([&] { torchlight::script::from_ivalue(torch::jit::Object(take<ObjectHandle>(object).object).attr(name), value); });
}

int32_t tl_jit_set(void* object, const char* name, const tl_value* value) {
    return guarded([&] {
        torch::jit::Object target(take<ObjectHandle>(object).object);
        const auto slot = target.type()->findAttributeSlot(name);
        const c10::TypePtr type = slot ? target.type()->getAttribute(*slot) : c10::TypePtr(c10::AnyType::get());
        target.setattr(name, torchlight::script::to_ivalue(*value, type));
    });
}

int32_t tl_jit_train(void* object, uint8_t training) {
    return guarded([&] {
        for (const auto& module : module_of(object).modules()) {
            // A frozen module has no such attribute.
            if (const auto slot = module.type()->findAttributeSlot("training")) {
                module._ivalue()->setSlot(*slot, training != 0);
            }
        }
    });
}

int32_t tl_jit_rebinds(void* object, uint8_t* result) {
    return guarded([&] { *result = rebinds(module_of(object)) ? 1 : 0; });
}

int32_t tl_jit_copy(void* object, uint8_t deep, void** copy) {
    *copy = nullptr;
    return guarded([&] { *copy = give(deep != 0 ? module_of(object).deepcopy() : module_of(object).copy()); });
}

int32_t tl_jit_freeze(void* object, const tl_value* preserved, uint8_t optimize_numerics, void** frozen) {
    *frozen = nullptr;
    return scripted([&] {
        *frozen = give(torch::jit::freeze(module_of(object), torchlight::script::to_strings(preserved), optimize_numerics != 0));
    });
}

int32_t tl_jit_optimize_frozen(void* object, const tl_value* preserved_methods, uint8_t optimize_numerics) {
    return scripted([&] {
        const auto module = module_of(object);
        auto names = torchlight::script::to_strings(preserved_methods);
        if (module.find_method("forward")) {
            names.insert(names.begin(), "forward");
        }
        for (const auto& name : names) {
            auto graph = module.get_method(name).graph();
            torch::jit::OptimizeFrozenGraph(graph, optimize_numerics != 0);
        }
    });
}

int32_t tl_jit_optimize_for_inference(void* object, const tl_value* other_methods, void** optimized) {
    *optimized = nullptr;
    return scripted([&] {
        auto module = module_of(object);
        *optimized = give(torch::jit::optimize_for_inference(module, torchlight::script::to_strings(other_methods)));
    });
}
