using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adadelta (Python's <c>torch.optim.Adadelta</c>, after Zeiler, 2012).</summary>
public class Adadelta : OptimizerHelper
{
    private readonly StepBatch<State> _batch = new();

    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="rho">Factor of the running average of squared gradients.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Adadelta(IEnumerable<Parameter> parameters, double lr = 1, double rho = 0.9, double eps = 1e-6, double weight_decay = 0,
        bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, rho, eps, weight_decay, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="rho">Factor of the running average of squared gradients.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Adadelta(IEnumerable<ParamGroup> parameters, double lr = 1, double rho = 0.9, double eps = 1e-6, double weight_decay = 0,
        bool maximize = false)
        : base(new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize })
    {
        OptimizerChecks.NotNegative(rho, nameof(rho));
        OptimizerChecks.NotNegative(eps, nameof(eps));
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
        foreach (var state in _batch.States)
        {
            state.step++;
        }
        Descend(group.LearningRate, options.rho!.Value, options.eps!.Value);
    }

    // Each step's size is the ratio of two running averages: of past steps and of past gradients.
    private void Descend(double lr, double rho, double eps)
    {
        var gradients = _batch.Gradients;
        var squares = _batch.Select(state => state.square_avg!);
        var steps = _batch.Select(state => state.acc_delta!);
        ops.aten._foreach_mul__Scalar(squares, rho);
        ops.aten._foreach_addcmul__Scalar(squares, gradients, gradients, 1 - rho);
        var deviations = ops.aten._foreach_add_Scalar(squares, eps);
        ops.aten._foreach_sqrt_(deviations);
        var deltas = ops.aten._foreach_add_Scalar(steps, eps);
        ops.aten._foreach_sqrt_(deltas);
        ops.aten._foreach_div__List(deltas, deviations);
        ops.aten._foreach_mul__List(deltas, gradients);
        ops.aten._foreach_mul__Scalar(steps, rho);
        ops.aten._foreach_addcmul__Scalar(steps, deltas, deltas, 1 - rho);
        ops.aten._foreach_add__List(_batch.Parameters, deltas, alpha: -lr);
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Factor of the running average of squared gradients.</summary>
        public double? rho;

        /// <summary>Added to the denominator for stability.</summary>
        public double? eps;

        /// <summary>Factor of the L2 penalty.</summary>
        public double? weight_decay;

        /// <summary>Whether to climb instead of to descend.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Number("rho", ref rho);
            visitor.Number("eps", ref eps);
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

        /// <summary>Running average of the squared gradient.</summary>
        public Tensor? square_avg;

        /// <summary>Running average of the squared steps.</summary>
        public Tensor? acc_delta;

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            square_avg = ZerosLikeParameter();
            acc_delta = ZerosLikeParameter();
        }

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            visitor.Step("step", ref step, asTensor: false);
            visitor.Tensor("square_avg", ref square_avg);
            visitor.Tensor("acc_delta", ref acc_delta);
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
        /// <param name="rho">Factor of the running average of squared gradients.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        // Without any option the other constructor is meant, whose options are the optimizer's.
        [OverloadResolutionPriority(-1)]
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1, double rho = 0.9, double eps = 1e-6, double weight_decay = 0,
            bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, rho = rho, eps = eps, weight_decay = weight_decay, maximize = maximize })
        {
        }
    }
}
