using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Softmax over the channels at each pixel: input (N, C, H, W) or (C, H, W). Python's <c>torch.nn.Softmax2d</c>.</summary>
public sealed class Softmax2d : ParameterLessModule<Tensor, Tensor>
{
    internal Softmax2d()
        : base(nameof(Softmax2d))
    {
    }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor tensor) => functional.softmax2d(tensor);
}
