using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        private const int Static = 0;
        private const int Dynamic = 1;

        /// <summary>
        /// A module whose parameters, buffers and attributes have become constants of its code, which is simplified then (Python's
        /// <c>torch.jit.freeze</c>). The module given stays as it is.
        /// </summary>
        /// <param name="mod">A module in evaluation: call <c>eval()</c> first.</param>
        /// <param name="preserved_attrs">Attributes and methods, beside <c>forward</c>, to keep; default none.</param>
        /// <param name="optimize_numerics">Whether simplifications that do not keep every bit are allowed; default true.</param>
        /// <exception cref="TorchException">The module trains, or an attribute is not there.</exception>
        public static unsafe ScriptModule freeze(ScriptModule mod, IReadOnlyList<string>? preserved_attrs = null, bool optimize_numerics = true)
        {
            ArgumentNullException.ThrowIfNull(mod);
            using SharedHandle.Lease lease = mod.Code.Handle.Hold();
            using var preserved = new ScriptArguments([preserved_attrs ?? []]);
            nint frozen;
            int status = NativeMethods.tl_jit_freeze(lease.Native, preserved.Items, optimize_numerics ? (byte)1 : (byte)0, &frozen);
            NativeError.Check(status, "torch.jit.freeze");
            return new ScriptModule(new ScriptHandle(frozen));
        }

        /// <summary>Simplifies the code of a frozen module in place (Python's <c>torch.jit.run_frozen_optimizations</c>).</summary>
        /// <param name="mod">What <see cref="freeze"/> gave.</param>
        /// <param name="optimize_numerics">Whether simplifications that do not keep every bit are allowed; default true.</param>
        /// <param name="preserved_methods">Methods, beside <c>forward</c>, to simplify too; default none.</param>
        public static unsafe void run_frozen_optimizations(
            ScriptModule mod, bool optimize_numerics = true, IReadOnlyList<string>? preserved_methods = null)
        {
            ArgumentNullException.ThrowIfNull(mod);
            using SharedHandle.Lease lease = mod.Code.Handle.Hold();
            using var methods = new ScriptArguments([preserved_methods ?? []]);
            int status = NativeMethods.tl_jit_optimize_frozen(lease.Native, methods.Items, optimize_numerics ? (byte)1 : (byte)0);
            NativeError.Check(status, "torch.jit.run_frozen_optimizations");
        }

        /// <summary>
        /// A frozen module with the simplifications that help inference on this machine, which may keep it from being saved for another (Python's
        /// <c>torch.jit.optimize_for_inference</c>).
        /// </summary>
        /// <param name="mod">A module in evaluation, frozen or not.</param>
        /// <param name="other_methods">Methods, beside <c>forward</c>, to treat too; default none.</param>
        public static unsafe ScriptModule optimize_for_inference(ScriptModule mod, IReadOnlyList<string>? other_methods = null)
        {
            ArgumentNullException.ThrowIfNull(mod);
            using SharedHandle.Lease lease = mod.Code.Handle.Hold();
            using var methods = new ScriptArguments([other_methods ?? []]);
            nint optimized;
            int status = NativeMethods.tl_jit_optimize_for_inference(lease.Native, methods.Items, &optimized);
            NativeError.Check(status, "torch.jit.optimize_for_inference");
            return new ScriptModule(new ScriptHandle(optimized));
        }

        /// <summary>
        /// Sets how often fused code is specialised, and to what (Python's <c>torch.jit.set_fusion_strategy</c>); for the whole process.
        /// </summary>
        /// <param name="strategy">Pairs of "STATIC" (the shapes seen) or "DYNAMIC" (any shape of these dimensions) and how often.</param>
        /// <returns>What was set before.</returns>
        /// <exception cref="ArgumentException">Neither word, or a negative number.</exception>
        public static unsafe IReadOnlyList<(string behavior, int depth)> set_fusion_strategy(params IReadOnlyList<(string behavior, int depth)> strategy)
        {
            ArgumentNullException.ThrowIfNull(strategy);
            long[] pairs = [.. strategy.SelectMany(pair => new[] { Behavior(pair.behavior), Depth(pair.depth) })];
            Value previous;
            fixed (long* items = pairs.Length == 0 ? new long[1] : pairs)
            {
                NativeError.Check(NativeMethods.tl_jit_fusion_strategy(items, strategy.Count, &previous), "torch.jit.set_fusion_strategy");
            }

            return [.. previous.TakeLongList().Chunk(2).Select(pair => (pair[0] == Static ? "STATIC" : "DYNAMIC", (int)pair[1]))];
        }

        /// <summary>
        /// Whether scripts are optimised while they run (the default), for the calling thread and until what is returned is disposed (Python's
        /// <c>torch.jit.optimized_execution</c>).
        /// </summary>
        /// <param name="should_optimize">False to run them as they are written.</param>
        public static IDisposable optimized_execution(bool should_optimize) => new OptimizedExecution(should_optimize);

        private static long Behavior(string behavior) => behavior switch
        {
            "STATIC" => Static,
            "DYNAMIC" => Dynamic,
            _ => throw new ArgumentException($"'{behavior}' is no fusion behaviour; there are STATIC and DYNAMIC", nameof(behavior)),
        };

        private static long Depth(int depth)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(depth);
            return depth;
        }

        private sealed unsafe class OptimizedExecution : IDisposable
        {
            private readonly byte before;
            private bool disposed;

            internal OptimizedExecution(bool enabled) => before = Set(enabled ? 1 : 0);

            public void Dispose()
            {
                if (!disposed)
                {
                    disposed = true;
                    Set(before);
                }
            }

            private static byte Set(int enabled)
            {
                byte previous;
                NativeError.Check(NativeMethods.tl_jit_optimized_execution(enabled, &previous), "torch.jit.optimized_execution");
                return previous;
            }
        }
    }
}
