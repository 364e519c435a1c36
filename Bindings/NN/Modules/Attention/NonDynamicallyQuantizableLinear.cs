using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A linear layer under the name that Python gives to the one behind attention, where quantization leaves it alone. Python's
/// <c>torch.nn.modules.linear.NonDynamicallyQuantizableLinear</c>.
/// </summary>
public sealed class NonDynamicallyQuantizableLinear : Linear
{
    internal NonDynamicallyQuantizableLinear(long in_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
        : base(in_features, out_features, hasBias, device, dtype)
    {
    }

    internal NonDynamicallyQuantizableLinear(Parameter weight, Parameter? bias)
        : base(weight, bias)
    {
    }
}
