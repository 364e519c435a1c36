using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Lightning;

/// <summary>How a bar on a terminal looks: one line of text and a bar behind it.</summary>
internal class ProgressLook
{
    /// <summary>The columns of the bar's line.</summary>
    internal virtual ProgressColumn[] Columns(ProgressText text) =>
        [new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn()];

    /// <summary>The metrics as text.</summary>
    internal virtual string Metrics(IReadOnlyDictionary<string, MetricValue> metrics) =>
        string.Join(", ", metrics.Select(pair => $"{pair.Key}={pair.Value.item().ToString("G4", CultureInfo.InvariantCulture)}"));

    /// <summary>What stands in the first column.</summary>
    internal virtual string Description(ProgressText text) => text.Line();

    /// <summary>What is left when a pass is over.</summary>
    internal virtual string Line(ProgressText text) => text.Line();

    /// <summary>A piece of text that is asked for at each refresh.</summary>
    private protected sealed class TextColumn(Func<string> text, Style style) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(text(), style).Justify(Justify.Left);
    }
}
