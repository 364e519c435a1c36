using System.Runtime.ExceptionServices;

namespace TorchSharp;

/// <summary>Runs a function over the texts of a batch, over all cores where there is enough to do.</summary>
internal static class Batches
{
    // Tokens or characters; less than this takes no longer on one core than handing it to another.
    private const long WorthSpreading = 8192;

    /// <summary>Applies a function to every item.</summary>
    /// <param name="batch">The items.</param>
    /// <param name="size">How much work an item is: its tokens or characters.</param>
    /// <param name="one">Gets an item and its position; runs on several threads at once.</param>
    /// <returns>The results in the items' order. Of several failures the one of the first item in order is thrown, as one loop would.</returns>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public static TOut[] Map<TIn, TOut>(IReadOnlyList<TIn> batch, Func<TIn, long> size, Func<TIn, int, TOut> one)
        where TIn : class
    {
        ArgumentNullException.ThrowIfNull(batch);
        var work = 0L;
        for (var i = 0; i < batch.Count; i++)
        {
            work += size(batch[i] ?? throw new ArgumentException($"Text {i} of the batch is null.", nameof(batch)));
        }

        var results = new TOut[batch.Count];
        if (work < WorthSpreading || batch.Count == 1 || Environment.ProcessorCount == 1)
        {
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = one(batch[i], i);
            }
            return results;
        }

        Spread(results.Length, i => results[i] = one(batch[i], i));
        return results;
    }

    private static void Spread(int count, Action<int> one)
    {
        (int Item, ExceptionDispatchInfo Problem)? first = null;
        var gate = new Lock();
        // Break lets everything before the item that failed go on, so that the first failure in order is always found.
        Parallel.For(0, count, (i, loop) =>
        {
            try
            {
                one(i);
            }
            catch (Exception problem)
            {
                lock (gate)
                {
                    if (first is null || i < first.Value.Item)
                    {
                        first = (i, ExceptionDispatchInfo.Capture(problem));
                    }
                }
                loop.Break();
            }
        });
        first?.Problem.Throw();
    }
}
