using System.Collections;
using System.Globalization;
using TorchSharp.Modules;

namespace Lightning;

/// <summary>Writes events that TensorBoard shows, and <c>hparams.yaml</c>, in <c>save_dir/name/version_N</c>.</summary>
/// <remarks>
/// Python: <c>lightning.pytorch.loggers.TensorBoardLogger</c>. The folder is made with the first number or hyperparameter.
/// </remarks>
public sealed class TensorBoardLogger : Logger
{
    private const string DefaultMetric = "hp_metric";
    private readonly string? _givenVersion;
    private readonly string? _subFolder;
    private readonly string _prefix;
    private readonly bool _graph;
    private readonly bool _defaultMetric;
    private string? _version;
    private SummaryWriter? _writer;
    private HyperParameters? _hparams;

    /// <summary>Makes the logger.</summary>
    /// <param name="save_dir">The folder above all experiments.</param>
    /// <param name="name">The name of the experiment; "" leaves this folder out.</param>
    /// <param name="version">The version; null takes the next free <c>version_N</c>.</param>
    /// <param name="log_graph">
    /// Whether the module's graph is written when a fit begins; the module needs an <see cref="LightningModule.example_input_array"/> and a
    /// <see cref="LightningModule.forward"/>. Default false.
    /// </param>
    /// <param name="default_hp_metric">
    /// Whether hyperparameters that are logged without a result get <c>hp_metric</c> = -1, without which TensorBoard lists no run.
    /// </param>
    /// <param name="prefix">Put before the names of metrics, with a dash.</param>
    /// <param name="sub_dir">A folder below the version's for this logger's files; null for none.</param>
    public TensorBoardLogger(
        string save_dir, string name = "lightning_logs", string? version = null, bool log_graph = false, bool default_hp_metric = true,
        string prefix = "", string? sub_dir = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(save_dir);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(prefix);
        this.save_dir = save_dir;
        this.name = name;
        _givenVersion = version;
        _graph = log_graph;
        _defaultMetric = default_hp_metric;
        _prefix = prefix;
        _subFolder = sub_dir;
    }

    /// <inheritdoc/>
    public override string name { get; }

    /// <inheritdoc/>
    public override string save_dir { get; }

    /// <inheritdoc/>
    public override string version => _version ??= _givenVersion ?? VersionFolders.Next(root_dir);

    /// <summary>The folder of the experiment.</summary>
    public string root_dir => Path.Combine(save_dir, name);

    /// <inheritdoc/>
    public override string log_dir => _subFolder is null ? Path.Combine(root_dir, version) : Path.Combine(root_dir, version, _subFolder);

    /// <summary>The file of the hyperparameters.</summary>
    public string hparams_file_path => Path.Combine(log_dir, "hparams.yaml");

    /// <summary>The writer, for pictures, histograms and all else; opened when first asked for, and anew after <see cref="finalize"/>.</summary>
    public SummaryWriter experiment => _writer ??= new SummaryWriter(log_dir);

    /// <inheritdoc/>
    public override void log_metrics(IReadOnlyDictionary<string, double> metrics, long step)
    {
        ArgumentNullException.ThrowIfNull(metrics);
        foreach (var (metric, value) in metrics)
        {
            experiment.add_scalar(Tag(metric), value, step);
        }
    }

    /// <inheritdoc/>
    public override void log_hyperparams(HyperParameters hparams) =>
        log_hyperparams(hparams, _defaultMetric ? new Dictionary<string, double> { [DefaultMetric] = -1 } : []);

    /// <summary>Writes the hyperparameters and the results that TensorBoard's table shows beside them.</summary>
    /// <param name="hparams">The hyperparameters.</param>
    /// <param name="metrics">The results; without any the table stays as it is.</param>
    public void log_hyperparams(HyperParameters hparams, IReadOnlyDictionary<string, double> metrics)
    {
        ArgumentNullException.ThrowIfNull(hparams);
        ArgumentNullException.ThrowIfNull(metrics);
        _hparams = hparams;
        if (metrics.Count > 0)
        {
            var settings = new Dictionary<string, object?>();
            Flatten("", hparams, settings);
            experiment.add_hparams(settings, metrics.ToDictionary(metric => Tag(metric.Key), metric => metric.Value), run_name: "", global_step: 0);
        }
    }

    /// <inheritdoc/>
    /// <remarks>Nothing is written unless the logger was made with <c>log_graph: true</c>. A module that lacks what is needed is a warning.</remarks>
    public override void log_graph(LightningModule model, Tensor? input_array = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!_graph)
        {
            return;
        }

        if ((input_array ?? model.example_input_array) is not { } example || !model.HasForward)
        {
            L.rank_zero_warn($"TensorBoardLogger(log_graph: true) writes no graph: {model.GetType().Name} needs an example_input_array and an override of forward.");
            return;
        }

        model.WithTraceable(model.forward, example, (module, input) => experiment.add_graph(module, input));
    }

    /// <inheritdoc/>
    public override void save()
    {
        _writer?.flush();
        if (_hparams is { } hparams)
        {
            Directory.CreateDirectory(log_dir);
            WholeFile.Write(hparams_file_path, HparamsYaml.Write(hparams));
            _hparams = null;
        }
    }

    /// <inheritdoc/>
    public override void finalize(string status)
    {
        save();
        _writer?.close();
        _writer = null;
    }

    private string Tag(string metric) => _prefix.Length == 0 ? metric : $"{_prefix}-{metric}";

    /// <summary>TensorBoard's table knows no nesting: names of inner entries are joined by slashes, lists are texts.</summary>
    private static void Flatten(string path, IEnumerable<KeyValuePair<string, object?>> values, Dictionary<string, object?> settings)
    {
        foreach (var (name, value) in values)
        {
            var full = path.Length == 0 ? name : $"{path}/{name}";
            switch (value)
            {
                case IEnumerable<KeyValuePair<string, object?>> nested:
                    Flatten(full, nested, settings);
                    break;
                case IEnumerable items and not string:
                    settings[full] = $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]";
                    break;
                default:
                    settings[full] = value ?? "None";
                    break;
            }
        }
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "None";
}
