namespace Lightning.Metrics;

/// <summary>
/// The exponential of the mean negative log-likelihood of tokens: how many tokens the model hesitates between. Python: <c>torchmetrics.text.Perplexity</c>; scikit-learn:
/// <c>exp(log_loss)</c>.
/// </summary>
/// <remarks><c>update(preds, target)</c>: logits (or logarithms of probabilities) of shape (N, T, V), and token numbers of shape (N, T).</remarks>
public sealed class Perplexity : Metric<Tensor, Tensor, Tensor>
{
    private readonly long? _ignored;

    /// <summary>Makes the metric.</summary>
    /// <param name="ignore_index">A token number that is left out, that of padding for example. Default none.</param>
    public Perplexity(long? ignore_index = null)
        : base(nameof(Perplexity))
    {
        _ignored = ignore_index;
        add_state("total_log_probs", 0, "sum");
        add_state("count", 0, "sum", dtype: ScalarType.Int64);
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => false;

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(preds);
        ArgumentNullException.ThrowIfNull(target);
        if (preds.dim() != 3 || target.dim() != 2 || !preds.shape.AsSpan(0, 2).SequenceEqual(target.shape) || !torch.is_floating_point(preds.dtype)
            || torch.is_floating_point(target.dtype))
        {
            throw new ArgumentException(
                $"Perplexity takes logits of shape (N, T, V) and whole numbers of shape (N, T), not {preds.dtype} [{string.Join(", ", preds.shape)}] and {target.dtype} "
                + $"[{string.Join(", ", target.shape)}].", nameof(preds));
        }

        var tokens = target.to(ScalarType.Int64);
        var counts = _ignored is { } ignored ? tokens.ne(ignored) : torch.ones_like(tokens).to(ScalarType.Bool);
        var chosen = tokens.masked_fill(counts.logical_not(), 0).unsqueeze(-1);
        var likelihood = RegressionInput.Wide(preds).log_softmax(-1).gather(-1, chosen).squeeze(-1);
        Add("total_log_probs", likelihood.masked_fill(counts.logical_not(), 0).sum().neg());
        Add("count", counts.sum());
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(Get("total_log_probs").div(Get("count")).exp());
}
