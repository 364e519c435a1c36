using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>Whether this thread records a program for <see cref="trace{T, TResult}(nn.Module{T, TResult}, T, bool, double, bool, bool, IReadOnlyList{T})"/> (Python's <c>torch.jit.is_tracing</c>).</summary>
        public static bool is_tracing() => NativeMethods.tl_is_tracing() != 0;
    }
}
