using System.Globalization;

namespace Lightning.Metrics;

/// <summary>What was found in one picture, or what is in it: tensors under names, checked.</summary>
internal sealed class DetectionInput(IReadOnlyDictionary<string, Tensor> values, string side, int picture, Device device)
{
    private static readonly ScalarType[] Whole = [ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64];

    /// <summary>Both sides have as many pictures, and there is one.</summary>
    internal static void SameCount(IReadOnlyList<IReadOnlyDictionary<string, Tensor>> preds, IReadOnlyList<IReadOnlyDictionary<string, Tensor>> target)
    {
        ArgumentNullException.ThrowIfNull(preds);
        ArgumentNullException.ThrowIfNull(target);
        if (preds.Count != target.Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"MeanAveragePrecision takes preds and target of as many pictures, not {preds.Count} and {target.Count}."), nameof(target));
        }
    }

    /// <summary>The boxes as (N, 4) in double precision, each as left, top, width and height.</summary>
    internal Tensor Boxes(string format)
    {
        var boxes = Named("boxes");
        if (boxes.numel() == 0)
        {
            return torch.zeros([0, 4], dtype: ScalarType.Float64, device: device);
        }

        if (boxes.dim() != 2 || boxes.size(1) != 4)
        {
            throw Wrong("boxes", $"are of shape (N, 4), not [{string.Join(", ", boxes.shape)}]");
        }

        var wide = RegressionInput.Wide(boxes.to(device));
        var (first, second) = (wide.narrow(1, 0, 2), wide.narrow(1, 2, 2));
        return format switch
        {
            "xyxy" => torch.cat([first, second.sub(first)], 1),
            "cxcywh" => torch.cat([first.sub(second.div(2)), second], 1),
            _ => wide,
        };
    }

    /// <summary>The boxes' scores, in double precision.</summary>
    internal Tensor Scores(long count)
    {
        var scores = Named("scores");
        return torch.is_floating_point(scores.dtype) ? RegressionInput.Wide(Row("scores", scores, count)) : throw Wrong("scores", $"are floating-point numbers, not {scores.dtype}");
    }

    /// <summary>The boxes' classes.</summary>
    internal Tensor Labels(long count)
    {
        var labels = Named("labels");
        return labels.numel() == 0 || Whole.Contains(labels.dtype)
            ? Row("labels", labels, count).to(ScalarType.Int64)
            : throw Wrong("labels", $"are whole numbers, not {labels.dtype}");
    }

    /// <summary>Which boxes are crowds: 1 or 0; none of them where nothing is said.</summary>
    internal Tensor Crowds(long count) => values.TryGetValue("iscrowd", out var crowds)
        ? Row("iscrowd", crowds, count).ne(0).to(ScalarType.Int64)
        : torch.zeros([count], dtype: ScalarType.Int64, device: device);

    /// <summary>The objects' areas; those of the boxes where nothing, or nothing above 0, is said.</summary>
    internal Tensor Areas(Tensor boxes)
    {
        var own = boxes.select(1, 2).mul(boxes.select(1, 3));
        if (!values.TryGetValue("area", out var areas))
        {
            return own;
        }

        var said = RegressionInput.Wide(Row("area", areas, boxes.size(0)));
        return torch.where(said.gt(0), said, own);
    }

    private Tensor Named(string name) => values.TryGetValue(name, out var tensor) && tensor is not null
        ? tensor
        : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"MeanAveragePrecision: {side}[{picture}] has no \"{name}\"."), side);

    private Tensor Row(string name, Tensor tensor, long count) => tensor.numel() == count && tensor.dim() <= 1
        ? tensor.to(device).reshape(count)
        : throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"are one for each of {count} boxes, not of shape [{string.Join(", ", tensor.shape)}]"));

    private ArgumentException Wrong(string name, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"MeanAveragePrecision: \"{name}\" of {side}[{picture}] {rule}."), side);
}
