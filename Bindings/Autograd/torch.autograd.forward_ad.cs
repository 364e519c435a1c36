using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Derivatives computed along with the values, in one pass forward (torch.autograd.forward_ad).</summary>
        public static class forward_ad
        {
            private static long currentLevel = -1;

            /// <summary>Opens the level that tangents live in, until the result is disposed; every tangent is dropped then.</summary>
            /// <exception cref="TorchException">A level is open already: libtorch does not nest them.</exception>
            public static IDisposable dual_level() => new Level();

            /// <summary>Opens the level that tangents live in (Python's enter_dual_level); <see cref="dual_level"/> closes it by itself.</summary>
            /// <returns>The level, for <see cref="exit_dual_level"/>.</returns>
            /// <exception cref="TorchException">A level is open already: libtorch does not nest them.</exception>
            public static long enter_dual_level() => Enter();

            /// <summary>Closes the level that <see cref="enter_dual_level"/> opened; every tangent is dropped.</summary>
            /// <param name="level">The level; the open one when null.</param>
            /// <exception cref="InvalidOperationException">No level is open, or another one.</exception>
            public static void exit_dual_level(long? level = null)
            {
                long open = Open("exit_dual_level");
                if (level is { } asked && asked != open)
                {
                    throw new InvalidOperationException($"level {asked} cannot be closed: the open one is {open}");
                }

                Leave(open);
            }

            /// <summary>Attaches a tangent to a tensor: what is computed from the result carries the derivative in its direction.</summary>
            /// <param name="tensor">The value (primal).</param>
            /// <param name="tangent">The direction: shape of the value, floating or complex as it is.</param>
            /// <param name="level">The level; the open one when null.</param>
            /// <returns>A view of the value with the tangent.</returns>
            /// <exception cref="InvalidOperationException">No level is open.</exception>
            public static Tensor make_dual(Tensor tensor, Tensor tangent, long? level = null)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                ArgumentNullException.ThrowIfNull(tangent);
                if (!tensor.is_floating_point() && !tensor.is_complex())
                {
                    throw new ArgumentException($"the value has to be floating or complex, and is of type {tensor.dtype}", nameof(tensor));
                }

                if (!tangent.is_floating_point() && !tangent.is_complex())
                {
                    throw new ArgumentException($"the tangent has to be floating or complex, and is of type {tangent.dtype}", nameof(tangent));
                }

                return ops.aten._make_dual(tensor, tangent, level ?? Open("make_dual"));
            }

            /// <summary>Takes a value and its tangent apart.</summary>
            /// <param name="tensor">What was computed.</param>
            /// <param name="level">The level; the open one when null. With none open there is no tangent.</param>
            /// <returns>The value, and the tangent or null where the tensor depends on no dual one.</returns>
            public static (Tensor primal, Tensor? tangent) unpack_dual(Tensor tensor, long? level = null)
            {
                ArgumentNullException.ThrowIfNull(tensor);
                long at = level ?? Volatile.Read(ref currentLevel);
                return at < 0 ? (tensor, null) : ops.aten._unpack_dual(tensor, at);
            }

            private static long Open(string what) => Volatile.Read(ref currentLevel) is >= 0 and var level
                ? level
                : throw new InvalidOperationException($"{what} needs an open level: use it inside of `using (torch.autograd.forward_ad.dual_level())`");

            private static unsafe long Enter()
            {
                long entered;
                NativeError.Check(NativeMethods.tl_forward_level_enter(&entered), "torch.autograd.forward_ad.dual_level");
                Volatile.Write(ref currentLevel, entered);
                return entered;
            }

            private static void Leave(long level)
            {
                Volatile.Write(ref currentLevel, level - 1);
                NativeError.Check(NativeMethods.tl_forward_level_leave(level), "torch.autograd.forward_ad.dual_level");
            }

            private sealed class Level : IDisposable
            {
                private readonly long level = Enter();
                private bool disposed;

                public void Dispose()
                {
                    if (!disposed)
                    {
                        disposed = true;
                        Leave(level);
                    }
                }
            }
        }
    }
}
