using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adagrad (Python's <c>torch.optim.Adagrad</c>, after Duchi and others, 2011).</summary>
public class Adagrad : OptimizerHelper
{
    private readonly StepBatch<State> _batch = new() { TakesSparse = true };

    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="lr_decay">How fast the learning rate shrinks with the steps.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="initial_accumulator_value">What the sums of squares start from.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Adagrad(IEnumerable<Parameter> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
        double initial_accumulator_value = 0, double eps = 1e-10, bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, lr_decay, weight_decay, initial_accumulator_value, eps, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="lr_decay">How fast the learning rate shrinks with the steps.</param>
    /// <param name="weight_decay">Factor of the L2 penalty.</param>
    /// <param name="initial_accumulator_value">What the sums of squares start from.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 0.01, double lr_decay = 0, double weight_decay = 0,
        double initial_accumulator_value = 0, double eps = 1e-10, bool maximize = false)
        : base(new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay,
            initial_accumulator_value = initial_accumulator_value, eps = eps, maximize = maximize })
    {
        OptimizerChecks.NotNegative(lr_decay, nameof(lr_decay));
        OptimizerChecks.NotNegative(weight_decay, nameof(weight_decay));
        OptimizerChecks.NotNegative(initial_accumulator_value, nameof(initial_accumulator_value));
        OptimizerChecks.NotNegative(eps, nameof(eps));
        AddGroups(parameters);
    }

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(Update, closure);

    /// <inheritdoc/>
    /// <remarks>Every parameter has a state, stepped or not: Python's Adagrad makes them when it is made, and cannot step without.</remarks>
    public override StateDictionary state_dict()
    {
        using var guard = no_grad();
        foreach (var group in _parameter_groups)
        {
            foreach (var parameter in group.Parameters.Where(parameter => parameter is not IUninitialized { is_uninitialized: true }))
            {
                StateOf(parameter, group.Options);
            }
        }

        return base.state_dict();
    }

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
        var (lr, shrink, eps) = (group.LearningRate, options.lr_decay ?? 0, options.eps!.Value);
        var parameters = _batch.Parameters;
        var gradients = _batch.Gradients;
        var sums = _batch.Select(state => state.sum!);
        var rates = _batch.Numbers(state => -lr / (1 + ((state.step - 1) * shrink)));
        if (!_batch.HasSparse)
        {
            Descend(parameters, gradients, sums, rates, eps);
            return;
        }
        for (var index = 0; index < parameters.Length; index++)
        {
            if (gradients[index].is_sparse)
            {
                DescendWhereGiven(parameters[index], gradients[index], sums[index], rates[index], eps);
            }
            else
            {
                Descend(parameters.Slice(index, 1), gradients.Slice(index, 1), sums.Slice(index, 1), rates.Slice(index, 1), eps);
            }
        }
    }

    private static void Descend(ReadOnlySpan<Tensor> parameters, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> sums,
        ReadOnlySpan<Scalar> rates, double eps)
    {
        ops.aten._foreach_addcmul__Scalar(sums, gradients, gradients, 1);
        var denominators = ops.aten._foreach_sqrt(sums);
        ops.aten._foreach_add__Scalar(denominators, eps);
        ops.aten._foreach_addcdiv__ScalarList(parameters, gradients, denominators, rates);
    }

    private static void DescendWhereGiven(Tensor parameter, Tensor gradient, Tensor sum, Scalar rate, double eps)
    {
        var entries = new SparseEntries(gradient);
        entries.AddTo(sum, ops.aten.square(entries.Values));
        var denominators = ops.aten.sqrt(entries.Of(sum));
        ops.aten.add__Scalar(denominators, eps);
        entries.AddTo(parameter, ops.aten.mul_Scalar(ops.aten.div_Tensor(entries.Values, denominators), rate));
    }

    /// <summary>The options of a group.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How fast the learning rate shrinks with the steps.</summary>
        public double? lr_decay;

        /// <summary>Factor of the L2 penalty.</summary>
        public double? weight_decay;

        /// <summary>What the sums of squares start from.</summary>
        public double? initial_accumulator_value;

        /// <summary>Added to the denominator for stability.</summary>
        public double? eps;

        /// <summary>Whether to climb instead of to descend.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Number("lr_decay", ref lr_decay);
            visitor.Number("weight_decay", ref weight_decay);
            visitor.Number("initial_accumulator_value", ref initial_accumulator_value);
            visitor.Number("eps", ref eps);
            visitor.Constant("foreach", null);
            visitor.Flag("maximize", ref maximize);
        }
    }

    /// <summary>What is kept for a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : OptimizerState(parameter)
    {
        /// <summary>Steps taken.</summary>
        public long step;

        /// <summary>Sum of the squared gradients.</summary>
        public Tensor? sum;

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            sum = FilledLikeParameter(((Options)options).initial_accumulator_value ?? 0);
        }

        /// <inheritdoc/>
        public override void Describe(IStateVisitor visitor)
        {
            visitor.Step("step", ref step, asTensor: true);
            visitor.Tensor("sum", ref sum);
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
        /// <param name="lr_decay">How fast the learning rate shrinks with the steps.</param>
        /// <param name="weight_decay">Factor of the L2 penalty.</param>
        /// <param name="initial_accumulator_value">What the sums of squares start from.</param>
        /// <param name="eps">Added to the denominator for stability.</param>
        /// <param name="maximize">Whether to climb instead of to descend.</param>
        // Without any option the other constructor is meant, whose options are the optimizer's.
        [OverloadResolutionPriority(-1)]
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
            double initial_accumulator_value = 0, double eps = 1e-10, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, lr_decay = lr_decay, weight_decay = weight_decay,
                initial_accumulator_value = initial_accumulator_value, eps = eps, maximize = maximize })
        {
        }
    }
}
