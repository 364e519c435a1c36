using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Divergences;

/// <summary>Divergences that follow from those of the parts.</summary>
internal static class ComposedKl
{
    internal static Tensor OfHalfNormal(HalfNormal p, HalfNormal q) => Kl.Between(p.base_distribution, q.base_distribution);

    internal static Tensor OfOneHot(OneHotCategorical p, OneHotCategorical q) => Kl.Between(p.categorical, q.categorical);

    internal static Tensor OfIndependent(Independent p, Independent q) => p.reinterpreted_batch_ndims == q.reinterpreted_batch_ndims
        ? distributions.transforms.Transform.SumRightmost(Kl.Between(p.base_distribution, q.base_distribution), p.reinterpreted_batch_ndims)
        : throw new NotSupportedException(
            $"the KL divergence of Independent distributions needs the same reinterpreted_batch_ndims: {p.reinterpreted_batch_ndims} and {q.reinterpreted_batch_ndims}");

    internal static Tensor OfTransformed(TransformedDistribution p, TransformedDistribution q)
    {
        if (!p.transforms.SequenceEqual(q.transforms) || p.event_shape != q.event_shape)
        {
            throw new NotSupportedException("the KL divergence of transformed distributions needs the same transforms and event shapes");
        }

        return Kl.Between(p.base_distribution, q.base_distribution);
    }

    /// <summary>Two of one exponential family: the Bregman divergence of the log normalizer.</summary>
    internal static Tensor OfFamily(distributions.ExponentialFamily p, distributions.ExponentialFamily q)
    {
        if (p.GetType() != q.GetType())
        {
            throw new NotSupportedException(
                $"The cross KL-divergence between different exponential families cannot be computed using Bregman divergences: {p.GetType().Name} and {q.GetType().Name}");
        }

        Tensor[] natural = [.. p.NaturalParams.Select(parameter => parameter.detach().requires_grad_())];
        using IDisposable mode = enable_grad();
        Tensor normalizer = p.LogNormalizer(natural);
        IList<Tensor> gradients = autograd.grad([normalizer.sum()], natural, create_graph: true);
        Tensor[] others = [.. q.NaturalParams];
        Tensor result = q.LogNormalizer(others) - normalizer;
        for (int i = 0; i < natural.Length; i++)
        {
            int events = natural[i].shape.Length - p.batch_shape.Length;
            result -= distributions.transforms.Transform.SumRightmost((others[i] - natural[i]) * gradients[i], events);
        }

        return result;
    }
}
