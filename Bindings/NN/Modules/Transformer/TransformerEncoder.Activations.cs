namespace TorchSharp.Modules;

public sealed partial class TransformerEncoder
{
    /// <summary>The activations of the feed-forward part, as TorchSharp once named them; they convert by number.</summary>
    public enum Activations
    {
        /// <summary>Rectified linear unit.</summary>
        ReLU = 0,

        /// <summary>Gaussian error linear unit.</summary>
        GELU = 1,
    }
}
