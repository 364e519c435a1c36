using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors c10d_store.cpp, c10d_group.cpp, c10d_collectives.cpp and c10d_reducer.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_dist_features();

    [LibraryImport(Library)]
    internal static partial int tl_store_tcp_new(
        byte* host, int port, int worldSize, byte isServer, byte waitForWorkers, long timeout, nint* store, int* boundPort);

    [LibraryImport(Library)]
    internal static partial int tl_store_prefix_new(byte* prefix, nint inner, nint* store);

    [LibraryImport(Library)]
    internal static partial void tl_store_release(nint store);

    [LibraryImport(Library)]
    internal static partial int tl_store_set_timeout(nint store, long timeout);

    [LibraryImport(Library)]
    internal static partial int tl_store_set(nint store, byte* key, void* data, long bytes);

    [LibraryImport(Library)]
    internal static partial int tl_store_get(nint store, byte* key, void** data, long* bytes);

    [LibraryImport(Library)]
    internal static partial int tl_store_compare_set(
        nint store, byte* key, void* expected, long expectedBytes, void* desired, long desiredBytes, void** data, long* bytes);

    [LibraryImport(Library)]
    internal static partial int tl_store_add(nint store, byte* key, long amount, long* sum);

    [LibraryImport(Library)]
    internal static partial int tl_store_delete(nint store, byte* key, byte* deleted);

    [LibraryImport(Library)]
    internal static partial int tl_store_count(nint store, long* count);

    [LibraryImport(Library)]
    internal static partial int tl_store_check(nint store, byte** keys, int count, byte* present);

    [LibraryImport(Library)]
    internal static partial int tl_store_wait(nint store, byte** keys, int count, long timeout);

    [LibraryImport(Library)]
    internal static partial int tl_group_new(nint store, int rank, int size, byte* backend, byte* address, long timeout, nint* group);

    [LibraryImport(Library)]
    internal static partial void tl_group_release(nint group);

    [LibraryImport(Library)]
    internal static partial int tl_group_set_sequence_number(nint group);

    [LibraryImport(Library)]
    internal static partial int tl_group_all_reduce(nint group, nint tensor, int op, nint* work);

    [LibraryImport(Library)]
    internal static partial int tl_group_broadcast(nint group, nint tensor, int root, nint* work);

    [LibraryImport(Library)]
    internal static partial int tl_group_reduce(nint group, nint tensor, int root, int op, nint* work);

    [LibraryImport(Library)]
    internal static partial int tl_group_all_gather(nint group, nint* outputs, int count, nint input, nint* work);

    [LibraryImport(Library)]
    internal static partial int tl_group_gather(nint group, nint* outputs, int count, nint input, int root, nint* work);

    [LibraryImport(Library)]
    internal static partial int tl_group_scatter(nint group, nint output, nint* inputs, int count, int root, nint* work);

    [LibraryImport(Library)]
    internal static partial int tl_group_reduce_scatter(nint group, nint output, nint* inputs, int count, int op, nint* work);

    [LibraryImport(Library)]
    internal static partial int tl_group_send(nint group, nint tensor, int destination, int tag, nint* work);

    [LibraryImport(Library)]
    internal static partial int tl_group_recv(nint group, nint tensor, int source, int tag, nint* work);

    [LibraryImport(Library)]
    internal static partial int tl_group_barrier(nint group, nint* work);

    [LibraryImport(Library)]
    internal static partial int tl_group_monitored_barrier(nint group, long timeout, byte waitAllRanks);

    [LibraryImport(Library)]
    internal static partial int tl_group_broadcast_coalesced(nint group, nint* tensors, int count, long bufferBytes, int root);

    [LibraryImport(Library)]
    internal static partial int tl_group_verify_parameters(nint group, nint* parameters, int count);

    [LibraryImport(Library)]
    internal static partial int tl_work_wait(nint work, long timeout);

    [LibraryImport(Library)]
    internal static partial int tl_work_completed(nint work, byte* completed);

    [LibraryImport(Library)]
    internal static partial int tl_work_source_rank(nint work, int* rank);

    [LibraryImport(Library)]
    internal static partial void tl_work_release(nint work);

    [LibraryImport(Library)]
    internal static partial int tl_reducer_new(
        nint* parameters, byte** names, int count, nint group, long bucketBytes, long firstBucketBytes, byte findUnused, byte gradientAsBucketView, nint* reducer);

    [LibraryImport(Library)]
    internal static partial void tl_reducer_release(nint reducer);

    [LibraryImport(Library)]
    internal static partial int tl_reducer_prepare_for_forward(nint reducer);

    [LibraryImport(Library)]
    internal static partial int tl_reducer_prepare_for_backward(nint reducer, nint* outputs, int count);

    [LibraryImport(Library)]
    internal static partial int tl_reducer_rebuild_buckets(nint reducer, byte* rebuilt);
}
