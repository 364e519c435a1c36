namespace TorchSharp.Transforms;

/// <summary>The range of frequencies that filters cover.</summary>
internal static class MelBand
{
    /// <summary>Fills in the upper edge, half the sample rate rounded down, and checks the order.</summary>
    public static (double f_min, double f_max) Of(long sample_rate, double f_min, double? f_max, string module)
    {
        Require.Positive(sample_rate, module);
        Require.NotNegative(f_min, module);
        var upper = f_max ?? sample_rate / 2;
        return f_min <= upper
            ? (f_min, upper)
            : throw new ArgumentException($"{module}: the lowest frequency, f_min = {f_min} Hz, lies above the highest, f_max = {upper} Hz.", nameof(f_min));
    }
}
