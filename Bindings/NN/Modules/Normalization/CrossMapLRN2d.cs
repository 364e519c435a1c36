using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// Divides each entry of (N, C, H, W) by a power of the squares of its neighbours in the channels. Python's <c>torch.nn.CrossMapLRN2d</c>, which
/// <see cref="LocalResponseNorm"/> has replaced: results equal Python's, whose own gradients are not quite their derivatives (ours are).
/// </summary>
public sealed class CrossMapLRN2d : ParameterLessModule<Tensor, Tensor>
{
    internal CrossMapLRN2d(long size, double alpha, double beta, double k)
        : base(nameof(CrossMapLRN2d))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        this.size = size;
        this.alpha = alpha;
        this.beta = beta;
        this.k = k;
    }

    /// <summary>The number of neighbouring channels; of an even number one fewer is added up, as in Python.</summary>
    public long size { get; }

    /// <summary>The factor of the mean square.</summary>
    public double alpha { get; }

    /// <summary>The power.</summary>
    public double beta { get; }

    /// <summary>Added before the power.</summary>
    public double k { get; }

    /// <summary>Normalizes.</summary>
    /// <exception cref="ArgumentException">The input does not have four dimensions.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dim() != 4)
        {
            throw new ArgumentException($"CrossMapLRN2d takes (N, C, H, W), not a tensor of {input.dim()} dimensions.", nameof(input));
        }

        using var scope = NewDisposeScope();
        var side = (size - 1) / 2;
        // The channels become the height of a picture, averaged over a window of one column; the average is of the whole window at the edges too.
        var shape = input.shape;
        var squares = aten.reshape(aten.mul_Tensor(input, input), [shape[0], 1, shape[1], -1]);
        var window = aten.avg_pool2d(squares, [(2 * side) + 1, 1], [1], [side, 0]);
        var sums = aten.mul_Scalar(aten.reshape(window, shape), (2 * side) + 1);
        if (shape[1] > side + 1)
        {
            // Python's running sum never lets go of the first channel; networks trained with it expect as much.
            var first = aten.reshape(aten.slice_Tensor(squares, 2, 0, 1), [shape[0], 1, shape[2], shape[3]]);
            var later = aten.add_Tensor(aten.slice_Tensor(sums, 1, side + 1), first);
            sums = aten.cat([aten.slice_Tensor(sums, 1, 0, side + 1), later], 1);
        }

        var scale = aten.add_Scalar(aten.mul_Scalar(sums, alpha / size), k);
        return aten.mul_Tensor(input, aten.pow_Tensor_Scalar(scale, -beta)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    protected override string extra_repr() => $"{size}, alpha={Repr.Float(alpha)}, beta={Repr.Float(beta)}, k={Repr.Number(k)}";
}
