using System.Text;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>How a table of vectors is looked up and trained; shared by the two embedding layers.</summary>
/// <param name="PaddingIdx">A row that gets no gradient, or null.</param>
/// <param name="MaxNorm">The norm to which rows are scaled down when looked up, or null.</param>
/// <param name="NormType">The power of that norm.</param>
/// <param name="ScaleGradByFreq">Whether a row's gradient is divided by how often it occurs.</param>
/// <param name="Sparse">Whether the table's gradient is sparse.</param>
internal sealed record EmbeddingOptions(long? PaddingIdx, double? MaxNorm, double NormType, bool ScaleGradByFreq, bool Sparse)
{
    /// <summary>These options with the padding row counted from the start.</summary>
    /// <exception cref="ArgumentException">The padding row is outside the table.</exception>
    internal EmbeddingOptions For(long rows)
    {
        if (PaddingIdx is { } row && (row < -rows || row >= rows))
        {
            throw new ArgumentException($"The padding row {row} is outside a table of {rows} rows.", nameof(PaddingIdx));
        }

        return this with { PaddingIdx = PaddingIdx < 0 ? PaddingIdx + rows : PaddingIdx };
    }

    /// <summary>Draws a table: standard normal, the padding row zeros.</summary>
    internal void Draw(Parameter table)
    {
        init.normal_(table);
        if (PaddingIdx is { } row)
        {
            using var guard = no_grad();
            using var padding = ops.aten.select_int(table, 0, row);
            ops.aten.zero_(padding);
        }
    }

    /// <summary>A given table as a parameter.</summary>
    internal static Parameter Table(Tensor embeddings, bool freeze)
    {
        ArgumentNullException.ThrowIfNull(embeddings);
        return embeddings.dim() == 2
            ? new Parameter(embeddings, !freeze)
            : throw new ArgumentException($"A table of embeddings has two dimensions, not {embeddings.dim()}.", nameof(embeddings));
    }

    /// <summary>What Python prints of such a layer.</summary>
    internal string Describe(Parameter table, EmbeddingBagMode? mode = null)
    {
        var text = new StringBuilder($"{table.size(0)}, {table.size(1)}");
        var padding = PaddingIdx is { } row ? $", padding_idx={row}" : "";
        text.Append(mode is null ? padding : "");
        text.Append(MaxNorm is { } norm ? $", max_norm={Repr.Float(norm)}" : "");
        text.Append(NormType != 2 ? $", norm_type={Repr.Float(NormType)}" : "");
        text.Append(ScaleGradByFreq ? ", scale_grad_by_freq=True" : "");
        text.Append(mode is not null ? $", mode={$"{mode}".ToLowerInvariant()}{padding}" : Sparse ? ", sparse=True" : "");
        return text.ToString();
    }
}
