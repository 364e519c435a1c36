namespace Lightning.Metrics;

/// <summary>Counts and quotients that classification metrics share. Nothing here reads from the device.</summary>
internal static class Counting
{
    /// <summary>How often each number below <paramref name="size"/> occurs.</summary>
    internal static Tensor Occurrences(Tensor numbers, long size)
    {
        var flat = numbers.flatten();
        return torch.zeros([size], dtype: ScalarType.Int64, device: numbers.device).scatter_add_(0, flat, torch.ones_like(flat));
    }

    /// <summary>The quotient in double precision; <paramref name="zeroDivision"/> where the divisor is zero.</summary>
    internal static Tensor Divide(Tensor numerator, Tensor denominator, double zeroDivision = 0)
    {
        var divisor = RegressionInput.Wide(denominator);
        return RegressionInput.Wide(numerator).div(divisor).masked_fill(divisor.eq(0), zeroDivision);
    }

    /// <summary>The mean along the last dimension; 0 where all weights are zero.</summary>
    internal static Tensor WeightedMean(Tensor values, Tensor weights) => Divide(values.mul(weights).sum(-1), weights.sum(-1));

    /// <summary>The mean of those values that are not NaN, plain or weighted; NaN of none.</summary>
    internal static Tensor MeanOfKnown(Tensor values, Tensor? weights)
    {
        var unknown = values.isnan();
        var counting = (weights is null ? torch.ones_like(values) : RegressionInput.Wide(weights)).masked_fill(unknown, 0);
        return values.masked_fill(unknown, 0).mul(counting).sum(-1).div(counting.sum(-1));
    }
}
