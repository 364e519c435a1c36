// Collective operations: each starts and hands out a work.
#include "c10d_compat.h"

#ifdef TL_HAVE_C10D

using torchlight::between_processes;
using torchlight::borrow;
using torchlight::group_of;
using torchlight::list_of;

namespace {

using Tensors = std::vector<at::Tensor>;
using TensorLists = std::vector<Tensors>;

Tensors one(tl_tensor tensor) {
    return {borrow(tensor)};
}

// Lists that only the root passes: one list there, none elsewhere.
TensorLists at_root(const tl_tensor* handles, int32_t count) {
    return count == 0 ? TensorLists() : TensorLists{list_of(handles, count)};
}

c10d::ReduceOp reduce_op(int32_t op) {
    return c10d::ReduceOp(static_cast<c10d::ReduceOp::RedOpType>(op));
}

// What every collective does around its own call: the work out, or the error.
template <typename Start>
int32_t started(void** work, Start&& start) {
    *work = nullptr;
    return between_processes([&] { *work = torchlight::give(torchlight::Work(start())); });
}

} // namespace

int32_t tl_group_all_reduce(void* group, tl_tensor tensor, int32_t op, void** work) {
    return started(work, [&] {
        auto tensors = one(tensor);
        c10d::AllreduceOptions options;
        options.reduceOp = reduce_op(op);
        return group_of(group).allreduce(tensors, options);
    });
}

int32_t tl_group_broadcast(void* group, tl_tensor tensor, int32_t root, void** work) {
    return started(work, [&] {
        auto tensors = one(tensor);
        c10d::BroadcastOptions options;
        options.rootRank = root;
        return group_of(group).broadcast(tensors, options);
    });
}

int32_t tl_group_reduce(void* group, tl_tensor tensor, int32_t root, int32_t op, void** work) {
    return started(work, [&] {
        auto tensors = one(tensor);
        c10d::ReduceOptions options;
        options.rootRank = root;
        options.reduceOp = reduce_op(op);
        return group_of(group).reduce(tensors, options);
    });
}

int32_t tl_group_all_gather(void* group, const tl_tensor* outputs, int32_t count, tl_tensor input, void** work) {
    return started(work, [&] {
        TensorLists lists{list_of(outputs, count)};
        auto inputs = one(input);
        return group_of(group).allgather(lists, inputs);
    });
}

int32_t tl_group_gather(void* group, const tl_tensor* outputs, int32_t count, tl_tensor input, int32_t root, void** work) {
    return started(work, [&] {
        auto lists = at_root(outputs, count);
        auto inputs = one(input);
        c10d::GatherOptions options;
        options.rootRank = root;
        return group_of(group).gather(lists, inputs, options);
    });
}

int32_t tl_group_scatter(void* group, tl_tensor output, const tl_tensor* inputs, int32_t count, int32_t root, void** work) {
    return started(work, [&] {
        auto outputs = one(output);
        auto lists = at_root(inputs, count);
        c10d::ScatterOptions options;
        options.rootRank = root;
        return group_of(group).scatter(outputs, lists, options);
    });
}

int32_t tl_group_reduce_scatter(void* group, tl_tensor output, const tl_tensor* inputs, int32_t count, int32_t op, void** work) {
    return started(work, [&] {
        auto outputs = one(output);
        TensorLists lists{list_of(inputs, count)};
        c10d::ReduceScatterOptions options;
        options.reduceOp = reduce_op(op);
        return group_of(group).reduce_scatter(outputs, lists, options);
    });
}

int32_t tl_group_send(void* group, tl_tensor tensor, int32_t destination, int32_t tag, void** work) {
    return started(work, [&] {
        auto tensors = one(tensor);
        return group_of(group).send(tensors, destination, tag);
    });
}

int32_t tl_group_recv(void* group, tl_tensor tensor, int32_t source, int32_t tag, void** work) {
    return started(work, [&] {
        auto tensors = one(tensor);
        return source < 0 ? group_of(group).recvAnysource(tensors, tag) : group_of(group).recv(tensors, source, tag);
    });
}

int32_t tl_group_barrier(void* group, void** work) {
    return started(work, [&] { return group_of(group).barrier(c10d::BarrierOptions()); });
}

#endif
