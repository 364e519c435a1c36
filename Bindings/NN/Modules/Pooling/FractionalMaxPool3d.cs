using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Max pooling over windows of random placement: (N, C, D, H, W) or (C, D, H, W). Python's <c>torch.nn.FractionalMaxPool3d</c>.</summary>
public sealed class FractionalMaxPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal FractionalMaxPool3d(long[] kernel_size, long[]? output_size, double[]? output_ratio)
        : base(nameof(FractionalMaxPool3d))
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
    public override Tensor forward(Tensor input) => functional.fractional_max_pool3d(input, kernel_size, output_size, output_ratio);

    /// <summary>As <see cref="forward"/>, with the places of the largest entries.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        functional.fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio);
}
