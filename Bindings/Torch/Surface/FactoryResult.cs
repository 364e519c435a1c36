using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What factories that are one operator do with their result: names and the wish for a gradient.</summary>
internal static class FactoryResult
{
    /// <summary>Takes over <paramref name="made"/> and returns it, or a named view in its stead.</summary>
    internal static Tensor Finish(Tensor made, bool requires_grad, string[]? names = null)
    {
        Tensor result = made;
        if (names is { Length: > 0 })
        {
            using (made)
            {
                result = ops.aten.refine_names(made, names);
            }
        }

        return requires_grad ? ops.aten.requires_grad_(result) : result;
    }

    /// <summary>What is made of values that are converted first: a sparse tensor keeps the type of its values, whatever it is asked for.</summary>
    internal static Tensor OfType(Tensor values, ScalarType? type, Func<Tensor, Tensor> make)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (type is null || type == values.dtype)
        {
            return make(values);
        }

        using Tensor typed = values.to_type(type.Value);
        return make(typed);
    }
}
