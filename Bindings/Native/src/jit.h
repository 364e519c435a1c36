// What the TorchScript files share: handles, values that nest, and the errors of scripts.
#pragma once

#include "torchlight_jit.h"
#include "value.h"

#include <torch/csrc/jit/api/compilation_unit.h>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/frontend/error_report.h>
#include <torch/csrc/jit/runtime/jit_exception.h>

#include <memory>
#include <string>
#include <vector>

namespace torchlight {
namespace script {

using ObjectPtr = c10::intrusive_ptr<c10::ivalue::Object>;

// What a script handle points to.
struct Handle {
    Handle() = default;
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    virtual ~Handle() = default;
};

struct ObjectHandle : Handle {
    explicit ObjectHandle(ObjectPtr held) : object(std::move(held)) {}
    ObjectPtr object;
};

struct UnitHandle : Handle {
    explicit UnitHandle(std::shared_ptr<torch::jit::CompilationUnit> held) : unit(std::move(held)) {}
    std::shared_ptr<torch::jit::CompilationUnit> unit;
};

struct TypeHandle : Handle {
    explicit TypeHandle(c10::TypePtr held) : type(std::move(held)) {}
    c10::TypePtr type;
};

inline void* give(Handle* handle) {
    return handle;
}

inline void* give(const torch::jit::Module& module) {
    return give(new ObjectHandle(module._ivalue()));
}

template <typename T>
T& take(void* handle) {
    return *static_cast<T*>(static_cast<Handle*>(handle));
}

inline torch::jit::Module module_of(void* handle) {
    return torch::jit::Module(take<ObjectHandle>(handle).object);
}

// `type` is what is expected there: it types lists and dictionaries, and turns whole numbers into real ones as Python does.
c10::IValue to_ivalue(const tl_value& value, const c10::TypePtr& type);
// A failure leaves `result` empty.
void from_ivalue(const c10::IValue& value, tl_value* result);
// As a TL_LIST.
void from_strings(const std::vector<std::string>& texts, tl_value* result);
std::vector<std::string> to_strings(const tl_value* list);
// Frees what a result holds.
void free_value(tl_value* value) noexcept;

constexpr const char* InterpreterFailure = "The following operation failed in the TorchScript interpreter";

// As guarded, for bodies that compile or run scripts: their failures have a kind of their own.
template <typename Body>
inline int32_t scripted(Body&& body) noexcept {
    std::string message;
    const int32_t status = guarded([&] {
        try {
            body();
        } catch (const torch::jit::JITException& error) {
            message = error.what();
        } catch (const torch::jit::ErrorReport& error) {
            message = error.what();
        } catch (const std::runtime_error& error) {
            // c10::Error is no std::runtime_error: this is what the interpreter makes of what an operator threw.
            if (std::string(error.what()).find(InterpreterFailure) == std::string::npos) {
                throw;
            }
            message = error.what();
        }
    });
    return status == TL_OK && !message.empty() ? fail(TL_SCRIPT_ERROR, std::move(message)) : status;
}

} // namespace script
} // namespace torchlight
