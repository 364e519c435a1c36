using TorchSharp.Modules;

namespace Lightning;

/// <summary>The base of callbacks that begin with parts of the module frozen and thaw them by and by.</summary>
/// <remarks>
/// Parameter groups that were added, and what was thawed, are part of checkpoints: a run that goes on trains what the broken one trained.
/// Python: <c>lightning.pytorch.callbacks.BaseFinetuning</c>.
/// </remarks>
public abstract partial class BaseFinetuning : Callback
{
    private const string Groups = "internal_optimizer_metadata";
    private IReadOnlyDictionary<string, object?>? _restored;
    private LightningModule? _module;
    private IReadOnlyList<torch.optim.Optimizer> _optimizers = [];

    /// <summary>Freezes what training begins without; called before <c>configure_optimizers</c>.</summary>
    /// <param name="pl_module">The module.</param>
    public abstract void freeze_before_training(LightningModule pl_module);

    /// <summary>Thaws what is due; called at the beginning of each epoch for each optimizer.</summary>
    /// <param name="pl_module">The module.</param>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="optimizer">The optimizer, which takes new parameters by <see cref="unfreeze_and_add_param_group"/>.</param>
    public abstract void finetune_function(LightningModule pl_module, int epoch, torch.optim.Optimizer optimizer);

    /// <inheritdoc/>
    public override Dictionary<string, object?> state_dict()
    {
        if (_module is null)
        {
            return [];
        }

        var names = ParameterNames(_module).ToDictionary(entry => entry.Value, entry => entry.Key, (IEqualityComparer<Parameter>)ReferenceEqualityComparer.Instance);
        return new()
        {
            [Groups] = _optimizers.Select(optimizer => (object?)optimizer.param_groups
                .Select(group => (object?)group.Parameters.Select(parameter => (object?)names.GetValueOrDefault(parameter)).ToList()).ToList()).ToList(),
            ["trainable"] = ParameterNames(_module).Where(entry => entry.Value.requires_grad).Select(entry => (object?)entry.Key).ToList(),
            ["tracking"] = Norms(_module).Where(entry => entry.Norm.track_running_stats).Select(entry => (object?)entry.Name).ToList(),
        };
    }

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict) => _restored = state_dict;

    /// <inheritdoc/>
    public override void setup(Trainer trainer, LightningModule pl_module, string stage)
    {
        if (stage == "fit")
        {
            _restored = null;
            freeze_before_training(pl_module);
        }
    }

    /// <inheritdoc/>
    public override void on_fit_start(Trainer trainer, LightningModule pl_module)
    {
        _module = pl_module;
        _optimizers = trainer.optimizers;
        if (_restored is { } state)
        {
            _restored = null;
            Restore(state);
        }
    }

    /// <inheritdoc/>
    public override void on_train_epoch_start(Trainer trainer, LightningModule pl_module)
    {
        foreach (var optimizer in trainer.optimizers)
        {
            finetune_function(pl_module, trainer.current_epoch, optimizer);
        }
    }

    // Behind this the Trainer hands the saved states to the optimizers, which have to have the groups by then.
    private void Restore(IReadOnlyDictionary<string, object?> state)
    {
        var parameters = ParameterNames(_module!);
        var trainable = Names(state["trainable"]).ToHashSet();
        foreach (var (name, parameter) in parameters)
        {
            parameter.requires_grad = trainable.Contains(name);
        }

        var tracking = Names(state["tracking"]).ToHashSet();
        foreach (var (name, norm) in Norms(_module!))
        {
            norm.track_running_stats = tracking.Contains(name);
        }

        foreach (var (optimizer, saved) in _optimizers.Zip((IReadOnlyList<object?>)state[Groups]!))
        {
            var present = optimizer.param_groups.Count;
            foreach (var group in ((IReadOnlyList<object?>)saved!).Skip(present))
            {
                // Their options follow with the optimizer's state.
                optimizer.add_param_group(Names(group).Select(name => parameters.GetValueOrDefault(name)
                    ?? throw new MisconfigurationException($"The checkpoint's optimizer trains \"{name}\", which the module does not have.")).ToList());
            }
        }
    }

    private static IEnumerable<string> Names(object? list) => ((IReadOnlyList<object?>)list!).OfType<string>();

    private static Dictionary<string, Parameter> ParameterNames(torch.nn.Module module) =>
        module.named_parameters().ToDictionary(entry => entry.Item1, entry => entry.Item2);

    private static IEnumerable<(string Name, BatchNorm Norm)> Norms(torch.nn.Module module) =>
        module.named_modules().Where(entry => entry.module is BatchNorm).Select(entry => (entry.name, (BatchNorm)entry.module));
}
