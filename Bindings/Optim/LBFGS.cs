using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The Broyden-Fletcher-Goldfarb-Shanno method with limited memory (Python's <c>torch.optim.LBFGS</c>, after Nocedal, 1980). One step takes
/// several iterations and evaluates the closure anew for each. It has one parameter group.
/// </summary>
public partial class LBFGS : OptimizerHelper, optim.ILearningRateController
{
    /// <summary>Creates the optimizer.</summary>
    /// <param name="parameters">What to optimize.</param>
    /// <param name="lr">Length of a step in Newton's direction.</param>
    /// <param name="max_iter">Iterations of one step at most.</param>
    /// <param name="max_eval">Evaluations of one step at most; null for 1.25 times the iterations.</param>
    /// <param name="tolerance_grad">A gradient no larger than this is zero.</param>
    /// <param name="tolerance_change">A change of parameters or loss no larger than this is the end.</param>
    /// <param name="history_size">How many updates of the curvature are kept.</param>
    /// <param name="line_search_fn"><c>strong_wolfe</c>, or null for steps of fixed length.</param>
    /// <exception cref="ArgumentException">An unknown line search, no parameter, or a negative number.</exception>
    public LBFGS(IEnumerable<Parameter> parameters, double lr = 1, long max_iter = 20, long? max_eval = null, double tolerance_grad = 1e-7,
        double tolerance_change = 1e-9, long history_size = 100, string? line_search_fn = null)
        : base(new Options
        {
            LearningRate = lr, max_iter = max_iter, max_eval = max_eval ?? (max_iter * 5 / 4), tolerance_grad = tolerance_grad,
            tolerance_change = tolerance_change, history_size = history_size, line_search_fn = line_search_fn,
        })
    {
        ArgumentOutOfRangeException.ThrowIfNegative(max_iter);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(history_size);
        AddGroups([new ParamGroup(parameters)]);
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => _parameter_groups[0].LearningRate;
        set => _parameter_groups[0].LearningRate = value;
    }

    /// <inheritdoc/>
    public double InitialLearningRate
    {
        get => _parameter_groups[0].InitialLearningRate;
        set => _parameter_groups[0].InitialLearningRate = value;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">There is a group already.</exception>
    public override void add_param_group(Modules.ParamGroup param_group)
    {
        if (_parameter_groups.Count > 0)
        {
            throw new InvalidOperationException("LBFGS has one parameter group: its curvature is that of all parameters together.");
        }
        base.add_param_group(param_group);
    }

    /// <inheritdoc/>
    /// <remarks>The closure is called several times; it clears the gradients, computes the loss and calls <c>backward</c>.</remarks>
    /// <returns>The loss at the start.</returns>
    /// <exception cref="ArgumentNullException">There is no closure.</exception>
    public override Tensor? step(Func<Tensor>? closure = null)
    {
        ArgumentNullException.ThrowIfNull(closure);
        Tensor first;
        using (enable_grad())
        {
            first = closure();
        }
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        var group = (ParamGroup)_parameter_groups[0];
        using (var run = new LBFGSRun([.. group.Items], group.Options, (State)StateOf(group.Items[0], group.Options), closure))
        {
            run.Go(first);
        }
        StepsTaken++;
        return first;
    }

    /// <inheritdoc/>
    protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

    /// <summary>The options.</summary>
    public class Options : OptimizerOptions
    {
        private string? _lineSearch;

        /// <summary>Iterations of one step at most.</summary>
        public long? max_iter;

        /// <summary>Evaluations of one step at most.</summary>
        public long? max_eval;

        /// <summary>A gradient no larger than this is zero.</summary>
        public double? tolerance_grad;

        /// <summary>A change no larger than this is the end.</summary>
        public double? tolerance_change;

        /// <summary>How many updates of the curvature are kept.</summary>
        public long? history_size;

        /// <summary>The line search: <c>strong_wolfe</c>, or null for steps of fixed length.</summary>
        /// <exception cref="ArgumentException">Another name.</exception>
        public string? line_search_fn
        {
            get => _lineSearch;
            set => _lineSearch = value is null or "strong_wolfe" ? value
                : throw new ArgumentException($"The line search is \"strong_wolfe\" or null, not \"{value}\".", nameof(value));
        }

        /// <inheritdoc/>
        public override void Describe(IOptionVisitor visitor)
        {
            base.Describe(visitor);
            visitor.Whole("max_iter", ref max_iter);
            visitor.Whole("max_eval", ref max_eval);
            visitor.Number("tolerance_grad", ref tolerance_grad);
            visitor.Number("tolerance_change", ref tolerance_change);
            visitor.Whole("history_size", ref history_size);
            var search = _lineSearch;
            visitor.Text("line_search_fn", ref search);
            line_search_fn = search;
        }
    }

    /// <summary>The group of parameters.</summary>
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
    }
}
