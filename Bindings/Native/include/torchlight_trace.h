// Recording what managed code computes as TorchScript. Handles are those of torchlight_jit.h.
#pragma once

#include "torchlight.h"

// A module without code, in a compilation unit of its own or in that of `beside`; the name's last part is the class's.
TL_EXPORT int32_t tl_trace_module(const char* qualified_name, void* beside, uint8_t training, void** module);
// Gives the module a parameter or buffer (TL_TENSOR, shared) or a child (TL_OBJECT): a tl_jit_member_kind.
TL_EXPORT int32_t tl_trace_member(void* module, int32_t kind, const char* name, const tl_value* value);

// Computes what is recorded. The inputs, a TL_TUPLE, become the callee's; it gives the output to tl_trace_output. A failure is left as an
// object that the release callback frees.
typedef void (*tl_trace_body)(void* context, const tl_value* inputs, void* output, void** failure);
// A value read out of a tensor that depends on the inputs: the recording takes it as it is. `kind`: TL_TRACE_ITEM, TL_TRACE_DATA.
typedef void (*tl_trace_on_read)(void* context, int32_t kind);
enum tl_trace_read : int32_t { TL_TRACE_ITEM = 0, TL_TRACE_DATA = 1 };

struct tl_trace_request {
    void* self;                      // the module that gets the method; null for a function
    const char* name;                // of the method or function
    const tl_value* inputs;          // tensors, and tuples, lists and dictionaries of them
    const char* const* input_names;
    int32_t input_count;
    int32_t strict;                  // whether lists and dictionaries as outputs are an error
    void* const* probes;             // what tl_trace_probe recorded of the same body
    const char* const* probe_names;  // which sizes of the inputs were others there
    int64_t probe_count;
    tl_trace_body body;
    tl_trace_on_read on_read;        // null: nobody is told
    void* context;
    tl_function_release release;
};

// Records the body. `unit` is the compilation unit of a function, null for a method. Numbers that changed with the inputs' sizes from probe to
// probe become expressions of sizes: `generalized` counts them, `notes` is a list of texts about those that could not.
TL_EXPORT int32_t tl_trace_run(const tl_trace_request* request, void** unit, int64_t* generalized, tl_value* notes);
// Records the body for other sizes of the inputs and keeps only what the numbers were.
TL_EXPORT int32_t tl_trace_probe(const tl_trace_request* request, void** probe);
TL_EXPORT int32_t tl_trace_output(void* output, const tl_value* value);
// What follows belongs to the module of that path, until tl_trace_leave; without effect where nothing is recorded on this thread.
TL_EXPORT int32_t tl_trace_enter(const char* path);
TL_EXPORT int32_t tl_trace_leave();
TL_EXPORT uint8_t tl_is_tracing();
// A module whose forward is a function of a unit.
TL_EXPORT int32_t tl_trace_module_of_function(void* unit, const char* name, void** module);
// The nodes of a function or method, with those of what it calls, that draw random numbers.
TL_EXPORT int32_t tl_trace_random_nodes(void* handle, const char* name, tl_value* nodes);
// The graph of a module's method with what it calls in its place, for showing: a list of inputs, outputs and nodes. Inputs
// and outputs are tuples of a name, of sizes (None unless all are known) and of whether it is an object; unused inputs are left out. Nodes are
// tuples of kind, scope, a dictionary of attributes, the inputs' names, and outputs as above.
TL_EXPORT int32_t tl_trace_graph(void* module, const char* name, tl_value* graph);
