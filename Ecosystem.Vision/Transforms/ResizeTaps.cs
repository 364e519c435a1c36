namespace TorchSharp.Transforms;

/// <summary>Which pixels of a line make each pixel of the resized line, and with which weights: a triangle, widened where the line shrinks.</summary>
/// <param name="Most">The most pixels that make one; the weights of pixel i start at i times this.</param>
/// <param name="Starts">The first pixel for each result.</param>
/// <param name="Counts">How many for each result.</param>
/// <param name="Weights">The weights; they sum to one.</param>
internal sealed record ResizeTaps(int Most, int[] Starts, int[] Counts, float[] Weights)
{
    /// <summary>How many pixels the resized line has.</summary>
    public int Length => Starts.Length;

    /// <summary>As libtorch computes them: in single precision, but for the sums with one half.</summary>
    public static ResizeTaps For(int from, int to)
    {
        var scale = (float)from / to;
        var support = scale >= 1f ? scale : 1f;
        var narrowing = scale >= 1f ? 1f / scale : 1f;
        var most = ((int)MathF.Ceiling(support) * 2) + 1;
        var (starts, counts, weights) = (new int[to], new int[to], new float[to * most]);
        for (var i = 0; i < to; i++)
        {
            var center = (float)(scale * (i + 0.5));
            var start = Math.Max((int)(long)(center - support + 0.5), 0);
            var count = Math.Min((int)(long)(center + support + 0.5), from) - start;
            var own = weights.AsSpan(i * most, count);
            var total = 0f;
            for (var tap = 0; tap < count; tap++)
            {
                var distance = MathF.Abs((float)((tap + start - center + 0.5) * narrowing));
                own[tap] = distance < 1f ? 1f - distance : 0f;
                total += own[tap];
            }

            if (total != 0)
            {
                foreach (ref var weight in own)
                {
                    weight /= total;
                }
            }

            (starts[i], counts[i]) = (start, count);
        }

        return new ResizeTaps(most, starts, counts, weights);
    }
}
