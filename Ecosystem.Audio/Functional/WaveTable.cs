namespace TorchSharp.Transforms;

/// <summary>One period of a slow oscillation, which moves the delay of phasers and flangers.</summary>
internal static class WaveTable
{
    /// <summary>The oscillation between two values.</summary>
    /// <param name="sinusoidal">A sine, or a triangle.</param>
    /// <param name="size">Its length in samples.</param>
    /// <param name="least">The lowest value.</param>
    /// <param name="most">The highest.</param>
    /// <param name="phase">Where it begins, in radians.</param>
    public static double[] Of(bool sinusoidal, int size, double least, double most, double phase)
    {
        var start = (int)((phase / Math.PI / 2 * size) + 0.5);
        var table = new double[size];
        for (var i = 0; i < size; i++)
        {
            var point = (double)((i + start) % size) / size;
            var height = sinusoidal ? (Math.Sin(point * 2 * Math.PI) + 1) / 2 : Triangle(point);
            table[i] = (height * (most - least)) + least;
        }

        return table;
    }

    /// <summary>Up from a half, down through it, up to it.</summary>
    private static double Triangle(double point) => point switch
    {
        < 0.25 => (point * 2) + 0.5,
        < 0.75 => 1.5 - (point * 2),
        _ => (point * 2) - 1.5,
    };
}
