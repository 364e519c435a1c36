namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>
        /// A distribution whose density is exp(natural parameters . statistics of x - log normalizer + carrier measure of x)
        /// (torch.distributions.ExponentialFamily).
        /// </summary>
        /// <remarks>Entropy and Kullback-Leibler divergence follow from the log normalizer's gradient: both are Bregman divergences.</remarks>
        public abstract class ExponentialFamily : Distribution
        {
            /// <summary>Makes a distribution whose shapes are set later.</summary>
            /// <param name="generator">Where draws come from; null for the default generator.</param>
            protected ExponentialFamily(Generator? generator)
                : base(generator)
            {
            }

            private protected ExponentialFamily(Generator? generator, bool? validate_args)
                : base(generator, validate_args)
            {
            }

            /// <summary>The natural parameters.</summary>
            protected internal virtual IList<Tensor> NaturalParams => throw Lacks("natural parameters");

            /// <summary>The mean of the carrier measure's logarithm.</summary>
            protected internal virtual Tensor MeanCarrierMeasure => throw Lacks("closed form of the mean carrier measure, which the entropy needs");

            /// <inheritdoc/>
            public override Tensor entropy() => Compute(() =>
            {
                Tensor result = -MeanCarrierMeasure;
                Tensor[] natural = [.. NaturalParams.Select(parameter => parameter.detach().requires_grad_())];
                using IDisposable mode = enable_grad();
                Tensor normalizer = LogNormalizer(natural);
                IList<Tensor> gradients = autograd.grad([normalizer.sum()], natural, create_graph: true);
                return natural.Zip(gradients).Aggregate(result + normalizer, (sum, pair) =>
                    sum - transforms.Transform.SumRightmost(pair.First * pair.Second, pair.First.shape.Length - batch_shape.Length));
            });

            /// <summary>The logarithm of what the density has to be divided by, as a function of the natural parameters.</summary>
            /// <param name="parameters">Natural parameters.</param>
            protected internal virtual Tensor LogNormalizer(params Tensor[] parameters) => throw Lacks("log normalizer");
        }
    }
}
