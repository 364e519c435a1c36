namespace TorchSharp;

public static partial class torchtext
{
    /// <summary>Steps from texts to tensors (Python's <c>torchtext.transforms</c>).</summary>
    public static partial class transforms
    {
    }
}
