using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>
/// The elements of a tensor that are shown: all of them, or of each long dimension its two ends. Read to the host once.
/// </summary>
internal sealed class ElementGrid
{
    private readonly double[] real;
    private readonly double[]? imaginary;
    private readonly long[]? whole;

    private ElementGrid(Tensor shown, long[] shape, bool summarized, int edge)
    {
        Shape = shape;
        Shown = shown.shape;
        Type = shown.dtype;
        Summarized = summarized;
        Edge = edge;
        if (torch.is_complex(Type))
        {
            using Tensor wide = shown.to_type(ScalarType.ComplexFloat64);
            System.Numerics.Complex[] values = wide.data<System.Numerics.Complex>().ToArray();
            real = Array.ConvertAll(values, value => value.Real);
            imaginary = Array.ConvertAll(values, value => value.Imaginary);
        }
        else if (torch.is_floating_point(Type))
        {
            using Tensor wide = shown.to_type(ScalarType.Float64);
            real = wide.data<double>().ToArray();
        }
        else
        {
            using Tensor wide = shown.to_type(ScalarType.Int64);
            whole = wide.data<long>().ToArray();
            real = [];
        }
    }

    /// <summary>The tensor's shape.</summary>
    internal long[] Shape { get; }

    /// <summary>How many elements of each dimension are held.</summary>
    internal long[] Shown { get; }

    internal ScalarType Type { get; }

    internal bool Summarized { get; }

    /// <summary>Elements at each end of a summarized dimension.</summary>
    internal int Edge { get; }

    internal bool IsReal => imaginary is null && whole is null;

    internal bool IsComplex => imaginary is not null;

    internal ReadOnlySpan<double> Real => real;

    internal ReadOnlySpan<double> Imaginary => imaginary;

    internal ReadOnlySpan<long> Whole => whole;

    internal static ElementGrid Read(Tensor tensor, PrintOptions options)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        Tensor view = tensor.is_quantized() ? ops.aten.dequantize_self(tensor) : ops.aten.detach(tensor);
        bool summarized = view.numel() > options.Threshold;
        long[] shape = view.shape;
        for (int dim = 0; summarized && dim < shape.Length; dim++)
        {
            if (shape[dim] > 2 * options.EdgeItems)
            {
                long[] ends = [.. Ends(shape[dim], options.EdgeItems)];
                using Tensor positions = torch.tensor(ends, device: view.device);
                view = ops.aten.index_select(view, dim, positions);
            }
        }

        Tensor host = ops.aten.contiguous(TensorMemory.IsLazy(view) ? TensorMemory.Materialize(view).cpu() : view.cpu());
        return new ElementGrid(host, shape, summarized, options.EdgeItems);
    }

    private static IEnumerable<long> Ends(long size, int edge)
    {
        for (int i = 0; i < edge; i++)
        {
            yield return i;
        }

        for (long i = size - edge; i < size; i++)
        {
            yield return i;
        }
    }
}
