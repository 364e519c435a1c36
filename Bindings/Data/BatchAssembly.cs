using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp;

/// <summary>Makes one batch out of samples on whatever thread calls it; used by workers and by loaders without any.</summary>
internal sealed class BatchAssembly<T, S>(Func<IEnumerable<T>, Device, S> collate, Device device)
{
    [ThreadStatic]
    private static Generator? s_generator;

    /// <summary>Loads the samples of a batch and puts them together.</summary>
    /// <param name="source">Where the samples come from.</param>
    /// <param name="batch">The batch's number in its epoch.</param>
    /// <param name="seed">What random transforms draw from is seeded with this.</param>
    /// <param name="dropShort">Whether a batch with fewer samples than the source's limit is dropped.</param>
    /// <returns>null if there was not one sample, or too few.</returns>
    public LoadedBatch<S>? Make(ISampleSource<T> source, long batch, long seed, bool dropShort)
    {
        s_generator ??= new Generator(0, CPU);
        s_generator.manual_seed(seed);
        using var draws = random.Use(s_generator);
        // Samples live in this scope until they are put together; what making one leaves behind goes at once.
        using var samplesScope = NewDisposeScope();
        var samples = new List<T>(source.Limit);
        while (samples.Count < source.Limit && Load(source, samples.Count, batch, out var sample))
        {
            samples.Add(sample);
        }
        return samples.Count == 0 || (dropShort && samples.Count < source.Limit) ? null : PutTogether(samples, samplesScope, batch);
    }

    private static bool Load(ISampleSource<T> source, int position, long batch, [MaybeNullWhen(false)] out T sample)
    {
        using var scope = NewDisposeScope();
        try
        {
            if (!source.TryTake(position, out sample))
            {
                return false;
            }
        }
        catch (Exception exception)
        {
            var index = source.IndexOf(position);
            throw Failure($"{(index is { } at ? $"Sample {at}" : "A sample")} of batch {batch} could not be loaded", batch, index, exception);
        }
        var tensors = new List<Tensor>();
        if (TensorTree.Collect(sample, tensors))
        {
            scope.MoveToOuter(tensors.Where(scope.Contains));
        }
        else
        {
            scope.MoveToOuter(scope.DisposablesView);
        }
        return true;
    }

    private LoadedBatch<S> PutTogether(List<T> samples, DisposeScope samplesScope, long batch)
    {
        using var scope = NewDisposeScope();
        S value;
        try
        {
            value = collate(samples, device);
        }
        catch (Exception exception)
        {
            throw Failure($"The {samples.Count} samples of batch {batch} could not be put together", batch, null, exception);
        }
        // What the collation made and left is the batch's, and those samples that it handed on as they are.
        var owned = new List<IDisposable>(scope.DisposablesView);
        var tensors = new List<Tensor>();
        owned.AddRange(TensorTree.Collect(value, tensors) ? tensors.Where(samplesScope.Contains) : samplesScope.DisposablesView);
        owned.ForEach(item => (scope.Contains(item) ? scope : samplesScope).Detach(item));
        return new LoadedBatch<S>(value, owned);
    }

    private static DataLoaderException Failure(string what, long batch, long? sample, Exception cause)
    {
        var worker = WorkerInfo.Current?.id;
        var where = worker is { } id ? $" (worker {id})" : "";
        return new DataLoaderException($"{what}{where}: {cause.Message}", cause) { SampleIndex = sample, BatchIndex = batch, Worker = worker };
    }
}
