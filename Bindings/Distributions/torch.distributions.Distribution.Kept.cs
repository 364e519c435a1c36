namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <content>What a distribution holds, and how it computes without leaving tensors behind.</content>
        public abstract partial class Distribution
        {
            private static readonly IReadOnlyDictionary<string, constraints.Constraint> NoConstraints = Constrained();

            private readonly OrderedDictionary<string, Tensor> kept = [];
            private readonly List<IDisposable> held = [];

            /// <summary>The generator to draw from.</summary>
            private protected Generator? Source => generator ?? random.Current;

            /// <summary>The parameters that are held under a name, in the order in which they came.</summary>
            private protected IReadOnlyDictionary<string, Tensor> Kept => kept;

            /// <summary>Makes a table of constraints that keeps its order, which is the order in which parameters are printed.</summary>
            private protected static IReadOnlyDictionary<string, constraints.Constraint> Constrained(
                params ReadOnlySpan<(string Name, constraints.Constraint Constraint)> entries)
            {
                var table = new OrderedDictionary<string, constraints.Constraint>();
                foreach ((string name, constraints.Constraint constraint) in entries)
                {
                    table.Add(name, constraint);
                }

                return table;
            }

            /// <summary>Views of tensors in their common shape; the caller's scope owns them.</summary>
            private protected static Tensor[] Broadcast(params ReadOnlySpan<Tensor> tensors)
            {
                foreach (Tensor tensor in tensors)
                {
                    ArgumentNullException.ThrowIfNull(tensor, "parameter");
                }

                return ops.aten.broadcast_tensors(tensors);
            }

            /// <summary>The one of probabilities and logits that was given.</summary>
            /// <exception cref="ArgumentException">Both or none.</exception>
            private protected static (string Name, Tensor Value) OneOf(Tensor? probs, Tensor? logits) => (probs, logits) switch
            {
                ({ } p, null) => ("probs", p),
                (null, { } l) => ("logits", l),
                _ => throw new ArgumentException("Either `probs` or `logits` must be specified, but not both."),
            };

            /// <summary>Takes over a view of a parameter under its Python name.</summary>
            private protected Tensor Keep(string name, Tensor value)
            {
                value.DetachFromDisposeScope();
                lock (kept)
                {
                    if (kept.TryGetValue(name, out Tensor? earlier))
                    {
                        value.Dispose();
                        return earlier;
                    }

                    kept.Add(name, value);
                    return value;
                }
            }

            /// <summary>Takes over something that goes when the distribution goes.</summary>
            private protected T Hold<T>(T item)
                where T : IDisposable
            {
                (item as Tensor)?.DetachFromDisposeScope();
                held.Add(item);
                return item;
            }

            /// <summary>A parameter that was given, or is computed from another one when it is first asked for.</summary>
            private protected Tensor Lazily(string name, Func<Tensor> compute)
            {
                if (kept.TryGetValue(name, out Tensor? present))
                {
                    return present;
                }

                using IDisposable mode = enable_grad();
                return Keep(name, Compute(compute));
            }

            /// <summary>Runs a computation; what it leaves in between is disposed, and its result is a new tensor of the caller's.</summary>
            private protected static Tensor Compute(Func<Tensor> compute)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor result = compute();
                return (scope.Contains(result) ? result : result.alias()).MoveToOuterDisposeScope();
            }

            /// <summary><see cref="Compute"/> of values that were checked.</summary>
            private protected Tensor Evaluate(Tensor value, Func<Tensor, Tensor> compute)
            {
                ArgumentNullException.ThrowIfNull(value);
                return Compute(() =>
                {
                    if (Validates)
                    {
                        _validate_sample(value);
                    }

                    return compute(value);
                });
            }

            /// <summary>Draws that let gradients through.</summary>
            private protected Tensor Reparameterised(long[] sample_shape, Func<long[], Tensor> draw)
            {
                ArgumentNullException.ThrowIfNull(sample_shape);
                return Compute(() => draw(ExtendedShape(sample_shape)));
            }

            /// <summary>Draws through which no gradient can flow: an error where one would be expected to.</summary>
            private protected Tensor Discrete(long[] sample_shape, Func<long[], Tensor> draw)
            {
                ArgumentNullException.ThrowIfNull(sample_shape);
                if (is_grad_enabled() && NeedsGradient)
                {
                    throw new NotSupportedException(
                        $"gradients cannot flow through draws of {GetType().Name} to its parameters: call sample() and use log_prob(), or detach the parameters");
                }

                using IDisposable mode = no_grad();
                return Reparameterised(sample_shape, draw);
            }

            /// <summary>Whether gradients are recorded for a parameter.</summary>
            private protected bool NeedsGradient =>
                kept.Values.Any(tensor => tensor.requires_grad) || held.Any(item => item is Distribution { NeedsGradient: true });

            /// <summary>What an expanded distribution is made of: checks the argument that only TorchSharp's signature has.</summary>
            private protected T Expanded<T>(Distribution? instance, Func<T> make)
                where T : Distribution
            {
                if (instance is not null and not T)
                {
                    throw new ArgumentException($"expand(): 'instance' is a {instance.GetType().Name}, not a {typeof(T).Name} distribution", nameof(instance));
                }

                using DisposeScope scope = NewDisposeScope();
                T expanded = make();
                expanded.Validates = Validates;
                return expanded;
            }

            private protected NotSupportedException Lacks(string member) => new($"{GetType().Name} has no {member}");

            private void DisposeKept()
            {
                lock (kept)
                {
                    foreach (Tensor tensor in kept.Values)
                    {
                        tensor.Dispose();
                    }
                }

                foreach (IDisposable item in held)
                {
                    item.Dispose();
                }
            }
        }
    }
}
