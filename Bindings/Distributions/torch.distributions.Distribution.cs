namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>A probability distribution over tensors (torch.distributions.Distribution).</summary>
        /// <remarks>
        /// A batch of independent distributions of one kind: <see cref="batch_shape"/> says how many, <see cref="event_shape"/> what one draw of
        /// one of them looks like. Parameters are held as views of the tensors given, so gradients reach those; the views, and what is computed
        /// once from them, belong to the distribution and go with it. Everything that a method or one of the moments returns is the caller's.
        /// </remarks>
        public abstract partial class Distribution : IDisposable
        {
            /// <summary>Where draws come from; null for the thread's current generator (<see cref="random.Current"/>), or libtorch's own.</summary>
            protected Generator? generator;

            /// <summary>Euler's constant, the limit of 1 + 1/2 + ... + 1/n - log n.</summary>
            public const double euler_constant = 0.57721566490153286060;

            /// <summary>Makes a distribution of shapes that are known at once.</summary>
            /// <param name="generator">Where draws come from; null for the default generator.</param>
            /// <param name="batch_shape">The shape of the batch; empty when null.</param>
            /// <param name="event_shape">The shape of one draw; empty when null.</param>
            public Distribution(Generator? generator, long[]? batch_shape = null, long[]? event_shape = null)
            {
                this.generator = generator;
                this.batch_shape = batch_shape ?? [];
                this.event_shape = event_shape ?? [];
            }

            /// <summary>Makes a distribution of shapes that are known at once.</summary>
            /// <param name="generator">Where draws come from; null for the default generator.</param>
            /// <param name="batch_shape">The shape of the batch.</param>
            /// <param name="event_shape">The shape of one draw; empty when null.</param>
            public Distribution(Generator? generator, Size batch_shape, Size? event_shape = null)
            {
                this.generator = generator;
                this.batch_shape = batch_shape;
                this.event_shape = event_shape ?? Size.Empty;
            }

            private protected Distribution(Generator? generator, bool? validate_args)
                : this(generator)
            {
                Validates = validate_args ?? s_validates;
            }

            /// <summary>The shape of the batch of distributions.</summary>
            public Size batch_shape { get; protected set; }

            /// <summary>The shape of one draw from one of them.</summary>
            public Size event_shape { get; protected set; }

            /// <summary>Whether <see cref="rsample(long[])"/> lets gradients flow to the parameters.</summary>
            public virtual bool has_rsample => false;

            /// <summary>Whether <see cref="enumerate_support"/> can list all values.</summary>
            public virtual bool has_enumerate_support => false;

            /// <summary>The values that can be drawn.</summary>
            public virtual constraints.Constraint support => throw Lacks("support");

            /// <summary>What each parameter has to satisfy, by name.</summary>
            public virtual IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => NoConstraints;

            /// <summary>The mean.</summary>
            public virtual Tensor mean => throw Lacks("mean");

            /// <summary>The most likely value.</summary>
            public virtual Tensor mode => throw Lacks("mode");

            /// <summary>The variance.</summary>
            public virtual Tensor variance => throw Lacks("variance");

            /// <summary>The standard deviation.</summary>
            public virtual Tensor stddev => Compute(() => variance.sqrt());

            /// <summary>Draws; no gradient flows.</summary>
            /// <param name="sample_shape">How many draws; one without an argument.</param>
            /// <returns>Of shape sample_shape + batch_shape + event_shape.</returns>
            public virtual Tensor sample(params long[] sample_shape)
            {
                using IDisposable mode = no_grad();
                return rsample(sample_shape);
            }

            /// <inheritdoc cref="sample(long[])"/>
            public Tensor sample(Size sample_shape) => sample(sample_shape.Shape);

            /// <summary>Draws so that gradients flow to the parameters where <see cref="has_rsample"/> is true.</summary>
            /// <param name="sample_shape">How many draws; one without an argument.</param>
            /// <returns>Of shape sample_shape + batch_shape + event_shape.</returns>
            /// <exception cref="NotSupportedException">A parameter needs gradients and none can flow through draws of this distribution.</exception>
            public virtual Tensor rsample(params long[] sample_shape) => throw Lacks("rsample");

            /// <inheritdoc cref="rsample(long[])"/>
            public Tensor rsample(Size sample_shape) => rsample(sample_shape.Shape);

            /// <summary>The logarithm of the density, or of the probability, of values.</summary>
            /// <param name="value">Values, broadcast with batch_shape + event_shape.</param>
            /// <exception cref="ArgumentException">Its shape does not fit, or it lies outside of the support (unless validation is off).</exception>
            public virtual Tensor log_prob(Tensor value) => throw Lacks("log_prob");

            /// <summary>The probability of a draw up to a value.</summary>
            /// <param name="value">Values.</param>
            public virtual Tensor cdf(Tensor value) => throw Lacks("cdf");

            /// <summary>The value below which draws fall with a probability: the inverse of <see cref="cdf"/>.</summary>
            /// <param name="value">Probabilities.</param>
            public virtual Tensor icdf(Tensor value) => throw Lacks("icdf");

            /// <summary>The entropy, in nats, of each of the batch.</summary>
            public virtual Tensor entropy() => throw Lacks("entropy");

            /// <summary>The exponential of the entropy.</summary>
            public virtual Tensor perplexity() => Compute(() => entropy().exp());

            /// <summary>All values of a discrete distribution, along a new first dimension.</summary>
            /// <param name="expand">Whether to repeat them for the whole batch; else that part of the shape is ones.</param>
            public virtual Tensor enumerate_support(bool expand = true) => throw Lacks("enumerate_support");

            /// <summary>The same distribution for a greater batch; parameters are views, nothing is copied.</summary>
            /// <param name="batch_shape">The new batch shape, to which the present one can be broadcast.</param>
            /// <param name="instance">There for TorchSharp's signature: null, or the class the result must have.</param>
            public virtual Distribution expand(Size batch_shape, Distribution? instance = null) => throw Lacks("expand");

            /// <summary>Gives back the parameters' views and what was computed from them.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>What <see cref="Dispose()"/> does.</summary>
            /// <param name="disposing">Always true; there for derived classes.</param>
            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                {
                    DisposeKept();
                }
            }

            /// <summary>Sets the shapes once they are known, and checks the parameters where validation is on.</summary>
            /// <param name="batch_shape">The shape of the batch; empty when null.</param>
            /// <param name="event_shape">The shape of one draw; empty when null.</param>
            /// <exception cref="ArgumentException">A parameter is outside of its constraint.</exception>
            protected void _init(Size? batch_shape = null, Size? event_shape = null)
            {
                this.batch_shape = batch_shape ?? Size.Empty;
                this.event_shape = event_shape ?? Size.Empty;
                if (Validates)
                {
                    ValidateParameters();
                }
            }

            /// <summary>The shape of draws: sample_shape + batch_shape + event_shape.</summary>
            /// <param name="sample_shape">How many draws.</param>
            protected long[] ExtendedShape(params long[] sample_shape) => [.. sample_shape, .. batch_shape, .. event_shape];
        }
    }
}
