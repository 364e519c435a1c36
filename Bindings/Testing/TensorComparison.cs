using TorchSharp.Modules;
using TorchSharp.Printing;
using static TorchSharp.torch;

namespace TorchSharp.Testing;

/// <summary>Tells in Python's words how two tensors differ.</summary>
internal sealed class TensorComparison(
    double? rtol, double? atol, bool equalNan, bool checkDevice, bool checkDtype, bool checkLayout, bool checkStride)
{
    /// <summary>Null where they do not differ.</summary>
    public string? Difference(Tensor actual, Tensor expected)
    {
        using var scope = NewDisposeScope();
        using var unrecorded = no_grad();
        return DifferentAttribute(actual, expected) ?? DifferentValues(actual.detach(), expected.detach());
    }

    private string? DifferentAttribute(Tensor actual, Tensor expected) =>
        !actual.shape.AsSpan().SequenceEqual(expected.shape) ? Attribute("shape", Size(actual), Size(expected))
        : checkLayout && actual.layout != expected.layout ? Attribute("layout", Name(actual.layout), Name(expected.layout))
        : checkDevice && actual.device != expected.device ? Attribute("device", $"{actual.device}", $"{expected.device}")
        : checkDtype && actual.dtype != expected.dtype ? Attribute("dtype", Name(actual.dtype), Name(expected.dtype))
        : checkStride && !actual.stride().AsSpan().SequenceEqual(expected.stride()) ? Attribute("stride()", Repr.Tuple(actual.stride()), Repr.Tuple(expected.stride()))
        : null;

    private string? DifferentValues(Tensor actual, Tensor expected)
    {
        (double rtol, double atol) = Tolerances(actual.dtype, expected.dtype);
        (string what, bool areOfOneLayout) = (actual.is_quantized() ? "Quantized tensor-likes" : "Tensor-likes", actual.layout == expected.layout);
        if (actual.is_quantized() || expected.is_quantized())
        {
            (actual, expected) = (Plain(actual), Plain(expected));
        }

        if (actual.layout != Layout.Strided && areOfOneLayout && actual.is_sparse)
        {
            (actual, expected) = (actual.coalesce(), expected.coalesce());
            if (actual.values().shape[0] != expected.values().shape[0])
            {
                return $"The number of specified values in sparse COO tensors does not match: {actual.values().shape[0]} != {expected.values().shape[0]}";
            }

            return Far(actual.indices(), expected.indices(), "Sparse COO indices", 0, 0) ?? Far(actual.values(), expected.values(), "Sparse COO values", rtol, atol);
        }

        return Far(Dense(actual), Dense(expected), what, rtol, atol);
    }

    private string? Far(Tensor actual, Tensor expected, string what, double rtol, double atol)
    {
        if (actual.device != expected.device)
        {
            (actual, expected) = (actual.cpu(), expected.cpu());
        }

        ScalarType type = promote_types(actual.dtype, expected.dtype);
        (actual, expected) = (actual.to(type), expected.to(type));
        Tensor apart = isclose(actual, expected, rtol, atol, equalNan).logical_not();
        long count = apart.sum().item<long>();
        return count == 0 ? null : new ElementMismatch(actual, expected, apart, count, rtol, atol).Describe(what);
    }

    private (double Rtol, double Atol) Tolerances(ScalarType actual, ScalarType expected)
    {
        if (rtol is { } relative && atol is { } absolute)
        {
            return (relative, absolute);
        }

        (double Rtol, double Atol) one = Default(actual), other = Default(expected);
        return (Math.Max(one.Rtol, other.Rtol), Math.Max(one.Atol, other.Atol));
    }

    private static (double Rtol, double Atol) Default(ScalarType type) => type switch
    {
        ScalarType.Float16 => (1e-3, 1e-5),
        ScalarType.BFloat16 => (1.6e-2, 1e-5),
        ScalarType.Float32 or ScalarType.ComplexFloat32 or ScalarType.QInt8 or ScalarType.QUInt8 or ScalarType.QInt32 => (1.3e-6, 1e-5),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => (1e-7, 1e-7),
        _ => (0, 0),
    };

    private static Tensor Plain(Tensor tensor) => tensor.is_quantized() ? tensor.dequantize() : tensor;

    private static Tensor Dense(Tensor tensor) => tensor.layout == Layout.Strided ? tensor : tensor.to_dense();

    private static string Attribute(string name, string actual, string expected) => $"The values for attribute '{name}' do not match: {actual} != {expected}.";

    private static string Size(Tensor tensor) => $"torch.Size({Repr.Shape(tensor)})";

    private static string Name(ScalarType type) => $"torch.{PythonPrinter.PythonName(type)}";

    private static string Name(Layout layout) => layout switch
    {
        Layout.Strided => "torch.strided",
        Layout.Sparse => "torch.sparse_coo",
        Layout.SparseCsr => "torch.sparse_csr",
        Layout.SparseCsc => "torch.sparse_csc",
        Layout.SparseBsr => "torch.sparse_bsr",
        Layout.SparseBsc => "torch.sparse_bsc",
        _ => "torch._mkldnn",
    };
}
