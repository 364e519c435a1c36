namespace TorchSharp;

public static partial class torch
{
    public static partial class distributed
    {
        /// <summary>How the tensors of the ranks become one (Python's <c>torch.distributed.ReduceOp</c>).</summary>
        public enum ReduceOp
        {
            /// <summary>Their sum.</summary>
            SUM = 0,

            /// <summary>Their mean; NCCL only.</summary>
            AVG = 1,

            /// <summary>Their product.</summary>
            PRODUCT = 2,

            /// <summary>The smallest, element by element.</summary>
            MIN = 3,

            /// <summary>The largest, element by element.</summary>
            MAX = 4,

            /// <summary>Bitwise and, of integers.</summary>
            BAND = 5,

            /// <summary>Bitwise or, of integers.</summary>
            BOR = 6,

            /// <summary>Bitwise exclusive or, of integers.</summary>
            BXOR = 7,
        }
    }
}
