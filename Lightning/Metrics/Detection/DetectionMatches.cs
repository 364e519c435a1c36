namespace Lightning.Metrics;

/// <summary>Which boxes of one picture, class and range of areas are right: for each threshold, box by box, best score first.</summary>
internal sealed class DetectionMatches
{
    private readonly bool[,] _right;
    private readonly bool[,] _ignored;

    private DetectionMatches(double[] scores, int thresholds, int positives)
    {
        (Scores, Positives) = (scores, positives);
        (_right, _ignored) = (new bool[thresholds, scores.Length], new bool[thresholds, scores.Length]);
    }

    /// <summary>The scores of the boxes, best first.</summary>
    internal double[] Scores { get; }

    /// <summary>How many objects are to be found.</summary>
    internal int Positives { get; }

    /// <summary>Whether a box is one of an object, and whether it counts at all.</summary>
    internal (bool Right, bool Counts) this[int threshold, int box] => (_right[threshold, box], !_ignored[threshold, box]);

    /// <summary>
    /// Each box, best score first, takes the object that it overlaps most and that is not taken; one that need not be found (a crowd, or one outside of the areas)
    /// only where there is no other. A crowd can be taken again and again.
    /// </summary>
    internal static DetectionMatches Of(DetectionPicture picture, double[,] overlaps, double[] thresholds, (double Least, double Most) areas)
    {
        var optional = new bool[picture.Crowds.Length];
        for (var g = 0; g < optional.Length; g++)
        {
            optional[g] = picture.Crowds[g] || Outside(picture.Areas[g], areas);
        }

        // Objects that are to be found come first, else in their own order.
        int[] order = [.. Enumerable.Range(0, optional.Length).OrderBy(g => optional[g])];
        var matches = new DetectionMatches(picture.Scores, thresholds.Length, optional.Count(free => !free));
        for (var t = 0; t < thresholds.Length; t++)
        {
            var taken = new bool[optional.Length];
            for (var d = 0; d < picture.Scores.Length; d++)
            {
                var best = Best(d, Math.Min(thresholds[t], 1 - 1e-10));
                if (best >= 0)
                {
                    taken[best] = true;
                }

                matches._right[t, d] = best >= 0;
                matches._ignored[t, d] = best >= 0 ? optional[best] : Outside(picture.Boxes[(4 * d) + 2] * picture.Boxes[(4 * d) + 3], areas);
            }

            int Best(int d, double least)
            {
                var best = -1;
                foreach (var g in order)
                {
                    if (best >= 0 && !optional[best] && optional[g])
                    {
                        break;
                    }

                    if ((!taken[g] || picture.Crowds[g]) && overlaps[d, g] >= least)
                    {
                        (best, least) = (g, overlaps[d, g]);
                    }
                }

                return best;
            }
        }

        return matches;
    }

    private static bool Outside(double area, (double Least, double Most) areas) => area < areas.Least || area > areas.Most;
}
