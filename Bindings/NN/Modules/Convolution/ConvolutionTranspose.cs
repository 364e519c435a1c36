using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions share: a result whose size may be chosen among those that the step leaves open.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    /// <inheritdoc cref="Convolution"/>
    protected ConvolutionTranspose(
        string name,
        long in_channels,
        long out_channels,
        long[] kernel_size,
        long[] stride,
        long[] padding,
        Padding? padding_type,
        long[] dilation,
        bool transposed,
        long[] output_padding,
        long groups,
        bool bias,
        PaddingModes padding_mode,
        Device? device = null,
        ScalarType? dtype = null)
        : base(
            name,
            in_channels,
            out_channels,
            kernel_size,
            stride,
            padding,
            padding_type,
            dilation,
            transposed,
            output_padding,
            groups,
            bias,
            padding_mode,
            device,
            dtype)
    {
    }

    /// <summary>Convolves, with the output padding that the layer was made with.</summary>
    public override Tensor forward(Tensor input) => ApplyTransposed(input, output_padding);

    /// <summary>Convolves to a given size.</summary>
    /// <param name="input">The input.</param>
    /// <param name="output_size">The sizes of the result's positions, or its whole shape; null for the layer's own output padding.</param>
    /// <exception cref="ArgumentException">The size cannot be reached.</exception>
    public virtual Tensor forward(Tensor input, long[]? output_size) => ApplyTransposed(
        input,
        output_size is null
            ? output_padding
            : _output_padding(input, output_size, kernel_size, stride, padding, dilation, kernel_size.Length));

    /// <summary>The output padding that gives a size.</summary>
    protected long[] _output_padding(
        Tensor input, long[] output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation, long num_spatial_dims)
    {
        var dimensions = (int)num_spatial_dims;
        var shape = input.shape;
        var extra = shape.Length - dimensions;
        var wanted = output_size.Length == shape.Length ? output_size[extra..] : output_size;
        if (wanted.Length != dimensions)
        {
            throw new ArgumentException($"output_size takes {dimensions} or {shape.Length} numbers, not {output_size.Length}.", nameof(output_size));
        }

        var result = new long[dimensions];
        for (var d = 0; d < dimensions; d++)
        {
            var smallest = ((shape[extra + d] - 1) * stride[d]) - (2 * padding[d]) + (dilation[d] * (kernel_size[d] - 1)) + 1;
            result[d] = wanted[d] - smallest;
            if (result[d] < 0 || result[d] >= stride[d])
            {
                throw new ArgumentException(
                    $"output_size {wanted[d]} is impossible in dimension {d}: it lies between {smallest} and {smallest + stride[d] - 1}.",
                    nameof(output_size));
            }
        }

        return result;
    }

    /// <summary>Calls the operator.</summary>
    private protected abstract Tensor ApplyTransposed(Tensor input, long[] output_padding);

    private protected sealed override Tensor Apply(Tensor input, long[] padding, Padding? named) => ApplyTransposed(input, output_padding);
}
