namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The activations of a transformer's feed-forward part.</summary>
        public enum Activations
        {
            /// <summary>Rectified linear unit.</summary>
            ReLU = 0,

            /// <summary>Gaussian error linear unit.</summary>
            GELU = 1,
        }
    }
}
