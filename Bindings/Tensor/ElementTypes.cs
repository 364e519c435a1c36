using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which .NET type holds an element of which tensor type.</summary>
internal static class ElementTypes
{
    /// <summary>The element type that T holds.</summary>
    /// <exception cref="ArgumentException">None.</exception>
    internal static ScalarType Of<T>()
        where T : unmanaged
    {
        // The comparisons are constants to the compiler of each T: one branch is left.
        if (typeof(T) == typeof(float)) return ScalarType.Float32;
        if (typeof(T) == typeof(long)) return ScalarType.Int64;
        if (typeof(T) == typeof(int)) return ScalarType.Int32;
        if (typeof(T) == typeof(byte)) return ScalarType.Byte;
        if (typeof(T) == typeof(double)) return ScalarType.Float64;
        if (typeof(T) == typeof(bool)) return ScalarType.Bool;
        if (typeof(T) == typeof(sbyte)) return ScalarType.Int8;
        if (typeof(T) == typeof(short)) return ScalarType.Int16;
        if (typeof(T) == typeof(Half)) return ScalarType.Float16;
        if (typeof(T) == typeof(BFloat16)) return ScalarType.BFloat16;
        if (typeof(T) == typeof((float, float))) return ScalarType.ComplexFloat32;
        if (typeof(T) == typeof(Complex)) return ScalarType.ComplexFloat64;
        throw new ArgumentException(
            $"{typeof(T).Name} holds no tensor element; use byte, sbyte, short, int, long, Half, BFloat16, float, double, bool, (float, float) or Complex");
    }

    /// <summary>Whether T holds elements of the type as they lie in memory, quantized ones included.</summary>
    internal static bool Holds<T>(ScalarType type)
        where T : unmanaged => Of<T>() == type || type switch
    {
        ScalarType.QInt8 => typeof(T) == typeof(sbyte),
        ScalarType.QUInt8 => typeof(T) == typeof(byte),
        ScalarType.QInt32 => typeof(T) == typeof(int),
        _ => false,
    };
}
