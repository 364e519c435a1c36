namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Puts samples together into a batch of the same type: each tensor stacks along a new first dimension.</summary>
            /// <typeparam name="T">
            /// <see cref="Tensor"/>, a tuple of up to seven tensors, <c>IList&lt;Tensor&gt;</c>, <c>List&lt;Tensor&gt;</c>, <c>Tensor[]</c>,
            /// <c>Dictionary&lt;string, Tensor&gt;</c>, or a type given to <see cref="register_collate"/>.
            /// </typeparam>
            /// <param name="samples">The samples, at least one, of equal shapes.</param>
            /// <param name="device">Where the batch goes; null for where the samples are.</param>
            /// <exception cref="NotSupportedException">The type is not known.</exception>
            /// <exception cref="TorchException">The shapes differ.</exception>
            public static T default_collate<T>(IReadOnlyList<T> samples, Device? device = null) => Collation.Of<T>()(samples, device);

            /// <summary>Whole numbers become a tensor of int64, shape [samples].</summary>
            /// <param name="samples">The numbers.</param>
            /// <param name="device">Where the tensor goes; null for the CPU.</param>
            public static Tensor default_collate(IReadOnlyList<long> samples, Device? device = null) => Collation.Integers(samples, device);

            /// <summary>Whole numbers become a tensor of int64 (as Python's do), shape [samples].</summary>
            /// <param name="samples">The numbers.</param>
            /// <param name="device">Where the tensor goes; null for the CPU.</param>
            public static Tensor default_collate(IReadOnlyList<int> samples, Device? device = null) => Collation.Integers(samples, device);

            /// <summary>Real numbers become a tensor of float32, shape [samples].</summary>
            /// <param name="samples">The numbers.</param>
            /// <param name="device">Where the tensor goes; null for the CPU.</param>
            public static Tensor default_collate(IReadOnlyList<float> samples, Device? device = null) =>
                Collation.To(tensor(Collation.Map(samples, sample => sample)), device);

            /// <summary>Real numbers become a tensor of float64 (as Python's do), shape [samples].</summary>
            /// <param name="samples">The numbers.</param>
            /// <param name="device">Where the tensor goes; null for the CPU.</param>
            public static Tensor default_collate(IReadOnlyList<double> samples, Device? device = null) =>
                Collation.To(tensor(Collation.Map(samples, sample => sample)), device);

            /// <summary>Truth values become a tensor of bool, shape [samples].</summary>
            /// <param name="samples">The values.</param>
            /// <param name="device">Where the tensor goes; null for the CPU.</param>
            public static Tensor default_collate(IReadOnlyList<bool> samples, Device? device = null) =>
                Collation.To(tensor(Collation.Map(samples, sample => sample)), device);

            /// <summary>Texts stay a list.</summary>
            /// <param name="samples">The texts.</param>
            public static List<string> default_collate(IReadOnlyList<string> samples) => [.. samples];

            /// <summary>
            /// Samples whose type shows only at run time: tensors stack, numbers become a tensor, texts a list; dictionaries, tuples (as
            /// <c>object?[]</c>) and
            /// lists are taken apart, nested at will.
            /// </summary>
            /// <param name="samples">The samples, at least one, all built alike.</param>
            /// <param name="device">Where tensors go; null for where the samples are.</param>
            /// <exception cref="NotSupportedException">A part is of an unknown type.</exception>
            public static object? default_collate(IReadOnlyList<object?> samples, Device? device = null) => Collation.Dynamic(samples, device);

            /// <summary>Teaches loaders how samples of a type of one's own become a batch of that type.</summary>
            /// <typeparam name="T">The type.</typeparam>
            /// <param name="collate">Makes the batch; may run on several threads at once. The device is null for where the samples are.</param>
            public static void register_collate<T>(Func<IReadOnlyList<T>, Device?, T> collate)
            {
                ArgumentNullException.ThrowIfNull(collate);
                Collation.Register(collate);
            }
        }
    }
}
