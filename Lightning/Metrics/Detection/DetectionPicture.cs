namespace Lightning.Metrics;

/// <summary>What was found in one picture, and what is in it, of one class. Boxes are left, top, width and height, one behind the other.</summary>
/// <param name="Boxes">The boxes found, best first.</param>
/// <param name="Scores">Their scores.</param>
/// <param name="Truth">The boxes that are there.</param>
/// <param name="Crowds">Which of them are crowds.</param>
/// <param name="Areas">Their areas.</param>
internal sealed record DetectionPicture(double[] Boxes, double[] Scores, double[] Truth, bool[] Crowds, double[] Areas)
{
    /// <summary>How much each box found (row) has in common with each that is there: intersection over union; over the box found where there is a crowd.</summary>
    internal double[,] Overlaps()
    {
        var overlaps = new double[Scores.Length, Crowds.Length];
        for (var d = 0; d < Scores.Length; d++)
        {
            for (var g = 0; g < Crowds.Length; g++)
            {
                overlaps[d, g] = Overlap(Boxes.AsSpan(4 * d, 4), Truth.AsSpan(4 * g, 4), Crowds[g]);
            }
        }

        return overlaps;
    }

    private static double Overlap(ReadOnlySpan<double> found, ReadOnlySpan<double> truth, bool crowd)
    {
        var width = Math.Min(found[0] + found[2], truth[0] + truth[2]) - Math.Max(found[0], truth[0]);
        var height = Math.Min(found[1] + found[3], truth[1] + truth[3]) - Math.Max(found[1], truth[1]);
        if (!(width > 0 && height > 0))
        {
            return 0;
        }

        var (shared, own) = (width * height, found[2] * found[3]);
        return shared / (crowd ? own : own + (truth[2] * truth[3]) - shared);
    }
}
