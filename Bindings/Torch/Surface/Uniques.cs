using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// The distinct elements (torch.unique). The operators answer with three tensors always; those nobody asked for are given back
/// here and are null.
/// </summary>
internal static class Uniques
{
    internal static (Tensor Output, Tensor? Inverse, Tensor? Counts) Of(Tensor input, bool sorted, bool inverse, bool counts, int? dim) =>
        Asked(
            dim is { } along
                ? ops.aten.unique_dim(input, along, sorted, inverse, counts)
                : ops.aten._unique2(input, sorted, inverse, counts),
            inverse,
            counts);

    internal static (Tensor Output, Tensor? Inverse, Tensor? Counts) Consecutive(Tensor input, bool inverse, bool counts, int? dim) =>
        Asked(ops.aten.unique_consecutive(input, inverse, counts, dim), inverse, counts);

    private static (Tensor Output, Tensor? Inverse, Tensor? Counts) Asked((Tensor Output, Tensor Inverse, Tensor Counts) all, bool inverse, bool counts)
    {
        if (!inverse)
        {
            all.Inverse.Dispose();
        }

        if (!counts)
        {
            all.Counts.Dispose();
        }

        return (all.Output, inverse ? all.Inverse : null, counts ? all.Counts : null);
    }
}
