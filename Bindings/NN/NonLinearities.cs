namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The activations of a plain recurrent network.</summary>
        public enum NonLinearities
        {
            /// <summary>Rectified linear unit.</summary>
            ReLU = 0,

            /// <summary>Hyperbolic tangent.</summary>
            Tanh = 1,
        }
    }
}
