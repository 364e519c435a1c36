using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What all optimizers are (Python's <c>torch.optim.Optimizer</c>).</summary>
        public abstract partial class Optimizer : IDisposable
        {
            /// <summary>The parameter groups.</summary>
            protected readonly IList<ParamGroup> _parameter_groups = [];

            /// <summary>Computes the loss anew for optimizers that evaluate it more than once a step.</summary>
            public delegate Tensor LossClosure();

            /// <summary>The parameter groups, as learning-rate schedulers see them.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            /// <summary>The parameter groups (Python's name).</summary>
            public IReadOnlyList<ParamGroup> param_groups => [.. _parameter_groups];

            /// <summary>How many steps were taken; schedulers use it to tell that they run in the right order.</summary>
            internal long StepsTaken { get; private protected set; }

            /// <summary>Forgets the gradients of all parameters: they become null, as Python's default has it.</summary>
            public virtual void zero_grad() => zero_grad(set_to_none: true);

            /// <summary>Forgets the gradients of all parameters.</summary>
            /// <param name="set_to_none">Whether they become null (cheaper) or stay and become zero.</param>
            public virtual void zero_grad(bool set_to_none)
            {
                foreach (var parameter in parameters())
                {
                    ClearGradient(parameter, set_to_none);
                }
            }

            /// <summary>Adds a parameter group.</summary>
            /// <param name="param_group">The group; options left null take the optimizer's defaults.</param>
            public virtual void add_param_group(ParamGroup param_group)
            {
                ArgumentNullException.ThrowIfNull(param_group);
                _parameter_groups.Add(param_group);
            }

            /// <summary>
            /// Adds a parameter group of this optimizer's kind: Python's <c>add_param_group({"params": parameters, "lr": lr})</c>, for code that does not
            /// know which optimizer it has.
            /// </summary>
            /// <param name="parameters">The parameters.</param>
            /// <param name="lr">Their learning rate; null takes the optimizer's default, as all other options do.</param>
            /// <exception cref="NotSupportedException">The optimizer's class does not say how its groups are made.</exception>
            public virtual void add_param_group(IEnumerable<Parameter> parameters, double? lr = null) => throw new NotSupportedException(
                $"{GetType().Name} does not say how its parameter groups are made: give add_param_group a group of its kind.");

            /// <summary>Updates all parameters that have a gradient.</summary>
            /// <param name="closure">Computes the loss anew, with gradients; optional for most optimizers.</param>
            /// <returns>What the closure returned, or null without one.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>All parameters of all groups, in order.</summary>
            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>The optimizer's state in Python's layout; see <see cref="StateDictionary"/>.</summary>
            public abstract StateDictionary state_dict();

            /// <summary>Takes over a state dictionary, this library's or Python's.</summary>
            /// <param name="state_dict">What <see cref="state_dict"/> or Python's optimizer of the same kind gave.</param>
            public abstract void load_state_dict(IReadOnlyDictionary<string, object?> state_dict);

            /// <summary>Disposes what the optimizer keeps; the parameters live on.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes what the optimizer keeps.</summary>
            /// <param name="disposing">Always true: tensors have finalizers of their own.</param>
            protected virtual void Dispose(bool disposing)
            {
            }

            private static void ClearGradient(Parameter parameter, bool setToNone)
            {
                if (setToNone)
                {
                    parameter.grad = null;
                    return;
                }
                using var gradient = parameter.grad;
                if (gradient is not null)
                {
                    using var detached = ops.aten.detach(gradient);
                    ops.aten.zero_(detached);
                }
            }
        }
    }
}
