using System.Globalization;
using Spectre.Console;

namespace Lightning;

/// <summary>
/// Prints the module's parts when a fit begins: their types, parameters and modes and, where the module has an <c>example_input_array</c> and a
/// <c>forward</c> or a <c>predict_step</c> that takes it, the sizes of what goes into each and comes out of it.
/// </summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.ModelSummary</c>, without the count of floating-point operations.</remarks>
public class ModelSummary : Callback
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
        // Every process calls the module alike, since a call may draw random numbers or wait for the others.
        var layers = _maxDepth == 0 ? [] : LayerSummary.Of(pl_module, _maxDepth);
        if (_maxDepth != 0 && trainer.is_global_zero)
        {
            Print(pl_module, layers);
        }
    }

    /// <summary>How the table's lines are drawn.</summary>
    private protected virtual TableBorder Border => _console.Profile.Capabilities.Interactive ? TableBorder.Rounded : TableBorder.Simple;

    private void Print(LightningModule module, IReadOnlyList<LayerSummary> layers)
    {
        var sizes = layers.Any(layer => layer.InSize is not null);
        var table = new Table().Border(Border);
        table.AddColumns("", "Name", "Type");
        table.AddColumn("Params", column => column.RightAligned());
        table.AddColumn("Mode");
        if (sizes)
        {
            table.AddColumn("In sizes", column => column.RightAligned());
            table.AddColumn("Out sizes", column => column.RightAligned());
        }

        foreach (var (index, layer) in layers.Index())
        {
            string[] cells =
            [
                Text(index), Markup.Escape(layer.Name), Markup.Escape(layer.Type), Short(layer.Parameters), layer.Training ? "train" : "eval",
                .. sizes ? [Markup.Escape(layer.InSize ?? "?"), Markup.Escape(layer.OutSize ?? "?")] : Array.Empty<string>(),
            ];
            table.AddRow(cells);
        }

        _console.Write(table);
        var all = LayerSummary.Count(module);
        var trainable = LayerSummary.Count(module, parameter => parameter.requires_grad);
        var bytes = module.parameters().Sum(parameter => parameter.numel() * parameter.element_size());
        var modes = module.modules().Where(child => !ReferenceEquals(child, module)).ToLookup(child => child.training);
        _console.WriteLine(
            $"{Short(trainable)} trainable, {Short(all - trainable)} frozen, {Short(all)} parameters in all, {(bytes / 1e6).ToString("F3", CultureInfo.InvariantCulture)} MB; "
            + $"{modes[true].Count()} modules in train mode, {modes[false].Count()} in eval mode");
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
