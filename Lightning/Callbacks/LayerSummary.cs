using System.Collections;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;

namespace Lightning;

/// <summary>One part of a module.</summary>
/// <param name="Name">Its path.</param>
/// <param name="Type">Its class.</param>
/// <param name="Parameters">How many numbers train or are frozen in it and below it.</param>
/// <param name="Training">Its mode.</param>
/// <param name="InSize">What went into its first call, or null where it was not called.</param>
/// <param name="OutSize">What came out.</param>
internal sealed record LayerSummary(string Name, string Type, long Parameters, bool Training, string? InSize, string? OutSize)
{
    /// <summary>The parts down to a depth; -1 for all.</summary>
    internal static IReadOnlyList<LayerSummary> Of(LightningModule module, int depth)
    {
        var sizes = Sizes(module);
        return
        [
            .. module.named_modules()
                .Where(entry => entry.name.Length > 0 && (depth < 0 || entry.name.Count(letter => letter == '.') < depth))
                .Select(entry =>
                {
                    var size = sizes.GetValueOrDefault(entry.module);
                    return new LayerSummary(entry.name, entry.module.GetType().Name, Count(entry.module), entry.module.training, size.In, size.Out);
                }),
        ];
    }

    internal static long Count(torch.nn.Module module, Func<Parameter, bool>? counts = null) =>
        module.parameters().Where(counts ?? (_ => true)).Sum(parameter => parameter.numel());

    /// <summary>What goes into and comes out of every part when the example goes through <c>forward</c>, or else <c>predict_step</c>; empty where there is none.</summary>
    private static Dictionary<torch.nn.Module, (string In, string Out)> Sizes(LightningModule module)
    {
        var sizes = new Dictionary<torch.nn.Module, (string In, string Out)>(ReferenceEqualityComparer.Instance);
        if (module.example_input_array is not { } example)
        {
            return sizes;
        }

        var predicts = module.Takes(example) && module.FindOverrides().HasFlag(ModuleOverrides.PredictStep);
        if (!predicts && !module.HasForward)
        {
            return sizes;
        }

        using var guard = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        using var context = module.trainer.precision.forward_context();
        using var hook = torch.nn.modules.module.register_module_forward_hook((part, inputs, output) =>
        {
            sizes.TryAdd(part, (Size(inputs.Length == 1 ? inputs[0] : inputs), Size(output)));
            return null;
        });
        var modes = ModuleModes.Capture(module);
        module.eval();
        try
        {
            if (module.HasForward)
            {
                module.forward(example.to(module.device));
            }
            else
            {
                module.PredictStep(module.Transfer(example, module.device, 0), 0, 0);
            }
        }
        finally
        {
            modes.Restore();
        }

        return sizes;
    }

    private static string Size(object? value) => value switch
    {
        null => "none",
        Tensor tensor => $"[{string.Join(", ", tensor.shape)}]",
        ITuple tuple => $"[{string.Join(", ", Enumerable.Range(0, tuple.Length).Select(index => Size(tuple[index])))}]",
        string => "text",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Take(8).Select(Size))}]",
        _ => "?",
    };
}
