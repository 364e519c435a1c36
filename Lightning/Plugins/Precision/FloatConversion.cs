namespace Lightning.Plugins;

/// <summary>Gives the floating-point tensors of a structure another type; what has it already stays the same object.</summary>
internal static class FloatConversion
{
    internal static T To<T>(T data, torch.ScalarType type)
    {
        // Nearly always one tensor, for which nothing is allocated.
        if (data is Tensor tensor)
        {
            return Differs(tensor, type) ? (T)(object)tensor.to(type) : data;
        }

        return data is not null && BatchTransfer.Any(data, item => Differs(item, type))
            ? (T)BatchTransfer.Map(data, item => Differs(item, type) ? item.to(type) : item)!
            : data;
    }

    private static bool Differs(Tensor tensor, torch.ScalarType type) => tensor.dtype != type && tensor.is_floating_point();
}
