namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether the element type is an integer type; bool is not.</summary>
    /// <param name="t">The tensor.</param>
    public static bool is_integral(Tensor t) => is_integral(NotNull(t).dtype);

    /// <summary>Whether the element type is a floating-point type (torch.is_floating_point).</summary>
    /// <param name="input">The tensor.</param>
    public static bool is_floating_point(Tensor input) => is_floating_point(NotNull(input).dtype);

    /// <summary>Whether the element type is complex (torch.is_complex).</summary>
    /// <param name="input">The tensor.</param>
    public static bool is_complex(Tensor input) => is_complex(NotNull(input).dtype);

    /// <summary>The index of the device a tensor lives on; -1 on the host (torch.get_device).</summary>
    /// <param name="input">The tensor.</param>
    public static int get_device(Tensor input) => NotNull(input).device_type == DeviceType.CPU ? -1 : input.device_index;

    /// <summary>Whether the object is a storage (torch.is_storage).</summary>
    /// <param name="obj">The object.</param>
    public static bool is_storage(object? obj) => obj is Storage;

    /// <summary>The greatest whole number of an integer type.</summary>
    /// <param name="type">An integer type.</param>
    /// <exception cref="ArgumentException">Another type.</exception>
    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ => throw new ArgumentException($"{type} is not an integer type", nameof(type)),
    };

    /// <summary>Fails unless a condition holds (torch._assert).</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="message">What to say.</param>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void _assert(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }

    /// <summary>Fails unless a condition holds (torch._assert).</summary>
    /// <param name="condition">Tells whether it holds.</param>
    /// <param name="message">What to say.</param>
    /// <exception cref="InvalidOperationException">It does not hold.</exception>
    public static void _assert(Func<bool> condition, string message)
    {
        ArgumentNullException.ThrowIfNull(condition);
        _assert(condition(), message);
    }

    /// <summary>Does nothing: every call throws its own errors at once. Here so that code written for TorchSharp compiles.</summary>
    public static void CheckForErrors()
    {
    }

    /// <summary>
    /// A package version in its normal form: at least three numbers without leading zeros, a fourth only if it is not zero, no build metadata.
    /// </summary>
    /// <param name="versionString">The version, such as <c>1.02.0.0-beta+5</c>.</param>
    /// <exception cref="ArgumentException">Not a version.</exception>
    public static string NormalizeNuGetVersion(string versionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(versionString);
        string withoutBuild = versionString.Split('+')[0];
        string[] parts = withoutBuild.Split('-', 2);
        string[] texts = parts[0].Split('.');
        var numbers = new int[4];
        for (int i = 0; i < texts.Length; i++)
        {
            if (i >= numbers.Length || !int.TryParse(texts[i], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out numbers[i]))
            {
                throw new ArgumentException($"\"{versionString}\" is not a version: one to four numbers between dots are expected", nameof(versionString));
            }
        }

        string core = string.Join('.', numbers[3] == 0 ? numbers[..3] : numbers);
        return parts.Length > 1 ? $"{core}-{parts[1]}" : core;
    }
}
