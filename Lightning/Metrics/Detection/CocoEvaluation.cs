namespace Lightning.Metrics;

/// <summary>
/// Precision and recall of boxes as the COCO challenge defines them (Lin et al. 2014, and its evaluation's published parameters), over thresholds of overlap, levels
/// of recall, classes, areas and numbers of boxes. What has no value is -1.
/// </summary>
internal sealed class CocoEvaluation
{
    /// <summary>All areas, small, medium and large ones, in pixels; both ends belong to a range.</summary>
    private static readonly (double Least, double Most)[] Areas = [(0, 1e10), (0, 32 * 32), (32 * 32, 96 * 96), (96 * 96, 1e10)];

    // Keeps 0 / 0 at 0; the definition adds it everywhere.
    private static readonly double Epsilon = Math.BitIncrement(1.0) - 1;

    private readonly double[] _overlaps;
    private readonly double[] _recalls;
    private readonly int[] _boxes;
    private readonly int _classes;

    /// <summary>Evaluates.</summary>
    /// <param name="pictures">For each class, the pictures with boxes or objects of it.</param>
    /// <param name="overlaps">The thresholds of overlap.</param>
    /// <param name="recalls">The levels of recall.</param>
    /// <param name="boxes">How many boxes of a picture and class count, ascending.</param>
    internal CocoEvaluation(IReadOnlyList<IReadOnlyList<DetectionPicture>> pictures, double[] overlaps, double[] recalls, int[] boxes)
    {
        (_overlaps, _recalls, _boxes, _classes) = (overlaps, recalls, boxes, pictures.Count);
        Recall = Empty(overlaps.Length * _classes * Areas.Length * boxes.Length);
        Precision = Empty(Recall.Length * recalls.Length);
        Scores = Empty(Precision.Length);
        for (var k = 0; k < _classes; k++)
        {
            var all = pictures[k].Select(picture => (Picture: picture, Overlaps: picture.Overlaps())).ToArray();
            for (var a = 0; a < Areas.Length; a++)
            {
                var matches = Array.ConvertAll(all, entry => DetectionMatches.Of(entry.Picture, entry.Overlaps, overlaps, Areas[a]));
                for (var m = 0; m < boxes.Length; m++)
                {
                    Accumulate(matches, k, a, m);
                }
            }
        }
    }

    /// <summary>Precision by overlap, recall, class, area and number of boxes.</summary>
    internal double[] Precision { get; }

    /// <summary>The score from which on boxes count at that recall, laid out as <see cref="Precision"/>.</summary>
    internal double[] Scores { get; }

    /// <summary>Recall by overlap, class, area and number of boxes.</summary>
    internal double[] Recall { get; }

    /// <summary>The sizes of <see cref="Precision"/>.</summary>
    internal long[] PrecisionShape => [_overlaps.Length, _recalls.Length, _classes, Areas.Length, _boxes.Length];

    /// <summary>The sizes of <see cref="Recall"/>.</summary>
    internal long[] RecallShape => [_overlaps.Length, _classes, Areas.Length, _boxes.Length];

    /// <summary>The mean of precision over levels of recall, with the largest number of boxes; of one threshold or all, of one class or all.</summary>
    internal double MeanPrecision(int area, int? overlap = null, int? only = null) => Mean(
        from t in Of(_overlaps.Length, overlap)
        from k in Of(_classes, only)
        from r in Enumerable.Range(0, _recalls.Length)
        select Precision[Place(t, r, k, area, _boxes.Length - 1)]);

    /// <summary>The mean of recall over thresholds, of one class or all.</summary>
    internal double MeanRecall(int area, int boxes, int? only = null) => Mean(
        from t in Of(_overlaps.Length, null)
        from k in Of(_classes, only)
        select Recall[Place(t, k, area, boxes)]);

    private static double[] Empty(int length)
    {
        var values = new double[length];
        Array.Fill(values, -1);
        return values;
    }

    private static IEnumerable<int> Of(int count, int? only) => only is { } one ? [one] : Enumerable.Range(0, count);

    private static double Mean(IEnumerable<double> values) => values.Where(value => value > -1).DefaultIfEmpty(-1).Average();

    private int Place(int t, int k, int a, int m) => (((((t * _classes) + k) * Areas.Length) + a) * _boxes.Length) + m;

    private int Place(int t, int r, int k, int a, int m) => Place((t * _recalls.Length) + r, k, a, m);

    private void Accumulate(DetectionMatches[] pictures, int k, int a, int m)
    {
        var positives = pictures.Sum(picture => picture.Positives);
        if (positives == 0)
        {
            return;
        }

        // Of equal scores the earlier picture's, and in it the earlier box, comes first.
        var ranked = pictures
            .SelectMany(picture => Enumerable.Range(0, Math.Min(picture.Scores.Length, _boxes[m])).Select(box => (Picture: picture, Box: box)))
            .OrderByDescending(entry => entry.Picture.Scores[entry.Box])
            .ToArray();
        var (recall, precision) = (new double[ranked.Length], new double[ranked.Length]);
        for (var t = 0; t < _overlaps.Length; t++)
        {
            var (right, wrong) = (0.0, 0.0);
            for (var i = 0; i < ranked.Length; i++)
            {
                var (isRight, counts) = ranked[i].Picture[t, ranked[i].Box];
                right += isRight && counts ? 1 : 0;
                wrong += !isRight && counts ? 1 : 0;
                (recall[i], precision[i]) = (right / positives, right / (right + wrong + Epsilon));
            }

            Recall[Place(t, k, a, m)] = ranked.Length > 0 ? recall[^1] : 0;
            for (var i = ranked.Length - 2; i >= 0; i--)
            {
                precision[i] = Math.Max(precision[i], precision[i + 1]);
            }

            for (int r = 0, i = 0; r < _recalls.Length; r++)
            {
                while (i < ranked.Length && recall[i] < _recalls[r])
                {
                    i++;
                }

                Precision[Place(t, r, k, a, m)] = i < ranked.Length ? precision[i] : 0;
                Scores[Place(t, r, k, a, m)] = i < ranked.Length ? ranked[i].Picture.Scores[ranked[i].Box] : 0;
            }
        }
    }
}
