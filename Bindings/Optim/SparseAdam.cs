using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Adam for sparse gradients, as an embedding with <c>sparse: true</c> has them (Python's <c>torch.optim.SparseAdam</c>): averages and parameters
/// change only where the gradient has entries.
/// </summary>
public class SparseAdam : AdaptiveOptimizer<SparseAdam.State>
{
    /// <summary>Creates the optimizer for one group of parameters.</summary>
    /// <param name="parameters">What to optimize: dense tensors whose gradients are sparse.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running average of its square.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public SparseAdam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        bool maximize = false)
        : this((IEnumerable<ParamGroup>)[new ParamGroup(parameters)], lr, beta1, beta2, eps, maximize)
    {
    }

    /// <summary>Creates the optimizer for several groups; options that a group leaves open are these.</summary>
    /// <param name="parameters">The groups.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="beta1">Factor of the running average of the gradient.</param>
    /// <param name="beta2">Factor of the running average of its square.</param>
    /// <param name="eps">Added to the denominator for stability.</param>
    /// <param name="maximize">Whether to climb instead of to descend.</param>
    public SparseAdam(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        bool maximize = false)
        : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = 0, maximize = maximize },
            sparse: true)
    {
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A parameter is sparse itself.</exception>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        if (param_group.Parameters.Any(parameter => parameter.is_sparse))
        {
            throw new ArgumentException("SparseAdam optimizes dense parameters; only their gradients are sparse.", nameof(param_group));
        }
        base.add_param_group(param_group);
    }

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    private protected override void Descend(StepBatch<State> batch, double lr, AdaptiveOptions options)
    {
        double beta1 = options.beta1!.Value, beta2 = options.beta2!.Value;
        var states = batch.States;
        for (var index = 0; index < states.Length; index++)
        {
            if (!batch.Gradients[index].is_sparse)
            {
                throw new InvalidOperationException("SparseAdam takes sparse gradients only: use Adam for parameters whose gradients are dense.");
            }
            var entries = new SparseEntries(batch.Gradients[index]);
            var direction = Average(entries, states[index].exp_avg!, entries.Values, beta1);
            var denominator = Average(entries, states[index].exp_avg_sq!, ops.aten.square(entries.Values), beta2);
            ops.aten.sqrt_(denominator);
            ops.aten.add__Scalar(denominator, options.eps!.Value);
            var size = lr * Math.Sqrt(1 - Math.Pow(beta2, states[index].step)) / (1 - Math.Pow(beta1, states[index].step));
            entries.AddTo(batch.Parameters[index], ops.aten.mul_Scalar(ops.aten.div_Tensor(direction, denominator), -size));
        }
    }

    /// <summary>Moves a running average on at the entries' places, and gives what it is there now.</summary>
    private static Tensor Average(SparseEntries entries, Tensor average, Tensor values, double factor)
    {
        var before = entries.Of(average);
        var change = ops.aten.mul_Scalar(ops.aten.sub_Tensor(values, before), 1 - factor);
        entries.AddTo(average, change);
        return ops.aten.add_Tensor(change, before);
    }

    /// <summary>The options of a group. A weight decay would change every element: other values than 0 are an error at the next step.</summary>
    public class Options : AdaptiveOptions
    {
    }

    /// <summary>What is kept for a parameter; dense.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : MomentState(parameter)
    {
        private protected override bool CountsInTensor => false;
    }

    /// <summary>A group of parameters with options of its own.</summary>
    public class ParamGroup : AdaptiveGroup<Options>
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
    }
}
