using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which tensors of a dictionary show the same memory, such as tied weights.</summary>
internal static class SharedMemory
{
    private sealed record Place(string Name, Tensor Tensor, nint Storage, string Device, long Start, long End, long StorageBytes)
    {
        public bool IsWhole => Start == 0 && End == StorageBytes && Tensor.is_contiguous();
    }

    /// <summary>The groups of names whose tensors overlap in memory; a tensor that shares with no other is in none.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Groups(IReadOnlyDictionary<string, Tensor> tensors) =>
        [.. Overlaps(tensors).Select(group => (IReadOnlyList<string>)[.. group.Select(place => place.Name)])];

    /// <summary>
    /// For each name that can be left out the one that stands for it: of each group the first name, in order, whose tensor shows all of the memory
    /// is kept.
    /// </summary>
    /// <exception cref="ArgumentException">No tensor of a group shows all of its memory.</exception>
    public static IReadOnlyDictionary<string, string> Duplicates(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var duplicates = new Dictionary<string, string>();
        foreach (var group in Overlaps(tensors))
        {
            var kept = group.Where(place => place.IsWhole).Select(place => place.Name).Order(StringComparer.Ordinal).FirstOrDefault()
                ?? throw new ArgumentException(
                    $"The tensors {string.Join(", ", group.Select(place => $"'{place.Name}'"))} share memory and none of them shows all of it, so that "
                    + "none can stand for the others in the file; save clones of them.");
            foreach (var place in group.Where(place => place.Name != kept))
            {
                duplicates.Add(place.Name, kept);
            }
        }
        return duplicates;
    }

    private static List<List<Place>> Overlaps(IReadOnlyDictionary<string, Tensor> tensors)
    {
        var groups = new List<List<Place>>();
        foreach (var sharing in tensors.Where(entry => HasMemory(entry.Value)).Select(entry => PlaceOf(entry.Key, entry.Value))
            .GroupBy(place => (place.Device, place.Storage)))
        {
            // In the order of their first bytes, a tensor belongs to the group before it where it begins before that group ends.
            var end = long.MinValue;
            foreach (var place in sharing.OrderBy(place => place.Start))
            {
                if (place.Start >= end)
                {
                    groups.Add([]);
                }
                groups[^1].Add(place);
                end = Math.Max(end, place.End);
            }
        }
        groups.RemoveAll(group => group.Count < 2);
        return groups;
    }

    private static bool HasMemory(Tensor tensor) => !tensor.is_sparse && tensor.device_type != DeviceType.META && tensor.numel() > 0;

    private static Place PlaceOf(string name, Tensor tensor)
    {
        var size = tensor.element_size();
        var start = tensor.storage_offset() * size;
        var last = tensor.shape.Zip(tensor.stride(), (length, step) => (length - 1) * step).Sum();
        return new Place(name, tensor, TensorMemory.StorageAddress(tensor), tensor.device.ToString(), start, start + ((last + 1) * size),
            TensorMemory.StorageBytes(tensor));
    }
}
