using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Averaged stochastic gradient descent (Python's <c>torch.optim.ASGD</c>, after Polyak and Juditsky, 1992).</summary>
public class ASGD : OptimizerHelper
{
    private readonly StepBatch<State> _batch = new();

    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="lambd">Factor that parameters shrink by.</param>
    /// <param name="alpha">Power that the learning rate falls with.</param>
    /// <param name="t0">The step from which on parameters are averaged.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public ASGD(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
        : this((IEnumerable<ParamGroup<Options>>)[new ParamGroup(parameters)], lr, lambd, alpha, t0, weight_decay, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="lambd">Factor that parameters shrink by.</param>
    /// <param name="alpha">Power that the learning rate falls with.</param>
    /// <param name="t0">The step from which on parameters are averaged.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public ASGD(
        IEnumerable<ParamGroup<Options>> parameters, double lr = 1e-3, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
        : base(new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay, maximize = maximize })
    {
        OptimizerChecks.NotNegative(weight_decay, nameof(weight_decay));
        AddGroups(parameters);
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(Update, closure);

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        var options = (Options)group.Options;
        if (!_batch.Fill(this, group, options.maximize, options.weight_decay))
        {
            return;
        }
        double lambd = options.lambd!.Value;
        var gradients = _batch.Gradients;
        var averages = _batch.Select(state => state.ax!);
        ops.aten._foreach_mul__ScalarList(_batch.Parameters, _batch.Numbers(state => 1 - (lambd * state.eta)));
        var states = _batch.States;
        for (int i = 0; i < states.Length; i++)
        {
            State state = states[i];
            ops.aten.add__Tensor(_batch.Parameters[i], gradients[i], alpha: -state.eta);
            if (state.mu == 1)
            {
                ops.aten.copy_(averages[i], _batch.Parameters[i]);
            }
            else
            {
                ops.aten.add__Tensor(averages[i], _batch.Parameters[i] - averages[i], alpha: state.mu);
            }

            // Kept as Python keeps them, in float32.
            state.step++;
            state.eta = (float)(group.LearningRate / Math.Pow(1 + (lambd * group.LearningRate * state.step), options.alpha!.Value));
            state.mu = (float)(1 / Math.Max(1, state.step - options.t0!.Value));
        }
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Factor that parameters shrink by.</summary>
        public double? lambd;

        /// <summary>Power that the learning rate falls with.</summary>
        public double? alpha;

        /// <summary>The step from which on parameters are averaged.</summary>
        public double? t0;

        /// <summary>Factor of the L2 penalty.</summary>
        public double? weight_decay;

        /// <summary>Whether to climb instead of to descend.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Number("lambd", ref lambd);
            visitor.Number("alpha", ref alpha);
            visitor.Number("t0", ref t0);
            visitor.Number("weight_decay", ref weight_decay);
            visitor.Flag("maximize", ref maximize);
            visitor.Constant("foreach", null);
        }
    }

    /// <summary>What is kept for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : OptimizerState(parameter)
    {
        /// <summary>Steps taken.</summary>
        public long step;

        /// <summary>The step's length.</summary>
        public double eta;

        /// <summary>Weight of the parameters in their average.</summary>
        public double mu = 1;

        /// <summary>The parameters' average.</summary>
        public Tensor? ax;

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            ArgumentNullException.ThrowIfNull(options);
            eta = (float)(options.LearningRate ?? 0);
            ax = ZerosLikeParameter();
        }

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            visitor.Step("step", ref step, asTensor: true);
            visitor.Number("eta", ref eta, asTensor: true);
            visitor.Number("mu", ref mu, asTensor: true);
            visitor.Tensor("ax", ref ax);
        }
    }

    /// <summary>A group of parameters with options of its own.</summary>
    public class ParamGroup : ParamGroup<Options>
    {
        /// <summary>Creates an empty group.</summary>
        public ParamGroup()
        {
        }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="options">The options; those left null take the optimizer's.</param>
        public ParamGroup(IEnumerable<Parameter> parameters, Options? options = null)
            : base(parameters, options)
        {
        }

        /// <summary>Creates a group.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">Learning rate.</param>
        /// <param name="lambd">Factor that parameters shrink by.</param>
        /// <param name="alpha">Power that the learning rate falls with.</param>
        /// <param name="t0">The step from which on parameters are averaged.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        // Without any option the other constructor is meant, whose options are the optimizer's.
        [OverloadResolutionPriority(-1)]
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-2, double lambd = 1e-4, double alpha = 0.75, double t0 = 1e6, double weight_decay = 0, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, lambd = lambd, alpha = alpha, t0 = t0, weight_decay = weight_decay, maximize = maximize })
        {
        }
    }
}
