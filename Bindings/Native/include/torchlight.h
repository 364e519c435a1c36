// Torchlight's C ABI over libtorch.
//
// Conventions
//   * Only pointers, fixed-width integers and doubles cross. Booleans are one byte.
//   * A tensor is one owned reference to a TensorImpl: the intrusive pointer itself, no box around it.
//     Arguments are borrowed for the call. A tensor written through an out parameter is owned by the
//     caller, who gives it back with tl_tensor_release. A null handle is an undefined tensor.
//   * A function that can fail returns TL_OK or a positive code; tl_error_message then tells why.
//     Nothing throws across this boundary and nothing ends the process.
#pragma once

#include <stdint.h>

#if defined(_WIN32)
#define TL_EXPORT extern "C" __declspec(dllexport)
#else
#define TL_EXPORT extern "C" __attribute__((visibility("default")))
#endif

// The kinds of error that the managed side tells apart.
enum tl_status : int32_t {
    TL_OK = 0,
    TL_ERROR = 1,
    TL_INDEX_ERROR = 2,
    TL_VALUE_ERROR = 3,
    TL_TYPE_ERROR = 4,
    TL_NOT_IMPLEMENTED = 5,
    TL_OUT_OF_MEMORY = 6,
    TL_LINALG_ERROR = 7,
    TL_NO_SUCH_OPERATOR = 8,
    TL_BAD_ARGUMENT = 9,
    TL_DISTRIBUTED_ERROR = 10,
    TL_MANAGED_ERROR = 11, // a callback failed; tl_error_managed gives back what it left
    TL_SCRIPT_ERROR = 12,  // TorchScript that does not compile, or that failed while it ran
};

enum tl_tag : int32_t {
    TL_NONE = 0,
    TL_TENSOR = 1,                // pointer: TensorImpl*; in results `extra` is its size in KiB if it owns fresh memory
    TL_INT = 2,                   // integer; also dtypes, layouts and memory formats
    TL_DOUBLE = 3,                // real
    TL_BOOL = 4,                  // integer, 0 or 1
    TL_COMPLEX = 5,               // pointer: double[2]
    TL_DEVICE = 6,                // integer: device type; extra: index, -1 for the current one
    TL_STRING = 7,                // pointer: UTF-8; extra: bytes
    TL_GENERATOR = 8,             // pointer: GeneratorImpl*
    TL_INT_LIST = 9,              // pointer: int64_t[]; extra: length (lists below alike)
    TL_DOUBLE_LIST = 10,          // double[]
    TL_BOOL_LIST = 11,            // uint8_t[]
    TL_TENSOR_LIST = 12,          // TensorImpl*[]
    TL_OPTIONAL_TENSOR_LIST = 13, // TensorImpl*[], null for None
    TL_SCALAR_LIST = 14,          // tl_value[]
    TL_STRING_LIST = 15,          // tl_value[] of TL_STRING
    TL_STORAGE = 16,              // pointer: TensorImpl*, whose storage is meant
    TL_STREAM = 17,               // integer: stream id; extra: device type * 256 + index
    TL_DEFAULT = 18,              // the schema's own default
    // TorchScript's values only; they nest.
    TL_LIST = 19,                 // pointer: tl_value[]; extra: length
    TL_TUPLE = 20,                // tl_value[]
    TL_DICT = 21,                 // tl_value[]: key, value, key, value; extra counts both
    TL_OBJECT = 22,               // pointer: a script handle of an object; extra: 1 for a module
};

// One argument or result: 16 bytes.
struct tl_value {
    union {
        int64_t integer;
        double real;
        void* pointer;
    };
    int32_t tag;
    int32_t extra;
};

static_assert(sizeof(tl_value) == 16, "tl_value is 16 bytes on both sides");

typedef void* tl_tensor;

// --- errors and versions (errors.cpp) ---
// The last error on this thread: UTF-8, owned by the shim, valid until the next failing call on this thread.
TL_EXPORT const char* tl_error_message();
TL_EXPORT const char* tl_error_backtrace();
// What the failing callback left, now the caller's; null if the last error is not TL_MANAGED_ERROR or it was taken.
TL_EXPORT void* tl_error_managed();
TL_EXPORT const char* tl_libtorch_version();
// The hash of each header in this folder when the shim was built, in the order of their names: it opens only with the managed assembly of the same.
TL_EXPORT const char* tl_abi();
TL_EXPORT const char* tl_build_config();

// --- dispatcher (dispatcher.cpp) ---
// Resolves ns::name with an overload ("" for the default one) to a handle that lives as long as the process.
TL_EXPORT int32_t tl_op_resolve(const char* name, const char* overload, void** op);
// Calls boxed. Fewer arguments than the schema has are completed by its defaults. Writes at most
// max_results values; *result_count tells how many there are.
TL_EXPORT int32_t tl_op_call(void* op, const tl_value* arguments, int32_t argument_count, tl_value* results, int32_t max_results,
                             int32_t* result_count);
// The schema of one operator, or all schemas of a namespace (null: all), a line each; tl_free the text.
TL_EXPORT int32_t tl_op_schema(void* op, char** text);
TL_EXPORT int32_t tl_schema_dump(const char* name_space, char** text);
TL_EXPORT int32_t tl_load_library(const char* path);
TL_EXPORT void tl_free(void* memory);

// --- tensors (tensor.cpp) ---
TL_EXPORT void tl_tensor_release(tl_tensor tensor);
TL_EXPORT void tl_tensors_release(const tl_tensor* tensors, int32_t count);

// Whether the tensor is nobody else's and holds less than one KiB: its own memory and no part of a graph.
TL_EXPORT int32_t tl_tensor_is_light(tl_tensor tensor);
TL_EXPORT tl_tensor tl_tensor_retain(tl_tensor tensor);
// Getters that read a field; safe under SuppressGCTransition. A negative result asks for the checked twin.
TL_EXPORT int64_t tl_tensor_dim(tl_tensor tensor);
TL_EXPORT int64_t tl_tensor_numel(tl_tensor tensor);
TL_EXPORT int32_t tl_tensor_dtype(tl_tensor tensor);
TL_EXPORT int32_t tl_tensor_device_type(tl_tensor tensor);
TL_EXPORT int32_t tl_tensor_device_index(tl_tensor tensor);
TL_EXPORT int32_t tl_tensor_layout(tl_tensor tensor);
TL_EXPORT int64_t tl_tensor_sizes(tl_tensor tensor, const int64_t** sizes);
TL_EXPORT int64_t tl_tensor_strides(tl_tensor tensor, const int64_t** strides);
TL_EXPORT int32_t tl_tensor_requires_grad(tl_tensor tensor);
TL_EXPORT int64_t tl_tensor_use_count(tl_tensor tensor);
TL_EXPORT int64_t tl_tensor_storage_offset(tl_tensor tensor);
// 1 if reading item 0 of this tensor touches host memory only.
// 1 if the memory does not hold the elements: a conjugate or negation not yet carried out, or zeros that take no memory.
TL_EXPORT int32_t tl_tensor_is_lazy(tl_tensor tensor);
TL_EXPORT int32_t tl_tensor_is_leaf(tl_tensor tensor);
TL_EXPORT int64_t tl_tensor_owned_bytes(tl_tensor tensor);
TL_EXPORT int32_t tl_tensor_is_contiguous(tl_tensor tensor, int32_t memory_format, uint8_t* result);
TL_EXPORT int32_t tl_tensor_data(tl_tensor tensor, void** data);
TL_EXPORT int32_t tl_tensor_storage_data(tl_tensor tensor, void** data, int64_t* bytes);
TL_EXPORT int32_t tl_tensor_set_requires_grad(tl_tensor tensor, uint8_t requires_grad);
TL_EXPORT int32_t tl_tensor_grad(tl_tensor tensor, tl_tensor* grad);
TL_EXPORT int32_t tl_tensor_set_grad(tl_tensor tensor, tl_tensor grad);
TL_EXPORT int32_t tl_tensor_retain_grad(tl_tensor tensor);
TL_EXPORT int32_t tl_tensor_version(tl_tensor tensor, int64_t* version);
// The names of the dimensions, each ended by a line feed, "*" for one without; null where none has a name.
TL_EXPORT int32_t tl_tensor_names(tl_tensor tensor, char** names);
// A tensor over memory of the caller's; `deleter(context)` runs when the last reference goes.
TL_EXPORT int32_t tl_tensor_from_blob(void* data, const int64_t* sizes, int32_t dim, int32_t dtype, void (*deleter)(void*), void* context,
                                      tl_tensor* result);
// A new contiguous CPU tensor with a copy of `bytes` bytes (libtorch's own, aligned memory).
TL_EXPORT int32_t tl_tensor_copy_from(const void* data, int64_t bytes, const int64_t* sizes, int32_t dim, int32_t dtype, tl_tensor* result);
// The only element of a one-element tensor as TL_INT, TL_DOUBLE, TL_BOOL, or TL_COMPLEX written to complex[2].
TL_EXPORT int32_t tl_tensor_item(tl_tensor tensor, tl_value* value, double* complex);

// --- hot operators, typed (hot.cpp) ---
TL_EXPORT int32_t tl_add(tl_tensor self, tl_tensor other, tl_value* result);
TL_EXPORT int32_t tl_sub(tl_tensor self, tl_tensor other, tl_value* result);
TL_EXPORT int32_t tl_mul(tl_tensor self, tl_tensor other, tl_value* result);
TL_EXPORT int32_t tl_div(tl_tensor self, tl_tensor other, tl_value* result);
TL_EXPORT int32_t tl_add_scalar(tl_tensor self, const tl_value* other, tl_value* result);
TL_EXPORT int32_t tl_sub_scalar(tl_tensor self, const tl_value* other, tl_value* result);
TL_EXPORT int32_t tl_mul_scalar(tl_tensor self, const tl_value* other, tl_value* result);
TL_EXPORT int32_t tl_div_scalar(tl_tensor self, const tl_value* other, tl_value* result);
TL_EXPORT int32_t tl_matmul(tl_tensor self, tl_tensor other, tl_value* result);
TL_EXPORT int32_t tl_linear(tl_tensor input, tl_tensor weight, tl_tensor bias, tl_value* result);
TL_EXPORT int32_t tl_relu(tl_tensor self, tl_value* result);
TL_EXPORT int32_t tl_select(tl_tensor self, int64_t dim, int64_t index, tl_value* result);
TL_EXPORT int32_t tl_empty(const int64_t* sizes, int32_t dim, int32_t dtype, int32_t device_type, int32_t device_index, uint8_t zero,
                           uint8_t requires_grad, tl_value* result);

// --- functions whose gradient managed code computes (function.cpp) ---
// Computes the gradients of the inputs. Saved tensors and gradients (null for an undefined one) become the callee's; the results,
// null for none, the caller's. A failure is left as an object that the release callback frees.
typedef void (*tl_function_backward)(void* state, const tl_tensor* saved, int32_t saved_count, const tl_tensor* grads, int32_t grad_count,
                                     tl_tensor* results, int32_t result_count, void** failure);
// Frees a state or a failure, on any thread.
typedef void (*tl_function_release)(void* object);

// What forward took, gave and asked for: all borrowed for the call.
struct tl_function_record {
    const tl_tensor* inputs;
    const tl_tensor* outputs;
    const tl_tensor* saved;
    const tl_tensor* dirty;              // inputs that forward changed in place; they are outputs as well
    const tl_tensor* non_differentiable; // outputs without a gradient
    int32_t input_count;
    int32_t output_count;
    int32_t saved_count;
    int32_t dirty_count;
    int32_t non_differentiable_count;
    int32_t materialize_grads; // whether undefined gradients come as zeros
};

// Records a node whose inputs and outputs are given. The state is the shim's from here on, also if the call fails: it releases it
// when the node dies. Writes as many tensors as there are outputs: the same values with the node as their history.
TL_EXPORT int32_t tl_function_apply(const tl_function_record* record, void* state, tl_function_backward backward,
                                    tl_function_release release, tl_tensor* results);

// --- hooks on gradients (hooks.cpp) ---
// Tensors (null for an undefined one) become the callee's; the results, null for none, the caller's. What a failure leaves is freed by the
// release callback, as is the state.
typedef void (*tl_tensor_callback)(void* state, const tl_tensor* tensors, int32_t count, const tl_tensor* others, int32_t other_count,
                                   tl_tensor* results, int32_t result_count, void** failure);
// The state is the shim's from here on, also if the call fails. The callee gets one gradient and may give another in its place.
TL_EXPORT int32_t tl_tensor_register_hook(tl_tensor tensor, void* state, tl_tensor_callback callback, tl_function_release release,
                                          void** hook);
// The callee gets the leaf, after its gradient was written. Fails before libtorch 2.1.
TL_EXPORT int32_t tl_tensor_register_accumulated_hook(tl_tensor tensor, void* state, tl_tensor_callback callback,
                                                      tl_function_release release, void** hook);
// A hook that was removed is not called again and frees its state; its handle is given back by tl_hook_release, which removes nothing.
TL_EXPORT void tl_hook_remove(void* hook);
TL_EXPORT void tl_hook_release(void* hook);
// Nodes of the recorded graph: handles of their own, given back with tl_node_release; the identity tells whether two are the same node.
TL_EXPORT int32_t tl_tensor_grad_fn(tl_tensor tensor, void** node);
TL_EXPORT void tl_node_release(void* node);
TL_EXPORT void* tl_node_identity(void* node);
TL_EXPORT int32_t tl_node_name(void* node, char** name);
TL_EXPORT int64_t tl_node_sequence_number(void* node);
TL_EXPORT int32_t tl_node_next_count(void* node);
TL_EXPORT int32_t tl_node_next(void* node, int32_t index, void** next, int32_t* input_number);
// The leaf whose gradient the node accumulates; null for other nodes.
TL_EXPORT int32_t tl_node_variable(void* node, tl_tensor* variable);
// before: the callee gets the gradients of the node's outputs. Else those of its inputs, and of its outputs as others. It may replace
// the former.
TL_EXPORT int32_t tl_node_register_hook(void* node, uint8_t before, void* state, tl_tensor_callback callback, tl_function_release release,
                                        void** hook);

// --- autograd (autograd.cpp) ---
TL_EXPORT int32_t tl_autograd_backward(const tl_tensor* tensors, int32_t tensor_count, const tl_tensor* grads, int32_t grad_count,
                                       uint8_t retain_graph, uint8_t create_graph, const tl_tensor* inputs, int32_t input_count);
// Fills grads[input_count]; null where an input is unused and allow_unused.
TL_EXPORT int32_t tl_autograd_grad(const tl_tensor* outputs, int32_t output_count, const tl_tensor* inputs, int32_t input_count,
                                   const tl_tensor* grads, int32_t grad_count, uint8_t retain_graph, uint8_t create_graph,
                                   uint8_t allow_unused, tl_tensor* results);
// In a backward on this thread: whether it fills all leaves, and not only some inputs.
TL_EXPORT uint8_t tl_autograd_fills_leaves();
TL_EXPORT uint8_t tl_grad_mode();
TL_EXPORT void tl_set_grad_mode(uint8_t enabled);
TL_EXPORT uint8_t tl_inference_mode();
// Guards are made and freed on one thread, last made first freed.
TL_EXPORT int32_t tl_inference_guard_new(uint8_t enabled, void** guard);
TL_EXPORT void tl_inference_guard_free(void* guard);
TL_EXPORT int32_t tl_anomaly_mode(uint8_t* enabled, uint8_t* check_nan);
TL_EXPORT int32_t tl_set_anomaly_mode(uint8_t enabled, uint8_t check_nan);

// --- what recording asks the program (engine.cpp) ---
// While a pair is pushed, tensors that are saved for backward on this thread go through it. The tensor is the callee's; what it packs is
// freed by the release callback; the unpacked tensor is the caller's.
typedef void (*tl_saved_pack)(void* state, tl_tensor tensor, void** packed, void** failure);
typedef void (*tl_saved_unpack)(void* state, void* packed, tl_tensor* tensor, void** failure);
TL_EXPORT int32_t tl_saved_hooks_push(void* state, tl_saved_pack pack, tl_saved_unpack unpack, tl_function_release release);
TL_EXPORT void tl_saved_hooks_pop();
// For anomaly mode: writes where the program is as UTF-8 with a final zero; is told the node that failed and where it was recorded.
typedef void (*tl_anomaly_trace)(char* text, int32_t size);
typedef void (*tl_anomaly_report)(const char* node, const char* trace);
TL_EXPORT void tl_anomaly_callbacks(tl_anomaly_trace trace, tl_anomaly_report report);

// --- how operators run on this thread (transforms.cpp) ---
TL_EXPORT int32_t tl_autocast_get(int32_t device_type, uint8_t* enabled, int32_t* dtype);
TL_EXPORT int32_t tl_autocast_set(int32_t device_type, uint8_t enabled, int32_t dtype);
// Leaving the outermost one forgets the weights that were cast.
TL_EXPORT int32_t tl_autocast_enter();
TL_EXPORT int32_t tl_autocast_leave();
TL_EXPORT int32_t tl_autocast_clear_cache();
TL_EXPORT uint8_t tl_autocast_cache_enabled();
TL_EXPORT void tl_set_autocast_cache_enabled(uint8_t enabled);
TL_EXPORT int32_t tl_forward_level_enter(int64_t* level);
TL_EXPORT int32_t tl_forward_level_leave(int64_t level);
// randomness: 0 draws are an error, 1 the same for all, 2 different ones. Levels are left in the opposite order, on the same thread.
TL_EXPORT int32_t tl_vmap_enter(int64_t batch_size, int32_t randomness, int64_t* level);
TL_EXPORT int32_t tl_vmap_leave();
TL_EXPORT int32_t tl_vmap_add_batch(tl_tensor tensor, int64_t dim, int64_t level, tl_tensor* result);
TL_EXPORT int32_t tl_vmap_remove_batch(tl_tensor tensor, int64_t dim, int64_t level, int64_t batch_size, tl_tensor* result);

// --- generators (generator.cpp) ---
TL_EXPORT int32_t tl_generator_new(int32_t device_type, int32_t device_index, uint64_t seed, void** generator);
TL_EXPORT int32_t tl_generator_default(int32_t device_type, int32_t device_index, void** generator);
TL_EXPORT void tl_generator_release(void* generator);
TL_EXPORT int32_t tl_generator_set_seed(void* generator, uint64_t seed);
TL_EXPORT int32_t tl_generator_seed(void* generator, uint64_t* seed);
TL_EXPORT int32_t tl_generator_initial_seed(void* generator, uint64_t* seed);
TL_EXPORT int32_t tl_generator_get_state(void* generator, tl_tensor* state);
TL_EXPORT int32_t tl_generator_set_state(void* generator, tl_tensor state);
TL_EXPORT int32_t tl_manual_seed(uint64_t seed);

// --- the library and its devices (library.cpp) ---
TL_EXPORT int32_t tl_get_num_threads();
TL_EXPORT int32_t tl_set_num_threads(int32_t threads);
TL_EXPORT int32_t tl_get_num_interop_threads();
TL_EXPORT int32_t tl_set_num_interop_threads(int32_t threads);
TL_EXPORT int32_t tl_cuda_device_count(int32_t* count);
TL_EXPORT int32_t tl_cuda_synchronize(int64_t device_index);
TL_EXPORT uint8_t tl_has_cuda();
TL_EXPORT uint8_t tl_has_mps();
TL_EXPORT int32_t tl_element_types();
TL_EXPORT int32_t tl_default_dtype();
TL_EXPORT int32_t tl_set_default_dtype(int32_t dtype);
TL_EXPORT int32_t tl_promote_types(int32_t first, int32_t second, int32_t* result);
TL_EXPORT int32_t tl_set_deterministic(uint8_t enabled, uint8_t warn_only);
TL_EXPORT uint8_t tl_deterministic();
TL_EXPORT uint8_t tl_deterministic_warn_only();
TL_EXPORT uint8_t tl_cxx11_abi();
// How exactly products of float32 matrices are computed: 0 highest, 1 high, 2 medium.
TL_EXPORT int32_t tl_set_float32_matmul_precision(int32_t precision);
TL_EXPORT int32_t tl_float32_matmul_precision();
// Whether a warning is given each time and not only the first.
TL_EXPORT int32_t tl_set_warn_always(uint8_t enabled);
TL_EXPORT uint8_t tl_warn_always();
// *done is 0 where the processor cannot treat denormal numbers as zero.
TL_EXPORT int32_t tl_set_flush_denormal(uint8_t enabled, uint8_t* done);

// --- torch.distributed (c10d_*.cpp) ---
// Stores, groups, works and reducers are handles of their own, given back with the release function of their kind.
// Calls that wait for other processes block; every one of them ends by its time-out (milliseconds).
enum tl_dist_feature : int32_t {
    TL_DIST_C10D = 1, // stores, groups and the reducer
    TL_DIST_GLOO = 2,
    TL_DIST_NCCL = 4,
};
TL_EXPORT int32_t tl_dist_features();

// Key-value stores that processes meet at. A server with port 0 takes a free one; *bound_port tells which.
TL_EXPORT int32_t tl_store_tcp_new(const char* host, int32_t port, int32_t world_size, uint8_t is_server, uint8_t wait_for_workers,
                                   int64_t timeout, void** store, int32_t* bound_port);
TL_EXPORT int32_t tl_store_prefix_new(const char* prefix, void* inner, void** store);
TL_EXPORT void tl_store_release(void* store);
TL_EXPORT int32_t tl_store_set_timeout(void* store, int64_t timeout);
TL_EXPORT int32_t tl_store_set(void* store, const char* key, const void* data, int64_t bytes);
// Waits until the key is there; tl_free the bytes.
TL_EXPORT int32_t tl_store_get(void* store, const char* key, void** data, int64_t* bytes);
// Puts `desired` in the place of `expected` (nothing: if the key is absent) and gives what is there then; tl_free the bytes.
TL_EXPORT int32_t tl_store_compare_set(void* store, const char* key, const void* expected, int64_t expected_bytes, const void* desired,
                                       int64_t desired_bytes, void** data, int64_t* bytes);
TL_EXPORT int32_t tl_store_add(void* store, const char* key, int64_t amount, int64_t* sum);
TL_EXPORT int32_t tl_store_delete(void* store, const char* key, uint8_t* deleted);
TL_EXPORT int32_t tl_store_count(void* store, int64_t* count);
TL_EXPORT int32_t tl_store_check(void* store, const char* const* keys, int32_t count, uint8_t* present);
TL_EXPORT int32_t tl_store_wait(void* store, const char* const* keys, int32_t count, int64_t timeout);

// backend: "gloo", "nccl", or "cpu:gloo,cuda:nccl" where libtorch joins several behind one group (2.0 on). address: this machine's, for
// gloo to talk over; null takes what the machine's name resolves to. The variable GLOO_SOCKET_IFNAME, which names interfaces, wins.
TL_EXPORT int32_t tl_group_new(void* store, int32_t rank, int32_t size, const char* backend, const char* address, int64_t timeout,
                               void** group);
TL_EXPORT void tl_group_release(void* group);
// Before 2.0 Python's ranks agree on a number that operations are counted from, once all have joined; nothing from 2.0 on.
TL_EXPORT int32_t tl_group_set_sequence_number(void* group);
// Collectives start and hand out a work to wait for. op: c10d's ReduceOp (0 sum, 1 average, 2 product, 3 min, 4 max, 5 and, 6 or, 7 xor).
TL_EXPORT int32_t tl_group_all_reduce(void* group, tl_tensor tensor, int32_t op, void** work);
TL_EXPORT int32_t tl_group_broadcast(void* group, tl_tensor tensor, int32_t root, void** work);
TL_EXPORT int32_t tl_group_reduce(void* group, tl_tensor tensor, int32_t root, int32_t op, void** work);
TL_EXPORT int32_t tl_group_all_gather(void* group, const tl_tensor* outputs, int32_t count, tl_tensor input, void** work);
// outputs and inputs belong to the root; elsewhere their count is 0.
TL_EXPORT int32_t tl_group_gather(void* group, const tl_tensor* outputs, int32_t count, tl_tensor input, int32_t root, void** work);
TL_EXPORT int32_t tl_group_scatter(void* group, tl_tensor output, const tl_tensor* inputs, int32_t count, int32_t root, void** work);
TL_EXPORT int32_t tl_group_reduce_scatter(void* group, tl_tensor output, const tl_tensor* inputs, int32_t count, int32_t op, void** work);
TL_EXPORT int32_t tl_group_send(void* group, tl_tensor tensor, int32_t destination, int32_t tag, void** work);
// source: -1 for any.
TL_EXPORT int32_t tl_group_recv(void* group, tl_tensor tensor, int32_t source, int32_t tag, void** work);
TL_EXPORT int32_t tl_group_barrier(void* group, void** work);
TL_EXPORT int32_t tl_group_monitored_barrier(void* group, int64_t timeout, uint8_t wait_all_ranks);
// Writes a root's values into every rank's tensors, packed into messages of buffer_bytes.
TL_EXPORT int32_t tl_group_broadcast_coalesced(void* group, const tl_tensor* tensors, int32_t count, int64_t buffer_bytes, int32_t root);
TL_EXPORT int32_t tl_group_verify_parameters(void* group, const tl_tensor* parameters, int32_t count);

// timeout 0: as long as the group allows.
TL_EXPORT int32_t tl_work_wait(void* work, int64_t timeout);
TL_EXPORT int32_t tl_work_completed(void* work, uint8_t* completed);
TL_EXPORT int32_t tl_work_source_rank(void* work, int32_t* rank);
TL_EXPORT void tl_work_release(void* work);

// Averages the gradients of parameters over a group while backward runs.
TL_EXPORT int32_t tl_reducer_new(const tl_tensor* parameters, const char* const* names, int32_t count, void* group, int64_t bucket_bytes,
                                 int64_t first_bucket_bytes, uint8_t find_unused, uint8_t gradient_as_bucket_view, void** reducer);
TL_EXPORT void tl_reducer_release(void* reducer);
TL_EXPORT int32_t tl_reducer_prepare_for_forward(void* reducer);
// outputs: what backward will start from, where parameters that it does not reach are to be found; else none.
TL_EXPORT int32_t tl_reducer_prepare_for_backward(void* reducer, const tl_tensor* outputs, int32_t count);
TL_EXPORT int32_t tl_reducer_rebuild_buckets(void* reducer, uint8_t* rebuilt);

// --- exchange of tensors with other libraries (dlpack.cpp) ---
// A DLManagedTensor that shares the tensor's memory; whoever takes it calls its deleter, once.
TL_EXPORT int32_t tl_dlpack_export(tl_tensor tensor, void** managed);
// Takes the DLManagedTensor over if it succeeds; the tensor's last reference calls its deleter.
TL_EXPORT int32_t tl_dlpack_import(void* managed, tl_tensor* result);
TL_EXPORT void tl_dlpack_delete(void* managed);
