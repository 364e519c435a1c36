using System.Globalization;

namespace Lightning.Metrics;

/// <summary>
/// The distance of real and made pictures as Gaussians in the space of a network's features: <c>|m₁ - m₂|² + tr(S₁ + S₂ - 2 (S₁S₂)^½)</c> (Heusel et al. 2017). Python:
/// <c>torchmetrics.image.FrechetInceptionDistance</c>.
/// </summary>
/// <remarks>
/// The network is the caller's, one that gives features of shape (N, D): published numbers use Inception v3's pooled 2048. Means and spreads are kept, not the pictures.
/// <c>update(imgs, real)</c>.
/// </remarks>
public sealed class FrechetInceptionDistance : Metric<Tensor, bool, Tensor>
{
    private static readonly string[] Sides = ["real", "fake"];
    private readonly torch.nn.Module<Tensor, Tensor>? feature;
    private readonly int _features;
    private readonly bool _keepReal;

    /// <summary>Makes the metric.</summary>
    /// <param name="num_features">How many features the network gives for each picture.</param>
    /// <param name="feature">The network, owned by the metric from now on and put to evaluation; null when <c>update</c> is given features.</param>
    /// <param name="reset_real_features">Whether <c>reset</c> forgets the real pictures too. Default true.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no features.</exception>
    public FrechetInceptionDistance(int num_features, torch.nn.Module<Tensor, Tensor>? feature = null, bool reset_real_features = true)
        : base(nameof(FrechetInceptionDistance))
    {
        _features = num_features > 0
            ? num_features
            : throw new ArgumentOutOfRangeException(nameof(num_features), num_features, "num_features is at least 1.");
        this.feature = feature;
        _keepReal = !reset_real_features;
        if (feature is not null)
        {
            register_module(nameof(feature), feature);
            feature.eval();
        }

        foreach (var side in Sides)
        {
            add_state($"{side}_count", 0, "sum");
            add_state($"{side}_mean", 0, "sum", [num_features]);
            add_state($"{side}_spread", 0, "sum", [num_features, num_features]);
        }
    }

    /// <inheritdoc/>
    public override bool? higher_is_better => false;

    /// <inheritdoc/>
    protected override bool MergesByItself => true;

    /// <inheritdoc/>
    public override void reset()
    {
        if (!_keepReal)
        {
            base.reset();
            return;
        }

        using var scope = torch.NewDisposeScope();
        var kept = (Count: Get("real_count").clone(), Mean: Get("real_mean").clone(), Spread: Get("real_spread").clone());
        base.reset();
        Set("real_count", kept.Count);
        Set("real_mean", kept.Mean);
        Set("real_spread", kept.Spread);
    }

    /// <summary>A network that is in evaluation stays so: its statistics are not this training's.</summary>
    public override void train(bool train = true)
    {
        base.train(train);
        feature?.eval();
    }

    /// <inheritdoc/>
    protected override void Update(Tensor preds, bool target)
    {
        ArgumentNullException.ThrowIfNull(preds);
        var features = feature is null ? preds : feature.call(preds);
        if (features.dim() != 2 || features.size(1) != _features)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"FrechetInceptionDistance takes features of shape (N, {_features}), not [{string.Join(", ", features.shape)}]."), nameof(preds));
        }

        var wide = RegressionInput.Wide(features);
        var count = RegressionInput.Wide(RegressionInput.Count(wide));
        var mean = Counting.Divide(wide.sum([0]), count);
        var apart = wide.sub(mean);
        Combine(target ? "real" : "fake", count, mean, apart.t().matmul(apart));
    }

    /// <inheritdoc/>
    protected override void Merge(StateSet incoming, long updates)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        foreach (var side in Sides)
        {
            Combine(side, incoming[$"{side}_count"], incoming[$"{side}_mean"], incoming[$"{side}_spread"]);
        }
    }

    /// <inheritdoc/>
    protected override Tensor Compute()
    {
        var real = Get("real_spread").div(Get("real_count").sub(1));
        var fake = Get("fake_spread").div(Get("fake_count").sub(1));

        // The root's trace is the sum of the product's roots of eigenvalues, which are real and not negative but for rounding. NaN of too few pictures goes through.
        var known = real.isfinite().all().logical_and(fake.isfinite().all());
        var product = torch.where(known, real.matmul(fake), torch.zeros_like(real));
        var roots = torch.linalg.eigvals(product).real.clamp(min: 0).sqrt().sum();
        var distance = Get("real_mean").sub(Get("fake_mean")).square().sum().add(real.trace()).add(fake.trace()).sub(roots.mul(2));
        return Result(distance);
    }

    private void Combine(string side, Tensor count, Tensor mean, Tensor spread)
    {
        var (n, own) = (Get($"{side}_count"), Get($"{side}_mean"));
        var all = n.add(count);
        var apart = mean.sub(own);
        Set($"{side}_spread", Get($"{side}_spread").add(spread).add(torch.outer(apart, apart).mul(Counting.Divide(n.mul(count), all))));
        Set($"{side}_mean", own.add(apart.mul(Counting.Divide(count, all))));
        Set($"{side}_count", all);
    }
}
