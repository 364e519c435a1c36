using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the optimizers written here share: groups, state by parameter, state dictionaries, and the frame of a step.</summary>
/// <remarks>
/// State is kept by the parameter object, so it survives <c>module.to(device)</c>; it is made at a parameter's first update, as in Python. An
/// optimizer
/// is used by one thread at a time.
/// </remarks>
public abstract partial class OptimizerHelper : optim.Optimizer
{
    /// <summary>The options that groups take where they leave them open.</summary>
    protected OptimizerOptions _defaults;

    private readonly Dictionary<Parameter, OptimizerState> _state = new(ReferenceEqualityComparer.Instance);

    /// <summary>Creates an optimizer without groups.</summary>
    /// <param name="defaults">The options that groups take where they leave them open.</param>
    protected OptimizerHelper(OptimizerOptions defaults)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        _defaults = defaults;
        if (defaults.LearningRate is not >= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(defaults), defaults.LearningRate, "The learning rate has to be zero or more.");
        }
    }

    /// <summary>Creates the state of a parameter at its first update.</summary>
    /// <param name="parameter">The parameter.</param>
    protected abstract OptimizerState CreateState(Parameter parameter);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The group is empty, or a parameter is no leaf or is in a group already.</exception>
    public override void add_param_group(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        var known = new HashSet<Parameter>(parameters(), ReferenceEqualityComparer.Instance);
        foreach (var parameter in param_group.Items)
        {
            if (!parameter.is_leaf)
            {
                throw new ArgumentException("A parameter is the result of an operation; only leaf tensors can be optimized.", nameof(param_group));
            }
            if (!known.Add(parameter))
            {
                throw new ArgumentException("A parameter appears in more than one parameter group, or twice in one.", nameof(param_group));
            }
        }
        param_group.Options.TakeDefaults(_defaults);
        base.add_param_group(param_group);
    }

    /// <inheritdoc/>
    public override void add_param_group(IEnumerable<Parameter> parameters, double? lr = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var options = _defaults.Copy();
        options.LearningRate = lr ?? options.LearningRate;
        add_param_group(_parameter_groups[0].Like(parameters, options));
    }

    /// <summary>Moves the state's tensors, for instance behind a module that was moved.</summary>
    /// <param name="device">Where to.</param>
    public void to(Device device)
    {
        foreach (var state in _state.Values)
        {
            state.to(device);
        }
    }

    /// <summary>Adds the groups that an optimizer is created with.</summary>
    /// <param name="groups">The groups.</param>
    /// <exception cref="ArgumentException">There are none, or they hold no parameter.</exception>
    protected void AddGroups(IEnumerable<ParamGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        foreach (var group in groups)
        {
            add_param_group(group);
        }
        if (!parameters().Any())
        {
            throw new ArgumentException(
                $"{GetType().Name} got an empty list of parameters. Has every one been frozen or left out, or are the module's components not registered (RegisterComponents)?",
                nameof(groups));
        }
    }

    /// <summary>Runs one step: the closure with gradients, then <paramref name="body"/> for each group without.</summary>
    /// <typeparam name="T">The optimizer's kind of group.</typeparam>
    /// <param name="body">Updates one group. Tensors that it makes are disposed afterwards, unless detached from their scope.</param>
    /// <param name="loss_closure">Computes the loss anew.</param>
    /// <returns>What the closure returned.</returns>
    protected Tensor? _step<T>(Action<T> body, Func<Tensor>? loss_closure = null)
        where T : ParamGroup
    {
        ArgumentNullException.ThrowIfNull(body);
        Tensor? loss = null;
        if (loss_closure is not null)
        {
            using var grad = enable_grad();
            loss = loss_closure();
        }
        using var noGrad = no_grad();
        using var scope = NewDisposeScope();
        foreach (var group in _parameter_groups)
        {
            body((T)group);
        }
        StepsTaken++;
        return loss;
    }

    /// <summary>The state of a parameter, made now if there is none.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="options">The options of its group.</param>
    internal OptimizerState StateOf(Parameter parameter, OptimizerOptions options)
    {
        if (!_state.TryGetValue(parameter, out var state))
        {
            state = CreateState(parameter);
            state.Initialize(options);
            _state.Add(parameter, state);
        }
        return state;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        foreach (var state in _state.Values)
        {
            state.Dispose();
        }
        _state.Clear();
        base.Dispose(disposing);
    }
}
