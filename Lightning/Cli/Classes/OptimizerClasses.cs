using System.Reflection;
using TorchSharp.Modules;

namespace Lightning.Cli;

/// <summary>The optimizers and schedulers that a command line may name: torch.optim's functions, by a closed list of names.</summary>
internal static class OptimizerClasses
{
    private static readonly string[] Optimizers =
        ["ASGD", "Adadelta", "Adafactor", "Adagrad", "Adam", "AdamW", "Adamax", "LBFGS", "NAdam", "RAdam", "RMSProp", "Rprop", "SGD", "SparseAdam"];

    private static readonly string[] Schedulers =
    [
        "ConstantLR", "CosineAnnealingLR", "CosineAnnealingWarmRestarts", "CyclicLR", "ExponentialLR", "LinearLR", "MultiStepLR", "OneCycleLR", "PolynomialLR",
        Plateau, "StepLR",
    ];

    internal const string Plateau = "ReduceLROnPlateau";

    /// <summary>What the plateau scheduler watches: Lightning's own argument, since torch's scheduler is told the value.</summary>
    internal const string Monitor = "monitor";

    internal static ClassFamily OptimizerFamily(KindFactory kinds, ParseRules rules) => new(
        "optimizer", () => Entries(Optimizers, typeof(torch.optim).GetMethods(), "torch.optim", typeof(IEnumerable<Parameter>), kinds, rules));

    internal static ClassFamily SchedulerFamily(KindFactory kinds, ParseRules rules) => new(
        "lr_scheduler", () => Entries(Schedulers, typeof(torch.optim.lr_scheduler).GetMethods(), "torch.optim.lr_scheduler", typeof(torch.optim.Optimizer), kinds, rules));

    private static List<ClassEntry> Entries(string[] names, MethodInfo[] functions, string module, Type first, KindFactory kinds, ParseRules rules) =>
    [
        .. names.Select(name => new ClassEntry(
            $"{module}.{name}",
            () => [.. functions.Where(function => function.Name == name && function.GetParameters()[0].ParameterType == first).Select(function => Signature.Of(function, leading: 1))],
            kinds,
            rules,
            name == Plateau ? [new Member(Monitor, ScalarKinds.Text, Required: true, Default: null, () => "The metric that the scheduler watches.")] : [])
        {
            Assembly = typeof(torch).Assembly.GetName().Name!,
        }),
    ];
}
