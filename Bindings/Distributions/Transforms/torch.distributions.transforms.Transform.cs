using static TorchSharp.torch.distributions.constraints;

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>A map between tensors whose change of volume can be told (torch.distributions.transforms.Transform).</summary>
            /// <remarks>
            /// A transform with a cache of one pair remembers its last input and output: asked for the inverse of that very output, or again for the
            /// output of that very input, it returns them without computing, which is exact where inverting would round.
            /// </remarks>
            public abstract class Transform : IDisposable
            {
                /// <summary>What <see cref="bijective"/> says unless it is overridden.</summary>
                protected bool _bijective;

                /// <summary>What <see cref="domain"/> says unless it is overridden.</summary>
                protected Constraint? _domain;

                /// <summary>What <see cref="codomain"/> says unless it is overridden.</summary>
                protected Constraint? _codomain;

                /// <summary>The inverse, once it was asked for.</summary>
                protected Transform? _inv;

                private readonly TransformCache? cache;

                /// <summary>Makes a transform without a cache.</summary>
                protected Transform()
                    : this(0)
                {
                }

                /// <summary>Makes a transform.</summary>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                /// <exception cref="ArgumentOutOfRangeException">Another size.</exception>
                protected Transform(int cache_size)
                {
                    if (cache_size is not (0 or 1))
                    {
                        throw new ArgumentOutOfRangeException(nameof(cache_size), cache_size, "cache_size must be 0 or 1");
                    }

                    cache = cache_size == 1 ? new TransformCache() : null;
                }

                /// <summary>How many pairs of input and output are remembered: 0 or 1.</summary>
                public int cache_size => cache is null ? 0 : 1;

                /// <summary>How many of the last dimensions make up one value, where input and output agree on that.</summary>
                /// <exception cref="InvalidOperationException">They do not: ask the domain and the codomain.</exception>
                public virtual int event_dim => domain.event_dim == codomain.event_dim
                    ? domain.event_dim
                    : throw new InvalidOperationException($"{this} takes values of {domain.event_dim} dimensions and gives some of {codomain.event_dim}: use domain.event_dim or codomain.event_dim");

                /// <summary>The inverse map.</summary>
                public virtual Transform inv => _inv ??= new InverseTransform(this);

                /// <summary>What inputs have to satisfy.</summary>
                public virtual Constraint domain => _domain ?? throw Lacks("domain");

                /// <summary>What outputs satisfy.</summary>
                public virtual Constraint codomain => _codomain ?? throw Lacks("codomain");

                /// <summary>Whether each output comes from one input only.</summary>
                public virtual bool bijective => _bijective;

                /// <summary>1 where the map rises, -1 where it falls; for bijective maps of single numbers.</summary>
                public Tensor sign => _sign();

                /// <summary>Maps.</summary>
                /// <param name="x">Inputs.</param>
                public Tensor forward(Tensor x) => Forward(x);

                /// <summary>The shape of outputs.</summary>
                /// <param name="shape">That of inputs.</param>
                public virtual long[] forward_shape(long[] shape) => shape;

                /// <summary>The shape of inputs.</summary>
                /// <param name="shape">That of outputs.</param>
                public virtual long[] inverse_shape(long[] shape) => shape;

                /// <summary>The same map with a cache of another size.</summary>
                /// <param name="cache_size">0 for no cache, 1 for the last pair.</param>
                public Transform with_cache(int cache_size = 1) => cache_size == this.cache_size ? this : Recached(cache_size);

                /// <summary>Gives back what the transform holds: views of its parameters, and the remembered pair.</summary>
                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                /// <inheritdoc/>
                public override bool Equals(object? obj) => obj is Transform other && (ReferenceEquals(this, other) || IsSame(other));

                /// <inheritdoc/>
                public override int GetHashCode() => GetType().GetHashCode();

                /// <summary>The transform as Python prints it.</summary>
                public override string ToString() => $"{GetType().Name}()";

                /// <summary>Maps, without the cache.</summary>
                /// <param name="x">Inputs.</param>
                protected internal abstract Tensor _call(Tensor x);

                /// <summary>Maps back, without the cache.</summary>
                /// <param name="y">Outputs.</param>
                protected internal abstract Tensor _inverse(Tensor y);

                /// <summary>What <see cref="sign"/> says.</summary>
                protected internal virtual Tensor _sign() => throw Lacks("sign");

                /// <summary>The logarithm of the absolute determinant of the Jacobian matrix: how much the map stretches volumes.</summary>
                /// <param name="x">Inputs.</param>
                /// <param name="y">The outputs for them.</param>
                /// <returns>One number for each value of the domain.</returns>
                protected internal virtual Tensor log_abs_det_jacobian(Tensor x, Tensor y) => throw Lacks("log_abs_det_jacobian");

                /// <summary>Sums over the last dimensions.</summary>
                /// <param name="value">Numbers.</param>
                /// <param name="dim">Over how many dimensions; none for 0.</param>
                protected static Tensor _sum_rightmost(Tensor value, int dim) => dim == 0 ? value : value.flatten(-dim).sum(-1);

                /// <summary>What <see cref="Dispose()"/> does.</summary>
                /// <param name="disposing">Always true; there for derived classes.</param>
                protected virtual void Dispose(bool disposing) => cache?.Clear();

                internal static Tensor SumRightmost(Tensor value, int dim) => _sum_rightmost(value, dim);

                internal virtual Tensor Forward(Tensor x)
                {
                    ArgumentNullException.ThrowIfNull(x);
                    if (cache?.OutputOf(x) is { } known)
                    {
                        return known;
                    }

                    Tensor y = InScope(x, _call);
                    cache?.Remember(x, y);
                    return y;
                }

                internal virtual Tensor Backward(Tensor y)
                {
                    ArgumentNullException.ThrowIfNull(y);
                    if (cache?.InputOf(y) is { } known)
                    {
                        return known;
                    }

                    Tensor x = InScope(y, _inverse);
                    cache?.Remember(x, y);
                    return x;
                }

                /// <summary>Whether another transform is known to be the same map.</summary>
                private protected virtual bool IsSame(Transform other) => false;

                private protected virtual Transform Recached(int cache_size) => throw Lacks("cache of its own");

                private protected NotSupportedException Lacks(string member) => new($"{GetType().Name} has no {member}");

                private static Tensor InScope(Tensor value, Func<Tensor, Tensor> map)
                {
                    using DisposeScope scope = NewDisposeScope();
                    Tensor result = map(value);
                    return (scope.Contains(result) ? result : result.alias()).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
