using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Runs the traced program for other sizes of its inputs, one dimension after the other, and keeps what was recorded wherever the program takes
/// the other size.
/// </summary>
internal sealed class TraceProbes(TraceInputs inputs, Func<object?[], ScriptHandle> record) : IDisposable
{
    private readonly List<(string Name, Tensor Tensor)> tensors = inputs.Tensors;
    private readonly List<(HashSet<(int Tensor, int Dim)> Dims, long Size)> found = [];
    private readonly List<(string Name, ScriptHandle Probe)> probes = [];

    /// <summary>What was recorded, each with words for the sizes that were others.</summary>
    internal IReadOnlyList<(string Name, ScriptHandle Probe)> Recorded => probes;

    public void Dispose() => probes.ForEach(probe => probe.Probe.Dispose());

    /// <summary>Tries every dimension of every input: alone, then with those of its place and size, then with all of its size.</summary>
    internal void Run()
    {
        HashSet<(int, int)> done = [];
        for (int i = 0; i < tensors.Count; i++)
        {
            for (int d = 0; d < tensors[i].Tensor.dim(); d++)
            {
                long size = tensors[i].Tensor.size(d);
                if (size == 0 || done.Contains((i, d)))
                {
                    continue;
                }

                HashSet<(int, int)>? last = null;
                foreach (HashSet<(int, int)> dims in new[] { [(i, d)], Alike(size, d), Alike(size, null) })
                {
                    dims.ExceptWith(done);
                    if ((last is null || !dims.SetEquals(last)) && TrySizes(dims, size))
                    {
                        done.UnionWith(dims);
                        break;
                    }

                    last = dims;
                }
            }
        }
    }

    /// <summary>The inputs with all sizes that the program takes others of changed to a third one.</summary>
    /// <param name="onlyFirst">Whether only the first of those sizes is changed.</param>
    internal object?[] Third(bool onlyFirst)
    {
        var sizes = new Dictionary<(int, int), long>();
        foreach (var (dims, probed) in onlyFirst ? found.Take(1) : found)
        {
            foreach (var (tensor, dim) in dims)
            {
                long size = tensors[tensor].Tensor.size(dim);
                sizes[(tensor, dim)] = probed > size ? probed + (probed - size) : probed;
            }
        }

        return Resized(sizes);
    }

    private HashSet<(int, int)> Alike(long size, int? place)
    {
        HashSet<(int, int)> dims = [];
        for (int i = 0; i < tensors.Count; i++)
        {
            for (int d = 0; d < tensors[i].Tensor.dim(); d++)
            {
                if (tensors[i].Tensor.size(d) == size && (place is null || place == d))
                {
                    dims.Add((i, d));
                }
            }
        }

        return dims;
    }

    private bool TrySizes(HashSet<(int Tensor, int Dim)> dims, long size)
    {
        // A batch grows; what else there is shrinks first, which takes less time. Halves and doubles keep what has to be even.
        long[] others = dims.First().Dim == 0 ? [size * 2, size + 1] : size % 2 == 0 && size > 2 ? [size / 2, size * 2] : [size * 2, size + 1];
        foreach (long other in others)
        {
            object?[] changed = Resized(dims.ToDictionary(dim => dim, _ => other));
            try
            {
                ScriptHandle probe = record(changed);
                probes.Add((Describe(dims), probe));
                found.Add((dims, other));
                return true;
            }
            catch (Exception error) when (error is not (OutOfMemoryException or TorchOutOfMemoryException or InsufficientExecutionStackException))
            {
                // The program does not take this size, and may say so by any exception: the trace need not hold for it.
                continue;
            }
            finally
            {
                TraceInputs.Release(changed);
            }
        }

        return false;
    }

    private string Describe(HashSet<(int Tensor, int Dim)> dims) => string.Join(
        " and ", dims.Order().Select(dim => $"dimension {dim.Dim} of {tensors[dim.Tensor].Name}"));

    private object?[] Resized(Dictionary<(int Tensor, int Dim), long> sizes)
    {
        int place = 0;
        return inputs.Replaced(tensor =>
        {
            int own = place++;
            using DisposeScope scope = NewDisposeScope();
            Tensor changed = tensor.detach();
            for (int d = 0; d < tensor.dim(); d++)
            {
                if (sizes.TryGetValue((own, d), out long size))
                {
                    // The elements come again, so that they stay what the program expects.
                    changed = changed.index_select(d, arange(size, device: tensor.device).remainder(tensor.size(d)));
                }
            }

            return changed.clone().requires_grad_(tensor.requires_grad).MoveToOuterDisposeScope();
        });
    }
}
