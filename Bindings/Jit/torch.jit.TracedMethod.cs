namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>A method for <see cref="trace_module"/> with an example of what it takes, made by <see cref="method{T, TResult}"/>.</summary>
        public sealed class TracedMethod
        {
            internal TracedMethod(Func<object?[], object?> run, object?[] example, IEnumerable<object?[]> checks)
            {
                Run = run;
                Example = example;
                Checks = [.. checks];
            }

            internal Func<object?[], object?> Run { get; }

            internal object?[] Example { get; }

            internal IReadOnlyList<object?[]> Checks { get; }
        }
    }
}
