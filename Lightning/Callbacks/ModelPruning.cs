using static TorchSharp.torch.nn.utils.prune;

namespace Lightning;

/// <summary>Prunes parameters at the end of epochs, by <c>torch.nn.utils.prune</c>; what is pruned stays out from then on.</summary>
/// <remarks>
/// Checkpoints hold the weights as they are computed with, under their usual names, so that the module loads them without pruning; masks and the values
/// behind them are this callback's state, and a run that goes on is the unbroken one. Python: <c>lightning.pytorch.callbacks.ModelPruning</c>, without
/// <c>resample_parameters</c>.
/// </remarks>
public sealed partial class ModelPruning : Callback
{
    private readonly Func<PruningAmount, BasePruningMethod> _method;
    private readonly IReadOnlyList<(torch.nn.Module Module, string Name)>? _given;
    private readonly IReadOnlyList<string> _names;
    private readonly bool _together;
    private readonly Func<int, PruningAmount> _amount;
    private readonly Func<int, bool> _applies;
    private readonly Func<int, bool> _rewinds;
    private readonly bool _permanent;
    private readonly bool _onTrainEpochEnd;
    private readonly bool _random;
    private readonly int _verbose;
    private readonly Dictionary<string, Tensor> _initial = [];
    private IReadOnlyList<(torch.nn.Module Module, string Name)> _parameters = [];
    private IReadOnlyDictionary<string, object?>? _restored;
    private LightningModule? _pruned;

    /// <summary>Makes the callback.</summary>
    /// <param name="pruning_fn">"l1_unstructured", "random_unstructured", "ln_structured" or "random_structured".</param>
    /// <param name="parameters_to_prune">Modules and the names of their parameters; null takes every module that has one of <paramref name="parameter_names"/>.</param>
    /// <param name="parameter_names">Names of parameters; null for <c>weight</c> and <c>bias</c>.</param>
    /// <param name="use_global_unstructured">Whether entries are chosen among all parameters together (the default), or in each.</param>
    /// <param name="amount">How many entries (an integer) or which share (a fraction) of what is left goes each time; null for 0.5.</param>
    /// <param name="amount_by_epoch">The same from the number of the epoch; not together with <paramref name="amount"/>.</param>
    /// <param name="apply_pruning">In which epochs to prune; null for all.</param>
    /// <param name="make_pruning_permanent">Whether training ends with ordinary parameters, zeros in the place of what was pruned; default true.</param>
    /// <param name="use_lottery_ticket_hypothesis">Whether what is left goes back to where training began, in which epochs; null for all.</param>
    /// <param name="pruning_dim">Of the structured methods: the dimension of the channels.</param>
    /// <param name="pruning_norm">Of "ln_structured": the power of the norm.</param>
    /// <param name="verbose">1 says how much is pruned in all, 2 of each parameter too.</param>
    /// <param name="prune_on_train_epoch_end">At the end of the training epoch (the default) rather than of validation.</param>
    /// <exception cref="MisconfigurationException">The settings contradict each other.</exception>
    public ModelPruning(
        string pruning_fn,
        IEnumerable<(torch.nn.Module module, string name)>? parameters_to_prune = null,
        IEnumerable<string>? parameter_names = null,
        bool use_global_unstructured = true,
        PruningAmount? amount = null,
        Func<int, PruningAmount>? amount_by_epoch = null,
        Func<int, bool>? apply_pruning = null,
        bool make_pruning_permanent = true,
        Func<int, bool>? use_lottery_ticket_hypothesis = null,
        long? pruning_dim = null,
        double? pruning_norm = null,
        int verbose = 0,
        bool prune_on_train_epoch_end = true)
    {
        if (amount is not null && amount_by_epoch is not null)
        {
            throw new MisconfigurationException("ModelPruning: amount and amount_by_epoch exclude each other. Pass one of them.");
        }

        _method = Method(pruning_fn, use_global_unstructured, pruning_dim, pruning_norm);
        _random = pruning_fn.StartsWith("random", StringComparison.Ordinal);
        _given = parameters_to_prune?.Select(entry => (entry.module, entry.name)).ToList();
        _names = parameter_names?.ToList() ?? ["weight", "bias"];
        _together = use_global_unstructured;
        var fixedAmount = amount ?? 0.5;
        _amount = amount_by_epoch ?? (_ => fixedAmount);
        _applies = apply_pruning ?? (_ => true);
        _rewinds = use_lottery_ticket_hypothesis ?? (_ => true);
        _permanent = make_pruning_permanent;
        _verbose = verbose;
        _onTrainEpochEnd = prune_on_train_epoch_end;
    }

    /// <inheritdoc/>
    public override void setup(Trainer trainer, LightningModule pl_module, string stage)
    {
        if (stage != "fit")
        {
            return;
        }

        if (_random && trainer.world_size > 1)
        {
            throw new MisconfigurationException("ModelPruning at random would prune otherwise in each process. Use l1_unstructured or ln_structured, or one process.");
        }

        Forget();
        _parameters = _given ?? [.. _names.SelectMany(name => pl_module.modules()
            .Where(module => module.named_parameters(recurse: false).Any(entry => entry.name == name)).Select(module => (module, name)))];
        if (_parameters.Count == 0)
        {
            throw new MisconfigurationException($"ModelPruning found no parameter named {string.Join(" or ", _names)} to prune. Pass parameters_to_prune or parameter_names.");
        }
    }

    /// <inheritdoc/>
    public override void on_fit_start(Trainer trainer, LightningModule pl_module)
    {
        _pruned = pl_module;
        if (_restored is { } state)
        {
            _restored = null;
            Restore(state);
        }
        else
        {
            foreach (var entry in _parameters)
            {
                _initial[FullName(entry)] = entry.Module.get_parameter(entry.Name)!.detach().clone().DetachFromDisposeScope();
            }
        }
    }

    /// <inheritdoc/>
    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        if (_onTrainEpochEnd)
        {
            Prune(trainer.current_epoch);
        }
    }

    /// <inheritdoc/>
    public override void on_validation_epoch_end(Trainer trainer, LightningModule pl_module)
    {
        if (!_onTrainEpochEnd && !trainer.sanity_checking && trainer.stage == TrainerStage.Fit)
        {
            Prune(trainer.current_epoch);
        }
    }

    /// <inheritdoc/>
    public override void on_train_end(Trainer trainer, LightningModule pl_module)
    {
        if (_permanent)
        {
            foreach (var (module, name) in _parameters.Where(IsPruned))
            {
                remove(module, name);
            }
        }
    }

    /// <inheritdoc/>
    public override void teardown(Trainer trainer, LightningModule pl_module, string stage)
    {
        if (stage == "fit")
        {
            Forget();
        }
    }

    private static Func<PruningAmount, BasePruningMethod> Method(string name, bool together, long? dim, double? norm)
    {
        var structured = name is "ln_structured" or "random_structured";
        if (structured && together)
        {
            throw new MisconfigurationException($"ModelPruning(\"{name}\") takes out whole channels, which cannot be chosen among all parameters together. Pass use_global_unstructured: false.");
        }

        if (structured && dim is null)
        {
            throw new MisconfigurationException($"ModelPruning(\"{name}\") needs pruning_dim, the dimension of the channels.");
        }

        return name switch
        {
            "l1_unstructured" => amount => new L1Unstructured(amount),
            "random_unstructured" => amount => new RandomUnstructured(amount),
            "random_structured" => amount => new RandomStructured(amount, dim!.Value),
            "ln_structured" when norm is { } power => amount => new LnStructured(amount, power, dim!.Value),
            "ln_structured" => throw new MisconfigurationException("ModelPruning(\"ln_structured\") needs pruning_norm, the power of the norm."),
            _ => throw new MisconfigurationException(
                $"ModelPruning(\"{name}\") is unknown; use \"l1_unstructured\", \"random_unstructured\", \"ln_structured\" or \"random_structured\"."),
        };
    }
}
