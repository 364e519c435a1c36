using TorchSharp.Modules;

namespace Lightning;

// What a finetuning schedule is made of.
public abstract partial class BaseFinetuning
{
    /// <summary>The modules that have parameters or buffers of their own, below and with the ones given.</summary>
    public static IReadOnlyList<torch.nn.Module> flatten_modules(params IEnumerable<torch.nn.Module> modules) =>
        [.. modules.SelectMany(module => module.modules())
            .Where(module => !module.children().Any() || module.parameters(recurse: false).Any() || module.buffers(recurse: false).Any()).Distinct()];

    /// <summary>The parameters of modules that do, or do not, get gradients.</summary>
    /// <param name="modules">The modules.</param>
    /// <param name="train_bn">Whether those of batch normalization count too; default true.</param>
    /// <param name="requires_grad">Those that get gradients (the default), or those that do not.</param>
    public static IEnumerable<Parameter> filter_params(IEnumerable<torch.nn.Module> modules, bool train_bn = true, bool requires_grad = true) =>
        flatten_modules(modules).Where(module => train_bn || module is not BatchNorm)
            .SelectMany(module => module.parameters(recurse: false)).Where(parameter => parameter.requires_grad == requires_grad);

    /// <summary>Lets the parameters of modules get gradients, and their batch normalization keep statistics.</summary>
    public static void make_trainable(params IEnumerable<torch.nn.Module> modules) => Set(flatten_modules(modules), trainable: true);

    /// <summary>Takes the gradients from the parameters of modules.</summary>
    /// <param name="modules">The modules.</param>
    /// <param name="train_bn">Whether batch normalization goes on being trained; default true.</param>
    public static void freeze(IEnumerable<torch.nn.Module> modules, bool train_bn = true)
    {
        var flat = flatten_modules(modules);
        Set(flat.Where(module => train_bn && module is BatchNorm), trainable: true);
        Set(flat.Where(module => !(train_bn && module is BatchNorm)), trainable: false);
    }

    /// <inheritdoc cref="freeze(IEnumerable{torch.nn.Module}, bool)"/>
    /// <param name="module">The module.</param>
    /// <param name="train_bn">Whether batch normalization goes on being trained; default true.</param>
    public static void freeze(torch.nn.Module module, bool train_bn = true) => freeze([module], train_bn);

    /// <summary>Thaws modules and gives those of their parameters to the optimizer that it does not have, as a group.</summary>
    /// <param name="modules">The modules.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="lr">The group's learning rate; null takes that of the first group divided by <paramref name="initial_denom_lr"/>.</param>
    /// <param name="initial_denom_lr">See <paramref name="lr"/>; default 10.</param>
    /// <param name="train_bn">Whether the parameters of batch normalization belong to the group; default true.</param>
    public static void unfreeze_and_add_param_group(
        IEnumerable<torch.nn.Module> modules, torch.optim.Optimizer optimizer, double? lr = null, double initial_denom_lr = 10.0, bool train_bn = true)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        var thawed = modules.ToList();
        make_trainable(thawed);
        var rate = lr ?? (optimizer.param_groups[0].LearningRate / initial_denom_lr);
        var known = new HashSet<Parameter>(optimizer.parameters(), (IEqualityComparer<Parameter>)ReferenceEqualityComparer.Instance);
        var fresh = filter_params(thawed, train_bn).Where(parameter => known.Add(parameter)).ToList();
        if (fresh.Count > 0)
        {
            optimizer.add_param_group(fresh, rate);
        }
    }

    private static void Set(IEnumerable<torch.nn.Module> modules, bool trainable)
    {
        foreach (var module in modules)
        {
            if (module is BatchNorm norm)
            {
                norm.track_running_stats = trainable;
            }

            foreach (var parameter in module.parameters(recurse: false))
            {
                parameter.requires_grad = trainable;
            }
        }
    }
}
