namespace TorchSharp.Transforms.Text;

/// <summary>Characters in UTF-8.</summary>
internal static class Utf8Character
{
    /// <summary>How many bytes the character at a place has, by its first byte; never more than are left.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text, int index)
    {
        var length = text[index] switch
        {
            < 0xC0 => 1,
            < 0xE0 => 2,
            < 0xF0 => 3,
            _ => 4,
        };
        return Math.Min(length, text.Length - index);
    }
}
