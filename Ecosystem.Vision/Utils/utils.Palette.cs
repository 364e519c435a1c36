namespace TorchSharp;

public static partial class torchvision
{
    public static partial class utils
    {
        /// <summary>The colours that Python's drawing functions use where none are given: the same for the same index.</summary>
        private static (int R, int G, int B) PaletteColor(long index) =>
            ((int)(index * ((1L << 25) - 1) % 255), (int)(index * ((1L << 15) - 1) % 255), (int)(index * ((1L << 21) - 1) % 255));

        /// <summary>The colour of thing <paramref name="index"/>: its own, the only one given, or one of the palette.</summary>
        private static (int R, int G, int B) ColorOf(IReadOnlyList<(int R, int G, int B)>? colors, long index) =>
            colors is null ? PaletteColor(index) : colors.Count == 1 ? colors[0] : colors[(int)index];

        private static void CheckColors(IReadOnlyList<(int R, int G, int B)>? colors, long count, string things)
        {
            if (colors is not null && colors.Count != 1 && colors.Count < count)
            {
                throw new ArgumentException($"{colors.Count} colours are too few for {count} {things}: give one for all, or one for each.", nameof(colors));
            }

            if (colors?.FirstOrDefault(c => c.R is < 0 or > 255 || c.G is < 0 or > 255 || c.B is < 0 or > 255) is { } wrong && wrong != default)
            {
                throw new ArgumentException($"The colour {wrong} is not made of values from 0 to 255.", nameof(colors));
            }
        }
    }
}
