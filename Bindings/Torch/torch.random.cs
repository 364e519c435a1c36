using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The default generator, which every draw without a generator of its own uses (torch.default_generator).</summary>
    public static Generator default_generator => Generator.Default;

    /// <summary>Seeds the default generators of all devices (torch.manual_seed).</summary>
    /// <param name="seed">The seed.</param>
    /// <returns>The CPU's default generator.</returns>
    public static Generator manual_seed(long seed)
    {
        NativeError.Check(NativeMethods.tl_manual_seed(unchecked((ulong)seed)), "torch.manual_seed");
        return Generator.Default;
    }

    /// <summary>Seeds the default generator from the system's randomness and returns that seed (torch.seed).</summary>
    public static long seed() => random.seed();

    /// <summary>The seed of the default generator (torch.initial_seed).</summary>
    public static long initial_seed() => random.initial_seed();

    /// <summary>The state of the default generator as a tensor of bytes (torch.get_rng_state).</summary>
    public static Tensor get_rng_state() => random.get_rng_state();

    /// <summary>Sets the state of the default generator (torch.set_rng_state).</summary>
    /// <param name="new_state">What <see cref="get_rng_state"/> gave.</param>
    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    /// <summary>The default generator's seed and state (torch.random).</summary>
    public static partial class random
    {
        /// <summary>Seeds the default generator from the system's randomness and returns that seed.</summary>
        public static long seed()
        {
            using Generator generator = Generator.Default;
            return generator.seed();
        }

        /// <summary>The seed of the default generator.</summary>
        public static long initial_seed()
        {
            using Generator generator = Generator.Default;
            return generator.initial_seed();
        }

        /// <summary>Seeds the default generators of all devices.</summary>
        /// <param name="seed">The seed.</param>
        /// <returns>The CPU's default generator.</returns>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <summary>The state of the default generator as a tensor of bytes.</summary>
        public static Tensor get_rng_state()
        {
            using Generator generator = Generator.Default;
            return generator.get_state();
        }

        /// <summary>Sets the state of the default generator.</summary>
        /// <param name="new_state">What <see cref="get_rng_state"/> gave.</param>
        public static void set_rng_state(Tensor new_state)
        {
            using Generator generator = Generator.Default;
            generator.set_state(new_state);
        }
    }
}
