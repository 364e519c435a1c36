namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers and learning-rate schedulers (Python's <c>torch.optim</c>).</summary>
    public static partial class optim
    {
    }
}
