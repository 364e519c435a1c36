using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Layers one after the other, none of whose inputs is needed again.</summary>
internal static class TensorChain
{
    /// <summary>
    /// The layer's result; the input is disposed. What the backward pass needs of it autograd keeps, so that memory is what Python's is.
    /// An in-place layer returns its input, which then lives on.
    /// </summary>
    public static Tensor Then(this Tensor input, nn.Module<Tensor, Tensor> layer)
    {
        var result = layer.call(input);
        if (!ReferenceEquals(result, input))
        {
            input.Dispose();
        }
        return result;
    }
}
