using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Runs a function once for a whole batch of arguments: libtorch's operators treat the batch's dimension as if it were not there.</summary>
internal static unsafe class Vmap
{
    [ThreadStatic]
    private static int levels;

    /// <summary>Whether this thread runs a mapped function, whose tensors have no elements to ask for.</summary>
    internal static bool IsActive => levels > 0;

    internal static torch.Tensor[] Run(
        Func<torch.Tensor[], torch.Tensor[]> function, torch.Tensor[] args, IReadOnlyList<long?> inDims, IReadOnlyList<long> outDims, string randomness,
        long? chunk)
    {
        ArgumentNullException.ThrowIfNull(args);
        long size = BatchSize(args, inDims);
        int random = randomness switch
        {
            "error" => 0,
            "same" => 1,
            "different" => 2,
            _ => throw new ArgumentException($"randomness is \"error\", \"same\" or \"different\", not \"{randomness}\"", nameof(randomness)),
        };
        if (chunk is not { } limit || size <= limit)
        {
            return Level(function, args, inDims, outDims, size, random);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1, nameof(chunk));
        List<torch.Tensor[]> parts = [];
        for (long start = 0; start < size; start += limit)
        {
            long length = Math.Min(limit, size - start);
            torch.Tensor[] some = [.. args.Select((arg, i) => inDims[i] is { } dim ? arg.narrow(dim, start, length) : arg)];
            parts.Add(Level(function, some, inDims, outDims, length, random));
        }

        return [.. parts[0].Select((_, i) => torch.cat([.. parts.Select(part => part[i])], Dim(outDims, i)))];
    }

    private static torch.Tensor[] Level(
        Func<torch.Tensor[], torch.Tensor[]> function, torch.Tensor[] args, IReadOnlyList<long?> inDims, IReadOnlyList<long> outDims, long size, int random)
    {
        long entered;
        NativeError.Check(NativeMethods.tl_vmap_enter(size, random, &entered), "torch.vmap");
        long level = entered;
        levels++;
        try
        {
            torch.Tensor[] batched = [.. args.Select((arg, i) => inDims[i] is { } dim ? Add(arg, dim, level) : arg)];
            torch.Tensor[] outputs = function(batched);
            if (outDims.Count != 1 && outDims.Count != outputs.Length)
            {
                throw new ArgumentException($"out_dims has {outDims.Count} entries for {outputs.Length} results", nameof(outDims));
            }

            return [.. outputs.Select((output, i) => Remove(output, Dim(outDims, i), level, size))];
        }
        finally
        {
            levels--;
            NativeError.Check(NativeMethods.tl_vmap_leave(), "torch.vmap");
        }
    }

    private static long Dim(IReadOnlyList<long> outDims, int i) => outDims.Count == 1 ? outDims[0] : outDims[i];

    private static long BatchSize(torch.Tensor[] args, IReadOnlyList<long?> inDims)
    {
        if (inDims.Count != args.Length)
        {
            throw new ArgumentException($"in_dims has {inDims.Count} entries for {args.Length} arguments", nameof(inDims));
        }

        long? size = null;
        for (int i = 0; i < args.Length; i++)
        {
            if (inDims[i] is not { } dim)
            {
                continue;
            }

            long dims = args[i].dim();
            if (dim < -dims || dim >= dims)
            {
                throw new ArgumentException($"in_dims names dimension {dim} of argument {i}, which has {dims}", nameof(inDims));
            }

            long here = args[i].shape[dim < 0 ? dim + dims : dim];
            if (size is { } before && before != here)
            {
                throw new ArgumentException($"the arguments' batches differ in size: {before} before argument {i}, {here} there", nameof(args));
            }

            size = here;
        }

        return size ?? throw new ArgumentException("no argument has a batch: in_dims is null for all of them", nameof(inDims));
    }

    private static torch.Tensor Add(torch.Tensor tensor, long dim, long level)
    {
        // Before the handle is read: a call that ends gives up every handle of its thread.
        long place = dim < 0 ? dim + tensor.dim() : dim;
        nint result;
        int status = NativeMethods.tl_vmap_add_batch(tensor.Handle, place, level, &result);
        GC.KeepAlive(tensor);
        NativeError.Check(status, "torch.vmap");
        return new torch.Tensor(result);
    }

    private static torch.Tensor Remove(torch.Tensor tensor, long dim, long level, long size)
    {
        nint result;
        int status = NativeMethods.tl_vmap_remove_batch(tensor.Handle, dim, level, size, &result);
        GC.KeepAlive(tensor);
        NativeError.Check(status, "torch.vmap");
        return new torch.Tensor(result);
    }
}
