using System.Collections;
using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace Fuzzing.Operators;

/// <summary>Arguments in words, for the report of a finding.</summary>
internal static class Description
{
    /// <summary>The arguments of a call.</summary>
    public static string Of(Operator called, int seed)
    {
        using var scope = NewDisposeScope();
        var values = new Arguments(seed).For(called);
        var names = called.Parameters.Select(parameter => parameter.Name);
        return string.Join(", ", (called.IsOfTensor ? names.Prepend("this") : names).Zip(values, (name, value) => $"{name}: {Of(value)}"));
    }

    private static string Of(object? value) => value switch
    {
        null => "null",
        Tensor { is_nested: true } tensor => $"nested {tensor.ToString(TorchSharp.TensorStringStyle.Metadata)}",
        Tensor tensor => $"{(tensor.is_sparse ? "sparse " : "")}{tensor.dtype}[{string.Join(',', tensor.shape)}]{(tensor.device.type == DeviceType.META ? " meta" : "")}",
        string text => $"'{text}'",
        IEnumerable several => $"[{string.Join(", ", several.Cast<object?>().Select(Of))}]",
        IFormattable plain => plain.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
