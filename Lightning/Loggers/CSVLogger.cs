using System.Globalization;
using System.Text;

namespace Lightning;

/// <summary>Writes <c>metrics.csv</c> and <c>hparams.yaml</c> in <c>save_dir/name/version_N</c>.</summary>
/// <remarks>Python: <c>lightning.pytorch.loggers.CSVLogger</c>. When a metric comes up that the header lacks, the file is written anew with it.</remarks>
public sealed class CSVLogger : Logger
{
    private const string StepColumn = "step";
    private readonly string? _givenVersion;
    private readonly string _prefix;
    private readonly int _flushEvery;
    private readonly List<string> _columns = [StepColumn];
    private readonly HashSet<string> _known = [StepColumn];
    private readonly List<double?[]> _pending = [];
    private string? _version;
    private int _writtenColumns;
    private HyperParameters? _hparams;

    /// <summary>Makes the logger; its folder is made with the first row.</summary>
    /// <param name="save_dir">The folder above all experiments.</param>
    /// <param name="name">The name of the experiment; "" leaves this folder out.</param>
    /// <param name="version">The version; null takes the next free <c>version_N</c>.</param>
    /// <param name="prefix">Put before the names of metrics, with a dash.</param>
    /// <param name="flush_logs_every_n_steps">Writes to the disk every so many rows.</param>
    public CSVLogger(string save_dir, string name = "lightning_logs", string? version = null, string prefix = "", int flush_logs_every_n_steps = 100)
    {
        ArgumentException.ThrowIfNullOrEmpty(save_dir);
        this.save_dir = save_dir;
        this.name = name;
        _givenVersion = version;
        _prefix = prefix;
        _flushEvery = Math.Max(1, flush_logs_every_n_steps);
    }

    /// <inheritdoc/>
    public override string name { get; }

    /// <inheritdoc/>
    public override string save_dir { get; }

    /// <inheritdoc/>
    public override string version => _version ??= _givenVersion ?? VersionFolders.Next(Path.Combine(save_dir, name));

    /// <summary>The file of the metrics.</summary>
    public string metrics_file_path => Path.Combine(log_dir, "metrics.csv");

    /// <summary>The file of the hyperparameters.</summary>
    public string hparams_file_path => Path.Combine(log_dir, "hparams.yaml");

    /// <inheritdoc/>
    public override void log_metrics(IReadOnlyDictionary<string, double> metrics, long step)
    {
        foreach (var key in metrics.Keys)
        {
            if (_known.Add(Column(key)))
            {
                _columns.Add(Column(key));
            }
        }

        var row = new double?[_columns.Count];
        row[0] = step;
        foreach (var (key, value) in metrics)
        {
            row[_columns.IndexOf(Column(key))] = value;
        }

        _pending.Add(row);
        if (_pending.Count >= _flushEvery)
        {
            save();
        }
    }

    /// <inheritdoc/>
    public override void log_hyperparams(HyperParameters hparams) => _hparams = hparams;

    /// <inheritdoc/>
    public override void save()
    {
        if (_hparams is { } hparams)
        {
            Directory.CreateDirectory(log_dir);
            WholeFile.Write(hparams_file_path, HparamsYaml.Write(hparams));
            _hparams = null;
        }

        if (_pending.Count == 0)
        {
            return;
        }

        Directory.CreateDirectory(log_dir);
        if (_writtenColumns == _columns.Count)
        {
            File.AppendAllText(metrics_file_path, PendingText());
        }
        else
        {
            Rewrite();
        }

        _writtenColumns = _columns.Count;
        _pending.Clear();
    }

    /// <summary>Writes the file anew under a longer header. Columns only ever come at the end, so old rows just get empty cells.</summary>
    private void Rewrite()
    {
        var text = new StringBuilder().AppendJoin(',', _columns.Select(Quoted)).Append('\n');
        if (_writtenColumns > 0)
        {
            foreach (var line in File.ReadLines(metrics_file_path).Skip(1))
            {
                text.Append(line).Append(',', _columns.Count - _writtenColumns).Append('\n');
            }
        }

        WholeFile.Write(metrics_file_path, text.Append(PendingText()).ToString());
    }

    private string Column(string metric) => (_prefix.Length == 0 ? metric : $"{_prefix}-{metric}").ReplaceLineEndings(" ");

    private string PendingText()
    {
        var text = new StringBuilder();
        foreach (var row in _pending)
        {
            text.Append(((long)row[0]!.Value).ToString(CultureInfo.InvariantCulture));
            for (var column = 1; column < _columns.Count; column++)
            {
                text.Append(',');
                if (column < row.Length && row[column] is { } value)
                {
                    text.Append(value.ToString("R", CultureInfo.InvariantCulture));
                }
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Quoted(string column) =>
        column.AsSpan().IndexOfAny(',', '"') < 0 ? column : $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
