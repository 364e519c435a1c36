using System.Globalization;
using System.Numerics;

namespace Lightning;

/// <summary>
/// One logged number. It may still lie on the device: reading it (<see cref="item()"/>, the conversion to double, printing) is what fetches it.
/// </summary>
public readonly struct MetricValue : IFormattable
{
    private readonly Tensor? _tensor;
    private readonly double _number;

    internal MetricValue(double number) => _number = number;

    internal MetricValue(Tensor tensor) => _tensor = tensor;

    /// <summary>Reads the value.</summary>
    public static implicit operator double(MetricValue value) => value.item();

    /// <summary>Reads the value to the host. Python: <c>tensor.item()</c>.</summary>
    public double item() => _tensor is null ? _number : _tensor.ToScalar().ToDouble();

    /// <summary>Reads the value to the host as another number type, saturating where it does not fit.</summary>
    public T item<T>()
        where T : INumberBase<T> => T.CreateSaturating(item());

    /// <summary>The value as a tensor without dimensions that the caller owns.</summary>
    public Tensor tensor() => _tensor is null ? torch.tensor(_number) : _tensor.clone();

    /// <summary>The value as it is now, which later steps do not change.</summary>
    internal MetricValue Kept() => _tensor is null ? this : new MetricValue(_tensor.clone().DetachFromDisposeScope());

    /// <inheritdoc/>
    public override string ToString() => item().ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => item().ToString(format, formatProvider ?? CultureInfo.InvariantCulture);
}
