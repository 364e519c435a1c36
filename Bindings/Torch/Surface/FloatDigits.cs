using System.Globalization;

namespace TorchSharp;

/// <summary>Numbers that TorchSharp takes as floats and Python as doubles: 0.54f means 0.54, not the double nearest to the float.</summary>
internal static class FloatDigits
{
    /// <summary>The double that the float's shortest digits say.</summary>
    internal static double ToDouble(float value) => double.Parse(value.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
