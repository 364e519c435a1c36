using System.Collections;

namespace Lightning;

/// <summary>One loader of a stage and how many of its batches to run.</summary>
/// <param name="loader">Enumerated once per pass.</param>
/// <param name="size">How many batches it holds, or null when it cannot tell.</param>
/// <param name="batches">How many of them to run, or null when nobody knows.</param>
internal sealed class LoaderSource(IEnumerable loader, long? size, long? batches)
{
    internal IEnumerable Loader { get; } = loader;

    /// <summary>How many batches a pass runs; null for an unsized loader without a limit, or with one that it may not reach.</summary>
    internal long? Batches => size is null ? null : batches;

    /// <summary>What to show as the total: the limit counts even when the loader may end before it.</summary>
    internal long? ExpectedBatches => batches;

    internal BatchFeed Open() => new(Loader, Batches, batches);
}
