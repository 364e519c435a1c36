using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace TorchSharp.Transforms.Text;

/// <summary>Does the same to every text of a batch, on all cores.</summary>
internal static class AllCores
{
    // Below this many characters a second thread costs more than it saves.
    private const int WorthSharing = 4096;

    /// <summary>The results in the order of the inputs; the first failure, as it was thrown, if any fails.</summary>
    /// <exception cref="ArgumentException">A text is null.</exception>
    public static TResult[] Map<TResult>(IReadOnlyList<string> inputs, Func<string, TResult> function)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var characters = 0L;
        for (var i = 0; i < inputs.Count; i++)
        {
            characters += inputs[i]?.Length ?? throw new ArgumentException($"Text number {i} of the batch is null.", nameof(inputs));
        }

        var results = new TResult[inputs.Count];
        if (characters < WorthSharing || results.Length < 2 || Environment.ProcessorCount == 1)
        {
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = function(inputs[i]);
            }

            return results;
        }

        try
        {
            // Ranges of a few thousand characters, so that long texts among short ones are shared too.
            var size = (int)Math.Clamp(results.Length * (long)WorthSharing / characters, 1, 1024);
            Parallel.ForEach(Partitioner.Create(0, results.Length, size), range =>
            {
                for (var i = range.Item1; i < range.Item2; i++)
                {
                    results[i] = function(inputs[i]);
                }
            });
        }
        catch (AggregateException failures)
        {
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return results;
    }
}
