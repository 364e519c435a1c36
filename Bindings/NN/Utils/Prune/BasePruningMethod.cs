using TorchSharp.Modules;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class prune
            {
                /// <summary>
                /// A way to choose what is pruned: derive from it and say which entries go. Python's <c>BasePruningMethod</c>.
                /// </summary>
                public abstract class BasePruningMethod
                {
                    /// <summary>What the method takes out.</summary>
                    public abstract PruningType PRUNING_TYPE { get; }

                    /// <summary>The dimension of the channels that a structured method takes out.</summary>
                    public virtual long dim => -1;

                    /// <summary>The mask after this method.</summary>
                    /// <param name="t">The scores by which to choose: the tensor itself, unless others were given.</param>
                    /// <param name="default_mask">The mask before, of the same shape: 1 for what is in, 0 for what is out. It stays as it is.</param>
                    public abstract Tensor compute_mask(Tensor t, Tensor default_mask);

                    /// <summary>A tensor pruned by this method, with nothing registered.</summary>
                    /// <param name="t">The tensor.</param>
                    /// <param name="default_mask">What is out before; default nothing.</param>
                    /// <param name="importance_scores">The scores by which to choose; default the tensor.</param>
                    public Tensor prune(Tensor t, Tensor? default_mask = null, Tensor? importance_scores = null)
                    {
                        ArgumentNullException.ThrowIfNull(t);
                        using var scope = NewDisposeScope();
                        var mask = compute_mask(Scores(importance_scores, t), default_mask ?? aten.ones_like(t));
                        return aten.mul_Tensor(t, mask).MoveToOuterDisposeScope();
                    }

                    /// <summary>
                    /// Prunes a parameter: <c>name_orig</c> is what trains (the same object as before), the buffer <c>name_mask</c> says what is in, and the
                    /// parameter itself is their product, computed before each call. Pruned already, it is pruned further.
                    /// </summary>
                    /// <param name="module">The module.</param>
                    /// <param name="name">The parameter.</param>
                    /// <param name="importance_scores">The scores by which to choose; default the parameter.</param>
                    /// <exception cref="ArgumentException">There is no such parameter, or the scores have another shape.</exception>
                    public void apply(Module module, string name, Tensor? importance_scores = null)
                    {
                        ArgumentNullException.ThrowIfNull(module);
                        using var guard = no_grad();
                        using var scope = NewDisposeScope();
                        if (module.ComputedBy(name) is PruningState state)
                        {
                            var current = module.FindComputed(name)!;
                            state.Add(this);
                            state.SetMask(state.Method.compute_mask(Scores(importance_scores, current), aten.clone(state.Mask)));
                            _ = module.FindComputed(name);
                            return;
                        }

                        var original = module.OwnTensor(name) as Parameter
                            ?? throw new ArgumentException($"\"{name}\" of {module.TypeName} is a buffer, not a parameter.", nameof(name));
                        var mask = compute_mask(Scores(importance_scores, original), aten.ones_like(original));
                        state = new PruningState(module, name, original, this);
                        module.register_parameter($"{name}_orig", original);
                        state.SetMask(mask);
                        using (enable_grad())
                        {
                            module.ReplaceByComputed(name, state, state.Pruned);
                        }
                    }

                    private static Tensor Scores(Tensor? scores, Tensor tensor) => scores is null ? tensor
                        : scores.shape.AsSpan().SequenceEqual(tensor.shape) ? scores
                        : throw new ArgumentException($"The scores have shape {Repr.Shape(scores)}, the tensor {Repr.Shape(tensor)}.", nameof(scores));
                }
            }
        }
    }
}
