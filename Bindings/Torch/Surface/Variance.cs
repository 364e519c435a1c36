using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Variance and standard deviation along dimensions, computed in another element type where one is asked for.</summary>
internal static class Variance
{
    internal static Tensor Var(Tensor input, long[] dimensions, bool unbiased, bool keepdim, ScalarType? type)
    {
        using Tensor? converted = Converted(input, type);
        return ops.aten.var_dim(converted ?? input, dimensions, unbiased, keepdim);
    }

    internal static Tensor Std(Tensor input, long[] dimensions, bool unbiased, bool keepdim, ScalarType? type)
    {
        using Tensor? converted = Converted(input, type);
        return ops.aten.std_dim(converted ?? input, dimensions, unbiased, keepdim);
    }

    internal static (Tensor Var, Tensor Mean) VarMean(Tensor input, long[] dimensions, bool unbiased, bool keepdim, ScalarType? type)
    {
        using Tensor? converted = Converted(input, type);
        return ops.aten.var_mean_dim(converted ?? input, dimensions, unbiased, keepdim);
    }

    internal static (Tensor Std, Tensor Mean) StdMean(Tensor input, long[] dimensions, bool unbiased, bool keepdim, ScalarType? type)
    {
        using Tensor? converted = Converted(input, type);
        return ops.aten.std_mean_dim(converted ?? input, dimensions, unbiased, keepdim);
    }

    private static Tensor? Converted(Tensor input, ScalarType? type) =>
        type is { } wanted && wanted != input.dtype ? ops.aten.to_dtype(input, wanted) : null;
}
