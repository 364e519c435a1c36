using System.Globalization;

namespace Torchlight.Drawing;

/// <summary>A colour of the screen.</summary>
/// <param name="R">Red, 0 to 255.</param>
/// <param name="G">Green, 0 to 255.</param>
/// <param name="B">Blue, 0 to 255.</param>
/// <param name="A">Opacity, 0 to 255.</param>
public readonly record struct Color(byte R, byte G, byte B, byte A = 255)
{
    /// <summary>White.</summary>
    public static Color White { get; } = new(255, 255, 255);

    /// <summary>Black.</summary>
    public static Color Black { get; } = new(0, 0, 0);

    /// <summary>The green of things that are right.</summary>
    public static Color Good { get; } = FromHex("#1E8449");

    /// <summary>The red of things that are wrong.</summary>
    public static Color Bad { get; } = FromHex("#C0392B");

    /// <summary>How bright the colour looks, 0 (black) to 1 (white).</summary>
    public double Luminance => (0.299 * R + 0.587 * G + 0.114 * B) / 255;

    /// <summary>Reads <c>#RRGGBB</c>.</summary>
    /// <param name="hex">Six hexadecimal digits behind a number sign.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static Color FromHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        if (hex.Length != 7 || hex[0] != '#' || !int.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value))
        {
            throw new FormatException($"'{hex}' is not a colour; write it as #RRGGBB.");
        }

        return new Color((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>A colour between this one and another.</summary>
    /// <param name="other">The colour at 1.</param>
    /// <param name="share">0 to 1; outside it the nearer end.</param>
    public Color Mix(Color other, double share)
    {
        double t = Math.Clamp(share, 0, 1);
        return new Color(Between(R, other.R, t), Between(G, other.G, t), Between(B, other.B, t), Between(A, other.A, t));
    }

    private static byte Between(byte from, byte to, double t) => (byte)Math.Round(from + (to - from) * t);
}
