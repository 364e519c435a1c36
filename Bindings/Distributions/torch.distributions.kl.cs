using TorchSharp.Divergences;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>The Kullback-Leibler divergence: the mean of log p(x) - log q(x) over draws of p (torch.distributions.kl_divergence).</summary>
        /// <param name="p">One distribution.</param>
        /// <param name="q">The other.</param>
        /// <returns>The divergence, in nats, of the broadcast batch.</returns>
        /// <exception cref="NotSupportedException">No formula is known for these two types.</exception>
        public static Tensor kl_divergence(Distribution p, Distribution q)
        {
            ArgumentNullException.ThrowIfNull(p);
            ArgumentNullException.ThrowIfNull(q);
            return KlRegistry.Compute(p, q);
        }

        /// <summary>Teaches <see cref="kl_divergence"/> a pair of types and what derives from them (torch.distributions.register_kl).</summary>
        /// <typeparam name="TP">Type of the first distribution.</typeparam>
        /// <typeparam name="TQ">Type of the second.</typeparam>
        /// <param name="divergence">Computes it; what it leaves in between is disposed for it.</param>
        public static void register_kl<TP, TQ>(Func<TP, TQ, Tensor> divergence)
            where TP : Distribution
            where TQ : Distribution
        {
            ArgumentNullException.ThrowIfNull(divergence);
            KlRegistry.Add(divergence);
        }
    }
}
