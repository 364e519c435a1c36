using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // One number stands for every spatial dimension in the operators' size lists.
            internal static readonly long[] Ones = [1];
            internal static readonly long[] Zeros = [0];

            /// <summary>
            /// A second handle on a tensor that was changed in place: the caller may dispose argument and result apart, as with any other call.
            /// </summary>
            internal static Tensor Again(Tensor changed)
            {
                // The first handle accounts for the memory.
                var again = new Tensor(NativeMethods.tl_tensor_retain(changed.Handle), 0);
                GC.KeepAlive(changed);
                return again;
            }

            private static long[] Pair((long, long) size) => [size.Item1, size.Item2];

            private static long[]? Pair((long, long)? size) => size is { } given ? [given.Item1, given.Item2] : null;

            private static long[] Triple((long, long, long) size) => [size.Item1, size.Item2, size.Item3];

            private static long[]? Triple((long, long, long)? size) => size is { } given ? [given.Item1, given.Item2, given.Item3] : null;

            private static long[]? One(long? size) => size is { } given ? [given] : null;
        }
    }
}
