using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Resilient backpropagation, which follows the gradient's sign (Python's <c>torch.optim.Rprop</c>, after Riedmiller and Braun, 1993).</summary>
public class Rprop : OptimizerHelper
{
    private readonly StepBatch<State> _batch = new();

    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="etaminus">Factor of a step's size after the gradient changed its sign.</param>
    /// <param name="etaplus">Factor of a step's size while the gradient keeps its sign.</param>
    /// <param name="min_step">The smallest size of a step.</param>
    /// <param name="max_step">The largest size of a step.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Rprop(
        IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="etaminus">Factor of a step's size after the gradient changed its sign.</param>
    /// <param name="etaplus">Factor of a step's size while the gradient keeps its sign.</param>
    /// <param name="min_step">The smallest size of a step.</param>
    /// <param name="max_step">The largest size of a step.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Rprop(
        IEnumerable<ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
        : base(new Options { LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize })
    {
        if (etaminus is not (> 0 and < 1) || etaplus is not > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(etaminus), (etaminus, etaplus), "The factors have to be between 0 and 1, and above 1.");
        }

        AddGroups(parameters);
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(Update, closure);

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private void Update(Modules.ParamGroup group)
    {
        var options = (Options)group.Options;
        if (!_batch.Fill(this, group, options.maximize))
        {
            return;
        }
        foreach (var state in _batch.States)
        {
            state.step++;
        }

        double shrink = options.etaminus!.Value;
        var previous = _batch.Select(state => state.prev!);
        var sizes = _batch.Select(state => state.step_size!);
        Tensor[] signs = ops.aten._foreach_mul_List(_batch.Gradients, previous);
        for (int i = 0; i < signs.Length; i++)
        {
            Tensor turned = ops.aten.lt_Scalar(signs[i], 0);
            Tensor factors = ops.aten.ones_like(sizes[i]);
            ops.aten.masked_fill__Scalar(factors, ops.aten.gt_Scalar(signs[i], 0), options.etaplus!.Value);
            ops.aten.masked_fill__Scalar(factors, turned, shrink);
            ops.aten.mul__Tensor(sizes[i], factors);
            ops.aten.clamp_(sizes[i], options.min_step!.Value, options.max_step!.Value);

            // Where the sign has changed nothing moves, and the next step does not compare with it.
            Tensor gradient = ops.aten.masked_fill_Scalar(_batch.Gradients[i], turned, 0);
            ops.aten.addcmul_(_batch.Parameters[i], ops.aten.sign(gradient), sizes[i], value: -1);
            ops.aten.copy_(previous[i], gradient);
        }
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Factor of a step's size after the gradient changed its sign.</summary>
        public double? etaminus;

        /// <summary>Factor of a step's size while the gradient keeps its sign.</summary>
        public double? etaplus;

        /// <summary>The smallest size of a step.</summary>
        public double? min_step;

        /// <summary>The largest size of a step.</summary>
        public double? max_step;

        /// <summary>Whether to climb instead of to descend.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Pair("etas", ref etaminus, ref etaplus);
            visitor.Pair("step_sizes", ref min_step, ref max_step);
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

        /// <summary>The gradient of the step before; zero where its sign had changed.</summary>
        public Tensor? prev;

        /// <summary>How far each element moves.</summary>
        public Tensor? step_size;

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            ArgumentNullException.ThrowIfNull(options);
            prev = ZerosLikeParameter();
            step_size = FilledLikeParameter(options.LearningRate ?? 0);
        }

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            visitor.Step("step", ref step, asTensor: false);
            visitor.Tensor("prev", ref prev);
            visitor.Tensor("step_size", ref step_size);
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
        /// <param name="etaminus">Factor of a step's size after the gradient changed its sign.</param>
        /// <param name="etaplus">Factor of a step's size while the gradient keeps its sign.</param>
        /// <param name="min_step">The smallest size of a step.</param>
        /// <param name="max_step">The largest size of a step.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        // Without any option the other constructor is meant, whose options are the optimizer's.
        [OverloadResolutionPriority(-1)]
        public ParamGroup(
            IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6, double max_step = 50, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, etaminus = etaminus, etaplus = etaplus, min_step = min_step, max_step = max_step, maximize = maximize })
        {
        }
    }
}
