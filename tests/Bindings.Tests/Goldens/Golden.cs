using System.Globalization;
using System.Numerics;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Goldens;

/// <summary>Reads the oracle's outputs from tests/golden and compares tensors with them.</summary>
internal static class Golden
{
    internal static JsonElement.ArrayEnumerator Cases(string area, string file) => OracleFile.Read(area, file).EnumerateArray();

    internal static Tensor Read(JsonElement spec)
    {
        ScalarType type = TypeOf(spec.GetProperty("dtype").GetString()!);
        long[] shape = [.. spec.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        JsonElement.ArrayEnumerator values = spec.GetProperty("values").EnumerateArray();
        if (torch.is_complex(type))
        {
            Complex[] numbers = [.. values.Select(value => new Complex(Number(value[0]), Number(value[1])))];
            return torch.tensor(numbers, shape, type);
        }

        if (torch.is_floating_point(type))
        {
            return torch.tensor(values.Select(Number).ToArray(), shape, type);
        }

        return type == ScalarType.Bool
            ? torch.tensor(values.Select(value => value.GetBoolean()).ToArray(), shape)
            : torch.tensor(values.Select(value => value.GetInt64()).ToArray(), shape, type);
    }

    /// <summary>Fails unless type, shape and every element agree; NaN agrees with NaN.</summary>
    internal static void AssertEqual(JsonElement spec, Tensor actual, double relative, double absolute, string what)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor expected = Read(spec);
        Assert.True(expected.dtype == actual.dtype, $"{what}: type {actual.dtype}, the oracle has {expected.dtype}");
        Assert.True(expected.shape.SequenceEqual(actual.shape), $"{what}: shape [{string.Join(", ", actual.shape)}], the oracle has [{string.Join(", ", expected.shape)}]");
        using IDisposable mode = no_grad();
        bool close = torch.ops.aten.allclose(actual.to_type(Wide(actual.dtype)), expected.to_type(Wide(expected.dtype)), relative, absolute, true);
        Assert.True(close, $"{what}: {actual}, the oracle has {expected}");
    }

    internal static ScalarType TypeOf(string python) => python switch
    {
        "uint8" => ScalarType.Byte,
        "complex64" => ScalarType.ComplexFloat32,
        "complex128" => ScalarType.ComplexFloat64,
        "bfloat16" => ScalarType.BFloat16,
        _ => Enum.Parse<ScalarType>(python, ignoreCase: true),
    };

    internal static double Number(JsonElement value) => value.ValueKind != JsonValueKind.String
        ? value.GetDouble()
        : value.GetString() switch
        {
            "nan" => BitConverter.UInt64BitsToDouble(0x7FF8_0000_0000_0000), // Python's is positive, double.NaN is not
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            var text => double.Parse(text!, CultureInfo.InvariantCulture),
        };

    private static ScalarType Wide(ScalarType type) => torch.is_complex(type) ? ScalarType.ComplexFloat64 : ScalarType.Float64;
}
