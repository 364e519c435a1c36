namespace Lightning.Metrics;

/// <summary>Edits from what was recognised to what was said, in relation to what was said. Counted on the host, where text is.</summary>
public abstract class ErrorRateMetric : Metric<IReadOnlyList<string>, IReadOnlyList<string>, Tensor>
{
    /// <summary>Names the metric.</summary>
    private protected ErrorRateMetric(string name)
        : base(name)
    {
        add_state("errors", 0, "sum");
        add_state("total", 0, "sum");
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => false;

    /// <summary>Takes one text.</summary>
    /// <param name="preds">What was recognised.</param>
    /// <param name="target">What was said.</param>
    public void update(string preds, string target) => update([preds], [target]);

    /// <summary>The edits of one text, and how many units the target has.</summary>
    private protected abstract (long Errors, long Total) Count(string preds, string target);

    /// <inheritdoc/>
    protected override void Update(IReadOnlyList<string> preds, IReadOnlyList<string> target)
    {
        TextInput.SameCount(preds, target, GetName());
        var (errors, total) = (0L, 0L);
        for (var i = 0; i < preds.Count; i++)
        {
            var (wrong, units) = Count(preds[i], target[i]);
            errors += wrong;
            total += units;
        }

        Add("errors", torch.tensor((double)errors, dtype: ScalarType.Float64).to(device));
        Add("total", torch.tensor((double)total, dtype: ScalarType.Float64).to(device));
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(Get("errors").div(Get("total")));
}
