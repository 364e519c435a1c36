namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>
                /// Sequences of several lengths, the longest first, without padding: all their first elements, then all their second ones, and so on.
                /// What recurrent networks read and write. Python's <c>torch.nn.utils.rnn.PackedSequence</c>.
                /// </summary>
                /// <remarks>It owns its tensors: they move between dispose scopes, and are disposed, together.</remarks>
                public sealed partial class PackedSequence : IDisposable
                {
                    /// <summary>The elements: (the sum of all lengths, ...).</summary>
                    public readonly Tensor data;

                    /// <summary>How many sequences have a first element, a second one, and so on: int64, in the CPU's memory.</summary>
                    public readonly Tensor batch_sizes;

                    /// <summary>The places in the batch from which the sequences came, longest first; null where they came in that order.</summary>
                    public readonly Tensor? sorted_indices;

                    /// <summary>Where each sequence of the batch is now; null where the order is the batch's.</summary>
                    public readonly Tensor? unsorted_indices;

                    /// <summary>Puts one together of its parts, and owns them from now on.</summary>
                    /// <param name="data">The elements: (the sum of all lengths, ...).</param>
                    /// <param name="batch_sizes">How many sequences have a first element, a second one, and so on: int64, on the CPU.</param>
                    /// <param name="sorted_indices">The places from which the sequences came; null where the order is the batch's.</param>
                    /// <param name="unsorted_indices">
                    /// The inverse of <paramref name="sorted_indices"/>, computed where it is not given.
                    /// </param>
                    /// <exception cref="ArgumentException">The batch sizes are on another device.</exception>
                    public PackedSequence(Tensor data, Tensor batch_sizes, Tensor? sorted_indices = null, Tensor? unsorted_indices = null)
                    {
                        ArgumentNullException.ThrowIfNull(data);
                        ArgumentNullException.ThrowIfNull(batch_sizes);
                        if (batch_sizes.device_type != DeviceType.CPU)
                        {
                            throw new ArgumentException(
                                $"The batch sizes of a packed sequence stay in the CPU's memory; these are on {batch_sizes.device}.",
                                nameof(batch_sizes));
                        }

                        this.data = data;
                        this.batch_sizes = batch_sizes;
                        this.sorted_indices = sorted_indices;
                        this.unsorted_indices = unsorted_indices ?? invert_permutation(sorted_indices);
                    }

                    /// <summary>Disposes the tensors. Doing so twice is allowed.</summary>
                    public void Dispose()
                    {
                        foreach (var part in Parts)
                        {
                            part.Dispose();
                        }
                    }

                    /// <summary>Hands the tensors over to the next outer dispose scope, or to nobody where there is none.</summary>
                    /// <returns>This one.</returns>
                    public PackedSequence MoveToOuterDisposeScope() => Each(part => part.MoveToOuterDisposeScope());

                    /// <summary>Lets the tensors out of every dispose scope; their holder disposes them from now on.</summary>
                    /// <returns>This one.</returns>
                    public PackedSequence DetachFromDisposeScope() => Each(part => part.DetachFromDisposeScope());

                    /// <summary>Hands the tensors over to the dispose scope that owns another packed sequence.</summary>
                    /// <returns>This one.</returns>
                    public PackedSequence MoveToOtherDisposeScope(PackedSequence other)
                    {
                        ArgumentNullException.ThrowIfNull(other);
                        return Each(part => part.MoveToOtherDisposeScope(other.data));
                    }

                    /// <summary>Hands the tensors over to a dispose scope.</summary>
                    /// <returns>This one.</returns>
                    public PackedSequence MoveToOtherDisposeScope(DisposeScope other) => Each(part => part.MoveToOtherDisposeScope(other));

                    /// <summary>Other elements in the same order; the result has handles of its own on batch sizes and order.</summary>
                    internal PackedSequence With(Tensor elements) =>
                        new(elements, functional.Again(batch_sizes), Again(sorted_indices), Again(unsorted_indices));

                    private static Tensor? Again(Tensor? indices) => indices is null ? null : functional.Again(indices);

                    private IEnumerable<Tensor> Parts =>
                        new[] { data, batch_sizes, sorted_indices, unsorted_indices }.OfType<Tensor>();

                    private PackedSequence Each(Action<Tensor> action)
                    {
                        foreach (var part in Parts)
                        {
                            action(part);
                        }

                        return this;
                    }
                }
            }
        }
    }
}
