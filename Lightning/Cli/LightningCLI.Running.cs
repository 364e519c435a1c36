using Lightning.Cli;

namespace Lightning;

// From the configuration to objects, and the run.
public abstract partial class LightningCLI
{
    private string? _monitor;

    private void Instantiate()
    {
        // Whoever gives something to the other comes first.
        var modelFirst = _parser.Links.Any(link => link.OnInstantiate && link.Sources[0] == ModelKey);
        foreach (var key in modelFirst ? (string[])[ModelKey, DataKey] : [DataKey, ModelKey])
        {
            if (_parser.Root.Find(key) is { } member)
            {
                FollowObjects(key);
                var made = Make(member);
                _made[key] = made;
                if (key == ModelKey)
                {
                    _model = (LightningModule)made!;
                }
                else
                {
                    datamodule = (LightningDataModule)made!;
                }
            }
        }

        KeepHyperParameters(model);

        // The others hold classes that code has added, or plain values.
        foreach (var member in _parser.Root.Members.Where(member => !_made.ContainsKey(member.Name) && member.Name is not (TrainerKey or OptimizerKey or SchedulerKey or SeedKey)))
        {
            FollowObjects(member.Name);
            _made[member.Name] = Make(member);
        }

        FollowObjects(TrainerKey);
        _made[TrainerKey] = _trainer = instantiate_trainer();
        UseOptimizer();
    }

    private object? Make(Member member) => member.Kind is GroupKind
        ? _parser.Classes.Entry(member.Kind) is var entry ? entry.Create(entry.Build((Dictionary<string, object?>)_config[member.Name]!)) : null
        : member.Kind.Build(_config[member.Name]);

    private void FollowObjects(string owner)
    {
        foreach (var link in _parser.Links.Where(link => link.OnInstantiate && link.Target.StartsWith(owner + ".", StringComparison.Ordinal)))
        {
            if (!_made.TryGetValue(link.Sources[0], out var source))
            {
                throw new MisconfigurationException($"link_arguments: {link.Target} follows from the object {link.Sources[0]}, which is not made before it.");
            }

            _parser.Follow(link, [source], _config);
        }
    }

    private Trainer MakeTrainer(IEnumerable<Callback> further)
    {
        var settings = (Dictionary<string, object?>)_config[TrainerKey]!;
        var arguments = _trainerClass.Build(settings);
        var callbacks = _trainerDefaults.Into(settings, arguments).Concat(further);
        var index = _trainerClass.Arguments.Find("callbacks")!.Index;
        arguments[index] = (Callback[])[.. (IEnumerable<Callback>?)arguments[index] ?? [], .. callbacks];
        return (Trainer)_trainerClass.Create(arguments);
    }

    private IEnumerable<Callback> FurtherCallbacks()
    {
        foreach (var key in _parser.CallbackKeys)
        {
            yield return (Callback)_made[key]!;
        }

        if (_settings.SavesConfig)
        {
            yield return new SaveConfigCallback(dump(), _settings.SaveConfig);
        }
    }

    private void KeepHyperParameters(LightningModule made)
    {
        // A module that keeps its own knows better.
        if (made.hparams.Count == 0 && Given(ModelKey) is { Count: > 0 } given)
        {
            made.save_hyperparameters(given);
        }

        if (datamodule is { hparams.Count: 0 } data && Given(DataKey) is { Count: > 0 } about)
        {
            data.save_hyperparameters(about);
        }
    }

    private Dictionary<string, object?>? Given(string key) => _config.GetValueOrDefault(key) is Dictionary<string, object?> values
        ? values.TryGetValue("init_args", out var arguments) && values.ContainsKey("class_path") ? arguments as Dictionary<string, object?> : values
        : null;

    private void UseOptimizer()
    {
        if (_config.GetValueOrDefault(OptimizerKey) is not Dictionary<string, object?> optimizer)
        {
            if (_config.GetValueOrDefault(SchedulerKey) is not null)
            {
                throw new CommandLineException("--lr_scheduler leads an optimizer, and none was given. Give --optimizer too.");
            }

            return;
        }

        if (model.FindOverrides().HasFlag(ModuleOverrides.ConfigureOptimizers))
        {
            L.rank_zero_warn($"{model.GetType().Name}.configure_optimizers is not called: --optimizer takes its place.");
        }

        model.OptimizersFromOutside = () =>
        {
            var made = (torch.optim.Optimizer)MakeFrom(OptimizerKey, optimizer, model.parameters());
            return configure_optimizers(model, made, _config.GetValueOrDefault(SchedulerKey) is Dictionary<string, object?> scheduler
                ? (torch.optim.lr_scheduler.LRScheduler)MakeFrom(SchedulerKey, scheduler, made)
                : null);
        };
    }

    private object MakeFrom(string key, Dictionary<string, object?> plain, object first)
    {
        var (entry, arguments) = ((ClassKind)((NullableKind)_parser.Root.Find(key)!.Kind).Inner).Resolve(plain);
        _monitor = entry.Name == OptimizerClasses.Plateau ? (string?)arguments[OptimizerClasses.Monitor] : null;
        return entry.Create(entry.Build(arguments, first));
    }

    private void RunSubcommand()
    {
        var checkpoint = (string?)_config.GetValueOrDefault("ckpt_path");
        switch (subcommand)
        {
            case "fit":
                before_fit();
                trainer.fit(model, datamodule: datamodule, ckpt_path: checkpoint);
                after_fit();
                break;
            case "validate":
                before_validate();
                results = trainer.validate(model, datamodule: datamodule, ckpt_path: checkpoint, verbose: (bool)_config["verbose"]!);
                after_validate();
                break;
            case "test":
                before_test();
                results = trainer.test(model, datamodule: datamodule, ckpt_path: checkpoint, verbose: (bool)_config["verbose"]!);
                after_test();
                break;
            case "predict":
                before_predict();
                predictions = trainer.predict(model, datamodule: datamodule, return_predictions: (bool)_config["return_predictions"]!, ckpt_path: checkpoint);
                after_predict();
                break;
        }
    }
}
