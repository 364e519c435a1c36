using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimizer keeps for one parameter. Its tensors belong to it and to no dispose scope.</summary>
public abstract class OptimizerState : IDisposable
{
    /// <summary>The parameter that this state is about.</summary>
    protected internal readonly Parameter _parameter;

    /// <summary>Creates the state of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    protected OptimizerState(Parameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        _parameter = parameter;
    }

    /// <summary>Names everything that is kept for <paramref name="visitor"/>.</summary>
    /// <param name="visitor">What reads or writes the state.</param>
    public abstract void Describe(IStateVisitor visitor);

    /// <summary>Sets the state up for a first step.</summary>
    /// <param name="options">The options of the parameter's group.</param>
    public virtual void Initialize(OptimizerOptions options)
    {
    }

    /// <summary>Moves the state's tensors.</summary>
    /// <param name="device">Where to.</param>
    public virtual void to(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        Describe(new StateMove(device));
    }

    /// <summary>Writes the state (a torch file behind its length).</summary>
    /// <param name="writer">Where to.</param>
    public virtual void SaveStateDict(BinaryWriter writer) => StateBlob.Write(writer, Export());

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    public virtual void LoadStateDict(BinaryReader reader) => Import(StateBlob.Read(reader));

    /// <summary>Takes over a copy of another state.</summary>
    /// <param name="source">The other state.</param>
    public virtual void LoadStateDict(OptimizerState source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Import(source.Export());
    }

    /// <summary>Whether another state holds the same values up to rounding (relative 1e-5, absolute 1e-8).</summary>
    /// <param name="other">The other state.</param>
    public virtual bool ApproximatelyEquals(OptimizerState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var mine = Export();
        var theirs = other.Export();
        return mine.Count == theirs.Count && mine.All(entry => theirs.TryGetValue(entry.Key, out var value) && Same(entry.Value, value));
    }

    /// <summary>Disposes the state's tensors.</summary>
    public void Dispose()
    {
        Describe(StateDispose.Instance);
        GC.SuppressFinalize(this);
    }

    internal Dictionary<string, object?> Export()
    {
        var state = new Dictionary<string, object?>();
        Describe(new StateExport(state));
        return state;
    }

    internal void Import(System.Collections.IDictionary state) => Describe(new StateImport(state, _parameter));

    /// <summary>A tensor of zeros like the parameter, owned by the state.</summary>
    protected Tensor ZerosLikeParameter() => ops.aten.zeros_like(_parameter).DetachFromDisposeScope();

    /// <summary>A tensor like the parameter that holds one number everywhere (in both parts of complex values), owned by the state.</summary>
    /// <param name="value">The number.</param>
    protected Tensor FilledLikeParameter(double value)
    {
        var filled = ZerosLikeParameter();
        if (!filled.is_complex())
        {
            return ops.aten.fill__Scalar(filled, value);
        }
        using var parts = ops.aten.view_as_real(filled);
        ops.aten.fill__Scalar(parts, value);
        return filled;
    }

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (Tensor first, Tensor second) => first.shape.AsSpan().SequenceEqual(second.shape) && ops.aten.allclose(first, second),
        (List<object?> first, List<object?> second) => first.Count == second.Count && first.Zip(second).All(pair => Same(pair.First, pair.Second)),
        _ => Equals(left, right),
    };
}
