namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        /// <summary>Seeds the generator of the current CUDA device; nothing happens without CUDA, as in Python (torch.cuda.manual_seed).</summary>
        /// <param name="seed">The seed.</param>
        /// <returns>That generator; the CPU's, untouched, without CUDA.</returns>
        public static Generator manual_seed(long seed) => is_available() ? GeneratorOf(current_device()).manual_seed(seed) : Generator.Default;

        /// <summary>Seeds the generators of all CUDA devices; nothing happens without CUDA, as in Python (torch.cuda.manual_seed_all).</summary>
        /// <param name="seed">The seed.</param>
        /// <returns>The generator of the current device; the CPU's, untouched, without CUDA.</returns>
        public static Generator manual_seed_all(long seed)
        {
            for (int index = 0; index < device_count(); index++)
            {
                using Generator generator = GeneratorOf(index);
                generator.manual_seed(seed);
            }

            return is_available() ? GeneratorOf(current_device()) : Generator.Default;
        }

        /// <summary>Seeds the generator of the current CUDA device from the system's randomness; nothing happens without CUDA (torch.cuda.seed).</summary>
        public static void seed()
        {
            if (is_available())
            {
                using Generator generator = GeneratorOf(current_device());
                generator.seed();
            }
        }

        /// <summary>Seeds the generators of all CUDA devices alike from the system's randomness; nothing happens without CUDA (torch.cuda.seed_all).</summary>
        public static void seed_all()
        {
            if (is_available())
            {
                using Generator generator = GeneratorOf(current_device());
                manual_seed_all(generator.seed()).Dispose();
            }
        }

        /// <summary>The seed of the current CUDA device's generator (torch.cuda.initial_seed).</summary>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static long initial_seed()
        {
            using Generator generator = GeneratorOf(current_device());
            return generator.initial_seed();
        }

        /// <summary>The state of a device's generator as a tensor of bytes on the CPU (torch.cuda.get_rng_state).</summary>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static Tensor get_rng_state(Device? device = null)
        {
            using Generator generator = GeneratorOf(IndexOf(device, "torch.cuda.get_rng_state"));
            return generator.get_state();
        }

        /// <summary>The states of all devices' generators; empty without CUDA (torch.cuda.get_rng_state_all).</summary>
        public static Tensor[] get_rng_state_all() =>
            [.. Enumerable.Range(0, device_count()).Select(index => get_rng_state(new Device(DeviceType.CUDA, index)))];

        /// <summary>Sets the state of a device's generator (torch.cuda.set_rng_state).</summary>
        /// <param name="new_state">What <see cref="get_rng_state"/> gave.</param>
        /// <param name="device">The device; null for the current one.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static void set_rng_state(Tensor new_state, Device? device = null)
        {
            using Generator generator = GeneratorOf(IndexOf(device, "torch.cuda.set_rng_state"));
            generator.set_state(new_state);
        }

        /// <summary>Sets the states of the devices' generators, the first device first (torch.cuda.set_rng_state_all).</summary>
        /// <param name="new_states">What <see cref="get_rng_state_all"/> gave.</param>
        /// <exception cref="CudaUnavailableException">There is no CUDA.</exception>
        public static void set_rng_state_all(IEnumerable<Tensor> new_states)
        {
            foreach ((int index, Tensor state) in new_states.Index())
            {
                set_rng_state(state, new Device(DeviceType.CUDA, index));
            }
        }

        private static Generator GeneratorOf(int index)
        {
            Require("torch.cuda");
            return Generator.DefaultOf(new Device(DeviceType.CUDA, index));
        }
    }
}
