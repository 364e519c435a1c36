namespace TorchSharp;

public static partial class torch
{
    public static partial class random
    {
        [ThreadStatic]
        private static Generator? s_current;

        /// <summary>
        /// The generator that random transforms draw from on this thread; null for libtorch's default generator.
        /// </summary>
        /// <remarks>
        /// While a data loader loads a batch, this is a generator seeded with the epoch's seed plus the batch's number, so what a transform draws
        /// does not depend on how many workers there are or which of them loads the batch. Code that makes samples passes it on for every draw:
        /// <c>torch.rand(1, generator: torch.random.Current)</c>. libtorch's default generator is one for the whole process: drawing from it in a
        /// worker
        /// gives numbers that depend on the threads' timing.
        /// </remarks>
        public static Generator? Current => s_current;

        /// <summary>Makes <paramref name="generator"/> the current one of this thread until the result is disposed.</summary>
        /// <param name="generator">The generator; the caller owns it. null for the default generator.</param>
        /// <returns>Dispose it on the same thread to go back to the generator before.</returns>
        public static IDisposable Use(Generator? generator)
        {
            var scope = new CurrentScope(s_current);
            s_current = generator;
            return scope;
        }

        private sealed class CurrentScope(Generator? previous) : IDisposable
        {
            public void Dispose() => s_current = previous;
        }
    }
}
