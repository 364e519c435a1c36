namespace TorchSharp.Modules;

/// <summary>Texts with labels, held in memory.</summary>
public sealed class LabelledTextList : LabelledText
{
    private readonly string[] texts;
    private readonly long[] labels;

    /// <param name="samples">The samples, label before text.</param>
    /// <param name="classes">The names of the classes, in the order of their labels.</param>
    /// <param name="first_label">The label of the first class.</param>
    /// <exception cref="ArgumentException">A label is of no class.</exception>
    public LabelledTextList(IEnumerable<(long label, string text)> samples, IEnumerable<string> classes, long first_label = 0)
        : base(classes, first_label)
    {
        ArgumentNullException.ThrowIfNull(samples);
        (labels, texts) = Unzip(samples);
        var stray = Array.FindIndex(labels, label => label < first_label || label >= first_label + this.classes.Count);
        if (stray >= 0)
        {
            throw new ArgumentException(
                $"Sample {stray} has the label {labels[stray]}; those of the {this.classes.Count} classes begin with {first_label}.", nameof(samples));
        }
    }

    /// <inheritdoc/>
    public override long Count => texts.Length;

    /// <inheritdoc/>
    public override IReadOnlyList<long> targets => labels;

    private protected override (long label, string text) Read(long index) => (labels[index], texts[index]);

    private static (long[] Labels, string[] Texts) Unzip(IEnumerable<(long Label, string Text)> samples)
    {
        var labels = new List<long>();
        var texts = new List<string>();
        foreach (var (label, text) in samples)
        {
            labels.Add(label);
            texts.Add(text);
        }
        return ([.. labels], [.. texts]);
    }
}
