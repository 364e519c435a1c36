using System.Globalization;
using Spectre.Console;

namespace Lightning;

/// <summary>Prints the module's parts, with their parameters and modes, when a fit begins.</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.ModelSummary</c>.</remarks>
public sealed class ModelSummary : Callback
{
    private readonly int _maxDepth;
    private readonly IAnsiConsole _console;

    /// <summary>Makes the callback.</summary>
    /// <param name="max_depth">How deep to look: 1 (the default) shows the direct children, -1 all, 0 nothing.</param>
    /// <param name="console">Where to print; null takes the program's console.</param>
    public ModelSummary(int max_depth = 1, IAnsiConsole? console = null)
    {
        _maxDepth = max_depth >= -1
            ? max_depth
            : throw new MisconfigurationException($"ModelSummary(max_depth: {max_depth}) is out of range; use -1 for all, 0 for none, or a depth.");
        _console = console ?? AnsiConsole.Console;
    }

    /// <inheritdoc/>
    public override void on_fit_start(Trainer trainer, LightningModule pl_module)
    {
        if (_maxDepth != 0 && trainer.is_global_zero)
        {
            Print(pl_module);
        }
    }

    private void Print(LightningModule module)
    {
        var table = new Table().Border(_console.Profile.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.Simple);
        table.AddColumns("", "Name", "Type");
        table.AddColumn("Params", column => column.RightAligned());
        table.AddColumn("Mode");
        var index = 0;
        foreach (var (name, child) in module.named_modules())
        {
            if (name.Length > 0 && (_maxDepth < 0 || name.Count(letter => letter == '.') < _maxDepth))
            {
                table.AddRow(
                    Text(index++), Markup.Escape(name), Markup.Escape(child.GetType().Name), Short(Count(child, trainable: false)), child.training ? "train" : "eval");
            }
        }

        _console.Write(table);
        var all = Count(module, trainable: false);
        var trainable = Count(module, trainable: true);
        _console.WriteLine($"{Short(trainable)} trainable, {Short(all - trainable)} frozen, {Short(all)} parameters in all, {Megabytes(module)} MB");
    }

    private static long Count(torch.nn.Module module, bool trainable)
    {
        var count = 0L;
        foreach (var parameter in module.parameters())
        {
            if (!trainable || parameter.requires_grad)
            {
                count += parameter.numel();
            }
        }

        return count;
    }

    private static string Megabytes(torch.nn.Module module)
    {
        var bytes = 0L;
        foreach (var parameter in module.parameters())
        {
            bytes += parameter.numel() * parameter.element_size();
        }

        return (bytes / 1e6).ToString("F3", CultureInfo.InvariantCulture);
    }

    private static string Short(long count) => count switch
    {
        < 1000 => Text(count),
        < 1_000_000 => (count / 1e3).ToString("F1", CultureInfo.InvariantCulture) + " K",
        < 1_000_000_000 => (count / 1e6).ToString("F1", CultureInfo.InvariantCulture) + " M",
        _ => (count / 1e9).ToString("F1", CultureInfo.InvariantCulture) + " B",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
