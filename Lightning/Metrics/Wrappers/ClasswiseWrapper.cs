using System.Globalization;

namespace Lightning.Metrics;

/// <summary>The values of each class under names: <c>{ "accuracy_cat": ..., "accuracy_dog": ... }</c>. Python: <c>torchmetrics.ClasswiseWrapper</c>.</summary>
/// <remarks>The metric inside has one value for each class: it is made with <c>average: "none"</c>. <c>log_dict(wrapper.compute())</c> logs all of them.</remarks>
public sealed class ClasswiseWrapper : WrapperMetric<Dictionary<string, Tensor>>
{
    private readonly string[]? _labels;
    private readonly string _prefix;
    private readonly string _postfix;

    /// <summary>Makes the metric.</summary>
    /// <param name="metric">The metric inside, owned by this one from now on.</param>
    /// <param name="labels">The classes' names; default their numbers.</param>
    /// <param name="prefix">Stands before every name; default the metric's class in small letters and "_", or nothing where there is a postfix.</param>
    /// <param name="postfix">Stands behind every name. Default nothing.</param>
    /// <exception cref="ArgumentException">Two labels are the same.</exception>
    public ClasswiseWrapper(Metric<Tensor, Tensor, Tensor> metric, IReadOnlyList<string>? labels = null, string? prefix = null, string? postfix = null)
        : base(nameof(ClasswiseWrapper), metric)
    {
        if (labels?.GroupBy(label => label).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"ClasswiseWrapper got the label \"{twice.Key}\" twice; each class has a name of its own.", nameof(labels));
        }

        _labels = labels?.ToArray();
        _prefix = prefix ?? (postfix is null ? metric.GetType().Name.ToLowerInvariant() + "_" : "");
        _postfix = postfix ?? "";
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => base_metric.higher_is_better;

    /// <inheritdoc/>
    protected override Dictionary<string, Tensor> Compute()
    {
        var values = base_metric.compute();
        if (values.dim() != 1)
        {
            throw new InvalidOperationException(
                $"ClasswiseWrapper takes a metric with one value for each class; {base_metric.GetType().Name} gave the shape [{string.Join(", ", values.shape)}]. Make it with average: \"none\".");
        }

        if (_labels is not null && _labels.Length != values.size(0))
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"ClasswiseWrapper has {_labels.Length} labels, and {base_metric.GetType().Name} gave {values.size(0)} values."));
        }

        var named = new Dictionary<string, Tensor>();
        foreach (var (i, value) in values.unbind(0).Index())
        {
            named.Add(_prefix + (_labels?[i] ?? i.ToString(CultureInfo.InvariantCulture)) + _postfix, value);
        }

        return named;
    }
}
