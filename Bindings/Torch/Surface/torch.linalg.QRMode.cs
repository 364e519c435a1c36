namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The shapes that torch.linalg.qr answers with.</summary>
        public enum QRMode
        {
            /// <summary>Q of (*, m, k) and R of (*, k, n), with k the smaller of m and n.</summary>
            Reduced = 0,

            /// <summary>Q of (*, m, m) and R of (*, m, n).</summary>
            Complete = 1,

            /// <summary>R only, as in the reduced mode; Q is empty.</summary>
            R = 2,
        }
    }
}
