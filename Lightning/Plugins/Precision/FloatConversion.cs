namespace Lightning.Plugins;

/// <summary>Gives the floating-point tensors of a structure another type; what has it already stays the same object.</summary>
internal static class FloatConversion
{
    /// <remarks>Nearly always there is one tensor, for which nothing is allocated.</remarks>
    internal static T To<T>(T data, torch.ScalarType type) => data switch
    {
        Tensor tensor => Differs(tensor, type) ? (T)(object)tensor.to(type) : data,
        null => data,
        _ => Each(data, type),
    };

    private static T Each<T>(T data, torch.ScalarType type) => BatchTransfer.Any(data, item => Differs(item, type))
        ? (T)BatchTransfer.Map(data, item => Differs(item, type) ? item.to(type) : item)!
        : data;

    private static bool Differs(Tensor tensor, torch.ScalarType type) => tensor.dtype != type && tensor.is_floating_point();
}
