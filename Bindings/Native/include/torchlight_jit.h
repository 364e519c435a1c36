// Part of torchlight.h, which has the conventions: TorchScript.
#pragma once

#include "torchlight.h"

// --- TorchScript (jit_*.cpp) ---
// A script handle is an object (a module or an instance of a class), a compilation unit or a type; all are given back with
// tl_jit_release. A handle may be used on several threads at once; the caller keeps it until its calls are over.
// Values nest; what a result points to is the caller's: nested arrays are freed with tl_free, from the leaves up.
TL_EXPORT void tl_jit_release(void* handle);
// From a file, or where `path` is null from `bytes` bytes at `data`. device_type -1 keeps the devices of the file. `wanted` lists the names of
// extra files (TL_LIST of TL_STRING), `extra` tells what they hold (TL_DICT; names that the file lacks are left out).
TL_EXPORT int32_t tl_jit_load(const char* path, const void* data, int64_t bytes, int32_t device_type, int32_t device_index,
                              const tl_value* wanted, tl_value* extra, void** object);
// Takes bytes; leaves a failure as an object that the release callback frees.
typedef void (*tl_jit_writer)(void* context, const void* data, int64_t bytes, void** failure);
TL_EXPORT int32_t tl_jit_save(void* object, const tl_value* extra, tl_jit_writer writer, void* context, tl_function_release release);
// Where an object lies: the same for every handle of one object.
TL_EXPORT int64_t tl_jit_identity(void* object);
TL_EXPORT int32_t tl_jit_type_name(void* object, char** name);
enum tl_jit_member : int32_t { TL_JIT_PARAMETERS = 0, TL_JIT_BUFFERS = 1, TL_JIT_MODULES = 2, TL_JIT_ATTRIBUTES = 3 };
// The object's own members of a kind, as a TL_LIST: name, value, name, value. Parameters and buffers without a tensor are left out; of
// TL_JIT_ATTRIBUTES only the names are given, an attribute after the other, whatever their kind.
TL_EXPORT int32_t tl_jit_members(void* object, int32_t kind, tl_value* members);
TL_EXPORT int32_t tl_jit_has(void* object, const char* name, uint8_t* present);
TL_EXPORT int32_t tl_jit_get(void* object, const char* name, tl_value* value);
TL_EXPORT int32_t tl_jit_set(void* object, const char* name, const tl_value* value);
TL_EXPORT int32_t tl_jit_train(void* object, uint8_t training);
// Whether code of the module, or of one below it, puts other tensors in the place of its parameters and buffers.
TL_EXPORT int32_t tl_jit_rebinds(void* object, uint8_t* rebinds);
TL_EXPORT int32_t tl_jit_copy(void* object, uint8_t deep, void** copy);
TL_EXPORT int32_t tl_jit_freeze(void* object, const tl_value* preserved, uint8_t optimize_numerics, void** frozen);
TL_EXPORT int32_t tl_jit_optimize_frozen(void* object, const tl_value* preserved_methods, uint8_t optimize_numerics);
TL_EXPORT int32_t tl_jit_optimize_for_inference(void* object, const tl_value* other_methods, void** optimized);
TL_EXPORT int32_t tl_jit_compile(const char* source, void** unit);
// Adds methods to an object or functions to a unit.
TL_EXPORT int32_t tl_jit_define(void* handle, const char* source);
// Runs a method of an object or a function of a unit; "__call__" is forward with the module's scripted hooks. The last `keyword_count`
// arguments are passed by name.
TL_EXPORT int32_t tl_jit_run(void* handle, const char* name, const tl_value* arguments, int32_t count, const char* const* keywords,
                             int32_t keyword_count, tl_value* result);
TL_EXPORT int32_t tl_jit_functions(void* handle, tl_value* names);
enum tl_jit_text_kind : int32_t { TL_JIT_CODE = 0, TL_JIT_GRAPH = 1, TL_JIT_INLINED_GRAPH = 2, TL_JIT_SCHEMA = 3 };
TL_EXPORT int32_t tl_jit_text(void* handle, const char* function, int32_t kind, char** text);
TL_EXPORT int32_t tl_jit_signature(void* handle, const char* function, int32_t* inputs, int32_t* outputs);
// The type of an argument (0 on, without self) or of a result (-1 for the first, -2 ...).
TL_EXPORT int32_t tl_jit_type(void* handle, const char* function, int32_t index, void** type);
TL_EXPORT int32_t tl_jit_type_of_tensor(tl_tensor tensor, void** type);
TL_EXPORT int32_t tl_jit_type_text(void* type, char** annotation, char** kind);
// What a tensor's type says: -1 for what it leaves open; sizes are TL_NONE unless all are known.
TL_EXPORT int32_t tl_jit_tensor_type(void* type, int32_t* dtype, int32_t* device_type, int32_t* device_index, int64_t* dim, tl_value* sizes);
// Pairs of kind (0 static, 1 dynamic) and depth; null pairs only ask.
TL_EXPORT int32_t tl_jit_fusion_strategy(const int64_t* pairs, int32_t count, tl_value* previous);
TL_EXPORT int32_t tl_jit_optimized_execution(int32_t enabled, uint8_t* previous);
