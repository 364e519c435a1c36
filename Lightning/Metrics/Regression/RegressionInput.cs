namespace Lightning.Metrics;

/// <summary>The arguments of regression metrics: two tensors of one shape, taken as double precision numbers.</summary>
internal static class RegressionInput
{
    internal static int Outputs(int num_outputs) => num_outputs > 0
        ? num_outputs
        : throw new ArgumentOutOfRangeException(nameof(num_outputs), num_outputs, "num_outputs is the number of columns: at least 1.");

    internal static long[] StateShape(int outputs) => outputs == 1 ? [] : [outputs];

    /// <summary>Both as tensors of shape (n) or, for several outputs, (n, outputs).</summary>
    /// <exception cref="ArgumentException">The shapes differ, or are not those of several outputs.</exception>
    internal static (Tensor Preds, Tensor Target) Columns(Tensor preds, Tensor target, int outputs, string metric)
    {
        SameShape(preds, target, metric);
        if (outputs == 1)
        {
            return (Wide(preds).flatten(), Wide(target).flatten());
        }

        return preds.dim() == 2 && preds.size(1) == outputs
            ? (Wide(preds), Wide(target))
            : throw new ArgumentException($"{metric} with num_outputs: {outputs} takes tensors of shape (N, {outputs}), not [{string.Join(", ", preds.shape)}].", nameof(preds));
    }

    internal static void SameShape(Tensor preds, Tensor target, string metric)
    {
        ArgumentNullException.ThrowIfNull(preds);
        ArgumentNullException.ThrowIfNull(target);
        if (!preds.shape.AsSpan().SequenceEqual(target.shape))
        {
            throw new ArgumentException(
                $"{metric} takes preds and target of one shape, not [{string.Join(", ", preds.shape)}] and [{string.Join(", ", target.shape)}].", nameof(target));
        }
    }

    /// <summary>Float64 wherever the device has it: sums over long epochs would lose digits else.</summary>
    internal static Tensor Wide(Tensor tensor) => tensor.to(tensor.device.type == DeviceType.MPS ? ScalarType.Float32 : ScalarType.Float64);

    /// <summary>How many rows there are, as a tensor.</summary>
    internal static Tensor Count(Tensor rows) => torch.full([], rows.size(0), dtype: ScalarType.Int64, device: rows.device);
}
