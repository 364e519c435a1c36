namespace Lightning.Metrics;

/// <summary>Metrics with one value for each row, of which they give the sum, the mean, or all.</summary>
public abstract class RowMetric : Metric<Tensor, Tensor, Tensor>
{
    private const string Rows = "rows";
    private const string Sum = "sum";
    private const string Total = "total";
    private readonly string _reduction;

    /// <summary>Makes the metric.</summary>
    /// <param name="name">The metric's name.</param>
    /// <param name="reduction">"sum", "mean", or "none" (or null) for each row.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    private protected RowMetric(string name, string? reduction)
        : base(name)
    {
        _reduction = reduction switch
        {
            "sum" or "mean" or "none" => reduction,
            null => "none",
            _ => throw new ArgumentException($"reduction \"{reduction}\" is unknown; use \"sum\", \"mean\" or \"none\".", nameof(reduction)),
        };
        if (_reduction == "none")
        {
            add_list_state(Rows);
        }
        else
        {
            add_state(Sum, 0, "sum");
            add_state(Total, 0, "sum");
        }
    }

    /// <summary>The value of each row, in double precision.</summary>
    private protected abstract Tensor RowValues(Tensor preds, Tensor target);

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        RegressionInput.SameShape(preds, target, GetName());
        if (preds.dim() != 2)
        {
            throw new ArgumentException($"{GetName()} takes tensors of shape (N, D), not [{string.Join(", ", preds.shape)}].", nameof(preds));
        }

        var rows = RowValues(RegressionInput.Wide(preds), RegressionInput.Wide(target));
        if (_reduction == "none")
        {
            Append(Rows, rows);
            return;
        }

        Add(Sum, rows.sum());
        Add(Total, RegressionInput.Count(rows));
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(_reduction switch
    {
        "none" => Concatenated(Rows, ScalarType.Float64),
        "mean" => Get(Sum).div(Get(Total)),
        _ => Get(Sum).clone(),
    });
}
