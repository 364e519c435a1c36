using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Max pooling over windows of random placement: (N, C, H, W) or (C, H, W). Python's <c>torch.nn.FractionalMaxPool2d</c>.</summary>
public sealed class FractionalMaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal FractionalMaxPool2d(long[] kernel_size, long[]? output_size, double[]? output_ratio)
        : base(nameof(FractionalMaxPool2d))
    {
        this.kernel_size = kernel_size;
        this.output_size = output_size;
        this.output_ratio = output_ratio;
    }

    /// <summary>The window.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>The size of the result; either it or the ratio is given.</summary>
    public long[]? output_size { get; set; }

    /// <summary>The size of the result as a fraction of the input's.</summary>
    public double[]? output_ratio { get; set; }

    /// <summary>Pools.</summary>
    public override Tensor forward(Tensor input) => functional.fractional_max_pool2d(input, kernel_size, output_size, output_ratio);

    /// <summary>As <see cref="forward"/>, with the places of the largest entries.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        functional.fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio);
}
