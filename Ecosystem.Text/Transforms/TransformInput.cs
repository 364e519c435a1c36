using static TorchSharp.torch;

namespace TorchSharp.Transforms.Text;

/// <summary>What to say of an input that a transform does not take.</summary>
internal static class TransformInput
{
    /// <summary>An error that names the transform, what it takes, and what it got.</summary>
    public static ArgumentException Refused(torchtext.ITransform transform, string wanted, object? input) =>
        new($"{transform.GetType().Name} takes {wanted}; it got {Describe(input)}.", nameof(input));

    private static string Describe(object? input) => input switch
    {
        null => "null",
        string => "a text",
        Tensor tensor => $"a tensor of shape [{string.Join(", ", tensor.shape)}]",
        IReadOnlyList<string> => "a list of texts or tokens",
        IReadOnlyList<long> => "a list of indices (long)",
        IReadOnlyList<IReadOnlyList<string>> => "a list of lists of tokens",
        IReadOnlyList<IReadOnlyList<long>> => "a list of lists of indices (long)",
        _ => $"a {input.GetType().Name}",
    };
}
