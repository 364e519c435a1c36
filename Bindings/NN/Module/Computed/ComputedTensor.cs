using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// A tensor of a module that is computed from others: what weight normalization, pruning and parametrizations put in the place of a parameter. The
/// module's fields hold one object for it, which stands for another native tensor after each computation.
/// </summary>
internal sealed class ComputedTensor : IDisposable
{
    private readonly Func<Tensor> _compute;
    private readonly Action<Tensor>? _assign;
    private long _epoch = -1;

    /// <summary>Computes for the first time.</summary>
    /// <param name="source">What it is that computes: weight normalization, a pruning method ...</param>
    /// <param name="isParameter">Whether the fields that hold it are a parameter's.</param>
    /// <param name="compute">Computes it; what it returns stays its caller's or goes with the caller's dispose scope.</param>
    /// <param name="assign">What setting the module's property does; null where it may not be set.</param>
    /// <param name="onRead">Whether the module's property computes it anew, too.</param>
    /// <param name="initial">What stands there until the first computation; null computes at once.</param>
    public ComputedTensor(object source, bool isParameter, Func<Tensor> compute, Action<Tensor>? assign, bool onRead, Tensor? initial)
    {
        Source = source;
        _compute = compute;
        _assign = assign;
        OnRead = onRead;
        using var scope = NewDisposeScope();
        var first = nn.functional.Again(initial ?? compute());
        Holder = (isParameter ? Parameter.Computed(first) : first).DetachFromDisposeScope();
    }

    /// <summary>What computes.</summary>
    public object Source { get; }

    /// <summary>The object in the module's fields.</summary>
    public Tensor Holder { get; }

    /// <summary>Whether reading the module's property computes it anew.</summary>
    public bool OnRead { get; }

    /// <summary>Whether the module's property may be set.</summary>
    public bool CanAssign => _assign is not null;

    /// <summary>Computes it anew, but for once only while <see cref="ComputedCache"/> holds what was computed.</summary>
    public void Refresh()
    {
        if (ComputedCache.Epoch is { } epoch)
        {
            if (epoch == _epoch)
            {
                return;
            }

            _epoch = epoch;
        }

        using var scope = NewDisposeScope();
        Holder.Become(nn.functional.Again(_compute()));
    }

    /// <summary>Sets what it is computed from so that it has a value.</summary>
    public void Assign(Tensor value) => _assign!(value);

    public void Dispose() => Holder.Dispose();
}
