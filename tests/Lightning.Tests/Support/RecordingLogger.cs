namespace Lightning.Tests;

/// <summary>A logger that keeps its rows in memory.</summary>
internal sealed class RecordingLogger(string folder = "") : Logger
{
    internal List<(long Step, Dictionary<string, double> Row)> Rows { get; } = [];

    internal List<string> Statuses { get; } = [];

    internal HyperParameters? Hparams { get; private set; }

    public override string name => "memory";

    public override string version => "version_0";

    public override string save_dir => folder;

    public override void log_metrics(IReadOnlyDictionary<string, double> metrics, long step) => Rows.Add((step, new(metrics)));

    public override void log_hyperparams(HyperParameters hparams) => Hparams = hparams;

    public override void finalize(string status) => Statuses.Add(status);

    internal IEnumerable<(long Step, double Value)> Of(string metric) =>
        from entry in Rows where entry.Row.ContainsKey(metric) select (entry.Step, entry.Row[metric]);
}
