namespace Lightning.Metrics;

/// <summary>
/// How alike two pictures are in brightness, contrast and structure, over windows that lie in the picture whole (Wang et al. 2004). Pictures are of shape (N, C, H, W).
/// Python: <c>torchmetrics.image.StructuralSimilarityIndexMeasure</c>.
/// </summary>
public sealed class StructuralSimilarityIndexMeasure : Metric<Tensor, Tensor, Tensor>
{
    private const string Values = "similarity";
    private const string Total = "total";
    private readonly double[] _window;
    private readonly double _range;
    private readonly double _k1;
    private readonly double _k2;
    private readonly string _reduction;

    /// <summary>Makes the metric.</summary>
    /// <param name="data_range">The distance of the smallest and largest value that a picture can have. Default 1.</param>
    /// <param name="gaussian_kernel">Whether the window is a Gaussian's, of <c>2 ⌊3.5 sigma + 0.5⌋ + 1</c> pixels (the default), or weighs all its <paramref name="kernel_size"/> pixels the same.</param>
    /// <param name="sigma">The Gaussian's width, in pixels. Default 1.5.</param>
    /// <param name="kernel_size">The width of the window that weighs all pixels the same; odd. Default 11.</param>
    /// <param name="reduction">"elementwise_mean" (the default) over pictures, "sum", or "none" (or null) for each picture.</param>
    /// <param name="k1">Steadies the quotient of brightness. Default 0.01.</param>
    /// <param name="k2">Steadies the quotient of contrast. Default 0.03.</param>
    /// <exception cref="ArgumentException">An argument is unknown or out of range.</exception>
    public StructuralSimilarityIndexMeasure(
        double data_range = 1, bool gaussian_kernel = true, double sigma = 1.5, int kernel_size = 11, string? reduction = "elementwise_mean", double k1 = 0.01, double k2 = 0.03)
        : base(nameof(StructuralSimilarityIndexMeasure))
    {
        if (!(data_range > 0) || !(sigma > 0) || kernel_size < 1 || kernel_size % 2 == 0)
        {
            throw new ArgumentException(
                $"StructuralSimilarityIndexMeasure takes a positive data_range and sigma and an odd kernel_size, not {data_range}, {sigma} and {kernel_size}.", nameof(kernel_size));
        }

        _reduction = reduction switch
        {
            "elementwise_mean" or "sum" or "none" => reduction,
            null => "none",
            _ => throw new ArgumentException($"reduction \"{reduction}\" is unknown; use \"elementwise_mean\", \"sum\" or \"none\".", nameof(reduction)),
        };
        _window = gaussian_kernel ? Gaussian(sigma) : [.. Enumerable.Repeat(1.0 / kernel_size, kernel_size)];
        (_range, _k1, _k2) = (data_range, k1, k2);
        if (_reduction == "none")
        {
            add_list_state(Values);
        }
        else
        {
            add_state(Values, 0, "sum");
            add_state(Total, 0, "sum", dtype: ScalarType.Int64);
        }
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => true;

    /// <inheritdoc/>
    protected override void Update(Tensor preds, Tensor target)
    {
        RegressionInput.SameShape(preds, target, nameof(StructuralSimilarityIndexMeasure));
        if (preds.dim() != 4 || preds.size(2) < _window.Length || preds.size(3) < _window.Length)
        {
            throw new ArgumentException(
                $"StructuralSimilarityIndexMeasure takes pictures of shape (N, C, H, W) of at least {_window.Length} pixels each way, not [{string.Join(", ", preds.shape)}].",
                nameof(preds));
        }

        var each = Similarity(RegressionInput.Wide(preds), RegressionInput.Wide(target));
        if (_reduction == "none")
        {
            Append(Values, each);
            return;
        }

        Add(Values, each.sum());
        Add(Total, RegressionInput.Count(each));
    }

    /// <inheritdoc/>
    protected override Tensor Compute() => Result(_reduction switch
    {
        "none" => Concatenated(Values, ScalarType.Float64),
        "sum" => Get(Values).clone(),
        _ => Get(Values).div(Get(Total)),
    });

    private static double[] Gaussian(double sigma)
    {
        var radius = (int)((3.5 * sigma) + 0.5);
        var weights = Enumerable.Range(-radius, (2 * radius) + 1).Select(x => Math.Exp(-x * x / (2 * sigma * sigma))).ToArray();
        return [.. weights.Select(weight => weight / weights.Sum())];
    }

    private Tensor Similarity(Tensor p, Tensor t)
    {
        var shape = p.shape;
        var (x, y) = (p.reshape(-1, 1, shape[2], shape[3]), t.reshape(-1, 1, shape[2], shape[3]));
        var (c1, c2) = (Math.Pow(_k1 * _range, 2), Math.Pow(_k2 * _range, 2));
        var (meanX, meanY) = (Blurred(x), Blurred(y));
        var both = meanX.mul(meanY);
        var (squareX, squareY) = (meanX.square(), meanY.square());
        var spread = Blurred(x.square()).sub(squareX).add(Blurred(y.square())).sub(squareY);
        var together = Blurred(x.mul(y)).sub(both);
        var map = both.mul(2).add(c1).mul(together.mul(2).add(c2)).div(squareX.add(squareY).add(c1).mul(spread.add(c2)));
        return map.reshape(shape[0], shape[0] == 0 ? 0 : map.numel() / shape[0]).mean([1]);
    }

    /// <summary>The window's mean at each place where it lies in the picture whole: the window is a product of rows and columns.</summary>
    private Tensor Blurred(Tensor pictures)
    {
        var window = torch.tensor(_window, dtype: ScalarType.Float64).to(pictures.dtype).to(pictures.device);
        var rows = torch.nn.functional.conv2d(pictures, window.reshape(1, 1, 1, _window.Length));
        return torch.nn.functional.conv2d(rows, window.reshape(1, 1, _window.Length, 1));
    }
}
