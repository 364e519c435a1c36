using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Layers one after the other. A tensor between two layers that surely hold neither input nor result is disposed as soon as the second has
/// run, so that memory is what Python's is: autograd keeps what the backward pass needs. A layer with hooks may hold on to a tensor, and so
/// may a module of the user's; what goes in or out of those is left alone.
/// </summary>
internal readonly struct LayerChain
{
    private readonly bool disposable;

    private LayerChain(Tensor value, bool disposable) => (Value, this.disposable) = (value, disposable);

    /// <summary>The result so far.</summary>
    public Tensor Value { get; }

    /// <summary>Begins with a tensor that stays the caller's.</summary>
    public static LayerChain From(Tensor input) => new(input, false);

    /// <summary>Runs a layer. An in-place layer may return the very tensor that it was given, which then lives on.</summary>
    public LayerChain Then(nn.Module<Tensor, Tensor> layer)
    {
        var next = layer.call(Value);
        var keepsNothing = KeepsNothing(layer);
        if (ReferenceEquals(next, Value))
        {
            return new LayerChain(next, disposable && keepsNothing);
        }
        if (disposable && keepsNothing)
        {
            Value.Dispose();
        }
        return new LayerChain(next, keepsNothing);
    }

    /// <summary>Whether a module, and all that it is made of, surely hold neither input nor result when they return.</summary>
    public static bool KeepsNothing(nn.Module<Tensor, Tensor>? module) => module switch
    {
        null => true,
        { HasHooks: true } => false,
        IResidualPart part => part.KeepsNothing,
        Conv2d or BatchNorm2d or GroupNorm or ReLU or MaxPool2d or AdaptiveAvgPool2d or Linear => true,
        _ => false,
    };
}
