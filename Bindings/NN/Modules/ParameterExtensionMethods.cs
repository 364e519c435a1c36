using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Makes parameters of tensors.</summary>
public static class ParameterExtensionMethods
{
    /// <summary>The tensor as a parameter that collects gradients; the tensor's storage is taken over.</summary>
    /// <param name="tensor">The values; counts as disposed afterwards.</param>
    public static Parameter AsParameter(this Tensor tensor) => tensor as Parameter ?? new Parameter(tensor);
}
