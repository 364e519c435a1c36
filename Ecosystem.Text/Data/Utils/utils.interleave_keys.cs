using System.Numerics;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        public static partial class utils
        {
            /// <summary>
            /// Weaves the bits of two sort keys into one, the first bit of <paramref name="a"/> foremost: what is near in both keys is near in the result,
            /// as for pairs of sentences that are to be batched by both lengths.
            /// </summary>
            /// <param name="a">The first key, at least 0.</param>
            /// <param name="b">The second key, at least 0.</param>
            /// <returns>
            /// The joint key. Keys are written with 16 bits, or as many as they need; as in Python the joint key of keys of unequal widths leaves out the
            /// lowest bits of the wider one.
            /// </returns>
            /// <exception cref="ArgumentOutOfRangeException">A key is negative.</exception>
            public static long interleave_keys(int a, int b)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(a);
                ArgumentOutOfRangeException.ThrowIfNegative(b);
                var (widthOfA, widthOfB) = (Width(a), Width(b));
                var width = Math.Min(widthOfA, widthOfB);
                var (high, low) = (Spread((uint)a >> (widthOfA - width)), Spread((uint)b >> (widthOfB - width)));
                return (long)((high << 1) | low);
            }

            private static int Width(int key) => Math.Max(16, 32 - BitOperations.LeadingZeroCount((uint)key));

            // Puts a zero behind each bit.
            private static ulong Spread(ulong bits)
            {
                bits = (bits | (bits << 16)) & 0x0000_FFFF_0000_FFFF;
                bits = (bits | (bits << 8)) & 0x00FF_00FF_00FF_00FF;
                bits = (bits | (bits << 4)) & 0x0F0F_0F0F_0F0F_0F0F;
                bits = (bits | (bits << 2)) & 0x3333_3333_3333_3333;
                return (bits | (bits << 1)) & 0x5555_5555_5555_5555;
            }
        }
    }
}
