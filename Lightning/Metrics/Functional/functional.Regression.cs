namespace Lightning.Metrics;

// Metrics of numbers.
public static partial class functional
{
    /// <summary>The value of <see cref="MeanSquaredError"/> over one batch, with the same arguments.</summary>
    public static Tensor mean_squared_error(Tensor preds, Tensor target, bool squared = true, int num_outputs = 1) =>
        Of(new MeanSquaredError(squared, num_outputs), preds, target);

    /// <summary>The value of <see cref="MeanAbsoluteError"/> over one batch, with the same arguments.</summary>
    public static Tensor mean_absolute_error(Tensor preds, Tensor target, int num_outputs = 1) =>
        Of(new MeanAbsoluteError(num_outputs), preds, target);

    /// <summary>The value of <see cref="MeanAbsolutePercentageError"/> over one batch, with the same arguments.</summary>
    public static Tensor mean_absolute_percentage_error(Tensor preds, Tensor target) =>
        Of(new MeanAbsolutePercentageError(), preds, target);

    /// <summary>The value of <see cref="R2Score"/> over one batch, of each column where there are several.</summary>
    public static Tensor r2_score(Tensor preds, Tensor target, int adjusted = 0, string multioutput = "uniform_average") =>
        Of(new R2Score(Columns(preds), adjusted, multioutput), preds, target);

    /// <summary>The value of <see cref="PearsonCorrCoef"/> over one batch, of each column where there are several.</summary>
    public static Tensor pearson_corrcoef(Tensor preds, Tensor target) =>
        Of(new PearsonCorrCoef(Columns(preds)), preds, target);

    /// <summary>The value of <see cref="SpearmanCorrCoef"/> over one batch, of each column where there are several.</summary>
    public static Tensor spearman_corrcoef(Tensor preds, Tensor target) =>
        Of(new SpearmanCorrCoef(Columns(preds)), preds, target);

    /// <summary>The value of <see cref="CosineSimilarity"/> over one batch, with the same arguments.</summary>
    public static Tensor cosine_similarity(Tensor preds, Tensor target, string? reduction = "sum") =>
        Of(new CosineSimilarity(reduction), preds, target);

    /// <summary>The value of <see cref="KLDivergence"/> over one batch, with the same arguments.</summary>
    public static Tensor kl_divergence(Tensor preds, Tensor target, bool log_prob = false, string? reduction = "mean") =>
        Of(new KLDivergence(log_prob, reduction), preds, target);

    private static int Columns(Tensor preds)
    {
        ArgumentNullException.ThrowIfNull(preds);
        return preds.dim() == 2 ? (int)preds.size(1) : 1;
    }
}
