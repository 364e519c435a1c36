namespace TorchSharp;

public static partial class torch
{
    public static partial class random
    {
        /// <summary>Draws until the result is disposed leave the generators as they were (torch.random.fork_rng).</summary>
        /// <param name="devices">The CUDA devices whose generators are kept as well; all when null. The processor's always is.</param>
        /// <param name="enabled">False does nothing.</param>
        /// <returns>What brings the states back when it is disposed.</returns>
        public static IDisposable fork_rng(IEnumerable<int>? devices = null, bool enabled = true)
        {
            int[] forked = !enabled ? [] : devices?.ToArray() ?? (cuda.is_available() ? [.. Enumerable.Range(0, cuda.device_count())] : []);
            Tensor? processor = enabled ? get_rng_state().DetachFromDisposeScope() : null;
            Tensor[] others = Array.ConvertAll(forked, device => cuda.get_rng_state(new Device(DeviceType.CUDA, device)).DetachFromDisposeScope());
            return new RestoredSetting<(Tensor? processor, Tensor[] others)>((processor, others), states =>
            {
                using (states.processor)
                {
                    if (states.processor is { } state)
                    {
                        set_rng_state(state);
                    }
                }

                foreach ((int device, Tensor state) in forked.Zip(states.others))
                {
                    using (state)
                    {
                        cuda.set_rng_state(state, new Device(DeviceType.CUDA, device));
                    }
                }
            });
        }
    }
}
