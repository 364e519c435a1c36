using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The logarithm of the sigmoid. Python's <c>torch.nn.LogSigmoid</c>.</summary>
public sealed class LogSigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal LogSigmoid()
        : base(nameof(LogSigmoid))
    {
    }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.logsigmoid(tensor);
}
