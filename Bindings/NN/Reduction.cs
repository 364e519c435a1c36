namespace TorchSharp;

public static partial class torch
{
    /// <summary>Modules, their functions, their initialisation and their helpers (Python\'s <c>torch.nn</c>).</summary>
    public static partial class nn
    {
        /// <summary>How a loss turns one value per element into its result.</summary>
        public enum Reduction
        {
            /// <summary>No reduction</summary>
            None = 0,

            /// <summary>The mean; the default.</summary>
            Mean = 1,

            /// <summary>The sum.</summary>
            Sum = 2,
        }
    }
}
