using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp.Modules;

/// <summary>
/// The logarithm of a softmax over very many classes, sorted by frequency: frequent ones have a score each, rarer ones lie in clusters that are looked
/// into only where a target is in them. Input (N, in_features) or (in_features), target (N) or (). Python's
/// <c>torch.nn.AdaptiveLogSoftmaxWithLoss</c> (Grave and others, 2017).
/// </summary>
public sealed class AdaptiveLogSoftmaxWithLoss : Module<Tensor, Tensor, (Tensor output, Tensor loss)>
{
    private readonly long[] _cutoffs;

    internal AdaptiveLogSoftmaxWithLoss(
        long in_features, long n_classes, IReadOnlyList<long> cutoffs, double div_value, bool head_bias, Device? device, ScalarType? dtype)
        : base(nameof(AdaptiveLogSoftmaxWithLoss))
    {
        ArgumentNullException.ThrowIfNull(cutoffs);
        if (cutoffs.Count == 0 || cutoffs[0] <= 0 || cutoffs[^1] >= n_classes || cutoffs.Zip(cutoffs.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException(
                $"The cutoffs are at least one number between 1 and {n_classes - 1}, each greater than the one before.", nameof(cutoffs));
        }

        this.in_features = in_features;
        this.n_classes = n_classes;
        this.div_value = div_value;
        _cutoffs = [.. cutoffs, n_classes];
        head = Linear(in_features, head_size, head_bias, device, dtype);
        tail = new ModuleList<Sequential>();
        for (var i = 0; i < n_clusters; i++)
        {
            var hidden = (long)Math.Floor(in_features / Math.Pow(div_value, i + 1));
            var size = _cutoffs[i + 1] - _cutoffs[i];
            tail.Add(Sequential(Linear(in_features, hidden, false, device, dtype), Linear(hidden, size, false, device, dtype)));
        }

        register_module(nameof(head), head);
        register_module(nameof(tail), tail);
    }

    /// <summary>Scores of the frequent classes, then one of each cluster.</summary>
    public Linear head { get; }

    /// <summary>Scores of the classes in each cluster.</summary>
    public ModuleList<Sequential> tail { get; }

    /// <summary>The size of the input's last dimension.</summary>
    public long in_features { get; }

    /// <summary>The number of classes.</summary>
    public long n_classes { get; }

    /// <summary>By how much the layers of each cluster are narrower than those of the one before.</summary>
    public double div_value { get; }

    /// <summary>Where the clusters end, the number of classes last.</summary>
    public IReadOnlyList<long> cutoffs => _cutoffs;

    /// <summary>The number of classes with a score of their own.</summary>
    public long shortlist_size => _cutoffs[0];

    /// <summary>The number of clusters.</summary>
    public int n_clusters => _cutoffs.Length - 1;

    /// <summary>The number of scores of the head.</summary>
    public long head_size => shortlist_size + n_clusters;

    /// <summary>Draws all weights anew.</summary>
    public void reset_parameters()
    {
        head.reset_parameters();
        foreach (var layer in tail.SelectMany(cluster => cluster.children()).Cast<Linear>())
        {
            layer.reset_parameters();
        }
    }

    /// <summary>The log-probability of each target, and the mean of their negatives.</summary>
    /// <param name="input1">(N, in_features) or (in_features).</param>
    /// <param name="input2">(N) or (): the classes.</param>
    /// <exception cref="ArgumentException">The shapes do not fit each other, or a class is not within [0, n_classes).</exception>
    public override (Tensor output, Tensor loss) forward(Tensor input1, Tensor input2)
    {
        ThrowIfUnfit(input1, input2);
        using var scope = NewDisposeScope();
        var batched = input2.dim() == 1;
        var input = batched ? input1 : aten.unsqueeze(input1, 0);
        var target = batched ? input2 : aten.unsqueeze(input2, 0);
        ThrowIfOutside(target);

        // The place of each target among the head's scores: its own, or its cluster's.
        var places = aten.clamp_max(target, shortlist_size - 1);
        var output = aten.new_zeros(input, [target.size(0)]);
        for (var i = 0; i < n_clusters; i++)
        {
            var inside = aten.logical_and(aten.ge_Scalar(target, _cutoffs[i]), aten.lt_Scalar(target, _cutoffs[i + 1]));
            var rows = aten.squeeze_dim(aten.nonzero(inside), 1);
            if (rows.numel() == 0)
            {
                continue;
            }

            var relative = aten.sub_Scalar(aten.index_select(target, 0, rows), _cutoffs[i]);
            var logarithms = aten.log_softmax_int(tail[i].call(aten.index_select(input, 0, rows)), 1);
            var found = aten.squeeze_dim(aten.gather(logarithms, 1, aten.unsqueeze(relative, 1)), 1);
            output = aten.index_copy(output, 0, rows, found);
            places = aten.index_fill_int_Scalar(places, 0, rows, shortlist_size + i);
        }

        var heads = aten.log_softmax_int(head.call(input), 1);
        output = aten.add_Tensor(output, aten.squeeze_dim(aten.gather(heads, 1, aten.unsqueeze(places, 1)), 1));
        var loss = aten.mean(aten.neg(output));
        output = batched ? output : aten.squeeze_dim(output, 0);
        return (output.MoveToOuterDisposeScope(), loss.MoveToOuterDisposeScope());
    }

    /// <summary>The log-probabilities of all classes: (N, in_features) to (N, n_classes).</summary>
    /// <param name="input">The input.</param>
    public Tensor log_prob(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        return All(input, head.call(input)).MoveToOuterDisposeScope();
    }

    /// <summary>The most probable class of each row, computed without looking into clusters where that can be avoided.</summary>
    /// <param name="input">(N, in_features).</param>
    /// <returns>(N), of integers.</returns>
    public Tensor predict(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var scores = head.call(input);
        var best = aten.argmax(scores, 1);
        var elsewhere = aten.squeeze_dim(aten.nonzero(aten.ge_Scalar(best, shortlist_size)), 1);
        if (elsewhere.numel() > 0)
        {
            var logarithms = All(aten.index_select(input, 0, elsewhere), aten.index_select(scores, 0, elsewhere));
            best = aten.index_copy(best, 0, elsewhere, aten.argmax(logarithms, 1));
        }

        return best.MoveToOuterDisposeScope();
    }

    private Tensor All(Tensor input, Tensor scores)
    {
        var heads = aten.log_softmax_int(scores, 1);
        var parts = new List<Tensor> { aten.slice_Tensor(heads, 1, 0, shortlist_size) };
        for (var i = 0; i < n_clusters; i++)
        {
            var within = aten.log_softmax_int(tail[i].call(input), 1);
            parts.Add(aten.add_Tensor(within, aten.slice_Tensor(heads, 1, shortlist_size + i, shortlist_size + i + 1)));
        }

        return aten.cat([.. parts], 1);
    }

    private void ThrowIfUnfit(Tensor input, Tensor target)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(target);
        var fit = target.dim() switch
        {
            1 => input.dim() == 2 && input.size(0) == target.size(0),
            0 => input.dim() == 1,
            _ => false,
        };
        if (!fit)
        {
            throw new ArgumentException(
                $"The input is (N, {in_features}) and the target (N), or ({in_features}) and (); here they are {Repr.Shape(input)} and {Repr.Shape(target)}.");
        }
    }

    private void ThrowIfOutside(Tensor target)
    {
        if (target.numel() > 0 && (aten.min(target).item<long>() < 0 || aten.max(target).item<long>() >= n_classes))
        {
            throw new ArgumentException(
                $"Targets are classes within [0, {n_classes}); here they lie within [{aten.min(target).item<long>()}, {aten.max(target).item<long>()}].",
                nameof(target));
        }
    }
}
