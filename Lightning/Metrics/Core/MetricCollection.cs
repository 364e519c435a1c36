using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Lightning.Metrics;

/// <summary>
/// Several metrics over the same two arguments, updated and computed together under names. Metrics that collect the same (precision and recall of one task) share
/// one set of states, which is updated once. Python: <c>torchmetrics.MetricCollection</c>.
/// </summary>
public sealed class MetricCollection : torch.nn.Module, IReadOnlyDictionary<string, Metric<Tensor, Tensor, Tensor>>, IEnumerable<KeyValuePair<string, ILoggableMetric>>
{
    private readonly bool _grouped;

    /// <summary>Makes a collection of metrics named for their classes.</summary>
    /// <param name="metrics">The metrics, owned by the collection from now on; one of each class.</param>
    /// <param name="prefix">Stands before every name. Default none.</param>
    /// <param name="postfix">Stands behind every name. Default none.</param>
    /// <param name="compute_groups">Whether metrics that collect the same share their states. Default true.</param>
    /// <exception cref="ArgumentException">Two metrics are of one class.</exception>
    public MetricCollection(IEnumerable<Metric<Tensor, Tensor, Tensor>> metrics, string? prefix = null, string? postfix = null, bool compute_groups = true)
        : this(Named(metrics), prefix, postfix, compute_groups)
    {
    }

    /// <summary>Makes a collection of metrics under names of one's own.</summary>
    /// <inheritdoc cref="MetricCollection(IEnumerable{Metric{Tensor, Tensor, Tensor}}, string?, string?, bool)"/>
    public MetricCollection(
        IEnumerable<KeyValuePair<string, Metric<Tensor, Tensor, Tensor>>> metrics, string? prefix = null, string? postfix = null, bool compute_groups = true)
        : base(nameof(MetricCollection))
    {
        ArgumentNullException.ThrowIfNull(metrics);
        this.prefix = prefix ?? "";
        this.postfix = postfix ?? "";
        _grouped = compute_groups;
        foreach (var (key, metric) in metrics)
        {
            register_module(key, metric);
        }

        Regroup();
    }

    /// <summary>What stands before every name.</summary>
    public string prefix { get; }

    /// <summary>What stands behind every name.</summary>
    public string postfix { get; }

    /// <inheritdoc/>
    public int Count => _internal_submodules.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _internal_submodules.Keys.Select(Full);

    /// <inheritdoc/>
    public IEnumerable<Metric<Tensor, Tensor, Tensor>> Values => Members.Select(member => member.Metric);

    /// <summary>The names of the metrics that share states, group by group.</summary>
    public IReadOnlyList<IReadOnlyList<string>> compute_groups => [.. Groups().Select(group => (IReadOnlyList<string>)[.. group.Select(member => member.Name)])];

    /// <summary>A metric by its name, with or without prefix and postfix.</summary>
    public Metric<Tensor, Tensor, Tensor> this[string key] => TryGetValue(key, out var metric)
        ? metric
        : throw new KeyNotFoundException($"The collection has no metric \"{key}\"; it has {string.Join(", ", Keys)}.");

    /// <summary>Adds one batch to every metric.</summary>
    public void update(Tensor preds, Tensor target)
    {
        Regroup();
        foreach (var group in Groups())
        {
            ForGroup(group[0].Metric, leader => leader.update(preds, target));
        }
    }

    /// <summary>Adds one batch to every metric, and computes each over that batch alone.</summary>
    /// <returns>Values by name, which the caller owns.</returns>
    public Dictionary<string, Tensor> forward(Tensor preds, Tensor target)
    {
        Regroup();
        var values = new Dictionary<string, Tensor>();
        foreach (var group in Groups())
        {
            ForGroup(group[0].Metric, leader =>
            {
                values[Full(group[0].Name)] = leader.ForwardGroup(preds, target, group[1..].ConvertAll(member => member.Metric), out var others);
                for (var i = 0; i < others.Length; i++)
                {
                    values[Full(group[i + 1].Name)] = others[i];
                }
            });
        }

        return Keys.ToDictionary(key => key, key => values[key]);
    }

    /// <inheritdoc cref="forward"/>
    public Dictionary<string, Tensor> call(Tensor preds, Tensor target) => forward(preds, target);

    /// <summary>Every metric's value over all that was collected.</summary>
    /// <returns>Values by name, which the caller owns.</returns>
    public Dictionary<string, Tensor> compute()
    {
        var leaders = Groups().Select(group => group[0].Metric).Where(leader => leader.sync_on_compute && !leader.is_synced).ToList();
        leaders.ForEach(leader => leader.sync());
        try
        {
            return Members.ToDictionary(member => Full(member.Name), member => member.Metric.compute());
        }
        finally
        {
            leaders.ForEach(leader => leader.unsync());
        }
    }

    /// <summary>Forgets what every metric collected.</summary>
    public void reset()
    {
        // Leaders last: those that read their states would take a copy.
        foreach (var metric in Values.Reverse().ToList())
        {
            metric.reset();
        }

        Regroup();
    }

    /// <summary>A collection of its own with the same states, under other names if wanted.</summary>
    /// <param name="prefix">Stands before every name; null keeps this one's.</param>
    /// <param name="postfix">Stands behind every name; null keeps this one's.</param>
    public MetricCollection clone(string? prefix = null, string? postfix = null) => new(
        Members.Select(member => KeyValuePair.Create(member.Name, (Metric<Tensor, Tensor, Tensor>)member.Metric.Apart())), prefix ?? this.prefix, postfix ?? this.postfix, _grouped);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Metric<Tensor, Tensor, Tensor> value)
    {
        foreach (var (name, metric) in Members)
        {
            if (name == key || Full(name) == key)
            {
                value = metric;
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Metric<Tensor, Tensor, Tensor>>> GetEnumerator() =>
        Members.Select(member => KeyValuePair.Create(Full(member.Name), member.Metric)).GetEnumerator();

    IEnumerator<KeyValuePair<string, ILoggableMetric>> IEnumerable<KeyValuePair<string, ILoggableMetric>>.GetEnumerator() =>
        Members.Select(member => KeyValuePair.Create(Full(member.Name), (ILoggableMetric)member.Metric)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<(string Name, Metric<Tensor, Tensor, Tensor> Metric)> Members =>
        _internal_submodules.Select<(string, torch.nn.Module), (string, Metric<Tensor, Tensor, Tensor>)>(entry => (entry.Item1, (Metric<Tensor, Tensor, Tensor>)entry.Item2));

    private static IEnumerable<KeyValuePair<string, Metric<Tensor, Tensor, Tensor>>> Named(IEnumerable<Metric<Tensor, Tensor, Tensor>> metrics)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        var named = metrics.Select(metric => KeyValuePair.Create(metric.GetType().Name, metric)).ToList();
        return named.GroupBy(entry => entry.Key).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new ArgumentException($"The collection got two metrics of class {twice.Key}; pass names: new Dictionary<string, Metric<Tensor, Tensor, Tensor>> {{ ... }}.", nameof(metrics))
            : named;
    }

    private string Full(string key) => prefix + key + postfix;

    private List<List<(string Name, Metric<Tensor, Tensor, Tensor> Metric)>> Groups()
    {
        var groups = new List<List<(string Name, Metric<Tensor, Tensor, Tensor> Metric)>>();
        foreach (var member in Members)
        {
            var group = member.Metric.Leader is { } leader ? groups.Find(group => ReferenceEquals(group[0].Metric, leader)) : null;
            if (group is null)
            {
                groups.Add([member]);
            }
            else
            {
                group.Add(member);
            }
        }

        return groups;
    }

    private static void ForGroup(Metric<Tensor, Tensor, Tensor> leader, Action<Metric<Tensor, Tensor, Tensor>> run)
    {
        leader.UpdatesGroup = true;
        try
        {
            run(leader);
        }
        finally
        {
            leader.UpdatesGroup = false;
        }
    }

    /// <summary>Puts metrics that collect the same and have collected nothing yet under the first of them; others stay alone until they are reset.</summary>
    private void Regroup()
    {
        if (!_grouped)
        {
            return;
        }

        var leaders = new List<Metric>();
        foreach (var (_, metric) in Members)
        {
            if (metric.Leader is not null)
            {
                continue;
            }

            if (metric.ComputeGroup is { } group && !metric.update_called
                && leaders.Find(leader => leader.ComputeGroup == group && !leader.update_called) is { } first)
            {
                metric.Follow(first);
            }
            else
            {
                leaders.Add(metric);
            }
        }
    }
}
